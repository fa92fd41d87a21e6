import { type Kysely, sql } from 'kysely';
import { genesis } from '../../domain/institution/audit-chain.ts';
import type { AuditLog, LinkText, NewEvent } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';
import { eventMap } from './audit-table.ts';

/** A chain may be longer than memory: whoever wants all of it asks again. */
const pageLength = 1000;

/** The first link hangs on nothing. */
const beginning = { sequence: 0, hash: genesis };

export function createAuditLog(db: Kysely<Database>): AuditLog {
  /**
   * One statement, so that the head is held no longer than it must: locks it, hashes what follows from it and moves it.
   * False where the institution has no chain yet.
   */
  async function add(event: NewEvent, [beforeHash, beforeNumber, rest]: LinkText): Promise<boolean> {
    const { institutionId, at, actor, action, subjects, detail } = event;
    const { rows } = await sql`
      with head as materialized (
        select sequence, hash from audit_chain where institution_id = ${institutionId} for update
      ), link as materialized (
        select sequence + 1 as sequence, hash as previous_hash, encode(sha256(convert_to(
          ${beforeHash}::text || hash || ${beforeNumber}::text || (sequence + 1)::text || ${rest}::text, 'UTF8'
        )), 'hex') as hash from head
      ), moved as (
        update audit_chain set sequence = link.sequence, hash = link.hash
        from link where audit_chain.institution_id = ${institutionId}
      )
      insert into audit_event (institution_id, sequence, at, actor, action, subjects, detail, previous_hash, hash)
      select ${institutionId}, sequence, ${at}::timestamptz, ${actor}, ${action}, ${JSON.stringify(subjects)}::jsonb,
        ${JSON.stringify(detail)}::jsonb, previous_hash, hash
      from link
      returning sequence`.execute(db);
    return rows.length > 0;
  }

  return {
    async append(event, text) {
      if (await add(event, text)) return;
      await db
        .insertInto('audit_chain')
        .values({ institution_id: event.institutionId, ...beginning })
        .onConflict((chain) => chain.column('institution_id').doNothing())
        .execute();
      // Where another transaction began the chain at the same time, its first link is there by now.
      if (!(await add(event, text))) throw new Error(`institution ${event.institutionId} has no audit chain`);
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
