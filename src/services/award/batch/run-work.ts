import type { Institution } from '../../../domain/institution/institution.ts';
import type { Ports } from '../../ports/index.ts';
import { faultName } from '../fault-name.ts';
import { leaseTimes } from '../lease-times.ts';
import { listOf, type StatusPublishing } from '../status-publishing.ts';
import type { RecordedMany, RunAtWork } from './recording-many.ts';
import type { createRecordingMany } from './recording-many.ts';
import type { createSigningMany } from './signing-many.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'log'>;
export type RunWork = ReturnType<typeof createRunWork>;

/** As many rows as are surely signed in a third of their lease, by the time that the chunk before took. */
const chunks = { first: 25, most: 100, ofAttempt: 0.5 };
/** How many runs one look takes up. */
const runsAtOnce = 100;

/** Chunk by chunk: recorded in one transaction, signed outside it, stored in one statement. */
export function createRunWork(
  { stores, transact, now, log }: Needs,
  record: ReturnType<typeof createRecordingMany>,
  signAll: ReturnType<typeof createSigningMany>,
  lists: Pick<StatusPublishing, 'ensure'>,
) {
  /** Undefined where there is nothing left for this process: it is done, or another has it in hand. */
  const recordChunk = (at: RunAtWork, size: number): Promise<RecordedMany | 'done' | undefined> =>
    transact(at.institution.id, async (inside) => {
      const { institutionId, id } = at.run;
      const rows = await inside.awardRuns.claim(institutionId, id, size);
      if (!rows) return undefined;
      if (rows.length === 0) {
        await inside.awardRuns.finish(institutionId, id, now());
        return 'done';
      }
      const recorded = await record(inside, at, rows);
      await inside.awardRuns.settle(institutionId, id, recorded.settled);
      return recorded;
    });

  async function sign({ institution }: RunAtWork, { recorded, isPublished }: RecordedMany): Promise<void> {
    const [first] = recorded;
    const before = async () => {
      if (first && !isPublished) await lists.ensure(institution, listOf(first.entry.award));
    };
    await signAll(
      recorded.map(({ leased }) => leased),
      before,
    );
  }

  async function work(at: RunAtWork): Promise<boolean> {
    let size: number = chunks.first;
    for (;;) {
      const began = now().getTime();
      const chunk = await recordChunk(at, size);
      if (chunk === 'done') return true;
      if (!chunk) return false;
      await sign(at, chunk);
      const each = Math.max(now().getTime() - began, 1) / Math.max(chunk.recorded.length, 1);
      size = Math.max(1, Math.min(chunks.most, Math.floor((leaseTimes.attemptMs * chunks.ofAttempt) / each)));
    }
  }

  /** Whether it is done by this. Never throws: what is left is taken up by `resume`. */
  async function carryOn(institution: Institution, id: string): Promise<boolean> {
    try {
      const run = await stores.awardRuns.find(institution.id, id);
      const decision = run && (await stores.decisions.find(institution.id, run.decisionId));
      if (!decision) throw new Error(`the run ${id} or its decision is missing`);
      return await work({ run, decision, institution });
    } catch (error) {
      log('error', 'a run of awards was interrupted', { run: id, fault: faultName(error) });
      return false;
    }
  }

  return {
    carryOn,

    async resume(): Promise<number> {
      let finished = 0;
      for (const { institutionId, id } of await stores.awardRuns.unfinished(runsAtOnce))
        if (await carryOn(await stores.institutions.get(institutionId), id)) finished += 1;
      return finished;
    },
  };
}
