import type { DocumentWords } from './messages.ts';

export const documentInEnglish: DocumentWords = {
  said: {
    unconfirmed: 'What the document says – not confirmed',
    unconfirmedText:
      'This stands in the document, and anyone may have written it. The result above says why it is not confirmed.',
    unconfirmedMark: 'Not confirmed',
    asOf: (day) => `according to the issuer’s list of ${day}`,
    several: (number) =>
      `The document speaks of several persons or achievements (${number}); each stands by itself below.`,
    oneOfSeveral: 'One of several, without a name',
    unread: {
      holder: 'The document names a holder that could not be read here; open the document to see who.',
      result: 'The document gives a result that could not be read here; open the document to see which.',
      achievement: 'The document speaks of something that could not be read here; open the document to see what.',
    },
    severalNames: 'The document gives several names.',
    emailOnly: 'Known by an e-mail address; the document gives no name.',
    about: 'About',
    description: 'Description',
    criteria: 'Criteria',
    evidence: 'Evidence',
    identifiers: 'Identifiers elsewhere',
    describedBy: 'Described by',
    alignments: 'Aligned with',
    results: 'Results',
    resultStatuses: {
      Completed: 'completed',
      Enrolled: 'enrolled',
      Failed: 'failed',
      InProgress: 'in progress',
      OnHold: 'on hold',
      Provisional: 'provisional',
      Withdrew: 'withdrew',
    },
    scale: { min: 'lowest', max: 'highest', required: 'required' },
    identityChecked: 'identity checked',
    identityNotChecked: 'identity not checked',
    severalLevels: 'The document gives several levels:',
    unclearLevel: 'The document does not name one level from 1 to 8. It says:',
    unclear: 'Unclear',
    points: 'Credits',
    pointsValue: (amount) => `${amount} ${amount === '1' ? 'credit' : 'credits'} (unit not stated)`,
    severalAmounts: 'the document gives different numbers',
  },
};
