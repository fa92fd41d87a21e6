import type { InstitutionMessages } from './messages.ts';

export const fi: InstitutionMessages = {
  institution: {
    lead: 'Korkeakoulun pienet osaamiskokonaisuudet.',
    empty: 'Korkeakoulu ei ole vielä julkaissut yhtään pientä osaamiskokonaisuutta.',
    homepage: 'Verkkosivut',
    coming: 'Tulevat toteutukset',
    courses: 'Pienet osaamiskokonaisuudet',
  },
};
