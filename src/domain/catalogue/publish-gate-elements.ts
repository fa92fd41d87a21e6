import { isChosen } from './bodies.ts';
import { type Check, hasText, isBlank, isEmpty } from './gate-check.ts';
import { type Finding, finding } from './gate-finding.ts';
import type { GateCode } from './gate-messages/index.ts';
import type { MicrocredentialContent } from './microcredential.ts';

/** Whether it is missing, where, and what to say of it. */
type Row = readonly [isMissing: boolean, pointer: string, code: GateCode];
const findingsOf = (rows: readonly Row[]): readonly Finding[] =>
  rows.filter(([isMissing]) => isMissing).map(([, pointer, code]) => finding(code, pointer));

/** The mandatory elements of Annex I (Council Recommendation 2022/C 243/02) that belong to the micro-credential. */
export const missingElements: Check = (content) =>
  findingsOf([
    [!hasText(content.title), 'title', 'title-missing'],
    [!hasText(content.description), 'description', 'description-missing'],
    [isEmpty(content.learningOutcomes), 'learningOutcomes', 'outcomes-missing'],
    [content.workload === undefined, 'workload', 'workload-missing'],
    [content.level === undefined || Object.keys(content.level).length === 0, 'level', 'level-missing'],
    [isEmpty(content.assessmentTypes), 'assessmentTypes', 'assessment-missing'],
    [isEmpty(content.participation?.modes), 'participation', 'participation-missing'],
    [isEmpty(content.qualityAssurance), 'qualityAssurance', 'quality-missing'],
    [isEmpty(content.fields), 'fields', 'field-missing'],
    [isEmpty(content.languages), 'languages', 'teaching-language-missing'],
    [isEmpty(content.gradingScheme?.grades), 'gradingScheme', 'grades-missing'],
    [isEmpty(content.awardingBodies), 'awardingBodies', 'awarding-body-missing'],
    [isEmpty(content.legalForms), 'legalForms', 'legal-form-missing'],
  ]);

/** What is begun and not finished: everything that a published version has wherever it has the part around it. */
export const unfinishedParts: Check = (content) =>
  findingsOf([
    ...outcomeRows(content),
    [content.workload !== undefined && content.workload.hours === undefined, 'workload/hours', 'hours-missing'],
    ...levelRows(content),
    ...listRows(content.qualityAssurance, 'qualityAssurance', ({ type, body }) => [
      [type === undefined, 'type', 'quality-type-missing'],
      [body === undefined || !(isChosen(body) || hasText(body.name)), 'body', 'quality-body-missing'],
    ]),
    ...supervisionRows(content),
    ...listRows(content.gradingScheme?.grades, 'gradingScheme/grades', ({ value, passes }) => [
      [isBlank(value), 'value', 'grade-name-missing'],
      [passes === undefined, 'passes', 'grade-passes-missing'],
    ]),
    ...stackabilityRows(content),
    ...listRows(content.awardingBodies, 'awardingBodies', (body) => [
      [!isChosen(body) && !hasText(body.name), 'name', 'awarding-body-name-missing'],
      [!isChosen(body) && body.country === undefined, 'country', 'awarding-body-country-missing'],
    ]),
    ...syllabusRows(content),
  ]);

/** The rows of each item of a list, with pointers from the content on. */
const listRows = <T>(items: readonly T[] | undefined, name: string, read: (item: T) => readonly Row[]): Row[] =>
  (items ?? []).flatMap((item, index) =>
    read(item).map(([isMissing, member, code]): Row => [isMissing, `${name}/${index}/${member}`, code]),
  );

const outcomeRows = ({ learningOutcomes }: MicrocredentialContent): Row[] =>
  listRows(learningOutcomes, 'learningOutcomes', ({ text, skills }) => [
    [!hasText(text), 'text', 'outcome-empty'],
    ...listRows(skills, 'skills', ({ iri, label }) => [
      [iri === undefined, 'iri', 'skill-address-missing'],
      [!hasText(label), 'label', 'skill-name-missing'],
    ]),
  ]);

function levelRows({ level = {} }: MicrocredentialContent): Row[] {
  const isStated = 'eqf' in level;
  const isWaived = 'notApplicable' in level;
  const hasReason = 'reason' in level;
  return [
    [isStated && (isWaived || hasReason), 'level', 'level-contradiction'],
    [!isStated && !isWaived && hasReason, 'level/notApplicable', 'level-not-waived'],
    [!isStated && isWaived && !(hasReason && hasText(level.reason)), 'level/reason', 'level-reason-missing'],
  ];
}

const supervisionRows = ({ supervision }: MicrocredentialContent): Row[] => [
  [supervision !== undefined && supervision.type === undefined, 'supervision/type', 'supervision-type-missing'],
];

const stackabilityRows = ({ stackability }: MicrocredentialContent): Row[] => [
  [stackability !== undefined && stackability.kind === undefined, 'stackability/kind', 'stackability-kind-missing'],
  ...listRows(stackability?.of, 'stackability/of', ({ title }) => [[!hasText(title), 'title', 'larger-name-missing']]),
];

const syllabusRows = ({ syllabus }: MicrocredentialContent): Row[] => [
  [syllabus !== undefined && isBlank(syllabus.code), 'syllabus/code', 'syllabus-code-missing'],
  [syllabus !== undefined && syllabus.decisionDate === undefined, 'syllabus/decisionDate', 'syllabus-date-missing'],
];
