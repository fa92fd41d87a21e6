import { describe, expect, test } from 'vitest';
import { completionFaults, type CompletionInput } from '../../../src/domain/enrolment/completion.ts';
import { completeContent } from '../../samples/content.ts';

const facts = { scheme: completeContent.gradingScheme, today: '2026-03-02', startDate: '2026-01-19' };
const usual: CompletionInput = { registrationId: 'r1', grade: 'G', date: '2026-02-27', examinerId: 'p1' };
const pointersOf = (change: Partial<CompletionInput>) =>
  completionFaults({ ...usual, ...change }, facts).map(({ pointer }) => pointer);

describe('a completion', () => {
  test.each(['G', 'VG'])('has a grade of the scheme that passes: %s', (grade) => {
    expect(pointersOf({ grade })).toEqual([]);
  });

  test.each(['A', 'g', 'G ', '', '5', 'toString'])('has no grade that the scheme does not know: %j', (grade) => {
    expect(pointersOf({ grade })).toEqual(['#/grade']);
    const [fault] = completionFaults({ ...usual, grade }, facts);
    expect(fault?.detail).toBe('The grade is one of VG, G, U.');
  });

  test('has no grade that fails', () => {
    const [fault] = completionFaults({ ...usual, grade: 'U' }, facts);
    expect(fault).toEqual({
      pointer: '#/grade',
      detail: 'The grade U does not pass; a completion needs one that does.',
    });
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
});
