import {
  ammattikorkeakoululaki,
  polytechnicFees2015,
  polytechnicFees2024,
  polytechnics,
  universityDegrees,
  universityFees2015,
  universityFees2024,
  yliopistolaki,
} from './finland-statutes.ts';
import { asking, type Citation, cited, type Fee, intyg, type Rule, type Sourced, unconfirmed } from './rule.ts';

/** Since the law on universities of applied sciences and the caps of today’s shape; what held before is not in the table. */
const from = '2015-01-01';
const confirmedByLawyer = false;

const certificate = unconfirmed(
  { name: intyg, onRequest: true },
  'Which provision names the certificate of studies without a degree, and whether it is given on request alone.',
);
const syllabus = unconfirmed(true, 'Which provision asks that the curriculum is decided, with its code and date.');
const noSyllabus = unconfirmed(false, 'No provision found that asks for a decided curriculum.');

const upTo = (amount: number, ...source: [Citation, ...Citation[]]) =>
  cited<Fee>({ persons: ['everyone'], clients: true, capPerCredit: { amount, currency: 'EUR' } }, ...source);
const payer = 'Whether the cap binds also where another than the student pays.';
const amended = 'The number of the amending decree of 2024, and the day on which it came into force';

/** A form whose cap was raised on 1 May 2024. */
const raised = (base: Omit<Rule, 'from' | 'fee'>, until: Sourced<Fee>, since: Sourced<Fee>): [Rule, Rule] => [
  { ...base, from, to: '2024-04-30', fee: asking(until, payer) },
  { ...base, from: '2024-05-01', fee: asking(since, `${amended}. ${payer}`) },
];

const partsOfDegrees = {
  confirmedByLawyer,
  syllabus,
  application: unconfirmed(['individual'], 'That a person applies alone; the law speaks of a right to study.'),
  certificate,
} satisfies Partial<Rule>;
const open = unconfirmed<Rule['audience']['is']>(
  ['everyone'],
  'That no earlier education may be asked for: so the institutions describe it; the provision.',
);

export const openUniversity = raised(
  {
    ...partsOfDegrees,
    credits: cited('required', yliopistolaki('7 §'), universityFees2015('2 §')),
    audience: open,
    learners: cited('student', universityFees2015('2 §')),
  },
  upTo(15, universityFees2015('2 §')),
  upTo(45, universityFees2024('2 §')),
);

export const openPolytechnic = raised(
  {
    ...partsOfDegrees,
    credits: cited('required', ammattikorkeakoululaki('10 §'), polytechnicFees2015('1 §')),
    audience: open,
    learners: cited('student', polytechnicFees2015('1 §')),
  },
  upTo(15, polytechnicFees2015('1 §')),
  upTo(45, polytechnicFees2024('1 §')),
);

export const separateStudies = raised(
  {
    ...partsOfDegrees,
    credits: cited('required', yliopistolaki('7 §'), ammattikorkeakoululaki('10 §')),
    audience: unconfirmed(['everyone'], 'Each institution decides whom it grants the right; what the law asks.'),
    learners: cited('student', universityFees2015('2 §'), polytechnicFees2015('1 §')),
  },
  upTo(15, universityFees2015('2 §'), polytechnicFees2015('1 §')),
  upTo(45, universityFees2024('2 §'), polytechnicFees2024('1 §')),
).map((rule): Rule => ({
  ...rule,
  fee: asking(
    rule.fee,
    `${rule.fee.question} Studies of teacher education under 19 § of asetus 794/2004 are free of charge as separate studies: the table cannot tell them apart.`,
  ),
})) as [Rule, Rule];

export const specialisation: Rule = {
  from,
  confirmedByLawyer,
  credits: cited('required', universityDegrees('20 b §'), polytechnics('3 §')),
  size: cited({ least: 30 }, universityDegrees('20 b §'), polytechnics('3 §')),
  syllabus,
  fee: asking(
    cited<Fee>(
      { persons: ['graduates'], clients: true, capPerCredit: { amount: 120, currency: 'EUR' } },
      universityFees2015('2 §'),
      polytechnicFees2015('1 §'),
    ),
    `That the change of 2024 left the cap of 120 euros as it was. ${payer}`,
  ),
  audience: cited(['graduates'], yliopistolaki('7 a §'), ammattikorkeakoululaki('11 a §')),
  application: unconfirmed(['individual'], 'The institution admits the students; whether a client may name them.'),
  learners: cited('student', universityFees2015('2 §'), polytechnicFees2015('1 §')),
  certificate,
};

/** Education on order that leads to no degree is continuing education in law, and so shares its row. */
const continuing = {
  from,
  confirmedByLawyer,
  credits: asking(
    cited('allowed', yliopistolaki('7 §'), ammattikorkeakoululaki('10 §')),
    'Since which day parts of degrees may be given as continuing education (laki 1367/2018).',
  ),
  syllabus: noSyllabus,
  learners: unconfirmed('participant', 'No noun found in law; "osallistuja" is the word of the institutions.'),
  certificate: unconfirmed({ name: intyg, onRequest: false }, 'No provision found that names the paper.'),
} satisfies Partial<Rule>;
const price =
  'The provision under which the price at least covers the cost: so the national centre CSC describes it; no cap found.';

export const continuingEducation: Rule = {
  ...continuing,
  fee: unconfirmed({ persons: ['everyone'], clients: true }, price),
  audience: unconfirmed(['everyone'], 'Each institution decides; no provision found.'),
  application: unconfirmed(['individual', 'client'], 'Both are usual; no provision found.'),
};

export const tailored: Rule = {
  ...continuing,
  fee: unconfirmed({ persons: [], clients: true }, `${price} That the client alone pays is the agreement’s.`),
  audience: unconfirmed(['client-named'], 'The agreement decides; no provision found.'),
  application: unconfirmed(['client'], 'The agreement decides; no provision found.'),
};

export const degreeModule: Rule = {
  ...partsOfDegrees,
  from,
  credits: unconfirmed('required', 'Studies of a degree are measured in credits; the provision of both decrees.'),
  fee: asking(
    cited({ persons: [], clients: false }, yliopistolaki('8 §'), ammattikorkeakoululaki('12 §')),
    'That the tuition fee of citizens of other countries is asked for the academic year and never for a module.',
  ),
  audience: unconfirmed(['degree-students'], 'That only those with a right to study for a degree take part.'),
  learners: cited('student', yliopistolaki('8 §'), ammattikorkeakoululaki('12 §')),
};
