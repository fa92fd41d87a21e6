import type { Kysely } from 'kysely';
import { present } from '../../domain/shared/present.ts';
import type { Registrations } from '../../services/ports/enrolment.ts';
import type { Visibility } from '../../services/ports/page.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import type { Database } from '../connection/tables.ts';
import { registrationMap } from './registration-table.ts';

export function createRegistrations(db: Kysely<Database>): Registrations {
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    db
      .selectFrom('registration')
      .innerJoin('learner', (join) =>
        join
          .onRef('learner.institution_id', '=', 'registration.institution_id')
          .onRef('learner.id', '=', 'registration.learner_id'),
      )
      .select(registrationMap.columns)
      .where('registration.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));

  return {
    async insert(registration) {
      await db.insertInto('registration').values(registrationMap.toRow(registration)).execute();
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('registration.id', '=', id).executeTakeFirst();
      return row && registrationMap.toItem(row);
    },

    async findOfLearner(institutionId, offeringId, learnerId) {
      const row = await of(institutionId, { seesProtected: true })
        .where('registration.offering_id', '=', offeringId)
        .where('registration.learner_id', '=', learnerId)
        .executeTakeFirst();
      return row && registrationMap.toItem(row);
    },

    // Asked by the system it comes from, to learn whether it was sent already: the person is not looked at.
    async findBySource(institutionId, source, externalId) {
      const row = await of(institutionId, { seesProtected: true })
        .where('registration.source', '=', source)
        .where('registration.external_id', '=', externalId)
        .executeTakeFirst();
      return row && registrationMap.toItem(row);
    },

    async findBySources(institutionId, ids) {
      if (ids.length === 0) return [];
      const rows = await of(institutionId, { seesProtected: true })
        .where((row) =>
          row(
            row.refTuple('registration.source', 'registration.external_id'),
            'in',
            ids.map(({ source, externalId }) => row.tuple(source, externalId)),
          ),
        )
        .execute();
      return rows.map(registrationMap.toItem);
    },

    async counts(institutionId, offeringIds) {
      if (offeringIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('registration')
        .select((row) => ['offering_id', row.fn.countAll<string>().as('count')])
        .where('institution_id', '=', institutionId)
        .where('offering_id', 'in', offeringIds)
        .groupBy('offering_id')
        .execute();
      return new Map(rows.map((row) => [row.offering_id, Number(row.count)]));
    },

    async findUse(institutionId, offeringId) {
      const registered = db
        .selectFrom('registration')
        .where('registration.institution_id', '=', institutionId)
        .where('registration.offering_id', '=', offeringId);
      const forms = await registered
        .select((row) => ['form', row.fn.countAll<string>().as('count')])
        .groupBy('form')
        .orderBy('form')
        .execute();
      const first = await registered
        .innerJoin('result', (join) =>
          join
            .onRef('result.institution_id', '=', 'registration.institution_id')
            .onRef('result.registration_id', '=', 'registration.id'),
        )
        .select((row) => row.fn.min<string | null>('result.date').as('date'))
        .executeTakeFirstOrThrow();
      return {
        registered: new Map(forms.map(({ form, count }) => [form, Number(count)])),
        ...present({ firstResult: first.date ?? undefined }),
      };
    },

    async list(institutionId, offeringId, page, visibility) {
      const rows = await of(institutionId, visibility)
        .where('registration.offering_id', '=', offeringId)
        .where(olderThan(page.cursor, 'registration.created_at', 'registration.id'))
        .orderBy('registration.created_at', 'desc')
        .orderBy('registration.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, registrationMap.toItem);
    },
  };
}
