import type { Kysely } from 'kysely';
import type { Database } from './tables.ts';

/** Results, each with its registration and its person, none of which can be missing. */
export const resultsWithPerson = (db: Kysely<Database>) =>
  db
    .selectFrom('result')
    .innerJoin('registration', (join) =>
      join
        .onRef('registration.institution_id', '=', 'result.institution_id')
        .onRef('registration.id', '=', 'result.registration_id'),
    )
    .innerJoin('learner', (join) =>
      join
        .onRef('learner.institution_id', '=', 'registration.institution_id')
        .onRef('learner.id', '=', 'registration.learner_id'),
    );
