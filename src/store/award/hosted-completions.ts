import { type Kysely, sql } from 'kysely';
import type { Awards } from '../../services/ports/award.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { resultsWithPerson } from '../connection/result-person.ts';
import { textArray } from '../connection/recordset.ts';
import type { Database } from '../connection/tables.ts';

/** What institutions have on record that give courses of another, which awards them. */
export function createHostedCompletions(db: Kysely<Database>): Pick<Awards, 'hostOf' | 'hostsOf' | 'waiting'> {
  const hosts = (ownerId: string) =>
    db
      .selectFrom('hosting_agreement')
      .select('hosting_agreement.host_id')
      .where('hosting_agreement.institution_id', '=', ownerId)
      .where('hosting_agreement.awarded_by', '=', 'owner')
      .where('hosting_agreement.accepted_at', 'is not', null);

  /** Results at hosts, of runs that say that this institution awards them. */
  const atHosts = (ownerId: string) =>
    resultsWithPerson(db)
      .innerJoin('offering', (join) =>
        join
          .onRef('offering.institution_id', '=', 'registration.institution_id')
          .onRef('offering.id', '=', 'registration.offering_id'),
      )
      .where('result.institution_id', 'in', hosts(ownerId))
      .where('offering.owner_id', '=', ownerId)
      .where('offering.issuer_id', '=', ownerId);

  return {
    async hostOf(institutionId, completionId) {
      const row = await atHosts(institutionId)
        .select('result.institution_id')
        .where('result.id', '=', completionId)
        .executeTakeFirst();
      return row?.institution_id;
    },

    async hostsOf(institutionId, completionIds) {
      const asked = sql<string>`any(${textArray(completionIds)})`;
      const rows = await db
        .selectFrom('result')
        .select(['result.id', 'result.institution_id'])
        .where('result.institution_id', '=', institutionId)
        .where('result.id', '=', asked)
        .unionAll(atHosts(institutionId).select(['result.id', 'result.institution_id']).where('result.id', '=', asked))
        .execute();
      return new Map(rows.map(({ id, institution_id }) => [id, institution_id]));
    },

    async waiting(institutionId, page, { seesProtected }) {
      const rows = await atHosts(institutionId)
        .innerJoin('microcredential', (join) =>
          join
            .onRef('microcredential.institution_id', '=', 'offering.owner_id')
            .onRef('microcredential.id', '=', 'offering.microcredential_id'),
        )
        .innerJoin('institution as host', 'host.id', 'result.institution_id')
        .leftJoin('award', (join) =>
          join
            .onRef('award.host_id', '=', 'result.institution_id')
            .onRef('award.completion_id', '=', 'result.id')
            .on('award.state', '<>', 'revoked'),
        )
        .select(['result.id', 'result.grade', 'result.date', 'result.created_at', 'host.slug as host'])
        .select(['offering.id as offering_id', 'offering.version', 'microcredential.slug', 'registration.form'])
        .select('learner.name_as_awarded')
        .where('result.passed', '=', true)
        .where('result.corrected_by', 'is', null)
        .where('award.id', 'is', null)
        .$if(!seesProtected, (query) => query.where('learner.protected', '=', false))
        .where(olderThan(page.cursor, 'result.created_at', 'result.id'))
        .orderBy('result.created_at', 'desc')
        .orderBy('result.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, (row) => ({
        completionId: row.id,
        host: row.host,
        offeringId: row.offering_id,
        microcredentialSlug: row.slug,
        version: row.version,
        legalForm: row.form,
        nameAsAwarded: row.name_as_awarded,
        grade: row.grade,
        date: row.date,
      }));
    },
  };
}
