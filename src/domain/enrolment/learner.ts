import { isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';

export type IdentifierKind =
  'personnummer' | 'samordningsnummer' | 'henkilotunnus' | 'student-number' | 'eppn' | 'other';

/** An identifier of a person, with the time for which it held. Never in a credential, an address or a log. */
export type LearnerIdentifier = Readonly<{ kind: IdentifierKind; value: string; from?: string; to?: string }>;

export type LearnerInput = Readonly<{
  /** The name as the person writes it; some people have a single name. */
  nameAsAwarded: string;
  givenName?: string;
  familyName?: string;
  birthDate?: string;
  email?: string;
  identifiers?: readonly LearnerIdentifier[];
}>;

/** What was said of the person, and what is on record beside it. */
export type Learner = Required<Pick<LearnerInput, 'identifiers'>> &
  Omit<LearnerInput, 'identifiers'> &
  Readonly<{
    id: string;
    institutionId: string;
    /** Skyddade personuppgifter, turvakielto: shown to the role `confidential` only; others see nothing at all. */
    protected: boolean;
    /** What the role sees where a name is not needed. */
    alias?: string;
    createdAt: Date;
  }>;

/** Whether there is a second way, beside the name, to tell this person from a namesake. */
export const isIdentifiable = (learner: Pick<Learner, 'birthDate' | 'email' | 'identifiers'>): boolean =>
  Boolean(learner.birthDate?.trim() || learner.email?.trim()) ||
  learner.identifiers.some(({ value }) => value.trim() !== '');

export function learnerFaults(input: LearnerInput, today: string): Violation[] {
  const faults: Violation[] = [];
  if (input.nameAsAwarded.trim() === '') {
    faults.push({ pointer: '#/learner/nameAsAwarded', detail: 'Write the name as the person writes it.' });
  }
  if (input.birthDate !== undefined && (!isCalendarDate(input.birthDate) || input.birthDate > today)) {
    faults.push({
      pointer: '#/learner/birthDate',
      detail: 'Write a date of birth that exists and is not in the future, as YYYY-MM-DD.',
    });
  }
  return [...faults, ...(input.identifiers ?? []).flatMap(identifierFaults)];
}

/** Names the place and never the value: no error text may hold an identifier. */
function identifierFaults({ value, from, to }: LearnerIdentifier, index: number): Violation[] {
  const faults: Violation[] = [];
  const fault = (member: string, detail: string) =>
    faults.push({ pointer: `#/learner/identifiers/${index}/${member}`, detail });
  if (value.trim() === '') fault('value', 'Write the identifier, or leave it out.');
  if (from !== undefined && !isCalendarDate(from)) fault('from', 'Write a date that exists, as YYYY-MM-DD.');
  if (to !== undefined && !isCalendarDate(to)) fault('to', 'Write a date that exists, as YYYY-MM-DD.');
  else if (from !== undefined && to !== undefined && to < from) fault('to', 'The period ends before it begins.');
  return faults;
}
