import { genesis } from '../../domain/institution/audit-chain.ts';
import type { AuditEvent, ChainHead, LinkText, NewEvent, NewLink, Ports, Stores } from '../ports/index.ts';

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

/**
 * `linkText` in its canonical form (RFC 8785), open where the link before decides: the database writes that in while it
 * holds the head of the chain, which so is held for one statement.
 */
export function openLinkText(event: NewEvent, canonicalJson: Ports['canonicalJson']): LinkText {
  const { previous: _, sequence: __, subjects, ...before } = linkText({ ...event, sequence: 0, previousHash: '' });
  const begun = canonicalJson(before).slice(0, -1);
  return [`${begun},"previous":"`, '","sequence":', `,"subjects":${canonicalJson(subjects)}}`];
}

/** A link of the institution's chain, made now; it is added in the transaction of the change that it records. */
export const createLinks =
  ({ now, canonicalJson }: Pick<Ports, 'now' | 'canonicalJson'>) =>
  ({ detail = {}, ...about }: Recordable): NewLink => {
    const event = { ...about, detail, at: now() };
    return { event, text: openLinkText(event, canonicalJson) };
  };

/** Appends to the institution's chain, in the transaction of the change that it records. */
export function createRecorder(ports: Pick<Ports, 'now' | 'canonicalJson'>): Recorder {
  const linkOf = createLinks(ports);
  return (stores, about) => stores.audit.append(about.institutionId, [linkOf(about)]);
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
