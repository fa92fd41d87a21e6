import type { Kysely } from 'kysely';
import type { Registration } from '../../domain/enrolment/registration.ts';
import type { Registrations, Visibility } from '../../services/ports/index.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = [
  'registration.institution_id',
  'registration.id',
  'registration.offering_id',
  'registration.learner_id',
  'registration.category',
  'registration.client_name',
  'registration.client_number',
  'registration.source',
  'registration.external_id',
  'registration.created_at',
] as const;

const toRegistration = (row: Row<'registration'>): Registration => ({
  id: row.id,
  institutionId: row.institution_id,
  offeringId: row.offering_id,
  learnerId: row.learner_id,
  category: row.category,
  createdAt: row.created_at,
  ...present({
    client:
      row.client_name === null
        ? null
        : { name: row.client_name, ...present({ organisationNumber: row.client_number }) },
    source: row.source,
    externalId: row.external_id,
  }),
});

export function createRegistrations(db: Kysely<Database>): Registrations {
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    db
      .selectFrom('registration')
      .innerJoin('learner', (join) =>
        join
          .onRef('learner.institution_id', '=', 'registration.institution_id')
          .onRef('learner.id', '=', 'registration.learner_id'),
      )
      .select(columns)
      .where('registration.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));

  return {
    async insert(registration) {
      await db
        .insertInto('registration')
        .values({
          institution_id: registration.institutionId,
          id: registration.id,
          offering_id: registration.offeringId,
          learner_id: registration.learnerId,
          category: registration.category,
          client_name: registration.client?.name ?? null,
          client_number: registration.client?.organisationNumber ?? null,
          source: registration.source ?? null,
          external_id: registration.externalId ?? null,
          created_at: registration.createdAt,
        })
        .execute();
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('registration.id', '=', id).executeTakeFirst();
      return row && toRegistration(row);
    },

    // Asked by the system it comes from, to learn whether it was sent already: the person is not looked at.
    async findBySource(institutionId, source, externalId) {
      const row = await of(institutionId, { seesProtected: true })
        .where('registration.source', '=', source)
        .where('registration.external_id', '=', externalId)
        .executeTakeFirst();
      return row && toRegistration(row);
    },

    async list(institutionId, offeringId, page, visibility) {
      const rows = await of(institutionId, visibility)
        .where('registration.offering_id', '=', offeringId)
        .where(olderThan(page.cursor, 'registration.created_at', 'registration.id'))
        .orderBy('registration.created_at', 'desc')
        .orderBy('registration.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, toRegistration);
    },
  };
}
