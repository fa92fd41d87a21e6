import type { CertificateMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: CertificateMessages = {
  ...svSE,
  certificate: {
    ...svSE.certificate,
    completed: 'har med godkänt resultat avlagt',
    givenBy: (institution) => `Kursen har ordnats av ${institution}`,
    grade: 'Vitsord',
  },
};
