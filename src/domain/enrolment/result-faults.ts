import type { GradingScheme } from '../catalogue/microcredential.ts';
import { calendarDate, isCalendarDate } from '../shared/dates.ts';
import type { Violation } from '../shared/errors.ts';
import { decidedInFaults } from './decided-in.ts';
import { examinationFaults } from './examination.ts';
import { passes, type Result, type ResultInput } from './result.ts';

/** `results`: those that the registration has. */
type Facts = Readonly<{
  scheme: GradingScheme;
  now: Date;
  timeZone: string;
  startDate: string;
  results: readonly Result[];
}>;

export function resultFaults(input: ResultInput, facts: Facts): Violation[] {
  const { scheme, now, timeZone, startDate, results } = facts;
  const { date, decidedIn, examination } = input;
  const today = calendarDate(now, timeZone);
  const faults: Violation[] = [];
  const known = scheme.grades.map(({ value }) => value).join(', ');
  if (passes(scheme, input.grade) === undefined)
    faults.push({ pointer: '#/grade', detail: `The grade is one of ${known}.` });
  if (!isCalendarDate(date)) faults.push({ pointer: '#/date', detail: 'Write a date that exists, as YYYY-MM-DD.' });
  else if (date > today) faults.push({ pointer: '#/date', detail: `The result is dated after today, ${today}.` });
  else if (date < startDate)
    faults.push({ pointer: '#/date', detail: `The result is dated before the offering starts, ${startDate}.` });
  return [
    ...faults,
    ...roadFaults(input),
    ...(decidedIn ? decidedInFaults(decidedIn, { ...facts, date }) : []),
    ...(examination ? examinationFaults(examination) : []),
    ...correctionFaults(input, results),
  ];
}

/** A grade is decided once: here by an examiner, or in a register. */
function roadFaults({ examinerId, decidedIn, decision }: ResultInput): Violation[] {
  if (!decidedIn)
    return examinerId === undefined
      ? [{ pointer: '#/examinerId', detail: 'Name the examiner, or say in decidedIn which register has decided.' }]
      : [];
  const detail = 'The register has decided, and no second decision is made here: leave it out.';
  return [
    ...(examinerId === undefined ? [] : [{ pointer: '#/examinerId', detail }]),
    ...(decision ? [{ pointer: '#/decision', detail }] : []),
  ];
}

/** An ordinary result rests on an examination unless told; a correction that is decided here says why it is made. */
function correctionFaults({ corrects, decidedIn, decision }: ResultInput, results: readonly Result[]): Violation[] {
  if (corrects === undefined) return [];
  const corrected = results.find(({ id }) => id === corrects);
  const faults: Violation[] = [];
  if (!corrected) faults.push({ pointer: '#/corrects', detail: 'The registration has no result with this id.' });
  const before = corrected?.decidedIn;
  if (decidedIn && before && new Date(decidedIn.attestedAt) < before.attestedAt)
    faults.push({
      pointer: '#/decidedIn/attestedAt',
      detail: `The result that it corrects was attested later, at ${before.attestedAt.toISOString()}.`,
    });
  if (before && decision?.ground === 'grade-changed')
    faults.push({
      pointer: '#/decision/ground',
      detail: `The grade was decided in ${before.system}, and is changed there: send what that register says, with decidedIn.`,
    });
  if (!decision && !decidedIn)
    faults.push({
      pointer: '#/decision',
      detail: 'A correction needs a decision that says on which ground it is made.',
    });
  return faults;
}
