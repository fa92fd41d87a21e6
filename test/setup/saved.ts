import type { Kysely } from 'kysely';
import type { Ports } from '../../src/services/ports/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';
import { type Fresh, freshPglite } from '../databases/databases.ts';
import { createDump, saveRows } from '../databases/rows.ts';
import { beginning, type StagedPorts, stagePorts } from './ports.ts';

type Opened = Fresh & Readonly<{ dump: () => Promise<string> }>;
/** One database for all files that this process runs; it is gone with the process. */
let opened: Promise<Opened> | undefined;
const open = async (): Promise<Opened> => {
  const fresh = await freshPglite();
  return { ...fresh, dump: await createDump(fresh.db) };
};

export type Staged = StagedPorts &
  Readonly<{
    db: Kysely<Database>;
    /** Every row, as text that is equal where nothing changed. */
    snapshot(): Promise<string>;
  }>;

let saves = 0;

/** The services on the empty database of this file. */
export async function stageBlank(): Promise<Staged> {
  const { db, dump } = await (opened ??= open());
  return { ...stagePorts(db, beginning, {}), db, snapshot: dump };
}

/**
 * What is made once in a file, by the first who asks; whoever asks later finds database, clock and counters as they were
 * then. So each test begins with the same rows, and few of them are written twice.
 */
export function madeOnce<S extends Staged, T>(begin: () => Promise<S>, make: (staged: S) => Promise<T>) {
  const save = async () => {
    const staged = await begin();
    const { db, snapshot, mark } = staged;
    const value = await make(staged);
    return { db, snapshot, value, mark: mark(), putBack: await saveRows(db, `saved_${(saves += 1)}`) };
  };
  let saved: ReturnType<typeof save> | undefined;
  return async (overrides: Partial<Ports> = {}): Promise<Readonly<{ staged: Staged; value: T }>> => {
    const { db, snapshot, value, mark, putBack } = await (saved ??= save());
    await putBack();
    return { staged: { ...stagePorts(db, mark, overrides), db, snapshot }, value };
  };
}
