import { isCalendarDate } from './dates.ts';
import { DomainError, type Violation } from './errors.ts';
import { type Check, fault, hasText, isEmpty, textsOf } from './gate-check.ts';
import { legalForms } from './legal-form.ts';
import { advice } from './publish-advice.ts';
import type { CompleteContent, GradingScheme, MicrocredentialContent } from './microcredential.ts';

/** Faults block publication; warnings are advice. */
export type GateReport = Readonly<{ faults: readonly Violation[]; warnings: readonly Violation[] }>;

/** The mandatory elements of Annex I (Council Recommendation 2022/C 243/02) that belong to the micro-credential. */
const missingElements: Check = (content) => {
  const missing: [boolean, string, string][] = [
    [!hasText(content.title), 'title', 'Give it a title in at least one language.'],
    [!hasText(content.description), 'description', 'Describe it in a few sentences: what it is about and for whom.'],
    [
      isEmpty(content.learningOutcomes),
      'learningOutcomes',
      'List what a person can do afterwards: at least one learning outcome.',
    ],
    [content.workload === undefined, 'workload', 'State the hours that a typical learner needs.'],
    [
      content.level === undefined,
      'level',
      'State the EQF level (first cycle is 6, second 7, third 8), or say that no level applies and why.',
    ],
    [isEmpty(content.assessmentTypes), 'assessmentTypes', 'Name at least one type of assessment.'],
    [isEmpty(content.participation?.modes), 'participation', 'Say how people take part: online, on site, blended …'],
    [
      isEmpty(content.qualityAssurance),
      'qualityAssurance',
      'Say what assures the quality, for example the institution’s own review and who reviews the institution.',
    ],
    [isEmpty(content.fields), 'fields', 'Name the field of education (ISCED-F), so that it can be found.'],
    [isEmpty(content.languages), 'languages', 'Name the language or languages it is given in.'],
    [
      isEmpty(content.gradingScheme?.grades),
      'gradingScheme',
      'Name the grades that can be given, at least one that passes.',
    ],
    [isEmpty(content.awardingBodies), 'awardingBodies', 'Name the body or bodies that award it, with their country.'],
    [
      content.legalForm === undefined,
      'legalForm',
      'Choose the legal form; it decides about credits, fees and the name of the certificate.',
    ],
  ];
  return missing.filter(([isMissing]) => isMissing).map(([, pointer, detail]) => fault(pointer, detail));
};

const emptyTexts: Check = (content) => [
  ...(content.learningOutcomes ?? []).flatMap(({ text }, index) =>
    hasText(text)
      ? []
      : [fault(`learningOutcomes/${index}/text`, 'This learning outcome has no text. Write it, or remove it.')],
  ),
  ...(content.awardingBodies ?? []).flatMap(({ name }, index) =>
    hasText(name) ? [] : [fault(`awardingBodies/${index}/name`, 'This awarding body has no name.')],
  ),
  ...(content.qualityAssurance ?? []).flatMap(({ body }, index) =>
    hasText(body) ? [] : [fault(`qualityAssurance/${index}/body`, 'Say who assures the quality.')],
  ),
  ...(content.level && 'notApplicable' in content.level && !hasText(content.level.reason)
    ? [fault('level/reason', 'Say why no level applies.')]
    : []),
];

const legalFormRules: Check = ({ legalForm, workload, syllabus }, country) => {
  if (!legalForm) return [];
  const form = legalForms[legalForm];
  const faults: Violation[] = [];
  if (form.country !== undefined && form.country !== country) {
    faults.push(
      fault('legalForm', `“${form.label.en}” is a form of another country’s law. Choose one of your own, or "other".`),
    );
  }
  if (form.credits === 'forbidden' && workload?.ects !== undefined) {
    faults.push(fault('workload/ects', `“${form.label.en}” gives no credits. Remove them; the hours remain.`));
  }
  if (form.credits === 'required' && workload !== undefined && workload.ects === undefined) {
    faults.push(fault('workload/ects', `“${form.label.en}” gives credits. State how many.`));
  }
  if (form.syllabusRequired && !syllabus) {
    faults.push(
      fault('syllabus', `“${form.label.en}” rests on a decided syllabus. Give its code and the date of the decision.`),
    );
  }
  if (syllabus && syllabus.code.trim() === '') faults.push(fault('syllabus/code', 'Write the code of the syllabus.'));
  if (syllabus && !isCalendarDate(syllabus.decisionDate)) {
    faults.push(fault('syllabus/decisionDate', 'Write a date that exists, as YYYY-MM-DD.'));
  }
  return faults;
};

