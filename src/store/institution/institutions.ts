import type { Kysely } from 'kysely';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institutions } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';
import { beginning } from './audit-chain.ts';
import { institutionMap, unitMap } from './institution-table.ts';

export function createInstitutions(db: Kysely<Database>): Institutions {
  const institutions = () => db.selectFrom('institution').select(institutionMap.columns);
  const unitsOf = (institutionId: string) =>
    db.selectFrom('organisational_unit').select(unitMap.columns).where('institution_id', '=', institutionId);

  return {
    // With its chain, so that whoever adds a link finds a head.
    async insert(institution) {
      const { sequence, hash } = beginning;
      await db
        .with('made', (query) => query.insertInto('institution').values(institutionMap.toRow(institution)))
        .insertInto('audit_chain')
        .values({ institution_id: institution.id, sequence, hash })
        .execute();
    },

    async find(slug) {
      const row = await institutions().where('slug', '=', slug).executeTakeFirst();
      return row && institutionMap.toItem(row);
    },

    async get(id) {
      const row = await institutions().where('id', '=', id).executeTakeFirst();
      if (row) return institutionMap.toItem(row);
      throw new DomainError('institution-not-found', 'There is no such institution here.');
    },

    async list() {
      const rows = await institutions().orderBy('slug').execute();
      return rows.map(institutionMap.toItem);
    },

    async update(institution) {
      const { id, slug: _, created_at: __, ...changed } = institutionMap.toRow(institution);
      await db.updateTable('institution').set(changed).where('id', '=', id).execute();
    },

    async lockPublished(id) {
      await db.selectFrom('institution').select('id').where('id', '=', id).forNoKeyUpdate().execute();
      const version = await db
        .selectFrom('microcredential_version')
        .select('id')
        .where('institution_id', '=', id)
        .limit(1)
        .executeTakeFirst();
      return version !== undefined;
    },

    async insertUnit(unit) {
      await db.insertInto('organisational_unit').values(unitMap.toRow(unit)).execute();
    },

    async updateUnit(unit) {
      const { institution_id: institutionId, id, name } = unitMap.toRow(unit);
      await db
        .updateTable('organisational_unit')
        .set({ name })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
    },

    async findUnit(institutionId, code) {
      const row = await unitsOf(institutionId).where('code', '=', code).executeTakeFirst();
      return row && unitMap.toItem(row);
    },

    async units(institutionId) {
      const rows = await unitsOf(institutionId).orderBy('code').execute();
      return rows.map(unitMap.toItem);
    },
  };
}
