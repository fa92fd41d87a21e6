import {
  continuingEducation,
  degreeModule,
  openPolytechnic,
  openUniversity,
  separateStudies,
  specialisation,
  tailored,
} from './finland-rules.ts';
import type { LegalForm } from './rule.ts';

type Label = LegalForm['label'];
const form = <const R extends LegalForm['rules']>(label: Label, rules: R) => ({ label, country: 'FI', rules }) as const;

/** A label says the country except in Swedish of Finland and in Finnish, where it is the reader’s own. */
export const finnishForms = {
  'fi-open-university': form(
    {
      sv: 'Öppna universitetet (Finland)',
      'sv-FI': 'Öppna universitetet',
      fi: 'Avoin yliopisto',
      en: 'Open university (Finland)',
    },
    openUniversity,
  ),
  'fi-open-uas': form(
    {
      sv: 'Öppna yrkeshögskolan (Finland)',
      'sv-FI': 'Öppna yrkeshögskolan',
      fi: 'Avoin ammattikorkeakoulu',
      en: 'Open university of applied sciences (Finland)',
    },
    openPolytechnic,
  ),
  'fi-separate-studies': form(
    {
      sv: 'Fristående studier (Finland)',
      'sv-FI': 'Fristående studier',
      fi: 'Erilliset opinnot',
      en: 'Separate studies (Finland)',
    },
    separateStudies,
  ),
  'fi-continuing-education': form(
    {
      sv: 'Fortbildning (Finland)',
      'sv-FI': 'Fortbildning',
      fi: 'Täydennyskoulutus',
      en: 'Continuing education (Finland)',
    },
    [continuingEducation],
  ),
  'fi-specialisation': form(
    {
      sv: 'Specialiseringsutbildning (Finland)',
      'sv-FI': 'Specialiseringsutbildning',
      fi: 'Erikoistumiskoulutus',
      en: 'Specialisation education (Finland)',
    },
    [specialisation],
  ),
  'fi-tailored': form(
    {
      sv: 'Skräddarsydd utbildning (Finland)',
      'sv-FI': 'Skräddarsydd utbildning',
      fi: 'Räätälöity koulutus',
      en: 'Tailored education for a client (Finland)',
    },
    [tailored],
  ),
  'fi-degree-module': form(
    {
      sv: 'Del av examen (Finland)',
      'sv-FI': 'Del av examen',
      fi: 'Tutkinnon osa',
      en: 'Module of a degree (Finland)',
    },
    [degreeModule],
  ),
} as const satisfies Readonly<Record<`fi-${string}`, LegalForm>>;
