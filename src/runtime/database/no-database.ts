import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { FetchError } from '../../credentials/index.ts';
import type { Services } from '../../services/index.ts';
import type { Database } from '../../store/connection/tables.ts';
import { composeServices } from '../compose.ts';
import type { Config } from '../config.ts';
import { createNodeFetch } from '../node-fetch.ts';

/** The services where there is no database: everything of our own is unknown, and others' certificates can be checked. */
export function composeWithoutDatabase({ publicUrl, aliases }: Config): Services {
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (one) => new PostgresIntrospector(one),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  // Nothing is signed without a database; no key that is at work is all zeros (config.ts).
  const keyEncryptionKey = new Uint8Array(32);
  const readOwn = (url: string) =>
    Promise.reject(new FetchError('refused', `${url} is an address of this service, and there is no database here.`));
  const origins = [publicUrl, ...aliases] as const;
  return composeServices({ db, origins, keyEncryptionKey, readOwn, fetchOnce: createNodeFetch() });
}
