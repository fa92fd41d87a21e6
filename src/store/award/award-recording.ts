import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Decision } from '../../domain/institution/decision.ts';
import type { Awards } from '../../services/ports/award.ts';
import type { Lease, PreparedDocument } from '../../services/ports/signed-document.ts';
import { named, rowsOf } from '../connection/recordset.ts';
import type { Database } from '../connection/tables.ts';
import { addingLinks } from '../institution/audit-chain.ts';
import { decisionMap } from '../institution/decision-table.ts';
import { awardMap } from './award-table.ts';
import { preparedMap } from './signed-document-table.ts';
import { countingEntries } from './status-allocation.ts';

const until = (forMs: RawBuilder<unknown>) =>
  sql<Date>`clock_timestamp() + ${forMs}::integer * interval '1 millisecond'`;

/** A lease as columns; its end is by the clock of the database, which all processes share. */
export const leaseColumns = ({ token, forMs, keyId, created }: Lease) => ({
  lease_token: token,
  lease_until: until(sql`${forMs}`),
  lease_key_id: keyId,
  lease_created: created,
});

const toDocumentRow = (document: PreparedDocument, { token, keyId, created, salts }: Lease) => ({
  ...preparedMap.toRow(document),
  lease_token: token,
  lease_key_id: keyId,
  lease_created: created,
  lease_salts: salts,
  is_current: false,
});
const documentNames = [...preparedMap.names, 'lease_token', 'lease_key_id', 'is_current'] as const;

/** A jsonb column of a record set is given as what it holds. */
const toDecisionRow = (decision: Decision) => ({ ...decisionMap.toRow(decision), subjects: decision.subjects });

/**
 * Entries, decisions, awards, documents and links in one statement: the insert of a document is what takes its lease.
 * The head of the audit chain is its last lock, after that of the list's row, where that is written.
 */
export const createAwardRecording =
  (db: Kysely<Database>): Awards['record'] =>
  async (institutionId, decisions, awards) => {
    const forMs = awards[0]?.lease.forMs ?? 0;
    const links = awards.map(({ award, link }) => ({ of: award.id, link }));
    const { rows } = await sql<{ id: string }>`
      with recursive asked as materialized (
        select ${named(awardMap.names)} from ${rowsOf(
          'award',
          awards.map(({ award }) => awardMap.toRow(award)),
        )}
        where institution_id = ${institutionId}
      ), entry as (
        insert into status_entry (institution_id, list_id, index)
        select institution_id, status_list_id, status_index from asked
        on conflict (institution_id, list_id, index) do nothing
        returning institution_id, list_id, index
      ), placed as materialized (
        select asked.* from asked join entry on entry.list_id = asked.status_list_id and entry.index = asked.status_index
      ), decided as (
        insert into decision (${named(decisionMap.names)})
        select ${named(decisionMap.names)} from ${rowsOf('decision', decisions.map(toDecisionRow))}
        where id in (select decision_id from placed)
      ), awarded as (
        insert into award (${named(awardMap.names)}) select ${named(awardMap.names)} from placed returning id
      ), prepared as (
        insert into signed_document (${named(documentNames)}, lease_until)
        select ${named(documentNames, 'document')}, ${until(sql`${forMs}`)}
        from ${rowsOf(
          'signed_document',
          awards.map(({ document, lease }) => toDocumentRow(document, lease)),
        )} as document join placed on placed.id = document.award_id and placed.institution_id = document.institution_id
        returning award_id
      ), ${countingEntries}, ${addingLinks(institutionId, links, {
        after: sql<boolean>`(select count(*) from awarded) + (select count(*) from prepared) + (select count(*) from counted) > 0`,
        which: sql<boolean>`asked_link."of" in (select id from placed)`,
      })}
      select id from awarded where (select count(*) from linked) > 0`.execute(db);
    return rows.map(({ id }) => id);
  };
