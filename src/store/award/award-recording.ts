import { type Kysely, sql } from 'kysely';
import type { Awards } from '../../services/ports/award.ts';
import type { Lease, PreparedDocument } from '../../services/ports/signed-document.ts';
import type { Database } from '../connection/tables.ts';
import { decisionMap } from '../institution/decision-table.ts';
import { awardMap } from './award-table.ts';
import { preparedMap } from './signed-document-table.ts';

/** A lease as columns; its end is by the clock of the database, which all processes share. */
export const leaseColumns = ({ token, forMs, keyId, created }: Lease) => ({
  lease_token: token,
  lease_until: sql<Date>`clock_timestamp() + ${forMs}::integer * interval '1 millisecond'`,
  lease_key_id: keyId,
  lease_created: created,
});

const toDocumentRow = (document: PreparedDocument, lease: Lease) => ({
  ...preparedMap.toRow({ ...document, fixed: lease }),
  ...leaseColumns(lease),
  is_current: false,
});

/** Decision, award and document in one statement: the insert of the document is what takes its lease. */
export const createAwardRecording =
  (db: Kysely<Database>): Awards['record'] =>
  async ({ decision, award, document, lease }) => {
    await db
      .with('decided', (query) => query.insertInto('decision').values(decisionMap.toRow(decision)))
      .with('awarded', (query) => query.insertInto('award').values(awardMap.toRow(award)))
      .insertInto('signed_document')
      .values(toDocumentRow(document, lease))
      .execute();
  };
