import type { VerifyMessages } from './messages.ts';

export const en: VerifyMessages = {
  verify: {
    title: 'Check a certificate',
    lead: 'Paste the certificate or a link to it, or choose its file. It is checked now, and you see what each check found. The certificate is not kept.',
    text: 'The text of the certificate, or a link to it',
    textHint:
      'All of the JSON text, from the first { to the last }, or of the JWT, or an address that begins with https://.',
    file: 'Or the file of the certificate',
    fileHint: 'A JSON file, or a JWT (.jwt, .jws), of at most 1 MB.',
    submit: 'Check',
    another: 'Check another certificate',
    result: 'Result',
    summary: 'What the certificate says',
    summaryText: 'Read from the certificate. The result above says whether you can rely on it.',
    nothingYet: 'Nothing to check yet',
    notAccepted: 'This could not be read',
    faults: {
      empty: 'Paste the text of a certificate or a link to it, or choose its file.',
      unreadable: 'What was sent did not arrive whole. Please send it again.',
      tooLarge: 'This is larger than 1 MB. A certificate is much smaller; perhaps it was the wrong file.',
      tooDeep: 'This is nested more than 64 levels deep, which no certificate is.',
    },
  },
};
