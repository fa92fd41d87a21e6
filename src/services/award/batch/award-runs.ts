import type { DecisionInput } from '../../../domain/institution/decision.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { type Actor, demandPerson } from '../../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../../institution/access.ts';
import { createLinks } from '../../institution/audit.ts';
import { createDeciding } from '../../institution/deciding.ts';
import { createOnce } from '../../institution/idempotency.ts';
import type { AwardRun, Page, PageRequest, Ports, RowRefusal, RunCounts, RunRow, ShownRow } from '../../ports/index.ts';
import { within } from '../within.ts';
import type { RunWork } from './run-work.ts';

type Needs = Pick<
  Ports,
  'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson' | 'after' | 'inBackground'
>;
/** A row as it came: the id of a completion, or why it cannot be one. */
export type BatchRow = string | RowRefusal;
export type BatchInput = Readonly<{ completions: readonly BatchRow[]; decision: DecisionInput }>;
export type RunView = Readonly<{ run: AwardRun; counts: RunCounts; rows: Page<ShownRow> }>;
export type AwardBatches = ReturnType<typeof createAwardBatches>;

/** Up to so many rows are waited for, and no longer than this. */
const mostWaitedFor = 100;
const patienceInMs = 5_000;
/** How many rows the first answer shows. */
const shown = { limit: 100 };

/** One decision that awards many completions; each has its own outcome. */
export function createAwardBatches(ports: Needs, access: Access, work: RunWork) {
  const { stores, transact, now, newId, after, inBackground } = ports;
  const decideOn = createDeciding(ports);
  const linkOf = createLinks(ports);
  const once = createOnce(ports);

  const rowOf = (completion: BatchRow, position: number): RunRow =>
    typeof completion === 'string'
      ? { position, completionId: completion, awardId: newId() }
      : { position, awardId: newId(), outcome: 'refused', refusal: completion };

  async function view(institutionId: string, id: string, page: PageRequest, actor: Actor): Promise<RunView> {
    const found = await stores.awardRuns.find(institutionId, id);
    if (!found) throw new DomainError('not-found', `There is no run of awards with the id ${id}.`);
    const { counts, ...run } = found;
    return { run, counts, rows: await stores.awardRuns.rows(institutionId, id, page, visibilityOf(actor)) };
  }

  return {
    /** The run, done where it is small and was quick; else it goes on by itself. */
    async make(actor: Actor, slug: string, input: BatchInput, key?: string): Promise<RunView> {
      const institution = await access.enter(actor, slug, 'award');
      const personId = demandPerson(actor);
      const asked = { actor, operation: 'makeAwards', body: input, key };
      const rows = input.completions.map(rowOf);
      const completions = rows.flatMap(({ completionId }) => (completionId === undefined ? [] : [completionId]));
      let isNew = false;
      const { id } = await transact(institution.id, (inside) =>
        once(
          inside,
          asked,
          async () => {
            isNew = true;
            const id = newId();
            const waiting = rows.flatMap(({ awardId, outcome }) => (outcome === undefined ? [awardId] : []));
            const subjects = waiting.length > 0 ? waiting : [id];
            const decision = decideOn('award', input.decision, { actor, personId, institution, subjects });
            const { seesProtected } = visibilityOf(actor);
            const of = { institutionId: institution.id, decisionId: decision.id, createdAt: now() };
            const run: AwardRun = { ...of, id, seesProtected };
            const about = { actor: actor.id, action: 'awards-decided', subjects: [run.id, decision.id] };
            const link = linkOf({ institutionId: institution.id, ...about, detail: { rows: rows.length } });
            await inside.awardRuns.insert(run, decision, rows, link);
            return { id: run.id };
          },
          () => completions,
        ),
      );
      if (isNew) {
        const done = work.carryOn(institution, id);
        inBackground(done);
        if (rows.length <= mostWaitedFor) await within(after(patienceInMs), done).catch(() => undefined);
      }
      return view(institution.id, id, shown, actor);
    },

    async read(actor: Actor, slug: string, id: string, page: PageRequest): Promise<RunView> {
      const institution = await access.enter(actor, slug, 'read-people');
      return view(institution.id, id, page, actor);
    },

    /** Goes on with what a process left that was ended, of all institutions; returns how many runs are done by it. */
    resume: () => work.resume(),
  };
}
