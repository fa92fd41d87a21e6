import type { Addresses, StatusPurpose } from '../domain/shared/addresses.ts';
import type { Award } from '../domain/award/award.ts';
import type { Completion } from '../domain/enrolment/completion.ts';
import type { Decision } from '../domain/institution/decision.ts';
import type { Institution, OrganisationalUnit } from '../domain/institution/institution.ts';
import type { Learner } from '../domain/enrolment/learner.ts';
import type { Microcredential, MicrocredentialState, PublishedVersion } from '../domain/catalogue/microcredential.ts';
import type { Offering } from '../domain/catalogue/offering.ts';
import type { Registration } from '../domain/enrolment/registration.ts';
import type { Actor, Role, StaffMember } from '../domain/institution/staff.ts';
import type { StatusEntry } from '../domain/award/status-list.ts';
import type { ReportMemory } from './report-memory.ts';
import type { CredentialWriter, Verifier, JsonObject } from './credential-ports.ts';

export type * from './credential-ports.ts';

/** A page of a list, with an opaque cursor to the next one where there is more. */
export type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;
export type PageRequest = Readonly<{ cursor?: string; limit: number }>;

export interface Institutions {
  insert(institution: Institution): Promise<void>;
  find(slug: string): Promise<Institution | undefined>;
  get(id: string): Promise<Institution>;
  list(): Promise<readonly Institution[]>;
  insertUnit(unit: OrganisationalUnit): Promise<void>;
  findUnit(institutionId: string, code: string): Promise<OrganisationalUnit | undefined>;
  units(institutionId: string): Promise<readonly OrganisationalUnit[]>;
}

/** `hash` is SHA-256 of the whole key in hex; the key itself is nowhere. */
export type NewKey = Readonly<{ id: string; institutionId: string; hash: string; createdAt: Date }> &
  (Readonly<{ staffMemberId: string }> | Readonly<{ clientName: string; roles: readonly Role[] }>);

export interface Staff {
  insert(member: StaffMember, createdAt: Date): Promise<void>;
  find(institutionId: string, id: string): Promise<StaffMember | undefined>;
  list(institutionId: string): Promise<readonly StaffMember[]>;
  insertKey(key: NewKey): Promise<void>;
  /** The actor behind a key that is not revoked and whose person has not left. */
  findActor(hash: string): Promise<Actor | undefined>;
  /** False where the institution has no such key or it is revoked already. */
  revokeKey(institutionId: string, keyId: string, at: Date): Promise<boolean>;
  /** The person leaves: every key of theirs stops working. False where there is no such person or they have left. */
  end(institutionId: string, id: string, at: Date): Promise<boolean>;
}

/** A published version with its institution, as the catalogue shows it. */
export type CatalogueEntry = Readonly<{ institution: Institution; slug: string; version: PublishedVersion }>;

export interface Microcredentials {
  /** Throws `already-exists` where the institution has one with this slug. */
  insert(microcredential: Microcredential): Promise<void>;
  find(institutionId: string, slug: string): Promise<Microcredential | undefined>;
  findById(institutionId: string, id: string): Promise<Microcredential | undefined>;
  /** Reads and locks the row until the transaction ends. */
  lock(institutionId: string, slug: string): Promise<Microcredential | undefined>;
  list(institutionId: string, page: PageRequest, state?: MicrocredentialState): Promise<Page<Microcredential>>;
  /** Writes draft (or its absence), owner, review date, published version and withdrawal. */
  update(microcredential: Microcredential): Promise<void>;
  insertVersion(version: PublishedVersion): Promise<void>;
  findVersion(institutionId: string, microcredentialId: string, number: number): Promise<PublishedVersion | undefined>;
  versions(institutionId: string, microcredentialId: string): Promise<readonly PublishedVersion[]>;
  /** Newest version of everything published and not withdrawn, newest first; of one institution where named. */
  catalogue(page: PageRequest, institutionId?: string): Promise<Page<CatalogueEntry>>;
}

export interface Offerings {
  insert(offering: Offering): Promise<void>;
  find(institutionId: string, id: string): Promise<Offering | undefined>;
  list(institutionId: string, microcredentialId: string, page: PageRequest): Promise<Page<Offering>>;
  /** Those that have not ended before this day and are not cancelled, by start date. */
  upcoming(
    institutionId: string,
    microcredentialId: string,
    today: string,
    limit: number,
  ): Promise<readonly Offering[]>;
}

/** Whether people under protection are among what is asked for. */
export type Sight = Readonly<{ seesProtected: boolean }>;

/** A person, by their own id or by that of something of theirs; `registrations` may be of several persons. */
export type Whose =
  | Readonly<{ learner: string }>
  | Readonly<{ registrations: readonly string[] }>
  | Readonly<{ completion: string }>
  | Readonly<{ award: string }>;

