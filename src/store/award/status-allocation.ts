import { type Kysely, sql } from 'kysely';
import { statusListCapacity, statusListLength } from '../../domain/award/status-list.ts';
import { statusPurposes } from '../../domain/addresses/grammar.ts';
import type { StatusLists } from '../../services/ports/award.ts';
import type { Database } from '../connection/tables.ts';

type AllocatedRow = Readonly<{ id: string; number: number; index: number | null; publications: number }>;

/** A list is closed at three quarters, so a good source of numbers fails this often once in 10^120 awards. */
const mostDraws = 1000;

/**
 * Takes an index for an award. The place is counted on the row of the list first, which locks that row to the end of
 * the transaction: the awards of an institution wait for one another here and, later, at the head of its audit chain,
 * always in this order. Call it in a transaction, or a place is lost where a later step fails.
 */
export function createAllocation(db: Kysely<Database>): StatusLists['allocate'] {
  /**
   * Counts one entry more in the newest list, if that has room, and tries this index in it: `index` is null where it is
   * taken. One statement, for every award has to wait for it.
   */
  const takePlace = async (institutionId: string, index: number): Promise<AllocatedRow | undefined> => {
    const { rows } = await sql<AllocatedRow>`
      with list as (
        update status_list set taken = taken + 1
        where institution_id = ${institutionId} and taken < ${statusListCapacity}
          and number = (select max(number) from status_list where institution_id = ${institutionId})
        returning id, number
      ), entry as (
        insert into status_entry (institution_id, list_id, index)
        select ${institutionId}, id, ${index}::integer from list
        on conflict (institution_id, list_id, index) do nothing
        returning index
      )
      select list.id, list.number, entry.index, (
        select count(*) from status_publication as publication
        where publication.institution_id = ${institutionId} and publication.list_id = list.id
          and publication.text is not null
      )::integer as publications
      from list left join entry on true`.execute(db);
    return rows[0];
  };

  /** Opens the next list, unless another transaction has done so or is about to: then it waits for that one. */
  const openList = (institutionId: string, id: string) =>
    sql`insert into status_list (institution_id, id, number, taken)
      select ${institutionId}::text, ${id}::text, coalesce(max(number), 0) + 1, 0
      from status_list
      where institution_id = ${institutionId}
      having count(*) filter (where taken < ${statusListCapacity}) = 0
      on conflict on constraint status_list_number do nothing`.execute(db);

  const enter = (institutionId: string, listId: string, index: number) =>
    db
      .insertInto('status_entry')
      .values({ institution_id: institutionId, list_id: listId, index })
      .onConflict((entry) => entry.columns(['institution_id', 'list_id', 'index']).doNothing())
      .returning('index')
      .executeTakeFirst();

  return async (institutionId, newListId, draw) => {
    let index = draw(statusListLength);
    let list = await takePlace(institutionId, index);
    while (!list) {
      await openList(institutionId, newListId());
      list = await takePlace(institutionId, index);
    }
    const { id: listId, number: listNumber } = list;
    const isPublished = list.publications === statusPurposes.length;
    if (list.index !== null) return { listId, listNumber, index, isPublished };
    for (let draws = 1; draws < mostDraws; draws += 1) {
      index = draw(statusListLength);
      if (await enter(institutionId, listId, index)) return { listId, listNumber, index, isPublished };
    }
    throw new Error(
      `No free index in status list ${listNumber} of institution ${institutionId} after ${mostDraws} draws`,
    );
  };
}
