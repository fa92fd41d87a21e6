import type { AwardState } from '../../domain/award/award.ts';
import type { Decision } from '../../domain/institution/decision.ts';
import type { ErrorCode, Violation } from '../../domain/shared/errors.ts';
import type { NewLink } from './institution.ts';
import type { Page, PageRequest, Visibility } from './page.ts';

/** One decision to award many completions. `seesProtected`: whether who decided sees persons under protection. */
export type AwardRun = Readonly<{
  institutionId: string;
  id: string;
  decisionId: string;
  seesProtected: boolean;
  createdAt: Date;
  finishedAt?: Date;
}>;

/** Why a row was refused, as a `DomainError` has it. */
export type RowRefusal = Readonly<{ code: ErrorCode; detail: string; violations: readonly Violation[] }>;

/** A row of a run, and what came of it; no outcome while it waits. */
export type RunRow = Readonly<{
  position: number;
  /** Absent where what was sent is no id. */
  completionId?: string;
  /** Whose person it is, once that is known. */
  hostId?: string;
  /** The id that its award is to have; where there was an award already, the id of that one. */
  awardId: string;
  outcome?: 'awarded' | 'already-awarded' | 'refused';
  refusal?: RowRefusal;
}>;
export type WaitingRow = RunRow & Readonly<{ completionId: string }>;
/** `state`: of the award, where there is one. */
export type ShownRow = RunRow & Readonly<{ state?: AwardState }>;
export type RunCounts = Readonly<{ awarded: number; alreadyAwarded: number; refused: number; waiting: number }>;

export interface AwardRuns {
  /** Writes the run with its rows and its decision, and that it was decided. */
  insert(run: AwardRun, decision: Decision, rows: readonly RunRow[], link: NewLink): Promise<void>;
  find(institutionId: string, id: string): Promise<(AwardRun & Readonly<{ counts: RunCounts }>) | undefined>;
  /** In the order in which they were sent; rows about persons under protection are left out for who may not see them. */
  rows(institutionId: string, id: string, page: PageRequest, visibility: Visibility): Promise<Page<ShownRow>>;
  /** The oldest that are not finished, of all institutions. */
  unfinished(limit: number): Promise<readonly AwardRun[]>;
  /**
   * Locks the run until the transaction ends and gives the first of its rows that wait; undefined where another has it in
   * hand (`for update skip locked`).
   */
  claim(institutionId: string, id: string, limit: number): Promise<readonly WaitingRow[] | undefined>;
  /** Writes what came of these rows. */
  settle(institutionId: string, id: string, rows: readonly RunRow[]): Promise<void>;
  finish(institutionId: string, id: string, at: Date): Promise<void>;
}
