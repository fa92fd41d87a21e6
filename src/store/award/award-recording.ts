import { type Kysely, sql } from 'kysely';
import type { Awards, Lease, PreparedDocument } from '../../services/ports/index.ts';
import type { Database } from '../connection/tables.ts';
import { decisionMap } from '../institution/decision-table.ts';
import { toAwardRow } from './award-row.ts';

/** A lease as columns; its end is by the clock of the database, which all processes share. */
export const leaseColumns = ({ token, forMs, keyId, created }: Lease) => ({
  lease_token: token,
  lease_until: sql<Date>`clock_timestamp() + ${forMs}::integer * interval '1 millisecond'`,
  lease_key_id: keyId,
  lease_created: created,
});

const toDocumentRow = (document: PreparedDocument, lease: Lease) => ({
  institution_id: document.institutionId,
  award_id: document.awardId,
  format: document.format,
  variant: document.variant,
  issue_number: document.issueNumber,
  salt: document.salt,
  prepared_at: document.preparedAt,
  unsigned: document.unsigned,
  is_current: false,
  ...leaseColumns(lease),
  lease_salts: JSON.stringify(lease.salts),
});

/** Decision, award and document in one statement: the insert of the document is what takes its lease. */
export const createRecording =
  (db: Kysely<Database>): Awards['record'] =>
  async ({ decision, award, document, lease }) => {
    await db
      .with('decided', (query) => query.insertInto('decision').values(decisionMap.toRow(decision)))
      .with('awarded', (query) => query.insertInto('award').values(toAwardRow(award)))
      .insertInto('signed_document')
      .values(toDocumentRow(document, lease))
      .execute();
  };
