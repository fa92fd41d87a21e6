import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Database } from '../../../src/store/connection/tables.ts';

const pause = (milliseconds: number) => new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));

/** Until so many wait for a lock in this database; fails where `ends`, which should be among them, ends before. */
export async function untilWaiting(pool: Pool, count: number, ends: Promise<unknown>): Promise<void> {
  const ended = ends.then(() => true, () => true); // prettier-ignore
  for (;;) {
    const { rowCount } = await pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rowCount ?? 0) >= count) return;
    if (await Promise.race([ended, pause(10)])) throw new Error('It did not wait for a lock.');
  }
}

/** Holds the head of the institution's audit chain, where whatever is written waits at its end, while this is done. */
export const holdingChain = (db: Kysely<Database>, institutionId: string, work: () => Promise<void>): Promise<void> =>
  db.transaction().execute(async (holding) => {
    await sql`select 1 from audit_chain where institution_id = ${institutionId} for update`.execute(holding);
    await work();
  });

/** Two acts of one institution: the first comes as far as the head of the chain and waits there, the second behind it. */
export async function inTurn(
  { pool, other }: Readonly<{ pool: Pool; other: Kysely<Database> }>,
  institutionId: string,
  [first, second]: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<readonly unknown[]> {
  let outcomes: Promise<unknown>[] = [];
  await holdingChain(other, institutionId, async () => {
    outcomes = [first()];
    await untilWaiting(pool, 1, outcomes[0]!);
    outcomes.push(second());
    await untilWaiting(pool, 2, outcomes[1]!);
  });
  return Promise.all(outcomes);
}

/** "done", or the code of the refusal. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => 'done', (error: unknown) => (error as { code?: string }).code); // prettier-ignore
