import { genesis } from '../../domain/institution/audit-chain.ts';
import type { AuditEvent, ChainHead, Ports, Stores } from '../ports/index.ts';

export type Recordable = Pick<AuditEvent, 'institutionId' | 'actor' | 'action' | 'subjects'> &
  Readonly<{ detail?: AuditEvent['detail'] }>;
export type Recorder = (stores: Stores, event: Recordable) => Promise<void>;

/** The actor of what the operator does at the command line or the service does by itself. */
export const operator = 'operator';

/** What the hash of a link is over; opaque ids and codes alone, so that a person can be erased without breaking the chain. */
export const linkText = (event: Omit<AuditEvent, 'hash'>): Record<string, unknown> => ({
  institution: event.institutionId,
  sequence: event.sequence,
  at: event.at.toISOString(),
  actor: event.actor,
  action: event.action,
  subjects: event.subjects,
  detail: event.detail,
  previous: event.previousHash,
});

/** Appends to the institution's chain, in the transaction of the change that it records. */
export function createRecorder({
  now,
  sha256,
  canonicalJson,
}: Pick<Ports, 'now' | 'sha256' | 'canonicalJson'>): Recorder {
  return async (stores, { detail = {}, ...event }) => {
    const head = await stores.audit.lockHead(event.institutionId);
    const link = { ...event, detail, sequence: head.sequence + 1, at: now(), previousHash: head.hash };
    await stores.audit.append({ ...link, hash: await sha256(canonicalJson(linkText(link))) });
  };
}

/** The sequence number of the first link that does not follow from the one before it, if any. */
export async function firstBrokenLink(
  events: readonly AuditEvent[],
  { sha256, canonicalJson }: Pick<Ports, 'sha256' | 'canonicalJson'>,
  before: ChainHead = { sequence: 0, hash: genesis },
): Promise<number | undefined> {
  let { sequence, hash: previous } = before;
  for (const event of events) {
    sequence += 1;
    const expected = await sha256(canonicalJson(linkText({ ...event, previousHash: previous })));
    if (event.sequence !== sequence || event.previousHash !== previous || event.hash !== expected) return sequence;
    previous = event.hash;
  }
  return undefined;
}
