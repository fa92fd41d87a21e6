import { type Kysely, sql } from 'kysely';
import type { Stores } from '../services/ports/stores.ts';
import { createAuditLog } from './institution/audit-log.ts';
import { createAwardRuns } from './award/runs/award-runs.ts';
import { createAwards } from './award/awards.ts';
import { createResults } from './enrolment/results.ts';
import { createCorrectionTasks } from './enrolment/correction-tasks.ts';
import { createDecisions } from './institution/decisions.ts';
import { createEmblems } from './catalogue/emblems.ts';
import { createErasure } from './enrolment/erasure.ts';
import { createHostingAgreements } from './catalogue/hosting-agreements.ts';
import { createIdempotencyKeys } from './institution/idempotency-keys.ts';
import { createInstitutions } from './institution/institutions.ts';
import { createLearners } from './enrolment/learners.ts';
import { createMicrocredentials } from './catalogue/microcredentials.ts';
import { createOfferings } from './catalogue/offerings.ts';
import { createPartnerships } from './catalogue/partnerships.ts';
import { refusing, spoken } from './connection/refusals.ts';
import { createRegistrations } from './enrolment/registrations.ts';
import { createSettings } from './institution/settings.ts';
import { createSignedDocuments } from './award/signed-documents.ts';
import { createSigningKeys } from './award/signing-keys.ts';
import { createStaff } from './institution/staff.ts';
import { createStatusLists } from './award/status-lists.ts';
import { createThemes } from './catalogue/themes.ts';
import type { Database } from './connection/tables.ts';

export { demandDataFormat } from './migrations/data-format.ts';
export { migrate } from './migrations/migrate.ts';
export type { Database } from './connection/tables.ts';

/** Everything that is stored, seen through this connection or transaction; refuses in the words of the domain. */
export function createStores(db: Kysely<Database>): Stores {
  return {
    institutions: refusing(createInstitutions(db)),
    staff: refusing(createStaff(db)),
    microcredentials: refusing(createMicrocredentials(db)),
    partnerships: refusing(createPartnerships(db)),
    offerings: refusing(createOfferings(db)),
    hostingAgreements: refusing(createHostingAgreements(db)),
    themes: refusing(createThemes(db)),
    emblems: refusing(createEmblems(db)),
    learners: refusing(createLearners(db)),
    registrations: refusing(createRegistrations(db)),
    results: refusing(createResults(db)),
    correctionTasks: refusing(createCorrectionTasks(db)),
    erasure: refusing(createErasure(db)),
    awards: refusing(createAwards(db)),
    awardRuns: refusing(createAwardRuns(db)),
    documents: refusing(createSignedDocuments(db)),
    signingKeys: refusing(createSigningKeys(db)),
    statusLists: refusing(createStatusLists(db)),
    decisions: refusing(createDecisions(db)),
    audit: refusing(createAuditLog(db)),
    idempotency: refusing(createIdempotencyKeys(db)),
    settings: refusing(createSettings(db)),
  };
}

/**
 * How long a transaction may wait for a lock, and for any one answer, in which there may be several locks: who waits
 * behind others waits for each of them. Nothing waits for ever.
 */
const patience = { lockInMs: 5_000, statementInMs: 10_000 };
/** The same for every transaction of a connection, so that none has to ask for it; for a connection that is one's own. */
export const limitsOfConnection = `set lock_timeout = ${patience.lockInMs}; set statement_timeout = ${patience.statementInMs}`;
export type Transact = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;

/**
 * Inside the work use only the stores that it is given. PGlite has one connection, so a question to any other would
 * wait for a transaction that waits for it. `of-connection`: the connections have `limitsOfConnection`.
 */
export const createTransact =
  (db: Kysely<Database>, limits: typeof patience | 'of-connection' = patience): Transact =>
  (work) =>
    db
      .transaction()
      .execute(async (transaction) => {
        if (limits !== 'of-connection')
          await sql`select set_config('lock_timeout', ${String(limits.lockInMs)}, true),
            set_config('statement_timeout', ${String(limits.statementInMs)}, true)`.execute(transaction);
        return work(createStores(transaction));
      })
      // Beginning and committing go past the stores, and can fail as they can.
      .catch((error: unknown) => {
        throw spoken(error);
      });

/**
 * As `createTransact`, for one statement that is all or nothing by itself. A connection without limits of its own needs
 * a transaction to have any.
 */
export const createWrite =
  (db: Kysely<Database>, limits?: 'of-connection'): Transact =>
  (work) =>
    limits === 'of-connection' ? work(createStores(db)) : createTransact(db)(work);
