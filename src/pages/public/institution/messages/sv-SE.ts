import type { InstitutionMessages } from './messages.ts';

export const svSE: InstitutionMessages = {
  institution: {
    lead: 'Lärosätets mikromeriter.',
    empty: 'Lärosätet har ännu inte publicerat någon mikromerit.',
    homepage: 'Webbplats',
    coming: 'Kommande kurstillfällen',
    courses: 'Mikromeriter',
  },
};
