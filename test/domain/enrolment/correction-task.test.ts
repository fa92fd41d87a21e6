import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CorrectionTask,
  recordedBefore,
  type Sent,
  stepOn,
} from '../../../src/domain/enrolment/correction-task.ts';
import type { Result } from '../../../src/domain/enrolment/result.ts';

const at = (day: number) => new Date(Date.UTC(2026, 1, day));
const sent = (grade: string, day: number, more: Partial<Sent> = {}): Sent => ({
  registrationId: 'r1',
  grade,
  passed: grade !== 'U',
  date: '2026-01-30',
  decidedIn: { system: 'Ladok', id: 'L1', attestedBy: 'Ada', attestedAt: at(day) },
  ...more,
});
const resultOf = (id: string, grade: string, day: number, more: Partial<Result> = {}): Result => ({
  ...sent(grade, day),
  id,
  institutionId: 'i1',
  createdAt: at(day),
  ...more,
});
const taskOf = (grade: string, day: number): CorrectionTask => {
  const { decidedIn, registrationId, passed, date } = sent(grade, day);
  const { attestedBy, attestedAt } = decidedIn;
  const of = { id: 't1', institutionId: 'i1', registrationId, resultId: 'one', state: 'open' } as const;
  return { ...of, grade, passed, date, attestedBy, attestedAt, createdAt: at(day) };
};

describe('a result of a register that is on record', () => {
  const examination = { place: 'online', supervision: 'supervised-without-id', form: 'quiz' } as const;
  const recorded = resultOf('one', 'G', 2);
  type Row = readonly [what: string, again: Sent, task: CorrectionTask | undefined, step: string];
  const rows: readonly Row[] = [
    ['sent again', sent('G', 2), undefined, 'nothing'],
    ['attested anew, the same', sent('G', 5), undefined, 'nothing'],
    ['with another grade', sent('VG', 5), undefined, 'open'],
    ['with another grade of the same moment', sent('VG', 2), undefined, 'open'],
    ['with a grade that fails', sent('U', 5), undefined, 'open'],
    ['of another day', sent('G', 5, { date: '2026-01-29' }), undefined, 'open'],
    ['examined otherwise', sent('G', 5, { examination }), undefined, 'open'],
    ['with the change once more', sent('VG', 5), taskOf('VG', 5), 'same'],
    ['with the change attested anew', sent('VG', 6), taskOf('VG', 5), 'change'],
    ['with a further change', sent('U', 6), taskOf('VG', 5), 'change'],
    ['as it was before the change, late', sent('G', 2), taskOf('VG', 5), 'nothing'],
    ['as it was before, attested anew', sent('G', 6), taskOf('VG', 5), 'finish'],
  ];
  test.each(rows)('%s', (_what, again, task, step) => {
    expect(stepOn(again, recorded, task)).toBe(step);
  });

  test.each([
    ['what is on record', 1, undefined],
    ['what its task says', 4, taskOf('VG', 5)],
  ])('with a change that is older than %s is refused', (_what, day, task) => {
    const places = [expect.objectContaining({ pointer: '#/decidedIn/attestedAt' })];
    expect(() => stepOn(sent('U', day), recorded, task)).toThrow(
      expect.objectContaining({ code: 'result-invalid', violations: places }),
    );
  });
});

describe('an id of a register', () => {
  const standing = resultOf('one', 'G', 2);
  const away = resultOf('one', 'G', 2, { correctedBy: 'two' });

  test('is that of the result that stands with it', () => {
    expect(recordedBefore(sent('G', 2), [])).toBeUndefined();
    expect(recordedBefore(sent('G', 2), [standing])).toBe(standing);
    const second = resultOf('two', 'VG', 3, { corrects: 'one' });
    expect(recordedBefore(sent('G', 2), [away, second])).toBe(second);
  });

  test('is of one registration', () => {
    const other = { registrationId: 'r2' };
    expect(() => recordedBefore(other, [standing])).toThrow(/cannot be recorded/);
    expect(recordedBefore(other, [away]), 'free again where it was recorded for the wrong person').toBeUndefined();
  });

  test('of a result that was corrected by a decision here does not come back', () => {
    expect(() => recordedBefore(sent('G', 2), [away])).toThrow(/corrected by two/);
  });
});

test('whatever a register sends, a task is open exactly while its newest word is not what is on record', () => {
  const word = fc.record({ grade: fc.constantFrom('U', 'G', 'VG'), day: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 12 }), (first, further) => {
      const recorded = resultOf('one', first.grade, first.day);
      let task: CorrectionTask | undefined;
      let newest = first;
      for (const each of further) {
        const differs = each.grade !== first.grade;
        const isLate = each.day < newest.day;
        const step = () => stepOn(sent(each.grade, each.day), recorded, task);
        if (differs && isLate) expect(step).toThrow();
        else {
          const what = step();
          if (what === 'open' || what === 'change') task = taskOf(each.grade, each.day);
          if (what === 'finish') task = undefined;
          if (differs) newest = each;
          else if (each.day > newest.day) newest = first;
        }
        expect(task?.grade).toBe(newest.grade === first.grade ? undefined : newest.grade);
      }
    }),
  );
});
