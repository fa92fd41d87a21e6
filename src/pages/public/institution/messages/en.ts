import type { InstitutionMessages } from './messages.ts';

export const en: InstitutionMessages = {
  institution: {
    lead: 'Micro-credentials of this institution.',
    empty: 'The institution has not published any micro-credential yet.',
    homepage: 'Website',
    coming: 'Upcoming offerings',
    courses: 'Micro-credentials',
  },
};
