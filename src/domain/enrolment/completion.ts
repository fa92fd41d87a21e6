import { isCalendarDate } from '../shared/dates.ts';
import type { DecisionInput } from '../institution/decision.ts';
import type { Violation } from '../shared/errors.ts';
import type { GradingScheme } from '../catalogue/microcredential.ts';

export type CompletionInput = Readonly<{
  registrationId: string;
  /** One of the values of the version's grading scheme. */
  grade: string;
  /** The day on which the outcomes were met. */
  date: string;
  /** The staff member who examined; the result is theirs. */
  examinerId: string;
  decision?: DecisionInput;
}>;

/** An examiner found the learning outcomes met. */
export type Completion = Readonly<{
  id: string;
  institutionId: string;
  registrationId: string;
  grade: string;
  date: string;
  examinerId: string;
  decisionId: string;
  createdAt: Date;
}>;

type Facts = Readonly<{ scheme: GradingScheme; today: string; startDate: string }>;

export function completionFaults(input: CompletionInput, { scheme, today, startDate }: Facts): Violation[] {
  const faults: Violation[] = [];
  const grade = scheme.grades.find(({ value }) => value === input.grade);
  const known = scheme.grades.map(({ value }) => value).join(', ');
  if (!grade) faults.push({ pointer: '#/grade', detail: `The grade is one of ${known}.` });
  else if (!grade.passes)
    faults.push({
      pointer: '#/grade',
      detail: `The grade ${grade.value} does not pass; a completion needs one that does.`,
    });
  if (!isCalendarDate(input.date))
    faults.push({ pointer: '#/date', detail: 'Write a date that exists, as YYYY-MM-DD.' });
  else if (input.date > today) faults.push({ pointer: '#/date', detail: `The result is dated after today, ${today}.` });
  else if (input.date < startDate)
    faults.push({ pointer: '#/date', detail: `The result is dated before the offering starts, ${startDate}.` });
  return faults;
}
