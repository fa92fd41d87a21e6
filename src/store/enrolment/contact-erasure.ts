import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Erasure } from '../../services/ports/enrolment.ts';
import type { Database } from '../connection/tables.ts';

/** The e-mail address alone: what else is known of a person tells them from a namesake when they come back. */
export function createContactErasure(db: Kysely<Database>): Pick<Erasure, 'emptyPastContact'> {
  const registrations = (institutionId: string) =>
    db
      .selectFrom('registration')
      .select('registration.learner_id')
      .where('registration.institution_id', '=', institutionId);

  /** Who registered for something that ends on this day or later. */
  const stillRegistered = (institutionId: string, before: string) =>
    registrations(institutionId)
      .innerJoin('offering', (join) =>
        join
          .onRef('offering.institution_id', '=', 'registration.institution_id')
          .onRef('offering.id', '=', 'registration.offering_id'),
      )
      .where('offering.end_date', '>=', before);

  /** Whose completion has no award: the award asks for a second way to tell the person from a namesake. */
  const waitingForAward = (institutionId: string) =>
    registrations(institutionId)
      .innerJoin('result', (join) =>
        join
          .onRef('result.institution_id', '=', 'registration.institution_id')
          .onRef('result.registration_id', '=', 'registration.id'),
      )
      .leftJoin('award', (join) =>
        join
          .onRef('award.host_id', '=', 'result.institution_id')
          .onRef('award.completion_id', '=', 'result.id')
          // One that was revoked may be awarded anew.
          .on('award.state', '<>', 'revoked'),
      )
      .where('result.passed', '=', true)
      .where('result.corrected_by', 'is', null)
      .where('award.id', 'is', null);

  const past = (institutionId: string, before: string) => (learner: ExpressionBuilder<Database, 'learner'>) =>
    learner.and([
      learner('learner.institution_id', '=', institutionId),
      learner('learner.email', 'is not', null),
      learner('learner.id', 'in', registrations(institutionId)),
      learner('learner.id', 'not in', stillRegistered(institutionId, before)),
      learner('learner.id', 'not in', waitingForAward(institutionId)),
    ]);

  return {
    // Looked at again once they are locked: a person may have registered for something new until then.
    async emptyPastContact(institutionId, before, limit) {
      const found = await db
        .selectFrom('learner')
        .select('learner.id')
        .where(past(institutionId, before))
        .orderBy('learner.id')
        .limit(limit)
        .forNoKeyUpdate()
        .execute();
      if (found.length === 0) return [];
      const emptied = await db
        .updateTable('learner')
        .set({ email: null })
        .where(past(institutionId, before))
        .where(
          'learner.id',
          'in',
          found.map(({ id }) => id),
        )
        .returning('learner.id')
        .execute();
      return emptied.map(({ id }) => id).sort();
    },
  };
}
