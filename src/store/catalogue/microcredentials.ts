import { type Kysely, sql } from 'kysely';
import type { Funding } from '../../domain/catalogue/description/description.ts';
import type { Microcredential, MicrocredentialState } from '../../domain/catalogue/microcredential.ts';
import type { Microcredentials } from '../../services/ports/catalogue.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { microcredentialMap } from './microcredential-table.ts';
import { createVersions } from './versions.ts';

/** What `update` writes; slug, institution and time of making never change. */
function changeable(microcredential: Microcredential) {
  const {
    institution_id: _institution,
    id: _id,
    slug: _slug,
    created_at: _createdAt,
    ...changes
  } = microcredentialMap.toRow(microcredential);
  return changes;
}

/** `isInState` of the domain, as SQL. */
const isIn = (state: MicrocredentialState) => sql<boolean>`case ${state}::text
  when 'withdrawn' then withdrawn_at is not null
  when 'published' then published_version is not null and withdrawn_at is null
  else withdrawn_at is null
    and coalesce(draft_state, case when published_version is null then 'draft' end) = ${state}::text end`;

/** Of the newest published version. */
const funding = sql<Funding | null>`(select version.content -> 'funding' from microcredential_version as version
  where version.institution_id = microcredential.institution_id and version.microcredential_id = microcredential.id
    and version.number = microcredential.published_version)`;

export function createMicrocredentials(db: Kysely<Database>): Microcredentials {
  const of = (institutionId: string) =>
    db.selectFrom('microcredential').select(microcredentialMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(microcredential) {
      await db.insertInto('microcredential').values(microcredentialMap.toRow(microcredential)).execute();
    },

    async find(institutionId, slug) {
      const row = await of(institutionId).where('slug', '=', slug).executeTakeFirst();
      return row && microcredentialMap.toItem(row);
    },

    async findById(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && microcredentialMap.toItem(row);
    },

    // "no key update" keeps other writers out, but not those who only point at the row.
    async lock(institutionId, slug) {
      const row = await of(institutionId).where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst();
      return row && microcredentialMap.toItem(row);
    },

    async list(institutionId, page, { state, fundingEndsBefore } = {}) {
      const rows = await of(institutionId)
        .select(fundingEndsBefore === undefined ? sql<null>`null`.as('funding') : funding.as('funding'))
        .where(olderThan(page.cursor, 'created_at', 'id'))
        .$if(state !== undefined, (query) => query.where(isIn(state as MicrocredentialState)))
        .$if(fundingEndsBefore !== undefined, (query) =>
          query.where('withdrawn_at', 'is', null).where(sql<boolean>`${funding} ->> 'until' < ${fundingEndsBefore}`),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, ({ funding, ...row }) => ({
        ...microcredentialMap.toItem(row),
        ...(funding && { funding }),
      }));
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
