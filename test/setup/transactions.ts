import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Ports } from '../../src/services/ports/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';

const changes: readonly string[] = ['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'];

/**
 * The embedded database has one connection: a question to the outer stores inside a transaction waits for ever. Here it
 * fails at once, and so does a change outside a transaction, which would have no audit event.
 */
export function watchTransactions(db: Kysely<Database>) {
  const running = new AsyncLocalStorage<true>();
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (running.getStore()) throw new Error('a question was asked outside the transaction that is running');
      if (changes.includes(node.kind)) throw new Error('a change needs a transaction');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    /** For what is asked outside transactions. */
    outer: db.withPlugin(plugin),
    watch:
      (transact: Ports['transact']): Ports['transact'] =>
      (institutionId, work) => {
        if (running.getStore()) return Promise.reject(new Error('a transaction in a transaction'));
        return running.run(true, () => transact(institutionId, work));
      },
  };
}
