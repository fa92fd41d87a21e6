import { type Kysely, sql } from 'kysely';
import type { LanguageMap } from '../../domain/shared/language.ts';
import type { Offerings } from '../../services/ports/catalogue.ts';
import { laterThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { partsOf } from '../connection/parts.ts';
import type { Database } from '../connection/tables.ts';
import { createNextStarts } from './coming-offerings.ts';
import { createReplacing, insertSessions } from './offering-replacing.ts';
import { offeringFormMap, offeringMap, offeringSessionMap, toFormRows, toOffering } from './offering-table.ts';

export function createOfferings(db: Kysely<Database>): Offerings {
  const all = () =>
    db
      .selectFrom('offering')
      .select(offeringMap.columns)
      .select(partsOf(db, 'offering_form', offeringFormMap).as('forms'))
      .select(partsOf(db, 'offering_session', offeringSessionMap).as('sessions'));
  const of = (institutionId: string) => all().where('offering.institution_id', '=', institutionId);
  /** The runs of a course, wherever it is given. */
  const ofCourse = (ownerId: string, microcredentialId: string) =>
    all().where('owner_id', '=', ownerId).where('microcredential_id', '=', microcredentialId);

  return {
    // One statement, so that an offering is never there without its forms; with sessions it needs a transaction.
    async insert(offering) {
      await db
        .with('opened', (query) => query.insertInto('offering').values(offeringMap.toRow(offering)))
        .insertInto('offering_form')
        .values(toFormRows(offering))
        .execute();
      await insertSessions(db, offering);
    },

    replace: createReplacing(db),

    async cancel({ institutionId, id, ...run }) {
      const { cancelled_at, cancel_reason } = offeringMap.toRow({ institutionId, id, ...run });
      await db
        .updateTable('offering')
        .set({ cancelled_at, cancel_reason })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
    },

    async find(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).executeTakeFirst();
      return row && toOffering(row);
    },

    async lock(institutionId, id) {
      const row = await of(institutionId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
      return row && toOffering(row);
    },

    // In the order of their ids, so that no two who keep the same ones and change one wait for each other.
    async keep(institutionId, registrations) {
      if (registrations.length === 0) return;
      await db
        .with(
          (name) => name('run').materialized(),
          (query) =>
            query
              .selectFrom('registration')
              .select('offering_id')
              .where('institution_id', '=', institutionId)
              .where('id', 'in', registrations),
        )
        .selectFrom('offering')
        .select('id')
        .where('institution_id', '=', institutionId)
        .where('id', '=', (query) => sql<string>`any(array(${query.selectFrom('run').select('offering_id')}))`)
        .orderBy('id')
        .forShare()
        .execute();
    },

    async upcoming(ownerId, microcredentialId, today, limit) {
      const rows = await ofCourse(ownerId, microcredentialId)
        .where('end_date', '>=', today)
        .where('cancelled_at', 'is', null)
        .orderBy('start_date')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toOffering);
    },

    async listComing(institutionId, today, limit) {
      const rows = await of(institutionId)
        .innerJoin('microcredential', (join) =>
          join
            .onRef('microcredential.institution_id', '=', 'offering.owner_id')
            .onRef('microcredential.id', '=', 'offering.microcredential_id'),
        )
        .innerJoin('microcredential_version as given', (join) =>
          join
            .onRef('given.institution_id', '=', 'offering.owner_id')
            .onRef('given.microcredential_id', '=', 'offering.microcredential_id')
            .onRef('given.number', '=', 'offering.version'),
        )
        .select('microcredential.slug')
        .select(sql<LanguageMap>`given.content -> 'title'`.as('title'))
        .where('microcredential.withdrawn_at', 'is', null)
        .where('offering.start_date', '>=', today)
        .where('offering.cancelled_at', 'is', null)
        .orderBy('offering.start_date')
        .orderBy('offering.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ offering: toOffering(row), microcredentialSlug: row.slug, title: row.title }));
    },

    nextStarts: createNextStarts(db),

    async list(ownerId, microcredentialId, page) {
      const rows = await ofCourse(ownerId, microcredentialId)
        .where(laterThan(page.cursor, 'start_date', 'id'))
        .orderBy('start_date')
        .orderBy('id')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, (row) => [row.start_date, row.id], toOffering);
    },
  };
}
