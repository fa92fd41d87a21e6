import type { InstitutionMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: InstitutionMessages = {
  ...svSE,
  institution: {
    ...svSE.institution,
    lead: 'Högskolans mikromeriter.',
    empty: 'Högskolan har ännu inte publicerat någon mikromerit.',
    coming: 'Kommande genomföranden',
  },
};
