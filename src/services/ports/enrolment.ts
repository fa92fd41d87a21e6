import type { OfferingUse } from '../../domain/catalogue/run/change.ts';
import type { CorrectionTask, CorrectionTaskState } from '../../domain/enrolment/correction-task.ts';
import type { LearnerQuery } from '../../domain/enrolment/learner-search.ts';
import type { Learner, LearnerIdentifier } from '../../domain/enrolment/learner.ts';
import type { ExternalId, Registration } from '../../domain/enrolment/registration.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import type { Page, PageRequest, Visibility } from './page.ts';

/** A person, by their own id or by that of something of theirs; `registrations` may be of several persons. */
export type PersonReference =
  | Readonly<{ learner: string }>
  | Readonly<{ learners: readonly string[] }>
  | Readonly<{ registrations: readonly string[] }>
  | Readonly<{ result: string }>
  | Readonly<{ results: readonly string[] }>
  | Readonly<{ award: string }>;

/** A record about a person, without what it says. */
export type PersonDocument = Readonly<{ kind: 'registration' | 'result' | 'award'; id: string; date: string }>;

export interface Learners {
  insert(learner: Learner): Promise<void>;
  /**
   * Locks these persons until the transaction ends; returns the ids of those there are. Every act on a person begins
   * with it and looks only then whether the person is under protection: what it saw before may have changed. To store
   * a signature locks the person too, but looks at no protection: it finishes an award that was decided before.
   *
   * The order in which everything that writes takes its locks, so that no two wait for each other: the
   * Idempotency-Key, what identifies persons who may be new (`lockIdentities`), persons by their ids, the offering,
   * registrations with their results, awards with their documents, signing keys,
   * status lists with their publications, the head of the audit chain. Whatever needs only some of them takes
   * those in this order.
   */
  lock(institutionId: string, person: PersonReference): Promise<readonly string[]>;
  /**
   * Until the transaction ends nobody else gets past here with one of these: an identifier, or the id that a
   * registration comes with. A person who is not there yet has no row to lock.
   */
  lockIdentities(institutionId: string, identities: readonly string[]): Promise<void>;
  /** The ids of the persons who have one of these identifiers, protected or not; not those who had one given up since. */
  findByIdentifiers(institutionId: string, identifiers: readonly LearnerIdentifier[]): Promise<readonly string[]>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<Learner | undefined>;
  /** Newest first; with a query, those whom it is about. */
  list(institutionId: string, page: PageRequest, visibility: Visibility, query?: LearnerQuery): Promise<Page<Learner>>;
  /** Writes what is known of the person, identifiers included; not whether they are protected. */
  update(learner: Learner): Promise<void>;
  /** Registrations, results and awards of the person, in the order of their dates. */
  documents(institutionId: string, id: string): Promise<readonly PersonDocument[]>;
  /** Under protection every certificate page of the person ends; its token does not come back when protection ends. */
  protect(institutionId: string, id: string, isProtected: boolean, alias: string | undefined): Promise<void>;
}

export interface Registrations {
  /** Throws `already-exists` where this learner has a registration for the offering. */
  insert(registration: Registration): Promise<void>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<Registration | undefined>;
  /** That of this person for this offering, protected or not. */
  findOfLearner(institutionId: string, offeringId: string, learnerId: string): Promise<Registration | undefined>;
  findBySource(institutionId: string, source: string, externalId: string): Promise<Registration | undefined>;
  /** Those that came with one of these ids of other systems. */
  findBySources(institutionId: string, ids: readonly ExternalId[]): Promise<readonly Registration[]>;
  /** What rests on an offering, of protected persons too. */
  findUse(institutionId: string, offeringId: string): Promise<OfferingUse>;
  /** How many are registered for each of these offerings, protected persons too; one without any is left out. */
  counts(institutionId: string, offeringIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  list(
    institutionId: string,
    offeringId: string,
    page: PageRequest,
    visibility: Visibility,
  ): Promise<Page<Registration>>;
}

export interface Results {
  /**
   * Writes the result and, in the one that it corrects, its id; a correction needs a transaction. Throws
   * `already-corrected` where that one has been corrected, `already-completed` where a completion of the registration
   * stands, and `already-exists` where the same result of a register does; then nothing is written and the transaction
   * can go on.
   */
  insert(result: Result): Promise<void>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<Result | undefined>;
  /** All of them, corrected ones too, in the order in which they were recorded. */
  ofRegistration(institutionId: string, registrationId: string): Promise<readonly Result[]>;
  /** All that were recorded with this id of this register, corrected ones too, in the order of recording. */
  listDecidedIn(institutionId: string, system: string, id: string): Promise<readonly Result[]>;
  /** Whether an award that is not revoked rests on it. */
  isAwarded(institutionId: string, id: string): Promise<boolean>;
  list(institutionId: string, page: PageRequest, visibility: Visibility): Promise<Page<Result>>;
}

/** A task is done with the result that settles it, or without one where the register took back what it had said. */
export type TaskEnd = Readonly<{ resultId: string; doneAt: Date; settledBy?: string }>;

export interface CorrectionTasks {
  /** Throws `already-exists` where the result has an open one. */
  insert(task: CorrectionTask): Promise<void>;
  /** Writes what the register says now. */
  update(task: CorrectionTask): Promise<void>;
  /** Ends the open task of a result; returns its id, or undefined where there is none. */
  finish(institutionId: string, end: TaskEnd): Promise<string | undefined>;
  findOpen(institutionId: string, resultId: string): Promise<CorrectionTask | undefined>;
  find(institutionId: string, id: string, visibility: Visibility): Promise<CorrectionTask | undefined>;
  /** Newest first; `state` undefined: all. */
  list(
    institutionId: string,
    state: CorrectionTaskState | undefined,
    page: PageRequest,
    visibility: Visibility,
  ): Promise<Page<CorrectionTask>>;
}

/** How many rows of a table were emptied of what may go, and how many deleted. */
export type ErasedRows = Readonly<{ table: string; emptied: number; deleted: number }>;

export interface Erasure {
  /**
   * Erases a person whom this transaction has locked. Where records are archived the result, the award with the name on
   * it and what they stand on remain; else everything of the person is deleted. Returns the tables that it went through.
   */
  erase(institutionId: string, learnerId: string, isArchived: boolean): Promise<readonly ErasedRows[]>;
  /** Whether another institution awarded this person of this one: what its award stands on remains. */
  isAwardedByAnother(institutionId: string, learnerId: string): Promise<boolean>;
  /** The institution whose person this is, where this one awarded them. */
  hostOf(institutionId: string, learnerId: string): Promise<string | undefined>;
  /** Erases what this institution awarded to a person of another, whom this transaction has locked there. */
  eraseAwards(
    institutionId: string,
    hostId: string,
    learnerId: string,
    isArchived: boolean,
  ): Promise<readonly ErasedRows[]>;
  /**
   * Empties the e-mail address of persons who need it no more, at most so many: the last offering that they registered
   * for ended before this day, and no completion of theirs waits to be awarded. Locks them, in the order of their ids;
   * returns these.
   */
  emptyPastContact(institutionId: string, before: string, limit: number): Promise<readonly string[]>;
}
