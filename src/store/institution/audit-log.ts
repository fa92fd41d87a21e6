import type { Kysely } from 'kysely';
import { genesis } from '../../domain/institution/audit-chain.ts';
import type { AuditLog } from '../../services/ports/index.ts';
import type { Database } from '../connection/tables.ts';
import { eventMap } from './audit-table.ts';

/** A chain may be longer than memory: whoever wants all of it asks again. */
const pageLength = 1000;

/** The first link hangs on nothing. */
const beginning = { sequence: 0, hash: genesis };

export function createAuditLog(db: Kysely<Database>): AuditLog {
  const locked = (institutionId: string) =>
    db.selectFrom('audit_chain').select(['sequence', 'hash']).where('institution_id', '=', institutionId).forUpdate();

  return {
    async lockHead(institutionId) {
      const found = await locked(institutionId).executeTakeFirst();
      if (found) return found;
      await db
        .insertInto('audit_chain')
        .values({ institution_id: institutionId, ...beginning })
        .onConflict((chain) => chain.column('institution_id').doNothing())
        .execute();
      // Where another transaction began the chain at the same time, its first link is there by now.
      return locked(institutionId).executeTakeFirstOrThrow();
    },

    async append(event) {
      const moved = await db
        .updateTable('audit_chain')
        .set({ sequence: event.sequence, hash: event.hash })
        .where('institution_id', '=', event.institutionId)
        .where('sequence', '=', event.sequence - 1)
        .where('hash', '=', event.previousHash)
        .returning('sequence')
        .executeTakeFirst();
      if (!moved)
        throw new Error(
          `Audit event ${event.sequence} of institution ${event.institutionId} does not follow the head of its chain`,
        );
      await db.insertInto('audit_event').values(eventMap.toRow(event)).execute();
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
