import type { Kysely } from 'kysely';
import type { StatusEntry } from '../../../src/domain/award/status-list.ts';
import { drawPlaces, placeIn } from '../../../src/services/award/places.ts';
import type { OpenPlace, Ports, Stores } from '../../../src/services/ports/index.ts';
import type { Database } from '../../../src/store/connection/tables.ts';

/** A place for an award that nobody makes: what the record of an award takes with it. */
export async function takePlace(
  db: Kysely<Database>,
  stores: Stores,
  institutionId: string,
  chance: Pick<Ports, 'newId' | 'draw'>,
): Promise<StatusEntry & Pick<OpenPlace, 'isPublished'>> {
  const { listId, listNumber, isPublished, free } = await placeIn(
    stores,
    institutionId,
    chance,
    drawPlaces(chance.draw, 1),
  );
  const index = free[0]!;
  await db.insertInto('status_entry').values({ institution_id: institutionId, list_id: listId, index }).execute();
  return { listId, listNumber, index, isPublished };
}
