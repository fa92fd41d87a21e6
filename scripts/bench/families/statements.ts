import { statementsOfAnAward } from '../award-statements.ts';
import type { Undo } from '../../postgres-server.ts';
import { startPostgres } from '../../postgres-server.ts';
import type { Family } from '../family.ts';
import { benchRow } from '../row.ts';

/** What the driver sends, BEGIN and COMMIT included, from the check of the key to the answer. */
export const statements: Family = {
  name: 'statements',
  async measure({ say }) {
    const undo: Undo[] = [];
    try {
      say('one award');
      const sent = await statementsOfAnAward(await startPostgres(undo));
      const name = 'database statements of a single award';
      return [benchRow({ name, ours: sent.length }, { must: '≤ 8', aim: '≤ 5' })];
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
};
