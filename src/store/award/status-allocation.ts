import { type Kysely, sql } from 'kysely';
import { type StatusEntry, statusListCapacity, statusListLength } from '../../domain/award/status-list.ts';
import type { StatusLists } from '../../services/ports/index.ts';
import type { Database } from '../connection/tables.ts';

/** A list is closed at three quarters, so a good source of numbers fails this often once in 10^120 awards. */
const mostDraws = 1000;

/**
 * Takes an index for an award. The place is counted on the row of the list first, which locks that row to the end of
 * the transaction: the awards of an institution wait for one another here and, later, at the head of its audit chain,
 * always in this order. Call it in a transaction, or a place is lost where a later step fails.
 */
export function createAllocation(db: Kysely<Database>): StatusLists['allocate'] {
  /** Counts one entry more in the newest list, if that has room. */
  const takePlace = (institutionId: string) =>
    db
      .updateTable('status_list')
      .set((list) => ({ taken: list('taken', '+', 1) }))
      .where('institution_id', '=', institutionId)
      .where('taken', '<', statusListCapacity)
      .where('number', '=', (list) =>
        list
          .selectFrom('status_list')
          .select(({ fn }) => fn.max('number').as('newest'))
          .where('institution_id', '=', institutionId),
      )
      .returning(['id', 'number'])
      .executeTakeFirst();

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

  return async (institutionId, newListId, draw): Promise<StatusEntry> => {
    let list = await takePlace(institutionId);
    while (!list) {
      await openList(institutionId, newListId());
      list = await takePlace(institutionId);
    }
    for (let draws = 0; draws < mostDraws; draws += 1) {
      const index = draw(statusListLength);
      if (await enter(institutionId, list.id, index)) return { listId: list.id, listNumber: list.number, index };
    }
    throw new Error(
      `No free index in status list ${list.number} of institution ${institutionId} after ${mostDraws} draws`,
    );
  };
}
