import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countingResult,
  demandPlace,
  isCompletion,
  passes,
  type Result,
  type ResultInput,
} from '../../../src/domain/enrolment/result.ts';
import { resultFaults } from '../../../src/domain/enrolment/result-faults.ts';
import { completeContent } from '../../samples/content.ts';

const resultOf = (id: string, passed: boolean, more: Partial<Result> = {}): Result => ({
  id,
  institutionId: 'i1',
  registrationId: 'r1',
  grade: passed ? 'G' : 'U',
  passed,
  date: '2026-02-27',
  examinerId: 'p1',
  decisionId: `d-${id}`,
  createdAt: new Date('2026-03-01T12:00:00Z'),
  ...more,
});
const failed = resultOf('failed', false);
const facts = {
  scheme: completeContent.gradingScheme,
  now: new Date('2026-03-02T12:00:00Z'),
  timeZone: 'Europe/Stockholm',
  startDate: '2026-01-19',
  results: [failed],
};
const usual: ResultInput = { registrationId: 'r1', grade: 'G', date: '2026-02-27', examinerId: 'p1' };
const faultsOf = (change: Partial<ResultInput>) => resultFaults({ ...usual, ...change }, facts);
const pointersOf = (change: Partial<ResultInput>) => faultsOf(change).map(({ pointer }) => pointer);

describe('a result', () => {
  test.each(['G', 'VG', 'U'])('has a grade of the scheme, whether it passes or not: %s', (grade) => {
    expect(pointersOf({ grade })).toEqual([]);
  });

  test.each(['A', 'g', 'G ', '', '5', 'toString'])('has no grade that the scheme does not know: %j', (grade) => {
    expect(pointersOf({ grade })).toEqual(['#/grade']);
    expect(faultsOf({ grade })[0]?.detail).toBe('The grade is one of U, G, VG.');
  });

  test.each([
    ['2026-03-02', []],
    ['2026-01-19', []],
    ['2026-03-03', ['#/date']],
    ['2026-01-18', ['#/date']],
    ['2026-02-29', ['#/date']],
    ['27/2 2026', ['#/date']],
    ['', ['#/date']],
  ])('dated %j has the faults %j, where it began on 19 January and today is 2 March', (date, pointers) => {
    expect(pointersOf({ date })).toEqual(pointers);
  });

  test('names both the grade and the date where both are wrong', () => {
    expect(pointersOf({ grade: 'A', date: '2027-01-01' })).toEqual(['#/grade', '#/date']);
  });

  test.each([
    [
      ['U', 'G', 'VG'],
      ['G', 'VG'],
    ],
    [
      ['0', '1', '2', '3', '4', '5'],
      ['1', '2', '3', '4', '5'],
    ],
    [
      ['A', 'B', 'C', 'D', 'E', 'Fx', 'F'],
      ['A', 'B', 'C', 'D', 'E'],
    ],
    [['Hylätty', 'Hyväksytty'], ['Hyväksytty']],
    [['Godkänd'], ['Godkänd']],
  ])('of the scale %j passes with %j, and a grade that fails is one of the scale', (scale, passing) => {
    const scheme = { grades: scale.map((value) => ({ value, passes: passing.includes(value) })) };
    for (const grade of scale) expect(resultFaults({ ...usual, grade }, { ...facts, scheme })).toEqual([]);
    expect(scale.filter((grade) => passes(scheme, grade))).toEqual(passing);
    expect(passes(scheme, 'X')).toBeUndefined();
  });
});

describe('a correction', () => {
  const decision = { ground: 'clerical-error' };
  const corrects = failed.id;

  test.each([
    ['of a result that the registration has', { corrects, decision }, []],
    ['on the ground that the grade was changed', { corrects, decision: { ground: 'grade-changed' } }, []],
    ['of a result that it does not have', { corrects: 'other', decision }, ['#/corrects']],
    ['that says no ground', { corrects }, ['#/decision']],
    ['with all of it wrong', { corrects: 'other', grade: 'A' }, ['#/grade', '#/corrects', '#/decision']],
  ])('%s has the faults %j', (_, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });
});