export interface Learners {
  insert(learner: Learner): Promise<void>;
  /**
   * Locks these persons until the transaction ends; returns the ids of those there are. Every act on a person begins
   * with it and looks only then whether the person is under protection: what it saw before may have changed. Signing
   * finishes an award that was decided so; it looks at no protection and makes no link, and locks no person.
   *
   * The order in which everything that writes takes its locks, so that no two wait for each other: the
   * Idempotency-Key, persons by their ids, the prepared credential, the award, the status list, its publication, the
   * head of the audit chain. Whoever needs several of them leaves out some and never goes back.
   */
  lock(institutionId: string, whose: Whose): Promise<readonly string[]>;
  find(institutionId: string, id: string, sight: Sight): Promise<Learner | undefined>;
  list(institutionId: string, page: PageRequest, sight: Sight): Promise<Page<Learner>>;
  /** Writes what is known of the person, identifiers included; not whether they are protected. */
  update(learner: Learner): Promise<void>;
  /** Under protection every certificate page of the person ends; its token does not come back when protection ends. */
  protect(institutionId: string, id: string, isProtected: boolean, alias: string | undefined): Promise<void>;
}

export interface Registrations {
  /** Throws `already-exists` where this learner has a registration for the offering. */
  insert(registration: Registration): Promise<void>;
  find(institutionId: string, id: string, sight: Sight): Promise<Registration | undefined>;
  findBySource(institutionId: string, source: string, externalId: string): Promise<Registration | undefined>;
  list(institutionId: string, offeringId: string, page: PageRequest, sight: Sight): Promise<Page<Registration>>;
}

export interface Completions {
  /** Throws `already-completed` where the registration has one; the transaction goes on. */
  insert(completion: Completion): Promise<void>;
  find(institutionId: string, id: string, sight: Sight): Promise<Completion | undefined>;
  list(institutionId: string, page: PageRequest, sight: Sight): Promise<Page<Completion>>;
}

/** An award as a list shows it, with the slug of what it is of. */
export type AwardEntry = Readonly<{ award: Award; slug: string; certificateToken?: string }>;

export interface Awards {
  /** Throws `already-awarded` where the completion has one. */
  insert(award: Award): Promise<void>;
  find(institutionId: string, id: string, sight: Sight): Promise<Award | undefined>;
  lock(institutionId: string, id: string, sight: Sight): Promise<Award | undefined>;
  /** For its permanent address, where nothing but the id is known. Says nothing about the person. */
  findPublic(id: string): Promise<Readonly<{ award: Award; isProtected: boolean }> | undefined>;
  list(institutionId: string, page: PageRequest, sight: Sight): Promise<Page<AwardEntry>>;
  setState(institutionId: string, id: string, state: Award['state'], revokedAt?: Date): Promise<void>;
  /** The unguessable part of the certificate page's address while it is on. */
  certificateToken(institutionId: string, id: string): Promise<string | undefined>;
  setCertificateToken(institutionId: string, id: string, token: string | undefined): Promise<void>;
  /** Protection ends every link, so one to a protected person was turned on afterwards, by somebody who sees them. */
  findByCertificateToken(token: string): Promise<Award | undefined>;
}

/** A credential on record before it is signed. */
export type PreparedCredential = Readonly<{
  id: string;
  institutionId: string;
  awardId: string;
  format: 'open-badge-3';
  /** The unsigned document, as JSON text. */
  unsigned: string;
  /** Random; goes into the digests of the audit chain, so that nobody can guess a person out of one. */
  salt: string;
  status: StatusEntry;
  preparedAt: Date;
}>;
export type SignedCredential = Readonly<{ awardId: string; text: string; etag: string; issuedAt: Date }>;

export interface Credentials {
  prepare(credential: PreparedCredential): Promise<void>;
  /**
   * Takes one unsigned credential nobody else holds (`for update skip locked`) until the transaction ends: of those
   * that were prepared before this moment, or are dated after `now`, by a clock that has been set back since.
   */
  takePrepared(preparedBefore: Date, now: Date, except: readonly string[]): Promise<PreparedCredential | undefined>;
  /** As `takePrepared`, for one award; undefined where it is signed already or held by another. */
  takePreparedOf(institutionId: string, awardId: string): Promise<PreparedCredential | undefined>;
  storeSigned(institutionId: string, credential: SignedCredential, id: string): Promise<void>;
  findSigned(institutionId: string, awardId: string): Promise<SignedCredential | undefined>;
  statusOf(institutionId: string, awardId: string): Promise<StatusEntry | undefined>;
}

