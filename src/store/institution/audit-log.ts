import { type Kysely, sql } from 'kysely';
import type { AuditLog } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';
import { addingLinks, beginning } from './audit-chain.ts';
import { eventMap } from './audit-table.ts';

/** A chain may be longer than memory: whoever wants all of it asks again. */
const pageLength = 1000;

export function createAuditLog(db: Kysely<Database>): AuditLog {
  return {
    // One statement, so that the head is held no longer than it must.
    async append(institutionId, links) {
      const always = { after: sql<boolean>`true`, which: sql<boolean>`true` };
      const { rows } = await sql`
        with recursive ${addingLinks(
          institutionId,
          links.map((link) => ({ link })),
          always,
        )} select sequence from linked`.execute(db);
      if (rows.length !== links.length) throw new Error(`institution ${institutionId} has no audit chain`);
    },

    // One statement: head and last event are of one moment.
    async head(institutionId) {
      const row = await db
        .selectFrom('institution')
        .leftJoin('audit_chain', 'audit_chain.institution_id', 'institution.id')
        .select(['audit_chain.sequence', 'audit_chain.hash'])
        .select((institution) =>
          institution
            .selectFrom('audit_event')
            .select(({ fn }) => fn.max('audit_event.sequence').as('last'))
            .where('audit_event.institution_id', '=', institutionId)
            .as('last'),
        )
        .where('institution.id', '=', institutionId)
        .executeTakeFirst();
      const { sequence, hash } = beginning;
      return { sequence: row?.sequence ?? sequence, hash: row?.hash ?? hash, last: row?.last ?? 0 };
    },

    async list(institutionId, after = 0, limit = pageLength) {
      const rows = await db
        .selectFrom('audit_event')
        .select(eventMap.columns)
        .where('institution_id', '=', institutionId)
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(eventMap.toItem);
    },
  };
}