const ectsRange: Check = ({ workload }) => [
  ...(workload && !(workload.hours > 0) ? [fault('workload/hours', 'The hours must be more than 0.')] : []),
  ...(workload?.ects !== undefined && !(workload.ects >= 0.4 && workload.ects < 60)
    ? [fault('workload/ects', 'Credits are from 0.4 to below 60: a micro-credential is a small volume of learning.')]
    : []),
];

const eqfLevels: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];
const eqfRange: Check = ({ level }) =>
  level && 'eqf' in level && !eqfLevels.includes(level.eqf)
    ? [fault('level/eqf', 'The EQF has the levels 1 to 8, in whole numbers.')]
    : [];

const cycleLevels: Readonly<Record<string, number>> = { short: 5, first: 6, second: 7, third: 8 };
const depthLevels: Readonly<Record<string, number>> = { G: 6, A: 7, B: 4 };

/** QF-EHEA cycles, Swedish depth codes (SUHF 2008) and EQF levels say the same thing or one of them is wrong. */
const levelsAgree: Check = ({ level, cycle, depthCode }) => {
  const eqf = level && 'eqf' in level ? level.eqf : undefined;
  const faults: Violation[] = [];
  if (cycle !== undefined && eqf !== undefined && cycleLevels[cycle] !== eqf) {
    faults.push(
      fault('cycle', `The ${cycle} cycle is EQF level ${cycleLevels[cycle]}, and the level given is ${eqf}.`),
    );
  }
  const depth = depthCode === undefined ? undefined : depthLevels[depthCode.charAt(0)];
  // Where no level applies, the two can still contradict each other.
  const given = eqf ?? (cycle === undefined ? undefined : cycleLevels[cycle]);
  if (depth !== undefined && given !== undefined && depth !== given) {
    faults.push(
      fault('depthCode', `The depth code ${depthCode} belongs to EQF level ${depth}, and the level given is ${given}.`),
    );
  }
  return faults;
};

const gradesArePossible: Check = ({ gradingScheme }) => (gradingScheme ? gradingFaults(gradingScheme) : []);

function gradingFaults({ grades }: GradingScheme): Violation[] {
  const faults: Violation[] = [];
  const values = grades.map(({ value }) => value);
  if (grades.length > 0 && !grades.some(({ passes }) => passes)) {
    faults.push(fault('gradingScheme/grades', 'No grade passes, so nobody could complete it.'));
  }
  values.forEach((value, index) => {
    if (value.trim() === '') faults.push(fault(`gradingScheme/grades/${index}/value`, 'This grade has no name.'));
    else if (values.indexOf(value) !== index)
      faults.push(fault(`gradingScheme/grades/${index}/value`, `The grade ${value} stands twice.`));
  });
  return faults;
}

/** As words of their own: "hp" in "php" and "op" in "copy" are none. */
const creditWord =
  /(?<![\p{L}\d])(?:\d+(?:[.,]\d+)?\s*(?:hp|sp|op)|ECTS|ECTS-\p{L}+|(?:hög)?skolepoäng|studiepoäng|opintopiste\p{L}*|kursbevis\p{L}*|credits?)(?!\p{L})/iu;

/** A course without credits never speaks of credits, whatever language it is described in. */
const noCreditWords: Check = (content) => {
  if (!content.legalForm || legalForms[content.legalForm].credits !== 'forbidden') return [];
  return textsOf(content).flatMap(([pointer, text]) => {
    const word = creditWord.exec(text.normalize('NFC'))?.[0];
    return word === undefined
      ? []
      : [fault(pointer, `This course gives no credits, and the text says “${word}”. Describe it in hours.`)];
  });
};

const checks: readonly Check[] = [
  missingElements,
  emptyTexts,
  legalFormRules,
  ectsRange,
  eqfRange,
  levelsAgree,
  gradesArePossible,
  noCreditWords,
];

/** What stands between this content and publication, and what could be better. `country` is the institution's. */
export const publishGate = (content: MicrocredentialContent, country: string): GateReport => ({
  faults: checks.flatMap((check) => check(content, country)),
  warnings: advice.flatMap((check) => check(content, country)),
});

/** The content as complete, or `gate-refused` with every fault. */
export function passPublishGate(content: MicrocredentialContent, country: string): CompleteContent {
  const { faults } = publishGate(content, country);
  if (faults.length === 0) return content as CompleteContent;
  throw new DomainError('gate-refused', `${faults.length} element(s) of the EU standard are missing or impossible.`, {
    violations: faults,
  });
}
