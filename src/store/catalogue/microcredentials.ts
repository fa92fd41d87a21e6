import { type Kysely, sql } from 'kysely';
import type { Draft, Microcredential, MicrocredentialState } from '../../domain/catalogue/microcredential.ts';
import type { Microcredentials } from '../../services/ports/index.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { jsonOrNull, present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';
import { createVersions } from './versions.ts';

const columns = [
  'institution_id',
  'id',
  'slug',
  'owner_unit_id',
  'review_by',
  'draft_content',
  'draft_state',
  'draft_revision',
  'draft_editors',
  'draft_updated_at',
  'draft_returned_note',
  'published_version',
  'withdrawn_at',
  'created_at',
] as const;

const toMicrocredential = (row: Row<'microcredential'>): Microcredential => ({
  id: row.id,
  institutionId: row.institution_id,
  slug: row.slug,
  createdAt: row.created_at,
  ...present({
    ownerUnitId: row.owner_unit_id,
    reviewBy: row.review_by,
    draft: toDraft(row),
    publishedVersion: row.published_version,
    withdrawnAt: row.withdrawn_at,
  }),
});

function toDraft(row: Row<'microcredential'>): Draft | null {
  const {
    draft_content: content,
    draft_state: state,
    draft_revision: revision,
    draft_editors: editors,
    draft_updated_at: updatedAt,
  } = row;
  // The constraint whole_draft: either all five are there or none.
  if (content === null || state === null || revision === null || editors === null || updatedAt === null) return null;
  return { content, state, revision, editors, updatedAt, ...present({ returnedNote: row.draft_returned_note }) };
}

/** What `update` writes; slug, institution and time of making never change. */
const changeable = ({ draft, ...microcredential }: Microcredential) => ({
  owner_unit_id: microcredential.ownerUnitId ?? null,
  review_by: microcredential.reviewBy ?? null,
  draft_content: jsonOrNull(draft?.content),
  draft_state: draft?.state ?? null,
  draft_revision: draft?.revision ?? null,
  draft_editors: jsonOrNull(draft?.editors),
  draft_updated_at: draft?.updatedAt ?? null,
  draft_returned_note: draft?.returnedNote ?? null,
  published_version: microcredential.publishedVersion ?? null,
  withdrawn_at: microcredential.withdrawnAt ?? null,
});

/** `isInState` of the domain, as SQL. */
const isIn = (state: MicrocredentialState) => sql<boolean>`case ${state}::text
  when 'withdrawn' then withdrawn_at is not null
  when 'published' then published_version is not null and withdrawn_at is null
  else withdrawn_at is null
    and coalesce(draft_state, case when published_version is null then 'draft' end) = ${state}::text end`;

export function createMicrocredentials(db: Kysely<Database>): Microcredentials {
  const of = (institutionId: string) =>
    db.selectFrom('microcredential').select(columns).where('institution_id', '=', institutionId);

  return {
    async insert(microcredential) {
      await db
        .insertInto('microcredential')
        .values({
          institution_id: microcredential.institutionId,
          id: microcredential.id,
          slug: microcredential.slug,
          created_at: microcredential.createdAt,
          ...changeable(microcredential),
        })
        .execute();
    },

    async find(institutionId, slug) {
      const row = await of(institutionId).where('slug', '=', slug).executeTakeFirst();
      return row && toMicrocredential(row);
    },

    async findById(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && toMicrocredential(row);
    },

    // "no key update" keeps other writers out, but not those who only point at the row.
    async lock(institutionId, slug) {
      const row = await of(institutionId).where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst();
      return row && toMicrocredential(row);
    },

    async list(institutionId, page, state) {
      const rows = await of(institutionId)
        .where(olderThan(page.cursor, 'created_at', 'id'))
        .$if(state !== undefined, (query) => query.where(isIn(state as MicrocredentialState)))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, toMicrocredential);
    },

    async update(microcredential) {
      await db
        .updateTable('microcredential')
        .set(changeable(microcredential))
        .where('institution_id', '=', microcredential.institutionId)
        .where('id', '=', microcredential.id)
        .execute();
    },

    ...createVersions(db),
  };
}
