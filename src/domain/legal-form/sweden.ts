import { asking, cited, intyg, kursbevis, type LegalForm, type Rule, unconfirmed } from './rule.ts';
import {
  hogskoleforordningen,
  hogskolelagen,
  openNetEducation,
  studieavgift,
  uppdragsutbildning,
} from './sweden-statutes.ts';

const regular: Rule = {
  from: '2010-07-01',
  confirmedByLawyer: false,
  credits: cited('required', hogskoleforordningen('6 kap. 15 §')),
  syllabus: asking(
    cited(true, hogskoleforordningen('6 kap. 14 och 15 §§')),
    'That a syllabus is named by code and date of decision is custom; confirm which of the two the law asks for.',
  ),
  fee: asking(
    cited({ persons: ['fee-liable'], clients: false }, hogskolelagen('4 kap. 4 §'), studieavgift('5 §')),
    'From which term the fee was first taken under the transitional provisions of 2010, and whom 5 § exempts today.',
  ),
  audience: cited(['fee-exempt', 'fee-liable'], hogskolelagen('4 kap. 4 §')),
  application: asking(
    cited(['individual'], hogskoleforordningen('1 kap. 4 §')),
    'That the law knows no admission of a group by a client outside commissioned education.',
  ),
  learners: cited('student', hogskoleforordningen('1 kap. 4 §')),
  certificate: cited({ name: kursbevis, onRequest: true }, hogskoleforordningen('6 kap. 20 §')),
};

/** What both kinds of commissioned education share. */
const commissioned = {
  from: '2007-07-01',
  confirmedByLawyer: false,
  fee: cited({ persons: [], clients: true }, uppdragsutbildning('2 §')),
  audience: cited(['client-named'], uppdragsutbildning('2 §')),
  application: cited(['client'], uppdragsutbildning('2 §')),
  learners: asking(
    cited('participant', hogskoleforordningen('1 kap. 4 §')),
    'The ordinance on commissioned education has no noun: "deltagare" is the word of the institutions.',
  ),
} satisfies Partial<Rule>;

const commissionedWithCredits: Rule = {
  ...commissioned,
  credits: unconfirmed(
    'required',
    'The ordinance does not divide commissioned education by credits, the national statistics do; that both are two forms of the service.',
  ),
  syllabus: unconfirmed(
    true,
    'Whether 6 kap. 14 § högskoleförordningen holds where a certificate under 6 § of the ordinance is to be given.',
  ),
  certificate: asking(
    cited({ name: kursbevis, onRequest: true }, uppdragsutbildning('6 §'), hogskoleforordningen('6 kap. 20 §')),
    '6 § was read through the guidance of a university: its wording, and whether the participant has to ask.',
  ),
};

const commissionedWithoutCredits: Rule = {
  ...commissioned,
  credits: unconfirmed('forbidden', 'The form is the service’s own: commissioned education that gives no credits.'),
  syllabus: unconfirmed(false, 'No provision found that asks for a syllabus without credits.'),
  certificate: unconfirmed(
    { name: intyg, onRequest: false },
    'No provision found that names the paper of a course without credits.',
  ),
};

const open: Rule = {
  from: '2018-09-01',
  confirmedByLawyer: false,
  credits: asking(
    cited('forbidden', openNetEducation('11 kap. 2 §')),
    'That no credits follow, because the other provisions on education do not hold; and what carries open education that is not given over the internet, which 11 kap. does not cover.',
  ),
  syllabus: cited(false, openNetEducation('11 kap. 2 §')),
  fee: unconfirmed(
    { persons: [], clients: false },
    'The government says that it is free of charge; the paragraph, and whether a certificate may cost something.',
  ),
  audience: cited(['everyone'], openNetEducation('11 kap. 1 §')),
  application: cited(['individual'], openNetEducation('11 kap. 1 §')),
  learners: cited('participant', openNetEducation('11 kap. 3 §')),
  certificate: unconfirmed(
    { name: intyg, onRequest: false },
    'What 11 kap. 4 § högskoleförordningen says; its text could not be read.',
  ),
};

const definition =
  'No statute found that defines beställd utbildning. The word is used where one institution or authority orders and pays, and the learners are students: its definition, who pays, takes part and applies, and whether the rules of regular education hold.';

const ordered: Rule = {
  from: '2010-07-01',
  confirmedByLawyer: false,
  credits: unconfirmed('required', definition),
  syllabus: unconfirmed(true, definition),
  fee: unconfirmed({ persons: [], clients: true }, definition),
  audience: unconfirmed(['fee-exempt', 'fee-liable'], definition),
  application: unconfirmed(['individual', 'client'], definition),
  learners: unconfirmed('student', definition),
  certificate: unconfirmed({ name: kursbevis, onRequest: true }, definition),
};

export const swedishForms = {
  'se-regular': {
    label: {
      sv: 'Reguljär utbildning med högskolepoäng (Sverige)',
      fi: 'Varsinainen koulutus, josta saa opintopisteitä (Ruotsi)',
      en: 'Regular education with credits (Sweden)',
    },
    country: 'SE',
    rules: [regular],
  },
  'se-commissioned-credits': {
    label: {
      sv: 'Poänggivande uppdragsutbildning (Sverige)',
      'sv-FI': 'Poänggivande uppdragsutbildning i Sverige',
      fi: 'Räätälöity koulutus, josta saa opintopisteitä (Ruotsi)',
      en: 'Commissioned education with credits (Sweden)',
    },
    country: 'SE',
    rules: [commissionedWithCredits],
  },
  'se-commissioned-no-credits': {
    label: {
      sv: 'Icke poänggivande uppdragsutbildning (Sverige)',
      'sv-FI': 'Icke poänggivande uppdragsutbildning i Sverige',
      fi: 'Räätälöity koulutus ilman opintopisteitä (Ruotsi)',
      en: 'Commissioned education without credits (Sweden)',
    },
    country: 'SE',
    rules: [commissionedWithoutCredits],
  },
  'se-open-no-credits': {
    label: {
      sv: 'Öppen utbildning utan högskolepoäng (Sverige)',
      fi: 'Avoin koulutus ilman opintopisteitä (Ruotsi)',
      en: 'Open education without credits (Sweden)',
    },
    country: 'SE',
    rules: [open],
  },
  'se-ordered': {
    label: {
      sv: 'Beställd utbildning (Sverige)',
      'sv-FI': 'Beställd utbildning i Sverige',
      fi: 'Tilattu koulutus (Ruotsi)',
      en: 'Ordered education (Sweden)',
    },
    country: 'SE',
    rules: [ordered],
  },
} as const satisfies Readonly<Record<`se-${string}`, LegalForm>>;
