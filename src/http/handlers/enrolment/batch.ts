import { DomainError } from '../../../domain/shared/errors.ts';
import type { RowOutcome } from '../../../services/enrolment/batch.ts';
import type { Language } from '../../output/answer-language.ts';
import { type Problem, problemIn } from '../../output/problem.ts';

type Refused = Readonly<{ index: number; outcome: 'refused'; problem: Problem }>;

/** `member`: where the rows stand in the body; `language`: in which a row that cannot be read is told so. */
type Batch = Readonly<{
  member: string;
  rows: readonly unknown[];
  badRows: ReadonlyMap<number, DomainError>;
  language: Language;
}>;

/** Those of the rows that can be read. */
export const readable = <Row>(rows: readonly Row[], badRows: ReadonlyMap<number, DomainError>): readonly Row[] =>
  rows.filter((_, index) => !badRows.has(index));

/** One answer for each row, in their order. `outcomes`: of the readable ones, which are numbered among themselves. */
export function toOutcomes<T extends object, Answer>(
  { member, rows, badRows, language }: Batch,
  outcomes: readonly RowOutcome<T>[],
  toAnswer: (index: number, made: T) => Answer,
): (Answer | Refused)[] {
  const left = [...outcomes];
  const refused = (index: number, error: DomainError): Refused => ({
    index,
    outcome: 'refused',
    problem: problemIn(language, error),
  });
  return rows.map((_, index) => {
    const bad = badRows.get(index);
    if (bad) return refused(index, bad);
    const outcome = left.shift()!;
    if (!('refusal' in outcome)) return toAnswer(index, outcome);
    const { code, detail, violations } = outcome.refusal;
    const here = (pointer: string) => pointer.replace(`#/${member}/${outcome.index}`, `#/${member}/${index}`);
    const moved = violations.map((violation) => ({
      ...violation,
      pointer: here(violation.pointer),
      ...(violation.pointers && { pointers: violation.pointers.map(here) }),
    }));
    return refused(index, new DomainError(code, detail, { violations: moved }));
  });
}
