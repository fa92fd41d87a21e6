import { type Kysely, type RawBuilder, sql } from 'kysely';
import { statusListCapacity } from '../../domain/award/status-list.ts';
import { statusPurposes } from '../../domain/addresses/grammar.ts';
import type { AskedPlace, OpenPlace, StatusLists } from '../../services/ports/award.ts';
import type { Database } from '../connection/tables.ts';

/**
 * Of so many indexes one is counted, and for all of them: "taken" is right to two in a hundred, which is enough to close
 * a list at three quarters, and only each so many-th award writes the row of its list. Every index is drawn by chance, so
 * those that are divisible by this number are a fair sample.
 */
const countedOf = 64;

/**
 * The newest list of the institution with those of the drawn indexes that nobody has, as JSON; null where it has no
 * list. Nothing is locked: the index is taken by the insert of its entry, which two cannot do.
 */
export const openPlace = (institutionId: string, { drawn, wanted }: AskedPlace): RawBuilder<OpenPlace | null> => sql`(
  select json_build_object(
    'listId', list.id, 'listNumber', list.number, 'isFull', list.taken >= ${statusListCapacity}::integer,
    'isPublished', ${statusPurposes.length}::integer = (
      select count(*) from status_publication as publication
      where publication.institution_id = ${institutionId} and publication.list_id = list.id
        and publication.text is not null
    ),
    'free', array(
      select free.index from json_array_elements_text(${JSON.stringify(drawn)}::json) as draw (text),
        lateral (select draw.text::integer as index) as free
      where (
        -- With a limit, so that it is looked up and not joined to the whole list.
        select true from status_entry as entry
        where entry.institution_id = ${institutionId} and entry.list_id = list.id and entry.index = free.index
        limit 1
      ) is null
      limit ${wanted}
    )
  ) from status_list as list where list.institution_id = ${institutionId} order by list.number desc limit 1
)`;

/** Counts the entries that a statement made, in its CTE `entry`. */
export const countingEntries = sql`
  counted as (
    update status_list set taken = status_list.taken + ${countedOf}::integer * sample.count
    from (
      select institution_id, list_id, count(*)::integer as count from entry
      where index % ${countedOf}::integer = 0 group by institution_id, list_id
    ) as sample
    where status_list.institution_id = sample.institution_id and status_list.id = sample.list_id
    returning status_list.id
  )`;

export function createAllocation(db: Kysely<Database>): Pick<StatusLists, 'open' | 'place'> {
  return {
    async place(institutionId, asked) {
      const { rows } = await sql<{ place: OpenPlace | null }>`
        select ${openPlace(institutionId, asked)} as place`.execute(db);
      return rows[0]?.place ?? undefined;
    },

    // Where another transaction opens it too, this one waits for that; then there is a list with room.
    async open(institutionId, id) {
      await sql`insert into status_list (institution_id, id, number, taken)
        select ${institutionId}::text, ${id}::text, coalesce(max(number), 0) + 1, 0
        from status_list
        where institution_id = ${institutionId}
        having coalesce(bool_and(taken >= ${statusListCapacity}::integer), true)
        on conflict on constraint status_list_number do nothing`.execute(db);
    },
  };
}
