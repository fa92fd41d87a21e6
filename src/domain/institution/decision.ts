import { categories, type LearnerCategory, learnerCategories } from '../legal-form/categories.ts';
import { isCalendarDate } from '../shared/dates.ts';
import { DomainError, type Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';
import { present } from '../shared/present.ts';

/**
 * The legal acts of the service. To join is a partner's: whether it gives a course together with its owner. To correct
 * is of a result; it is another result that takes the place of the first.
 */
export const decisionKinds = ['publish', 'join', 'result', 'correct', 'award', 'revoke'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** The acts whose grounds the law gives for students and the agreement for participants (domain/legal-form). */
export const kindsByCategory = ['correct', 'revoke'] as const satisfies readonly DecisionKind[];
type KindByCategory = (typeof kindsByCategory)[number];
const isByCategory = (kind: DecisionKind): kind is KindByCategory =>
  (kindsByCategory as readonly DecisionKind[]).includes(kind);

const groundsForAll: Readonly<Record<Exclude<DecisionKind, KindByCategory>, readonly string[]>> = {
  publish: ['board-decision', 'delegated-decision', 'syllabus-established'],
  join: ['board-decision', 'delegated-decision'],
  result: ['examination', 'recognised-learning'],
  award: ['outcomes-met', 'learner-request', 'commission-agreement'],
};

/** Of whom the act is about, where its grounds depend on that. */
export type About<K extends DecisionKind> = K extends KindByCategory
  ? Readonly<{ category: LearnerCategory }>
  : Readonly<{ category?: undefined }>;

/** The grounds on which an act may rest; without a category, those of all. */
export function groundsOf(kind: DecisionKind, category?: LearnerCategory): readonly string[] {
  if (!isByCategory(kind)) return groundsForAll[kind];
  const asked = category === undefined ? learnerCategories : [category];
  return [...new Set(asked.flatMap((one) => categories[one][kind].map(({ ground }) => ground)))];
}

/** What a person says when they decide. */
export type DecisionInput = Readonly<{
  ground: string;
  /** In what capacity ("examiner", "head of department"), or for which body. */
  capacity?: string;
  body?: string;
  date?: string;
  caseNumber?: string;
}>;

export type Decision = Readonly<{
  id: string;
  institutionId: string;
  kind: DecisionKind;
  /** The staff member who decided. */
  personId: string;
  capacity?: string;
  body?: string;
  date: string;
  ground: string;
  caseNumber?: string;
  /** What it is about: the ids of a micro-credential or result, or of all awards that it decides on. */
  subjects: readonly string[];
  recordedAt: Date;
  /** Who put it on record: the person themself, a colleague or a machine client (opaque id). */
  recordedBy: string;
}>;

/** What a decision presupposes, in words after "before", and its date. */
export type Since = Readonly<{ what: string; date: string }>;

type Facts = Readonly<{
  id: string;
  institutionId: string;
  personId: string;
  subjects: readonly string[];
  recordedBy: string;
  now: Date;
  today: string;
  /** Absent: any day of `earliest` or later. A syllabus may have been established long ago. */
  since?: Since;
  /** Of whom it is about, where that decides its grounds. */
  category?: LearnerCategory | undefined;
}>;

/** A year before it is a slip of the keyboard: whoever decided then cannot be a member of staff. */
const earliest = '1900-01-01';

/** Makes the record of a legal act, or says what is wrong with it (`decision-invalid`). */
export function decide(kind: DecisionKind, input: DecisionInput, facts: Facts): Decision {
  const faults = faultsOf(kind, input, facts);
  if (faults.length > 0) {
    throw new DomainError('decision-invalid', 'The decision cannot be recorded as it stands.', { violations: faults });
  }
  return {
    id: facts.id,
    institutionId: facts.institutionId,
    kind,
    personId: facts.personId,
    subjects: facts.subjects,
    ground: input.ground,
    date: input.date ?? facts.today,
    recordedAt: facts.now,
    recordedBy: facts.recordedBy,
    ...present({
      capacity: cleaned(input.capacity),
      body: cleaned(input.body),
      caseNumber: cleaned(input.caseNumber),
    }),
  };
}

const cleaned = (text: string | undefined) => (text === undefined ? undefined : cleanText(text));

/** What a person wrote, who may have copied it from anywhere. */
const textFaults = (input: DecisionInput): Violation[] =>
  (['capacity', 'body', 'caseNumber'] as const).flatMap((member) => {
    const text = input[member];
    const detail = text === undefined ? undefined : textFault(text);
    return detail === undefined ? [] : [{ pointer: `#/decision/${member}`, detail }];
  });

function faultsOf(kind: DecisionKind, input: DecisionInput, facts: Facts): Violation[] {
  const faults: Violation[] = [];
  const allowed = groundsOf(kind, facts.category);
  if (!allowed.includes(input.ground)) {
    const of = facts.category === undefined ? 'of this decision' : `of this decision about a ${facts.category}`;
    faults.push({ pointer: '#/decision/ground', detail: `The ground ${of} is one of: ${allowed.join(', ')}.` });
  }
  // What is not said is today; a clock that was set back keeps nobody from deciding.
  const detail = input.date === undefined ? undefined : dateFault(input.date, facts);
  if (detail !== undefined) faults.push({ pointer: '#/decision/date', detail });
  return [...faults, ...textFaults(input)];
}

function dateFault(date: string, { today, since }: Pick<Facts, 'today' | 'since'>): string | undefined {
  if (!isCalendarDate(date)) return 'Write the date as YYYY-MM-DD.';
  if (date > today) return `A decision cannot be dated after today, ${today}.`;
  if (date < earliest) return `A decision cannot be dated before ${earliest}.`;
  if (since && date < since.date) return `The decision is dated before ${since.what}, ${since.date}.`;
  return undefined;
}
