import type { Award } from '../../domain/award/award.ts';
import type { StatusEntry } from '../../domain/award/status-list.ts';
import type { StatusPurpose } from '../../domain/shared/addresses.ts';
import type { Page, PageRequest, Visibility } from './page.ts';

/** An award as a list shows it, with the slug of what it is of. */
export type AwardEntry = Readonly<{ award: Award; microcredentialSlug: string; certificateToken?: string }>;

export interface Awards {
  /** Throws `already-awarded` where the completion has one. */
  insert(award: Award): Promise<void>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<Award | undefined>;
  lock(institutionId: string, id: string, visibility: Visibility): Promise<Award | undefined>;
  /** For its permanent address, where nothing but the id is known. Says nothing about the person. */
  findPublic(id: string): Promise<Readonly<{ award: Award; isProtected: boolean }> | undefined>;
  list(institutionId: string, page: PageRequest, visibility: Visibility): Promise<Page<AwardEntry>>;
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
