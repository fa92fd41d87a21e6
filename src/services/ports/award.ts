import type { Award } from '../../domain/award/award.ts';
import type { StatusEntry } from '../../domain/award/status-list.ts';
import type { LegalFormCode } from '../../domain/legal-form/index.ts';
import type { DocumentedVersion } from '../../domain/catalogue/microcredential.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import type { Learner } from '../../domain/enrolment/learner.ts';
import type { Decision } from '../../domain/institution/decision.ts';
import type { StatusPurpose } from '../../domain/addresses/grammar.ts';
import type { NewLink } from './institution.ts';
import type { Page, PageRequest, Visibility } from './page.ts';
import type { Lease, PreparedDocument } from './signed-document.ts';
import type { SigningKey } from './signing.ts';

/** The slugs of who awards, who gave the run and whose course it is. */
export type AwardParties = Readonly<{ issuer: string; host: string; owner: string }>;

/** An award with the slug of what it is of, and the unguessable part of its certificate page's address while it is on. */
export type AwardEntry = Readonly<{
  award: Award;
  parties: AwardParties;
  microcredentialSlug: string;
  certificateToken?: string;
}>;

/** All that an award rests on, as it stands while the person is locked. */
export type AwardFacts = Readonly<{
  /** Who gave the run and has the person on record; whose course it is; who awards. */
  hostId: string;
  ownerId: string;
  issuerId: string;
  /** Whether it is one, and stands, is for the award to ask. */
  completion: Result;
  /** The correction task that says that a register has something else of it by now. */
  openTask?: string;
  /** The award of the completion that is not revoked. */
  liveAward?: string;
  learner: Pick<Learner, 'id' | 'nameAsAwarded' | 'birthDate' | 'email' | 'identifiers'>;
  /** Of the registration that the completion belongs to. */
  legalForm: LegalFormCode;
  microcredentialSlug: string;
  version: DocumentedVersion;
  /** The key of this algorithm that signs now for the institution that awards. */
  key?: SigningKey;
}>;

/** A completion at another institution that this one is to award, by the agreement that the run was opened under. */
export type HostedCompletion = Readonly<{
  completionId: string;
  host: string;
  offeringId: string;
  microcredentialSlug: string;
  version: number;
  legalForm: LegalFormCode;
  nameAsAwarded: string;
  grade: string;
  date: string;
}>;

/** An award with the document that is to be signed for it, under the lease of whoever records it. */
export type NewAward = Readonly<{ award: Award; document: PreparedDocument; lease: Lease; link: NewLink }>;

export type AskedFacts = Readonly<{
  /** Who gave the run and has the person on record. */
  hostId: string;
  completionIds: readonly string[];
  keyAlgorithm: string;
  /** Who awards, and where in their status lists. */
  issuerId: string;
  place: AskedPlace;
}>;
/** Of the completions that there are; `place` is the same of each. */
export type FoundFacts = Readonly<{ facts: readonly AwardFacts[]; place?: OpenPlace }>;

