import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { RunView } from '../../services/award/batch/award-runs.ts';
import type { RowRefusal, ShownRow } from '../../services/ports/index.ts';
import type { Schemas } from './schemas.ts';

type Told = (refusal: RowRefusal) => Schemas['Problem'];

function toOutcome(
  { position, completionId, ...row }: ShownRow,
  addresses: Addresses,
  told: Told,
): Schemas['AwardOutcome'] {
  const { outcome = 'waiting', awardId, state, refusal } = row;
  const hasAward = outcome === 'awarded' || outcome === 'already-awarded';
  return {
    index: position,
    ...(completionId !== undefined && { completionId }),
    outcome,
    ...(hasAward && { award: { id: awardId, address: addresses.award(awardId), ...(state && { state }) } }),
    ...(refusal && { problem: told(refusal) }),
  };
}

export function toAwardRun({ run, counts, rows }: RunView, addresses: Addresses, told: Told): Schemas['AwardRun'] {
  return {
    id: run.id,
    state: run.finishedAt ? 'done' : 'running',
    decisionId: run.decisionId,
    createdAt: run.createdAt.toISOString(),
    ...(run.finishedAt && { finishedAt: run.finishedAt.toISOString() }),
    counts,
    outcomes: rows.items.map((row) => toOutcome(row, addresses, told)),
    ...(rows.next !== undefined && { next: rows.next }),
  };
}
