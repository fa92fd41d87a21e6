import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Offering } from '../../domain/catalogue/offering.ts';
import type { Offerings } from '../../services/ports/catalogue.ts';
import { laterThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { offeringFormMap, offeringMap, offeringSessionMap } from './offering-table.ts';

type OfferingRow = Parameters<typeof offeringMap.toItem>[0] &
  Readonly<{
    forms: readonly Parameters<typeof offeringFormMap.toItem>[0][];
    sessions: readonly Parameters<typeof offeringSessionMap.toItem>[0][];
  }>;

const toOffering = (row: OfferingRow): Offering => ({
  ...offeringMap.toItem(row),
  forms: row.forms.map(offeringFormMap.toItem),
  ...(row.sessions.length > 0 && { sessions: row.sessions.map(offeringSessionMap.toItem) }),
});

const toFormRows = ({ institutionId, id, forms }: Offering) =>
  forms.map((form, position) => ({
    institution_id: institutionId,
    offering_id: id,
    position,
    ...offeringFormMap.toRow(form),
  }));

const toSessionRows = ({ institutionId, id, sessions = [] }: Offering) =>
  sessions.map((session, position) => ({
    institution_id: institutionId,
    offering_id: id,
    position,
    ...offeringSessionMap.toRow(session),
  }));

export function createOfferings(db: Kysely<Database>): Offerings {
  const all = () =>
    db
      .selectFrom('offering')
      .select(offeringMap.columns)
      .select((offering) =>
        jsonArrayFrom(
          offering
            .selectFrom('offering_form')
            .select(offeringFormMap.columns)
            .whereRef('offering_form.institution_id', '=', 'offering.institution_id')
            .whereRef('offering_form.offering_id', '=', 'offering.id')
            .orderBy('position'),
        ).as('forms'),
      )
      .select((offering) =>
        jsonArrayFrom(
          offering
            .selectFrom('offering_session')
            .select(offeringSessionMap.columns)
            .whereRef('offering_session.institution_id', '=', 'offering.institution_id')
            .whereRef('offering_session.offering_id', '=', 'offering.id')
            .orderBy('position'),
        ).as('sessions'),
      );
  const of = (institutionId: string) => all().where('institution_id', '=', institutionId);
  /** The runs of a course, wherever it is given. */
  const ofCourse = (ownerId: string, microcredentialId: string) =>
    all().where('owner_id', '=', ownerId).where('microcredential_id', '=', microcredentialId);

  /** Registrations point at their form, which therefore is never taken away and put back. */
  async function replaceForms(offering: Offering): Promise<void> {
    const { institutionId, id, forms } = offering;
    await db
      .deleteFrom('offering_form')
      .where('institution_id', '=', institutionId)
      .where('offering_id', '=', id)
      .where(
        'form',
        'not in',
        forms.map(({ form }) => form),
      )
      .execute();
    for (const { institution_id, offering_id, form, ...rest } of toFormRows(offering))
      await db
        .insertInto('offering_form')
        .values({ institution_id, offering_id, form, ...rest })
        .onConflict((conflict) => conflict.columns(['institution_id', 'offering_id', 'form']).doUpdateSet(rest))
        .execute();
  }

  async function insertSessions(offering: Offering): Promise<void> {
    const sessions = toSessionRows(offering);
    if (sessions.length > 0) await db.insertInto('offering_session').values(sessions).execute();
  }

  return {
    // One statement, so that an offering is never there without its forms; with sessions it needs a transaction.
    async insert(offering) {
      await db
        .with('opened', (query) => query.insertInto('offering').values(offeringMap.toRow(offering)))
        .insertInto('offering_form')
        .values(toFormRows(offering))
        .execute();
      await insertSessions(offering);
    },

    async replace(offering) {
      const { institutionId, id } = offering;
      const {
        version: _,
        microcredential_id: __,
        cancelled_at: ___,
        cancel_reason: ____,
        ...said
      } = offeringMap.toRow(offering);
      await db
        .updateTable('offering')
        .set(said)
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
      await replaceForms(offering);
      await db
        .deleteFrom('offering_session')
        .where('institution_id', '=', institutionId)
        .where('offering_id', '=', id)
        .execute();
      await insertSessions(offering);
    },

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
