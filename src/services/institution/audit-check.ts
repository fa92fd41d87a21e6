import { genesis } from '../../domain/institution/audit-chain.ts';
import { firstBrokenLink } from './audit.ts';
import type { ChainHead, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'sha256' | 'canonicalJson'>;
export type AuditCheck = Readonly<{
  /** How many links follow from one another; up to the head where the chain is whole. */
  events: number;
  /** Of those, how many came while the check ran. */
  since: number;
  /** The first that does not follow from the one before; undefined where the chain is whole. */
  firstBroken: number | undefined;
  /** Hash of the last link that was checked: what is noted elsewhere shows later that nothing was written anew. */
  lastHash: string;
}>;
type Walked = Readonly<{ at: ChainHead; firstBroken?: number }>;

/** So many events are in memory at once, however long the chain is. */
const batch = 500;

/**
 * Walks an institution's chain without a lock, so nobody waits for it: up to the head as it is at the beginning, and
 * then through the events that came meanwhile, once; who writes all the time does not keep it from ending. Events are
 * only ever added, so what was read stays true. Events that were cut off the end are missed at the head, which is
 * kept apart, and events beyond the head are one too many.
 */
export function createAuditCheck({ stores, sha256, canonicalJson }: Needs) {
  /** From a link that was checked to this head. */
  async function walk(institutionId: string, from: ChainHead, head: ChainHead): Promise<Walked> {
    let at = from;
    while (at.sequence < head.sequence) {
      const events = await stores.audit.list(institutionId, at.sequence, Math.min(batch, head.sequence - at.sequence));
      const firstBroken = await firstBrokenLink(events, { sha256, canonicalJson }, at);
      const last = firstBroken === undefined ? events.at(-1) : events[firstBroken - at.sequence - 2];
      if (last) at = { sequence: last.sequence, hash: last.hash };
      if (firstBroken !== undefined) return { at, firstBroken };
      if (!last) return { at, firstBroken: at.sequence + 1 };
    }
    return at.hash === head.hash && at.sequence === head.sequence ? { at } : { at, firstBroken: at.sequence + 1 };
  }

  return async (institutionId: string): Promise<AuditCheck> => {
    const first = await stores.audit.head(institutionId);
    const before = await walk(institutionId, { sequence: 0, hash: genesis }, first);
    const reply = ({ at, firstBroken }: Walked): AuditCheck => ({
      events: at.sequence,
      since: Math.max(0, at.sequence - first.sequence),
      firstBroken,
      lastHash: at.hash,
    });
    if (before.firstBroken !== undefined) return reply(before);
    const second = await stores.audit.head(institutionId);
    const walked = await walk(institutionId, before.at, second);
    const isTooMany = walked.firstBroken === undefined && second.last !== second.sequence;
    return reply(isTooMany ? { at: walked.at, firstBroken: second.sequence + 1 } : walked);
  };
}
