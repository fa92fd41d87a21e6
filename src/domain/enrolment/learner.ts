import { type CalendarDate, isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';
import { present } from '../shared/present.ts';
import {
  identifierBornElsewhen,
  identifierFaults,
  type IdentifierKind,
  keptIdentifier,
  type LearnerIdentifier,
} from './identifier.ts';

export type { IdentifierKind, LearnerIdentifier };

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

const names = ['nameAsAwarded', 'givenName', 'familyName'] as const;
/** A year before it is a slip of the keyboard: nobody who is that old takes a course. */
const earliestBirth = '1900-01-01';

/** As it is kept: names in NFC without blanks around them, identifiers in their one form. It passes `learnerFaults`. */
export const keptLearner = (input: LearnerInput, today: CalendarDate): LearnerInput => ({
  ...input,
  ...present({ givenName: input.givenName && cleanText(input.givenName) }),
  ...present({ familyName: input.familyName && cleanText(input.familyName) }),
  nameAsAwarded: cleanText(input.nameAsAwarded),
  ...(input.identifiers && { identifiers: input.identifiers.map((each) => keptIdentifier(each, today)) }),
});

export function learnerFaults(input: LearnerInput, today: CalendarDate): Violation[] {
  const { identifiers = [] } = input;
  return [
    ...names.flatMap((name): Violation[] => {
      const detail = input[name] === undefined ? undefined : textFault(input[name]);
      return detail === undefined ? [] : [{ pointer: `#/learner/${name}`, detail }];
    }),
    ...birthDateFaults(input, today),
    ...identifierFaults(identifiers, today),
  ];
}

function birthDateFaults({ birthDate, identifiers = [] }: LearnerInput, today: CalendarDate): Violation[] {
  if (birthDate === undefined) return [];
  const pointer = '#/learner/birthDate';
  if (!isCalendarDate(birthDate) || birthDate > today)
    return [{ pointer, detail: 'Write a date of birth that exists and is not in the future, as YYYY-MM-DD.' }];
  if (birthDate < earliestBirth) return [{ pointer, detail: `A date of birth cannot be before ${earliestBirth}.` }];
  const other = identifierBornElsewhen(identifiers, birthDate, today);
  if (other < 0) return [];
  return [
    {
      pointer,
      detail: 'It differs from the date of birth that the identifier says: mend one of them.',
      pointers: [pointer, `#/learner/identifiers/${other}/value`],
    },
  ];
}
