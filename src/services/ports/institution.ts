import type { Decision } from '../../domain/institution/decision.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import type { Actor, Role, StaffMember } from '../../domain/institution/staff.ts';

export interface Institutions {
  insert(institution: Institution): Promise<void>;
  find(slug: string): Promise<Institution | undefined>;
  get(id: string): Promise<Institution>;
  list(): Promise<readonly Institution[]>;
  /** Writes all but id, slug and the moment it was made. */
  update(institution: Institution): Promise<void>;
  /** Whether it ever published a version; locks the institution until the transaction ends. */
  lockPublished(id: string): Promise<boolean>;
  insertUnit(unit: OrganisationalUnit): Promise<void>;
  /** Writes the name of the unit. */
  updateUnit(unit: OrganisationalUnit): Promise<void>;
  findUnit(institutionId: string, code: string): Promise<OrganisationalUnit | undefined>;
  units(institutionId: string): Promise<readonly OrganisationalUnit[]>;
}

/** `hash` is SHA-256 of the whole key in hex; the key itself is nowhere. */
export type NewKey = Readonly<{ id: string; institutionId: string; hash: string; createdAt: Date }> &
  (Readonly<{ staffMemberId: string }> | Readonly<{ clientName: string; roles: readonly Role[] }>);

/** An API key as the operator sees it: never the key, nor its hash. */
export type KeyEntry = Readonly<{ id: string; createdAt: Date; revokedAt?: Date }> &
  (Readonly<{ member: StaffMember }> | Readonly<{ clientName: string; roles: readonly Role[] }>);

export interface Staff {
  insert(member: StaffMember, createdAt: Date): Promise<void>;
  find(institutionId: string, id: string): Promise<StaffMember | undefined>;
  list(institutionId: string): Promise<readonly StaffMember[]>;
  /** Writes name and roles. */
  update(member: StaffMember): Promise<void>;
  /** Reads and locks the row until the transaction ends. */
  lock(institutionId: string, id: string): Promise<StaffMember | undefined>;
  insertKey(key: NewKey): Promise<void>;
  /** Every key that was made, oldest first. */
  listKeys(institutionId: string): Promise<readonly KeyEntry[]>;
  /** The actor behind a key that is not revoked and whose person has not left. */
  findActor(hash: string): Promise<Actor | undefined>;
  /** False where the institution has no such key or it is revoked already. */
  revokeKey(institutionId: string, keyId: string, at: Date): Promise<boolean>;
  /** The person leaves: every key of theirs stops working. False where there is no such person or they have left. */
  end(institutionId: string, id: string, at: Date): Promise<boolean>;
}

export interface Decisions {
  insert(decision: Decision): Promise<void>;
  find(institutionId: string, id: string): Promise<Decision | undefined>;
}

/** One link of an institution's chain. `subjects` are opaque ids; `detail` holds codes and digests, never names. */
export type AuditEvent = Readonly<{
  institutionId: string;
  sequence: number;
  at: Date;
  actor: string;
  action: string;
  subjects: readonly string[];
  detail: Readonly<Record<string, string | number | boolean>>;
  previousHash: string;
  hash: string;
}>;

/** Number and hash of the newest link; of a chain without any, 0 and the genesis. */
export type ChainHead = Readonly<{ sequence: number; hash: string }>;

/** What is to be recorded; its place in the chain is found when it is. */
export type NewEvent = Omit<AuditEvent, 'sequence' | 'previousHash' | 'hash'>;
/** What the hash of a link is over: these, with the hash before it and its own number between them. */
export type LinkText = readonly [beforeHash: string, beforeNumber: string, rest: string];

export type NewLink = Readonly<{ event: NewEvent; text: LinkText }>;

export interface AuditLog {
  /** Adds the next links, in this order, and locks the institution's chain until the transaction ends. */
  append(institutionId: string, links: readonly NewLink[]): Promise<void>;
  /** The head without a lock, and the number of the last event there is, both of one moment. */
  head(institutionId: string): Promise<ChainHead & Readonly<{ last: number }>>;
  /** At most so many of the events that follow the one of this number, in order. */
  list(institutionId: string, after?: number, limit?: number): Promise<readonly AuditEvent[]>;
}

export type RememberedReply = Readonly<{ requestDigest: string; body: string }>;

export interface IdempotencyKeys {
  /**
   * Takes the key for this transaction; undefined where it is new, the earlier reply where it is not. Forgets what is
   * from before `since`. What is dated after `at`, by a clock that has been set back since, is dated `at` anew: it is
   * not forgotten at once, for a repeated request would do its work twice, and not kept longer than the rest.
   */
  claim(
    institutionId: string,
    keyDigest: string,
    requestDigest: string,
    at: Date,
    since: Date,
  ): Promise<RememberedReply | undefined>;
  /** `subjects`: the ids of the persons, registrations and results that the request was about. */
  remember(
    institutionId: string,
    keyDigest: string,
    reply: RememberedReply,
    subjects: readonly string[],
  ): Promise<void>;
  /** Deletes those from before this moment; skips what others hold, to wait for nobody. Returns how many. */
  sweep(institutionId: string, before: Date): Promise<number>;
  /**
   * Deletes those about the person or a registration or result of theirs; returns how many. Asked while these are there.
   * Skips what others hold: whoever does comes to the person only when this transaction has ended.
   */
  forget(institutionId: string, learnerId: string): Promise<number>;
}

export interface Settings {
  get(name: string): Promise<string | undefined>;
  /** Writes the setting only where there is none; returns what stands. */
  keep(name: string, value: string): Promise<string>;
}
