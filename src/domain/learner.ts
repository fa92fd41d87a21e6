import { isCalendarDate } from './dates.ts';
import type { Violation } from './errors.ts';

export const identifierKinds = [
  'personnummer',
  'samordningsnummer',
  'henkilotunnus',
  'student-number',
  'eppn',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** An identifier of a person, with the time for which it held. Never in a credential, an address or a log. */
export type LearnerIdentifier = Readonly<{ kind: IdentifierKind; value: string; from?: string; to?: string }>;

export type LearnerInput = Readonly<{
  /** The name as the person writes it; a single name is a name. */
  nameAsAwarded: string;
  givenName?: string;
  familyName?: string;
  birthDate?: string;
  email?: string;
  identifiers?: readonly LearnerIdentifier[];
}>;

export type Learner = Readonly<{
  id: string;
  institutionId: string;
  nameAsAwarded: string;
  givenName?: string;
  familyName?: string;
  birthDate?: string;
  email?: string;
  identifiers: readonly LearnerIdentifier[];
  /** Skyddade personuppgifter, turvakielto: shown to the role `confidential` only; others see nothing at all. */
  protected: boolean;
  /** What the role sees where a name is not needed. */
  alias?: string;
  createdAt: Date;
}>;

/** Whether there is a second way, beside the name, to tell this person from a namesake. */
export const isIdentifiable = (learner: Pick<Learner, 'birthDate' | 'email' | 'identifiers'>): boolean =>
  learner.birthDate !== undefined || learner.email !== undefined || learner.identifiers.length > 0;

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
  return faults;
}