describe('a result that a register decided', () => {
  const decidedIn = { system: 'Ladok', id: 'L1', attestedBy: 'Ada Attestant', attestedAt: '2026-02-28T09:00:00+01:00' };
  const { examinerId, ...rest } = usual;
  const before = resultOf('before', true, {
    decidedIn: { ...decidedIn, attestedAt: new Date('2026-02-28T08:00:00Z') },
  });
  const pointersIn = (change: object, results: readonly Result[] = []) =>
    resultFaults({ ...rest, ...change }, { ...facts, results }).map(({ pointer }) => pointer);
  const attested = (attestedAt: string) => ({ decidedIn: { ...decidedIn, attestedAt } });
  const correction = { decision: { ground: 'clerical-error' }, corrects: 'before', examinerId };

  test.each([
    ['attested the day after', { decidedIn }, []],
    ['attested on its day, where the institution is', attested('2026-02-26T23:30:00Z'), []],
    ['attested this moment', attested('2026-03-02T12:00:00Z'), []],
    ['with neither an examiner nor a register', {}, ['#/examinerId']],
    ['with both', { decidedIn, examinerId }, ['#/examinerId']],
    ['with a decision beside it', { decidedIn, decision: { ground: 'examination' } }, ['#/decision']],
    ['attested a second from now', attested('2026-03-02T12:00:01Z'), ['#/decidedIn/attestedAt']],
    ['attested before its own day', attested('2026-02-26T22:30:00Z'), ['#/decidedIn/attestedAt']],
    ['attested before the course began', attested('2026-01-18T12:00:00Z'), ['#/decidedIn/attestedAt']],
    ['attested at no time', attested('2026-02-30T25:00:00Z'), ['#/decidedIn/attestedAt']],
    ['dated after today', { decidedIn, date: '2026-03-03' }, ['#/date', '#/decidedIn/attestedAt']],
    ['in a register without a name', { decidedIn: { ...decidedIn, system: ' ' } }, ['#/decidedIn/system']],
    ['under an id that nobody can see', { decidedIn: { ...decidedIn, id: '\u200b' } }, ['#/decidedIn/id']],
    ['attested by nobody', { decidedIn: { ...decidedIn, attestedBy: '\t' } }, ['#/decidedIn/attestedBy']],
  ])('%s', (_, change, pointers) => {
    expect(pointersIn(change)).toEqual(pointers);
  });

  test.each([
    ['by what the register says since', { ...attested('2026-03-01T12:00:00Z'), corrects: 'before' }, []],
    ['by what it said before', { ...attested('2026-02-27T12:00:00Z'), corrects: 'before' }, ['#/decidedIn/attestedAt']],
    ['by an examiner who mends a slip of the record', correction, []],
    [
      'by an examiner who changes the grade',
      { ...correction, decision: { ground: 'grade-changed' } },
      ['#/decision/ground'],
    ],
  ])('is corrected %s', (_, change, pointers) => {
    expect(pointersIn(change, [before])).toEqual(pointers);
  });
});

describe('after a pass', () => {
  const passed = resultOf('passed', true);
  const results = [failed, passed];
  type Row = readonly [what: string, result: Pick<Result, 'passed' | 'corrects'>, code: string | undefined];
  const rows: readonly Row[] = [
    ['another pass', { passed: true }, 'already-completed'],
    ['a fail', { passed: false }, 'already-completed'],
    ['a pass that corrects it', { passed: true, corrects: 'passed' }, undefined],
    ['a fail that corrects it', { passed: false, corrects: 'passed' }, undefined],
    ['a fail that corrects an earlier fail', { passed: false, corrects: 'failed' }, undefined],
    ['a pass that corrects an earlier fail', { passed: true, corrects: 'failed' }, 'already-completed'],
  ];
  test.each(rows)('%s gives %s', (_, result, code) => {
    const demand = () => demandPlace(result, results, false);
    if (code === undefined) expect(demand).not.toThrow();
    else expect(demand).toThrow(expect.objectContaining({ code }));
  });

  test('what is corrected is not corrected again', () => {
    const before = [resultOf('passed', true, { correctedBy: 'next' }), resultOf('next', false, { corrects: 'passed' })];
    expect(() => demandPlace({ passed: true, corrects: 'passed' }, before, false)).toThrow(/corrected by next/);
  });

  test('on which an award rests no correction is made, whatever it says', () => {
    for (const passes of [true, false])
      expect(() => demandPlace({ passed: passes, corrects: 'passed' }, results, true)).toThrow(
        /Revoke the award first/,
      );
  });
});

test('in any order of results and corrections one completion stands at most, and what was attested last counts', () => {
  const step = fc.record({ passed: fc.boolean(), corrects: fc.option(fc.nat(12), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let results: readonly Result[] = [];
      for (const [index, { passed, corrects }] of steps.entries()) {
        const corrected = corrects === undefined ? undefined : results[corrects]?.id;
        if (corrects !== undefined && corrected === undefined) continue;
        const before = countingResult(results);
        const next = resultOf(`${index}`, passed, corrected === undefined ? {} : { corrects: corrected });
        try {
          demandPlace(next, results, false);
        } catch {
          continue;
        }
        results = [...results.map((each) => (each.id === corrected ? { ...each, correctedBy: next.id } : each)), next];
        const standing = results.filter((each) => each.correctedBy === undefined);
        const completions = standing.filter(isCompletion);
        expect(completions.length).toBeLessThanOrEqual(1);
        // Only the mending of an earlier fail leaves a completion in its place.
        const mendsAnotherFail = before?.passed === true && before.id !== corrected;
        expect(countingResult(results)).toEqual(mendsAnotherFail ? before : next);
        for (const each of results)
          expect(results.filter((other) => other.corrects === each.id).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
