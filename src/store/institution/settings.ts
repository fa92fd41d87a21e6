import type { Kysely } from 'kysely';
import type { Settings } from '../../services/ports/institution.ts';
import type { Database } from '../connection/tables.ts';

/** Settings of the whole service; none belongs to an institution. */
export function createSettings(db: Kysely<Database>): Settings {
  const read = (name: string) => db.selectFrom('setting').select('value').where('name', '=', name);

  return {
    async get(name) {
      const row = await read(name).executeTakeFirst();
      return row?.value;
    },

    async keep(name, value) {
      await db
        .insertInto('setting')
        .values({ name, value })
        .onConflict((setting) => setting.column('name').doNothing())
        .execute();
      const { value: standing } = await read(name).executeTakeFirstOrThrow();
      return standing;
    },
  };
}
