import type { Kysely } from 'kysely';
import { genesis } from '../domain/audit-chain.ts';
import type { AuditEvent, AuditLog } from '../services/ports.ts';
import type { Database, Row } from './tables.ts';

const columns = [
  'institution_id',
  'sequence',
  'at',
  'actor',
  'action',
  'subjects',
  'detail',
  'previous_hash',
  'hash',
] as const;

/** The first link hangs on nothing. */
const beginning = { sequence: 0, hash: genesis };

const toEvent = (row: Row<'audit_event'>): AuditEvent => ({
  institutionId: row.institution_id,
  sequence: row.sequence,
  at: row.at,
  actor: row.actor,
  action: row.action,
  subjects: row.subjects,
  detail: row.detail,
  previousHash: row.previous_hash,
  hash: row.hash,
});

const toRow = (event: AuditEvent) => ({
  institution_id: event.institutionId,
  sequence: event.sequence,
  at: event.at,
  actor: event.actor,
  action: event.action,
  subjects: JSON.stringify(event.subjects),
  detail: JSON.stringify(event.detail),
  previous_hash: event.previousHash,
  hash: event.hash,
});

export function createAuditLog(db: Kysely<Database>): AuditLog {
  const head = (institutionId: string) =>
    db.selectFrom('audit_chain').select(['sequence', 'hash']).where('institution_id', '=', institutionId).forUpdate();

  return {
    async lockHead(institutionId) {
      const found = await head(institutionId).executeTakeFirst();
      if (found) return found;
      await db
        .insertInto('audit_chain')
        .values({ institution_id: institutionId, ...beginning })
        .onConflict((chain) => chain.column('institution_id').doNothing())
        .execute();
      // Where another transaction began the chain at the same time, its first link is there by now.
      return head(institutionId).executeTakeFirstOrThrow();
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
      await db.insertInto('audit_event').values(toRow(event)).execute();
    },

    async list(institutionId) {
      const rows = await db
        .selectFrom('audit_event')
        .select(columns)
        .where('institution_id', '=', institutionId)
        .orderBy('sequence')
        .execute();
      return rows.map(toEvent);
    },
  };
}
