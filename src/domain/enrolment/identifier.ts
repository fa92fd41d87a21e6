import { type CalendarDate, isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { cleanText, textFault } from '../shared/names.ts';
import { identifierKind, type KnownKind } from './identifiers/index.ts';

/** Of a student number and of any other one only the institution knows the form. */
export type IdentifierKind = KnownKind | 'student-number' | 'other';

/** An identifier of a person, with the time for which it held. Never in a credential, an address or a log. */
export type LearnerIdentifier = Readonly<{ kind: IdentifierKind; value: string; from?: string; to?: string }>;

/** As it is kept and compared; one that passes `identifierFaults`. */
export function keptIdentifier(identifier: LearnerIdentifier, today: CalendarDate): LearnerIdentifier {
  const { kind, value } = identifier;
  const kept = identifierKind(kind)?.normalise(value, today) ?? cleanText(value);
  // A name with its scope is an eduPersonPrincipalName, whoever says it.
  return { ...identifier, kind: kind === 'eduid-subject' && kept.includes('@') ? 'eppn' : kind, value: kept };
}

/** Whether it may be somebody else's now: its time is over, and whoever gives such ones out gives them anew. */
export const isGivenUp = ({ kind, to }: LearnerIdentifier): boolean =>
  to !== undefined && (identifierKind(kind)?.isGivenAnew ?? !identifierKind(kind));

export const isSameIdentifier = (one: LearnerIdentifier, other: LearnerIdentifier): boolean =>
  one.kind === other.kind && one.value === other.value;

/** Names the place and never the value: no error text may hold an identifier. */
export function identifierFaults(identifiers: readonly LearnerIdentifier[], today: CalendarDate): Violation[] {
  const kept = identifiers.map((each) => keptIdentifier(each, today));
  return identifiers.flatMap((identifier, index) => {
    const at = (member: string, detail: string): Violation => ({
      pointer: `#/learner/identifiers/${index}/${member}`,
      detail,
    });
    const fault = valueFault(identifier, today);
    if (fault !== undefined) return [at('value', fault), ...periodFaults(identifier, at)];
    const isTwice = kept.slice(0, index).some((earlier) => isSameIdentifier(earlier, kept[index]!));
    return [...(isTwice ? [at('value', 'It is there already: give it once.')] : []), ...periodFaults(identifier, at)];
  });
}

function valueFault({ kind, value }: LearnerIdentifier, today: CalendarDate): string | undefined {
  if (value.trim() === '') return 'Write the identifier, or leave it out.';
  const row = identifierKind(kind);
  return row ? row.check(value, today) : textFault(value);
}

function periodFaults(
  { from, to }: LearnerIdentifier,
  at: (member: string, detail: string) => Violation,
): readonly Violation[] {
  const faults: Violation[] = [];
  if (from !== undefined && !isCalendarDate(from)) faults.push(at('from', 'Write a date that exists, as YYYY-MM-DD.'));
  if (to !== undefined && !isCalendarDate(to)) faults.push(at('to', 'Write a date that exists, as YYYY-MM-DD.'));
  else if (from !== undefined && to !== undefined && to < from)
    faults.push(at('to', 'The period ends before it begins.'));
  return faults;
}

/** The first of them whose number says another date of birth; only of those that pass. */
export const identifierBornElsewhen = (
  identifiers: readonly LearnerIdentifier[],
  birthDate: CalendarDate,
  today: CalendarDate,
): number => {
  const differs = ({ kind, value }: LearnerIdentifier): boolean => {
    const row = identifierKind(kind);
    return (
      row?.birthDate !== undefined &&
      row.check(value, today) === undefined &&
      !birthDate.startsWith(row.birthDate(value, today))
    );
  };
  return identifiers.findIndex(differs);
};