export type SigningKey = Readonly<{
  id: string;
  institutionId: string;
  /** Multikey public key, `z6Mk…`. */
  publicKey: string;
  /** The private key, encrypted with the key-encryption key. */
  wrapped: string;
  createdAt: Date;
  retiredAt?: Date;
}>;

export interface SigningKeys {
  insert(key: SigningKey): Promise<void>;
  /** Every key ever used, oldest first: old certificates stay verifiable. */
  list(institutionId: string): Promise<readonly SigningKey[]>;
  current(institutionId: string): Promise<SigningKey | undefined>;
}

export type StatusPublication = Readonly<{ text: string; etag: string; publishedAt: Date; isDirty: boolean }>;

export interface StatusLists {
  /** Takes a free index, drawn by `draw`, in the open list; opens a new list where none has room. */
  allocate(institutionId: string, newListId: () => string, draw: (below: number) => number): Promise<StatusEntry>;
  find(institutionId: string, number: number): Promise<Readonly<{ id: string; number: number }> | undefined>;
  list(institutionId: string): Promise<readonly Readonly<{ id: string; number: number }>[]>;
  /** Sets a bit and marks the publication as out of date. */
  set(institutionId: string, entry: StatusEntry, purpose: StatusPurpose, value: boolean): Promise<void>;
  /** The indexes whose bit is set. */
  setIndexes(institutionId: string, listId: string, purpose: StatusPurpose): Promise<readonly number[]>;
  publication(institutionId: string, listId: string, purpose: StatusPurpose): Promise<StatusPublication | undefined>;
  /** Locks the publication row, clearing the dirty mark; changes that come later set it again. */
  beginPublication(institutionId: string, listId: string, purpose: StatusPurpose): Promise<void>;
  publish(
    institutionId: string,
    listId: string,
    purpose: StatusPurpose,
    publication: Omit<StatusPublication, 'isDirty'>,
  ): Promise<void>;
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

export interface AuditLog {
  /** Locks the institution's chain and returns its head. */
  lockHead(institutionId: string): Promise<ChainHead>;
  append(event: AuditEvent): Promise<void>;
  /** The head without a lock, and the number of the last event there is, both of one moment. */
  head(institutionId: string): Promise<ChainHead & Readonly<{ last: number }>>;
  /** At most so many of the events that follow the one of this number, in order. */
  list(institutionId: string, after?: number, limit?: number): Promise<readonly AuditEvent[]>;
}

export type RememberedReply = Readonly<{ requestDigest: string; status: number; body: string }>;

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
  remember(institutionId: string, keyDigest: string, reply: RememberedReply): Promise<void>;
}

export interface Settings {
  get(name: string): Promise<string | undefined>;
  /** Writes the setting only where there is none; returns what stands. */
  keep(name: string, value: string): Promise<string>;
}

/** Everything that is stored, seen through one connection or one transaction. */
export type Stores = Readonly<{
  institutions: Institutions;
  staff: Staff;
  microcredentials: Microcredentials;
  offerings: Offerings;
  learners: Learners;
  registrations: Registrations;
  completions: Completions;
  awards: Awards;
  credentials: Credentials;
  signingKeys: SigningKeys;
  statusLists: StatusLists;
  decisions: Decisions;
  audit: AuditLog;
  idempotency: IdempotencyKeys;
  settings: Settings;
}>;

/** The world outside, as the services need it: `store`, `credentials` and `runtime` supply it, tests fake it. */
export type Ports = Readonly<{
  stores: Stores;
  /**
   * Runs the work in one transaction, which is undone where it throws. It is done for this institution (undefined: for
   * the service itself), which has its share of the connections and no more; throws `busy` where none comes free.
   */
  transact<T>(institutionId: string | undefined, work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs what only reads for this institution, in its share of the connections; throws `busy` where none comes free. */
  readFor<T>(institutionId: string, work: () => Promise<T>): Promise<T>;
  addresses: Addresses;
  writer: CredentialWriter;
  verifier: Verifier;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  newId(): string;
  /** Unguessable text of this many random bytes, base64url. */
  newToken(bytes: number): string;
  /** A random whole number from 0 to below. */
  draw(below: number): number;
  /** SHA-256 of UTF-8 text, hex. */
  sha256(text: string): Promise<string>;
  /** RFC 8785 (JSON Canonicalization Scheme). */
  canonicalJson(value: unknown): string;
  /** The JSON that a stranger gets at this address, through the network; undefined where there is none. */
  strangerReads(url: string): Promise<JsonObject | undefined>;
  /** Whether this process checks a certificate that is good and makes the page that says so; asked as often as one likes. */
  selfCheck(): Promise<boolean>;
  /** Where reports of certificate pages are remembered; absent: as long as these services are. */
  reports?: ReportMemory;
  log(level: 'info' | 'error', message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}>;
