import type { Kysely } from 'kysely';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institutions } from '../../services/ports/index.ts';
import type { Database } from '../connection/tables.ts';
import { institutionMap, unitMap } from './institution-table.ts';

export function createInstitutions(db: Kysely<Database>): Institutions {
  const institutions = () => db.selectFrom('institution').select(institutionMap.columns);
  const unitsOf = (institutionId: string) =>
    db.selectFrom('organisational_unit').select(unitMap.columns).where('institution_id', '=', institutionId);

  return {
    async insert(institution) {
      await db.insertInto('institution').values(institutionMap.toRow(institution)).execute();
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

    async insertUnit(unit) {
      await db.insertInto('organisational_unit').values(unitMap.toRow(unit)).execute();
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
