import type { Undo } from '../../postgres-server.ts';
import type { Family } from '../family.ts';
import { interleave } from '../interleave.ts';
import { type Bound, benchRow } from '../row.ts';
import { growTo } from '../servers/grow.ts';
import { sendAll } from '../servers/load.ts';
import { awardOf, type MeasuredService, startMeasured } from '../servers/service.ts';

const goal = { must: '≤ 1.2', aim: '≤ 1' } as const satisfies Record<string, Bound>;
const deepPage = 1_000;

const headersOf = ({ key }: MeasuredService) => ({
  Authorization: `Bearer ${key}`,
  'Content-Type': 'application/json',
});

async function makeAward(service: MeasuredService, completionId: string | undefined): Promise<string> {
  const body = JSON.stringify(awardOf(completionId ?? ''));
  const url = `${service.url}${service.base}/awards`;
  const [text = ''] = await sendAll([{ url, method: 'POST', headers: headersOf(service), body, status: 201 }]);
  return (JSON.parse(text) as { id: string }).id;
}

async function listPage(
  service: MeasuredService,
  limit: number,
  cursor: string | undefined,
): Promise<string | undefined> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor !== undefined && { cursor }) });
  const url = `${service.url}${service.base}/awards?${query.toString()}`;
  const [text = ''] = await sendAll([{ url, headers: headersOf(service), status: 200 }]);
  return (JSON.parse(text) as { next?: string }).next;
}

/** One service with many awards beside one with a few, each on a PostgreSQL of its own. */
export const growing = (root: string): Family => ({
  name: 'growing',
  async measure({ rounds: wanted, growth, say }) {
    const undo: Undo[] = [];
    try {
      const few = await startMeasured(root, 'PostgreSQL', undo);
      const many = await startMeasured(root, 'PostgreSQL', undo);
      const [first] = await many.completions(1);
      say(`${growth} awards are copied`);
      await growTo(many.databaseUrl ?? '', await makeAward(many, first), growth);
      const rounds = Math.ceil(wanted / 5);
      const warmUp = Math.min(5, rounds);
      const [ofFew, ofMany] = [await few.completions(rounds + warmUp), await many.completions(rounds + warmUp)];
      say('one award more');
      const made = await interleave(
        [
          { name: 'few', run: (round) => makeAward(few, ofFew[round]) },
          { name: 'many', run: (round) => makeAward(many, ofMany[round]) },
        ],
        { rounds, warmUp },
      );
      const limit = Math.max(1, Math.min(100, Math.floor(growth / deepPage)));
      say(`page ${deepPage} of ${limit} each`);
      let cursor: string | undefined;
      let page = 1;
      for (let next = cursor; page < deepPage; page += 1) {
        next = await listPage(many, limit, cursor);
        if (next === undefined) break;
        cursor = next;
      }
      const listed = await interleave(
        [
          { name: 'first', run: () => listPage(many, limit, undefined) },
          { name: 'deep', run: () => listPage(many, limit, cursor) },
        ],
        { rounds, warmUp },
      );
      return [
        benchRow(
          { name: `award ${growth + 1} over HTTP (µs) ÷ one of the first`, ours: made('many'), reference: made('few') },
          goal,
        ),
        benchRow(
          { name: `page ${page} of a list of awards (µs) ÷ page 1`, ours: listed('deep'), reference: listed('first') },
          goal,
        ),
      ];
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
});
