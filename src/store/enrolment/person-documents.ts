import { type Kysely, sql } from 'kysely';
import type { Learners, PersonDocument } from '../../services/ports/enrolment.ts';
import type { Database } from '../connection/tables.ts';

/** The day on which each was made, found or decided: in UTC where only the moment is known. */
export const createPersonDocuments =
  (db: Kysely<Database>): Learners['documents'] =>
  async (institutionId, learnerId) => {
    const registrations = db
      .selectFrom('registration')
      .select(['id', sql<string>`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD')`.as('date')])
      .select(sql<PersonDocument['kind']>`'registration'`.as('kind'))
      .where('institution_id', '=', institutionId)
      .where('learner_id', '=', learnerId);
    const results = db
      .selectFrom('result')
      .innerJoin('registration', (join) =>
        join
          .onRef('registration.institution_id', '=', 'result.institution_id')
          .onRef('registration.id', '=', 'result.registration_id'),
      )
      .select(['result.id', sql<string>`result.date`.as('date'), sql<PersonDocument['kind']>`'result'`.as('kind')])
      .where('result.institution_id', '=', institutionId)
      .where('registration.learner_id', '=', learnerId);
    const awards = db
      .selectFrom('award')
      .select(['id', sql<string>`awarded_on`.as('date'), sql<PersonDocument['kind']>`'award'`.as('kind')])
      .where('learner_id', '=', learnerId)
      .where((award) => award.or([award('institution_id', '=', institutionId), award('host_id', '=', institutionId)]));
    return registrations
      .unionAll(results)
      .unionAll(awards)
      .orderBy('date')
      .orderBy('kind', 'desc')
      .orderBy('id')
      .execute();
  };
