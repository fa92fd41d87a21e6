import { type Kysely, sql } from 'kysely';
import type { Learners, PersonReference } from '../../services/ports/enrolment.ts';
import { textArray } from '../connection/recordset.ts';
import type { Database } from '../connection/tables.ts';

/**
 * Locks persons in the order of their ids, so that no two who lock the same ones wait for each other. Who they are is
 * found first, by key: an embedded database knows little of its tables, and joined to the lock it read the persons of a
 * whole institution for each of its registrations.
 */
export function createPersonLock(db: Kysely<Database>): Learners['lock'] {
  return async (institutionId, person) => {
    if ('registrations' in person && person.registrations.length === 0) return [];
    if ('learners' in person && person.learners.length === 0) return [];
    // "no key update" keeps other acts out, but not the rows that only point at the person.
    const rows = await db
      .with(
        (name) => name('person').materialized(),
        () => idsOf(db, institutionId, person),
      )
      .selectFrom('learner')
      .select('learner.id')
      .where('learner.institution_id', '=', institutionId)
      .where('learner.id', '=', (query) => sql<string>`any(array(${query.selectFrom('person').select('person.id')}))`)
      .orderBy('learner.id')
      .forNoKeyUpdate('learner')
      .execute();
    return rows.map(({ id }) => id);
  };
}

/** A registration, result or award never passes to another person, so this needs no lock. */
function idsOf(db: Kysely<Database>, institutionId: string, person: PersonReference) {
  const registered = db
    .selectFrom('registration')
    .select('registration.learner_id as id')
    .where('registration.institution_id', '=', institutionId);
  if ('registrations' in person) return registered.where('registration.id', 'in', person.registrations);
  if ('results' in person)
    return registered.where('registration.id', 'in', (query) =>
      query
        .selectFrom('result')
        .select('result.registration_id')
        .where('result.institution_id', '=', institutionId)
        .where('result.id', '=', sql<string>`any(${textArray(person.results)})`),
    );
  if ('result' in person)
    return registered.where('registration.id', '=', (query) =>
      query
        .selectFrom('result')
        .select('result.registration_id')
        .where('result.institution_id', '=', institutionId)
        .where('result.id', '=', person.result),
    );
  if ('award' in person)
    return db
      .selectFrom('award')
      .select('award.learner_id as id')
      .where('award.host_id', '=', institutionId)
      .where('award.id', '=', person.award);
  return db
    .selectFrom('learner as named')
    .select('named.id')
    .where('named.institution_id', '=', institutionId)
    .where('named.id', 'in', 'learners' in person ? person.learners : [person.learner]);
}
