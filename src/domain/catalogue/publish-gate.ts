import { isCalendarDate } from '../shared/dates.ts';
import { DomainError } from '../shared/errors.ts';
import { type Check, isBlank, textsOf } from './gate-check.ts';
import { type Finding, finding, toViolation, refusalText } from './gate-finding.ts';
import { legalForms } from './legal-form.ts';
import { advice } from './publish-advice.ts';
import { missingElements, unfinishedParts } from './publish-gate-elements.ts';
import type { CompleteContent, MicrocredentialContent } from './microcredential.ts';

/** Faults block publication; warnings are advice. */
export type GateReport = Readonly<{ faults: readonly Finding[]; warnings: readonly Finding[] }>;

const legalFormRules: Check = ({ legalForm, workload, syllabus }, country) => {
  if (!legalForm) return [];
  const form = legalForms[legalForm];
  const isForeign = form.country !== undefined && form.country !== country;
  const creditsTooMany = form.credits === 'forbidden' && workload?.ects !== undefined;
  const creditsTooFew = form.credits === 'required' && workload !== undefined && workload.ects === undefined;
  return [
    ...(isForeign ? [finding('form-of-another-country', 'legalForm', { form: legalForm })] : []),
    ...(creditsTooMany ? [finding('credits-forbidden', 'workload/ects', { form: legalForm })] : []),
    ...(creditsTooFew ? [finding('credits-required', 'workload/ects', { form: legalForm })] : []),
    ...(form.syllabusRequired && !syllabus ? [finding('syllabus-required', 'syllabus', { form: legalForm })] : []),
  ];
};

const syllabusDateExists: Check = ({ syllabus }) =>
  syllabus?.decisionDate !== undefined && !isCalendarDate(syllabus.decisionDate)
    ? [finding('syllabus-date-impossible', 'syllabus/decisionDate')]
    : [];

const workloadIsPossible: Check = ({ workload }) => [
  ...(workload?.hours !== undefined && !(workload.hours > 0) ? [finding('hours-impossible', 'workload/hours')] : []),
  ...(workload?.ects !== undefined && !(workload.ects >= 0.4 && workload.ects < 60)
    ? [finding('credits-impossible', 'workload/ects')]
    : []),
];

const eqfOf = ({ level }: MicrocredentialContent): number | undefined =>
  level && 'eqf' in level ? level.eqf : undefined;

const eqfLevels: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];
const eqfRange: Check = (content) => {
  const eqf = eqfOf(content);
  return eqf === undefined || eqfLevels.includes(eqf) ? [] : [finding('eqf-impossible', 'level/eqf')];
};

const cycleLevels: Readonly<Record<string, number>> = { short: 5, first: 6, second: 7, third: 8 };
const depthLevels: Readonly<Record<string, number>> = { G: 6, A: 7, B: 4 };

/** QF-EHEA cycles, Swedish depth codes (SUHF 2008) and EQF levels describe the same level, so they must agree. */
const levelsAgree: Check = (content) => {
  const { cycle, depthCode } = content;
  const eqf = eqfOf(content);
  const ofCycle = cycle === undefined ? undefined : cycleLevels[cycle];
  const ofDepth = depthCode === undefined ? undefined : depthLevels[depthCode.charAt(0)];
  // Where no level applies, the two can still contradict each other.
  const given = eqf ?? ofCycle;
  return [
    ...(cycle && ofCycle !== undefined && eqf !== undefined && ofCycle !== eqf
      ? [finding('cycle-contradiction', 'cycle', { cycle, expected: ofCycle, given: eqf })]
      : []),
    ...(depthCode && ofDepth !== undefined && given !== undefined && ofDepth !== given
      ? [finding('depth-contradiction', 'depthCode', { depth: depthCode, expected: ofDepth, given })]
      : []),
  ];
};

const gradesArePossible: Check = ({ gradingScheme }) => {
  const grades = gradingScheme?.grades ?? [];
  const values = grades.map(({ value }) => value);
  return [
    ...(grades.length > 0 && grades.every(({ passes }) => passes === false)
      ? [finding('no-grade-passes', 'gradingScheme/grades')]
      : []),
    ...values.flatMap((value, index) =>
      value === undefined || isBlank(value) || values.indexOf(value) === index
        ? []
        : [finding('grade-twice', `gradingScheme/grades/${index}/value`, { word: value })],
    ),
  ];
};

/** Found as whole words only: neither the "hp" in "php" nor the "op" in "copy" counts. */
const creditWord =
  /(?<![\p{L}\d])(?:\d+(?:[.,]\d+)?\s*(?:hp|sp|op)|ECTS|ECTS-\p{L}+|(?:hög)?skolepoäng|studiepoäng|opintopiste\p{L}*|kursbevis\p{L}*|credits?)(?!\p{L})/iu;

/** The texts of a course without credits may not mention credits, in any language. */
const noCreditWords: Check = (content) => {
  if (!content.legalForm || legalForms[content.legalForm].credits !== 'forbidden') return [];
  return textsOf(content).flatMap(([pointer, text]) => {
    const word = creditWord.exec(text.normalize('NFC'))?.[0];
    return word === undefined ? [] : [finding('credit-word', pointer, { word })];
  });
};

const checks: readonly Check[] = [
  missingElements,
  unfinishedParts,
  legalFormRules,
  syllabusDateExists,
  workloadIsPossible,
  eqfRange,
  levelsAgree,
  gradesArePossible,
  noCreditWords,
];

/** The contract's limit; the rest is found once these are mended. */
const mostFindings = 500;

/** The faults that prevent publication, and advice that does not. `country` is the institution's. */
export const publishGate = (content: MicrocredentialContent, country: string): GateReport => ({
  faults: checks.flatMap((check) => check(content, country)).slice(0, mostFindings),
  warnings: advice.flatMap((check) => check(content, country)).slice(0, mostFindings),
});

/** The gate's refusal: in English as it stands, and with what was found, to be told in any language. */
export class GateRefusal extends DomainError {
  readonly faults: readonly Finding[];
  /** The institution's: it decides which Swedish is written. */
  readonly country: string;

  constructor(faults: readonly Finding[], country: string) {
    const violations = faults.map((fault) => toViolation(fault, 'en'));
    super('gate-refused', refusalText(faults.length, 'en').detail, { violations });
    this.faults = faults;
    this.country = country;
  }
}

/** What the published description or its certificates would have too much of for others to check them. */
export const tooMuch: Finding = finding('too-much', '');

/** The content as complete, or `gate-refused` with every fault. */
export function passPublishGate(content: MicrocredentialContent, country: string): CompleteContent {
  const { faults } = publishGate(content, country);
  if (faults.length === 0) return content as CompleteContent;
  throw new GateRefusal(faults, country);
}
