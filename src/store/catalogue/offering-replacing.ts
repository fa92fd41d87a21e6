import type { Kysely } from 'kysely';
import type { Offering } from '../../domain/catalogue/offering.ts';
import type { Offerings } from '../../services/ports/catalogue.ts';
import type { Database } from '../connection/tables.ts';
import { offeringMap, toFormRows, toSessionRows } from './offering-table.ts';

/** Registrations point at their form, which therefore is never taken away and put back. */
async function replaceForms(db: Kysely<Database>, offering: Offering): Promise<void> {
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

export async function insertSessions(db: Kysely<Database>, offering: Offering): Promise<void> {
  const sessions = toSessionRows(offering);
  if (sessions.length > 0) await db.insertInto('offering_session').values(sessions).execute();
}

export const createReplacing =
  (db: Kysely<Database>): Offerings['replace'] =>
  async (offering) => {
    const { institutionId, id } = offering;
    const {
      version: _,
      microcredential_id: __,
      cancelled_at: ___,
      cancel_reason: ____,
      owner_id: _____,
      issuer_id: ______,
      agreement_id: _______,
      ...said
    } = offeringMap.toRow(offering);
    await db
      .updateTable('offering')
      .set(said)
      .where('institution_id', '=', institutionId)
      .where('id', '=', id)
      .execute();
    await replaceForms(db, offering);
    await db
      .deleteFrom('offering_session')
      .where('institution_id', '=', institutionId)
      .where('offering_id', '=', id)
      .execute();
    await insertSessions(db, offering);
  };
