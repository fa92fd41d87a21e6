import type { Label } from '../shared/language.ts';

export const legalFormCodes = [
  'se-regular',
  'se-commissioned-credits',
  'se-commissioned-no-credits',
  'se-open-no-credits',
  'fi-open-university',
  'fi-continuing-education',
  'fi-tailored',
  'other',
] as const;
export type LegalFormCode = (typeof legalFormCodes)[number];

export type LegalForm = Readonly<{
  label: Label;
  /** The country whose law knows this form; absent where any may use it. */
  country?: 'SE' | 'FI';
  /** Whether credits must, may or must not be stated. Without credits a course is described in hours alone. */
  credits: 'required' | 'allowed' | 'forbidden';
  /** Whether a syllabus (kursplan, opetussuunnitelma) with code and date of decision must be named. */
  syllabusRequired: boolean;
  /** Whether a natural person may be charged a fee. */
  feeToPersons: boolean;
  /** Whether a person applies for it alone; otherwise a client registers its people. */
  individualApplication: boolean;
  /** Whether those who take part are students or participants. */
  learners: 'student' | 'participant';
  /** What the paper is called: "kursbevis" only where the law gives one. */
  certificateName: Label;
}>;

const kursbevis: Label = { sv: 'kursbevis', fi: 'todistus', en: 'course certificate' };
const intyg: Label = { sv: 'intyg', fi: 'todistus', en: 'certificate' };

/**
 * What the legal form of a course decides. Sources: SE högskolelagen (1992:1434) 4 kap. 4 § (no fees),
 * högskoleförordningen (1993:100) 6 kap. 14, 15 and 20 §§ (kursplan, kursbevis), förordningen (2002:760) om
 * uppdragsutbildning (a client pays and chooses); FI yliopistolaki (558/2009) 7 § (open university teaching,
 * continuing education), asetus (1082/2009) (fees). Commissioned degree education, 9 § of the same law, is not meant.
 */
export const legalForms: Readonly<Record<LegalFormCode, LegalForm>> = {
  'se-regular': {
    label: {
      sv: 'Reguljär utbildning med högskolepoäng (Sverige)',
      fi: 'Varsinainen koulutus, josta saa opintopisteitä (Ruotsi)',
      en: 'Regular education with credits (Sweden)',
    },
    country: 'SE',
    credits: 'required',
    syllabusRequired: true,
    feeToPersons: false,
    individualApplication: true,
    learners: 'student',
    certificateName: kursbevis,
  },
  'se-commissioned-credits': {
    label: {
      sv: 'Poänggivande uppdragsutbildning (Sverige)',
      'sv-FI': 'Poänggivande uppdragsutbildning i Sverige',
      fi: 'Räätälöity koulutus, josta saa opintopisteitä (Ruotsi)',
      en: 'Commissioned education with credits (Sweden)',
    },
    country: 'SE',
    credits: 'required',
    syllabusRequired: true,
    feeToPersons: false,
    individualApplication: false,
    learners: 'participant',
    certificateName: kursbevis,
  },
  'se-commissioned-no-credits': {
    label: {
      sv: 'Icke poänggivande uppdragsutbildning (Sverige)',
      'sv-FI': 'Icke poänggivande uppdragsutbildning i Sverige',
      fi: 'Räätälöity koulutus ilman opintopisteitä (Ruotsi)',
      en: 'Commissioned education without credits (Sweden)',
    },
    country: 'SE',
    credits: 'forbidden',
    syllabusRequired: false,
    feeToPersons: false,
    individualApplication: false,
    learners: 'participant',
    certificateName: intyg,
  },
  'se-open-no-credits': {
    label: {
      sv: 'Öppen utbildning utan högskolepoäng (Sverige)',
      fi: 'Avoin koulutus ilman opintopisteitä (Ruotsi)',
      en: 'Open education without credits (Sweden)',
    },
    country: 'SE',
    credits: 'forbidden',
    syllabusRequired: false,
    feeToPersons: false,
    individualApplication: true,
    learners: 'participant',
    certificateName: intyg,
  },
  'fi-open-university': {
    label: {
      sv: 'Öppna universitetet (Finland)',
      'sv-FI': 'Öppna universitetet',
      fi: 'Avoin yliopisto',
      en: 'Open university (Finland)',
    },
    country: 'FI',
    credits: 'required',
    syllabusRequired: true,
    feeToPersons: true,
    individualApplication: true,
    learners: 'student',
    certificateName: intyg,
  },
  'fi-continuing-education': {
    label: {
      sv: 'Fortbildning (Finland)',
      'sv-FI': 'Fortbildning',
      fi: 'Täydennyskoulutus',
      en: 'Continuing education (Finland)',
    },
    country: 'FI',
    credits: 'allowed',
    syllabusRequired: false,
    feeToPersons: true,
    individualApplication: true,
    learners: 'participant',
    certificateName: intyg,
  },
  'fi-tailored': {
    label: {
      sv: 'Skräddarsydd utbildning (Finland)',
      'sv-FI': 'Skräddarsydd utbildning',
      fi: 'Räätälöity koulutus',
      en: 'Tailored education for a client (Finland)',
    },
    country: 'FI',
    credits: 'allowed',
    syllabusRequired: false,
    feeToPersons: false,
    individualApplication: false,
    learners: 'participant',
    certificateName: intyg,
  },
  other: {
    label: { sv: 'Annan form', fi: 'Muu muoto', en: 'Other form' },
    credits: 'allowed',
    syllabusRequired: false,
    feeToPersons: true,
    individualApplication: true,
    learners: 'participant',
    certificateName: intyg,
  },
};
