import { type Kysely, sql } from 'kysely';
import { present } from '../../domain/shared/present.ts';
import type { AwardEntry, Awards } from '../../services/ports/award.ts';
import type { Visibility } from '../../services/ports/page.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { textArray } from '../connection/recordset.ts';
import type { Database } from '../connection/tables.ts';
import { createAwardFacts } from './award-facts.ts';
import { createAwardRecording } from './award-recording.ts';
import { awardMap } from './award-table.ts';
import { createHostedCompletions } from './hosted-completions.ts';

/** An award with its person, its micro-credential and its status list, none of which can be missing. */
const entries = (db: Kysely<Database>) =>
  db
    .selectFrom('award')
    .innerJoin('learner', (join) =>
      join.onRef('learner.institution_id', '=', 'award.host_id').onRef('learner.id', '=', 'award.learner_id'),
    )
    .innerJoin('microcredential', (join) =>
      join
        .onRef('microcredential.institution_id', '=', 'award.owner_id')
        .onRef('microcredential.id', '=', 'award.microcredential_id'),
    )
    .innerJoin('status_list', (join) =>
      join
        .onRef('status_list.institution_id', '=', 'award.institution_id')
        .onRef('status_list.id', '=', 'award.status_list_id'),
    )
    .innerJoin('institution as issuer', 'issuer.id', 'award.institution_id')
    .innerJoin('institution as host', 'host.id', 'award.host_id')
    .innerJoin('institution as owner', 'owner.id', 'award.owner_id')
    .select(awardMap.columns)
    .select(['microcredential.slug', 'status_list.number as list_number'])
    .select(['issuer.slug as issuer_slug', 'host.slug as host_slug', 'owner.slug as owner_slug']);

type EntryRow = Parameters<typeof awardMap.toItem>[0] &
  Readonly<{ slug: string; list_number: number; issuer_slug: string; host_slug: string; owner_slug: string }>;

function toEntry(row: EntryRow): AwardEntry {
  const { certificateToken, status, ...award } = awardMap.toItem(row);
  return {
    award: { ...award, status: { ...status, listNumber: row.list_number } },
    parties: { issuer: row.issuer_slug, host: row.host_slug, owner: row.owner_slug },
    microcredentialSlug: row.slug,
    ...present({ certificateToken }),
  };
}

export function createAwards(db: Kysely<Database>): Awards {
  const seen = ({ seesProtected }: Visibility) =>
    entries(db).$if(!seesProtected, (query) => query.where('learner.protected', '=', false));
  const of = (institutionId: string, visibility: Visibility) =>
    seen(visibility).where('award.institution_id', '=', institutionId);
  const change = (institutionId: string, id: string) =>
    db.updateTable('award').where('institution_id', '=', institutionId).where('id', '=', id);

  return {
    facts: createAwardFacts(db),
    record: createAwardRecording(db),

    ...createHostedCompletions(db),

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('award.id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },

    async seen(institutionId, ids, { seesProtected }) {
      const rows = await db
        .selectFrom('award')
        .innerJoin('learner', (join) =>
          join.onRef('learner.institution_id', '=', 'award.host_id').onRef('learner.id', '=', 'award.learner_id'),
        )
        .select('award.id')
        .where('award.institution_id', '=', institutionId)
        .where('award.id', '=', sql<string>`any(${textArray(ids)})`)
        .$if(!seesProtected, (query) => query.where('learner.protected', '=', false))
        .execute();
      const found = new Set(rows.map(({ id }) => id));
      return ids.filter((id) => found.has(id));
    },

    async findOfParty(institutionId, id, visibility) {
      const row = await seen(visibility)
        .where('award.id', '=', id)
        .where((award) =>
          award.or([award('award.institution_id', '=', institutionId), award('award.host_id', '=', institutionId)]),
        )
        .executeTakeFirst();
      return row && toEntry(row);
    },

    async lock(institutionId, id, visibility) {
      const row = await of(institutionId, visibility)
        .where('award.id', '=', id)
        .forNoKeyUpdate('award')
        .executeTakeFirst();
      return row && toEntry(row);
    },

    // No institution: the permanent address says the id alone.
    async findPublic(id) {
      const row = await entries(db).select('learner.protected').where('award.id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { award, parties, microcredentialSlug } = toEntry(row);
      return { award, parties, microcredentialSlug, isProtected: row.protected };
    },

    async list(institutionId, page, visibility, by = 'itself') {
      const rows = await (
        by === 'itself'
          ? of(institutionId, visibility)
          : seen(visibility)
              .where('award.host_id', '=', institutionId)
              .whereRef('award.host_id', '<>', 'award.institution_id')
      )
        .where(olderThan(page.cursor, 'award.created_at', 'award.id'))
        .orderBy('award.created_at', 'desc')
        .orderBy('award.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, toEntry);
    },

    async revoke(institutionId, id, at) {
      await change(institutionId, id).set({ state: 'revoked', revoked_at: at }).execute();
      await db
        .deleteFrom('signed_document')
        .where('institution_id', '=', institutionId)
        .where('award_id', '=', id)
        .where('bytes', 'is', null)
        .execute();
    },

    async setCertificateToken(institutionId, id, token) {
      await change(institutionId, id)
        .set({ certificate_token: token ?? null })
        .execute();
    },

    // Protection ends every link; one that is there afterwards was turned on by somebody who sees the person.
    async findByCertificateToken(token) {
      const row = await entries(db).where('award.certificate_token', '=', token).executeTakeFirst();
      return row && toEntry(row);
    },
  };
}
