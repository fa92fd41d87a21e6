import type { Kysely } from 'kysely';
import type { Learners, Whose } from '../../services/ports/index.ts';
import type { Database } from '../connection/tables.ts';

/** Locks persons in the order of their ids, so that no two who lock the same ones wait for each other. */
export function createPersonLock(db: Kysely<Database>): Learners['lock'] {
  return async (institutionId, whose) => {
    if ('registrations' in whose && whose.registrations.length === 0) return [];
    // "no key update" keeps other acts out, but not the rows that only point at the person.
    const rows = await db
      .selectFrom('learner')
      .select('learner.id')
      .where('learner.institution_id', '=', institutionId)
      .where('learner.id', 'in', idsOf(db, institutionId, whose))
      .orderBy('learner.id')
      .forNoKeyUpdate('learner')
      .execute();
    return rows.map(({ id }) => id);
  };
}

/** Whose things they are never changes, so this is looked at without a lock. */
function idsOf(db: Kysely<Database>, institutionId: string, whose: Whose) {
  const registered = db
    .selectFrom('registration')
    .select('registration.learner_id as id')
    .where('registration.institution_id', '=', institutionId);
  if ('registrations' in whose) return registered.where('registration.id', 'in', whose.registrations);
  if ('result' in whose)
    return registered.where('registration.id', 'in', (query) =>
      query
        .selectFrom('result')
        .select('result.registration_id')
        .where('result.institution_id', '=', institutionId)
        .where('result.id', '=', whose.result),
    );
  if ('award' in whose)
    return db
      .selectFrom('award')
      .select('award.learner_id as id')
      .where('award.institution_id', '=', institutionId)
      .where('award.id', '=', whose.award);
  return db
    .selectFrom('learner as named')
    .select('named.id')
    .where('named.institution_id', '=', institutionId)
    .where('named.id', '=', whose.learner);
}
