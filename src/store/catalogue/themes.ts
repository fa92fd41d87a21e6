import type { Kysely } from 'kysely';
import type { Themes } from '../../services/ports/catalogue.ts';
import type { Database } from '../connection/tables.ts';
import { themeMap } from './description-tables.ts';

export function createThemes(db: Kysely<Database>): Themes {
  return {
    async insert(theme) {
      await db.insertInto('theme').values(themeMap.toRow(theme)).execute();
    },

    async update(theme) {
      const { institution_id: institutionId, code, label } = themeMap.toRow(theme);
      await db
        .updateTable('theme')
        .set({ label })
        .where('institution_id', '=', institutionId)
        .where('code', '=', code)
        .execute();
    },

    async remove(institutionId, code) {
      const { numDeletedRows } = await db
        .deleteFrom('theme')
        .where('institution_id', '=', institutionId)
        .where('code', '=', code)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async list(institutionId) {
      const rows = await db
        .selectFrom('theme')
        .select(themeMap.columns)
        .where('institution_id', '=', institutionId)
        .orderBy('code')
        .execute();
      return rows.map(themeMap.toItem);
    },
  };
}
