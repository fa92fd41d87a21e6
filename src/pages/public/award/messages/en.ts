import type { AwardMessages } from './messages.ts';

export const en: AwardMessages = {
  award: {
    title: 'The address of a certificate',
    lead: (institution) => `${institution} has issued a certificate with this address.`,
    holderOnly: 'Only its holder can show to whom it was issued, and with which result.',
    verify: 'If you have the certificate, you can check it.',
    course: 'It is for',
  },
};
