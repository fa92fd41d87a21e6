import { isCalendarDate } from '../shared/dates.ts';
import { DomainError } from '../shared/errors.ts';
import { awardingBodiesOnce, bodiesAreKnown } from './body-gate.ts';
import { type Check, isBlank, type Publication } from './gate-check.ts';
import { type Finding, finding, toViolation, refusalText } from './gate-finding.ts';
import { legalFormRules, noCreditWords, reasonForOther } from './legal-form-gate.ts';
import { awaited, outsideBodies, writtenInstitutions } from './joint/joint-gate.ts';
import { descriptionFaults } from './description/description-gate.ts';
import { advice } from './publish-advice.ts';
import { missingElements, unfinishedParts } from './publish-gate-elements.ts';
import type { CompleteContent, MicrocredentialContent } from './microcredential.ts';

/** Faults block publication; warnings are advice. */
export type GateReport = Readonly<{
  faults: readonly Finding[];
  warnings: readonly Finding[];
  /** Of a joint course: what its partners have still to decide before it can be published. */
  awaited?: readonly Finding[];
}>;

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

const checks: readonly Check[] = [
  missingElements,
  unfinishedParts,
  legalFormRules,
  reasonForOther,
  syllabusDateExists,
  workloadIsPossible,
  eqfRange,
  levelsAgree,
  gradesArePossible,
  bodiesAreKnown,
  awardingBodiesOnce,
  outsideBodies,
  writtenInstitutions,
  noCreditWords,
  ...descriptionFaults,
];

/** The contract's limit; the rest is found once these are mended. */
const mostFindings = 500;

/** The faults that prevent publication, and advice that does not. */
export const publishGate = (content: MicrocredentialContent, publication: Publication): GateReport => ({
  faults: checks.flatMap((check) => check(content, publication)).slice(0, mostFindings),
  warnings: advice.flatMap((check) => check(content, publication)).slice(0, mostFindings),
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
export function passPublishGate(content: MicrocredentialContent, publication: Publication): CompleteContent {
  return passed(content, publishGate(content, publication).faults, publication);
}

/** To be published it needs what its partners have to decide, too. */
export const passToPublish = (content: MicrocredentialContent, publication: Publication): CompleteContent =>
  passed(content, [...publishGate(content, publication).faults, ...awaited(content, publication)], publication);

function passed(content: MicrocredentialContent, faults: readonly Finding[], { country }: Publication) {
  if (faults.length === 0) return content as CompleteContent;
  throw new GateRefusal(faults, country);
}
