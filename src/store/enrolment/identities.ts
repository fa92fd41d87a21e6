import { type Kysely, sql } from 'kysely';
import type { Learners } from '../../services/ports/enrolment.ts';
import type { Database } from '../connection/tables.ts';

/** So many places for the locks of an institution: more would fill the table of locks of a server with large batches. */
const places = 1024;

/** Who somebody is, by what identifies them. */
export function createIdentities(db: Kysely<Database>): Pick<Learners, 'lockIdentities' | 'findByIdentifiers'> {
  return {
    // Two that fall on the same place wait for each other, which does no harm; in one order, so that nobody waits for ever.
    async lockIdentities(institutionId, identities) {
      if (identities.length === 0) return;
      await sql`select pg_advisory_xact_lock(hashtext(${institutionId}), place) from (
        select distinct abs(hashtext(identity) % ${sql.lit(places)}) as place
        from jsonb_array_elements_text(${JSON.stringify(identities)}::jsonb) as identity
        order by place offset 0) as places`.execute(db);
    },

    async findByIdentifiers(institutionId, identifiers) {
      if (identifiers.length === 0) return [];
      const rows = await db
        .selectFrom('learner_identifier')
        .select('learner_id')
        .distinct()
        .where('institution_id', '=', institutionId)
        .where((row) => row.or(identifiers.map(({ kind, value }) => row.and({ kind, value }))))
        // As the index has it that lets an identifier be of one person.
        .where(sql<boolean>`(valid_to is null or kind not in ('eppn', 'student-number', 'other'))`)
        .orderBy('learner_id')
        .execute();
      return rows.map(({ learner_id: id }) => id);
    },
  };
}
