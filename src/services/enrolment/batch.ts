import { DomainError, type ErrorCode, type Violation } from '../../domain/shared/errors.ts';

export type Refusal = Readonly<{ code: ErrorCode; detail: string; violations: readonly Violation[] }>;
/** What became of one row of a batch. It survives JSON, and holds nothing of a person. */
export type Attempt<T> = T | Readonly<{ refusal: Refusal }>;
/** The answer for one row. */
export type RowOutcome<T> = Readonly<{ index: number }> & Attempt<T>;

/** `member`: where the rows stand in the body. */
const toRefusal = ({ code, message, violations }: DomainError, member: string, index: number): Refusal => ({
  code,
  detail: message,
  violations: violations.map(({ pointer, pointers, detail }) => {
    const here = (one: string) => one.replace(/^#/, `#/${member}/${index}`);
    return { pointer: here(pointer), detail, ...(pointers && { pointers: pointers.map(here) }) };
  }),
});

/** Does them in their order in one transaction; one that is refused does not hold up the others. */
export async function attemptEach<Row, T>(
  member: string,
  rows: readonly Row[],
  work: (row: Row) => Promise<T>,
): Promise<readonly Attempt<T>[]> {
  const done: Attempt<T>[] = [];
  for (const [index, row] of rows.entries())
    try {
      done.push(await work(row));
    } catch (error) {
      // The database undoes all of a transaction that it had to interrupt.
      if (!(error instanceof DomainError) || error.code === 'busy') throw error;
      done.push({ refusal: toRefusal(error, member, index) });
    }
  return done;
}

/** A person who came under protection since is not there for everyone; that does not hold up the others either. */
export async function showEach<T extends object, Shown>(
  member: string,
  attempts: readonly Attempt<T>[],
  show: (made: T) => Promise<Shown>,
): Promise<readonly RowOutcome<Shown>[]> {
  const shown = await attemptEach(member, attempts, async (attempt): Promise<Attempt<Shown>> =>
    'refusal' in attempt ? attempt : show(attempt),
  );
  return shown.map((each, index) => ({ index, ...each }));
}