export interface Awards {
  facts(asked: AskedFacts, visibility: Visibility): Promise<FoundFacts>;
  /** The host whose completion this institution awards by an agreement; undefined where there is none. */
  hostOf(institutionId: string, completionId: string): Promise<string | undefined>;
  /** Of each of these completions who has it: this institution, or a host whose completion it awards by an agreement. */
  hostsOf(institutionId: string, completionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Completions of hosts that stand and are to be awarded by this institution, newest first. */
  waiting(institutionId: string, page: PageRequest, visibility: Visibility): Promise<Page<HostedCompletion>>;
  /**
   * Takes the places of the awards and writes all of it at once, each with its link of the audit chain. Returns the ids
   * of those awards; of one whose place another took meanwhile nothing is written, nor a decision that stands behind it
   * alone. Throws `already-awarded` where a completion has a live award.
   */
  record(
    institutionId: string,
    decisions: readonly Decision[],
    awards: readonly NewAward[],
  ): Promise<readonly string[]>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<AwardEntry | undefined>;
  /** Those of these awards that there are and that may be seen, in the same order. */
  seen(institutionId: string, ids: readonly string[], visibility: Visibility): Promise<readonly string[]>;
  /** Also one that another institution made for a person of this one. */
  findOfParty(institutionId: string, id: string, visibility: Visibility): Promise<AwardEntry | undefined>;
  lock(institutionId: string, id: string, visibility: Visibility): Promise<AwardEntry | undefined>;
  /** For its permanent address, where nothing but the id is known. Says nothing about the person. */
  findPublic(
    id: string,
  ): Promise<(Omit<AwardEntry, 'certificateToken'> & Readonly<{ isProtected: boolean }>) | undefined>;
  /** `others`: those that other institutions made for people of this one. */
  list(
    institutionId: string,
    page: PageRequest,
    visibility: Visibility,
    by?: 'itself' | 'others',
  ): Promise<Page<AwardEntry>>;
  /** What of it is not signed yet goes, so that it never is: whoever has it in hand finds nothing to store. */
  revoke(institutionId: string, id: string, at: Date): Promise<void>;
  setCertificateToken(institutionId: string, id: string, token: string | undefined): Promise<void>;
  /** Protection ends every link, so one to a protected person was turned on afterwards, by somebody who sees them. */
  findByCertificateToken(token: string): Promise<AwardEntry | undefined>;
}

/** Indexes drawn at random, of which so many are wanted. */
export type AskedPlace = Readonly<{ drawn: readonly number[]; wanted: number }>;
/** The newest status list of an institution; `isPublished`: it is out for both purposes. */
export type OpenPlace = Readonly<{
  listId: string;
  listNumber: number;
  isFull: boolean;
  isPublished: boolean;
  free: readonly number[];
}>;

/** `changes` counts the bits that were ever set or cleared; `published` is how many of them this text has in it. */
export type StatusPublication = Readonly<{
  text: string;
  etag: string;
  publishedAt: Date;
  changes: number;
  published: number;
}>;
/** A list with whose it is, and what was published of it, if anything was. */
export type PublicationAt = Readonly<{
  institution: Readonly<{ id: string; slug: string }>;
  list: Readonly<{ id: string; number: number }>;
  publication?: StatusPublication;
}>;
export type StatusListName = Readonly<{ listId: string; purpose: StatusPurpose }>;

/**
 * Of all institutions together, in seconds: since a list of this purpose was last published, and for how long a change is in
 * none; absent where none was, and where every change is in one.
 */
export type StatusAges = Readonly<
  Partial<Record<StatusPurpose, Readonly<{ published?: number; unpublished?: number }>>>
>;

export interface StatusLists {
  /** Those of the drawn indexes that are free in the newest list; undefined where there is no list yet. Takes none. */
  place(institutionId: string, asked: AskedPlace): Promise<OpenPlace | undefined>;
  /** Opens the next list with this id, unless the newest has room. */
  open(institutionId: string, id: string): Promise<void>;
  list(institutionId: string): Promise<readonly Readonly<{ id: string; number: number }>[]>;
  /** Sets a bit, which the publication does not have yet. */
  set(institutionId: string, entry: StatusEntry, purpose: StatusPurpose, value: boolean): Promise<void>;
  /** The indexes whose bit is set. */
  setIndexes(institutionId: string, list: StatusListName): Promise<readonly number[]>;
  ages(): Promise<StatusAges>;
  publication(institutionId: string, list: StatusListName): Promise<StatusPublication | undefined>;
  /** By what stands in its address; undefined where there is no such list. */
  publicationAt(slug: string, number: number, purpose: StatusPurpose): Promise<PublicationAt | undefined>;
  /**
   * Takes the lease to sign the list anew, unless another has it or somebody published since that etag was seen;
   * returns how many changes there are so far.
   */
  lease(
    institutionId: string,
    list: StatusListName,
    lease: Lease,
    seen: string | undefined,
  ): Promise<number | undefined>;
  /** False where the lease is another's by now: what was signed is thrown away. */
  publish(
    institutionId: string,
    list: StatusListName,
    token: string,
    publication: Omit<StatusPublication, 'changes'>,
  ): Promise<boolean>;
  /** Gives the lease up before its time. */
  release(institutionId: string, list: StatusListName, token: string): Promise<void>;
}
