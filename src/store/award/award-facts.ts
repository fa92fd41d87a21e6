import { type Kysely, sql } from 'kysely';
import { present } from '../../domain/shared/present.ts';
import type { AwardFacts, Awards } from '../../services/ports/award.ts';
import { documentedMap } from '../catalogue/version-table.ts';
import { partsOf } from '../connection/parts.ts';
import { textArray } from '../connection/recordset.ts';
import type { Database, Row } from '../connection/tables.ts';
import { identifierMap } from '../enrolment/learner-table.ts';
import { resultsWithPerson } from '../connection/result-person.ts';
import { resultMap } from '../enrolment/result-table.ts';
import { keyAliased, keyAliases, toAliasedKey } from './signing-key-table.ts';
import { openPlace } from './status-allocation.ts';

/** From the completion to the person, the version that was taken, and the key that would sign: each of one row. */
const joined = (db: Kysely<Database>, keyAlgorithm: string) =>
  resultsWithPerson(db)
    .innerJoin('offering', (join) =>
      join
        .onRef('offering.institution_id', '=', 'registration.institution_id')
        .onRef('offering.id', '=', 'registration.offering_id'),
    )
    .innerJoin('microcredential', (join) =>
      join
        .onRef('microcredential.institution_id', '=', 'offering.owner_id')
        .onRef('microcredential.id', '=', 'offering.microcredential_id'),
    )
    .innerJoin('microcredential_version as version', (join) =>
      join
        .onRef('version.institution_id', '=', 'offering.owner_id')
        .onRef('version.microcredential_id', '=', 'offering.microcredential_id')
        .onRef('version.number', '=', 'offering.version'),
    )
    .leftJoinLateral(
      (key) =>
        key
          .selectFrom('signing_key')
          .select(keyAliases)
          .whereRef('signing_key.institution_id', '=', 'offering.issuer_id')
          .where('signing_key.algorithm', '=', keyAlgorithm)
          .where('signing_key.purpose', '=', 'credentials')
          .where('signing_key.retired_at', 'is', null)
          .orderBy('signing_key.created_at', 'desc')
          .orderBy('signing_key.id', 'desc')
          .limit(1)
          .as('key'),
      (join) => join.onTrue(),
    );

/** One question for all that awards rest on. Asked when the persons are locked, so that it is as it will be. */
export const createAwardFacts =
  (db: Kysely<Database>): Awards['facts'] =>
  async ({ hostId, completionIds, keyAlgorithm, issuerId, place }, { seesProtected }) => {
    const rows = await joined(db, keyAlgorithm)
      .select(documentedMap.columns)
      .select(['result.id as completion_id', 'registration_id', 'grade', 'passed', 'date', 'examiner_id'])
      .select(['corrects', 'corrected_by', 'decided_system', 'decided_id', 'attested_by', 'attested_at', 'examination'])
      .select(['result.decision_id as result_decision_id', 'result.created_at as result_created_at'])
      .select(['microcredential.slug', 'registration.form', 'offering.issuer_id', 'offering.owner_id'])
      .select(['learner.id as learner_id', 'learner.name_as_awarded', 'learner.birth_date', 'learner.email'])
      .select((facts) =>
        facts
          .selectFrom('correction_task')
          .select('correction_task.id')
          .whereRef('correction_task.institution_id', '=', 'result.institution_id')
          .whereRef('correction_task.result_id', '=', 'result.id')
          .where('correction_task.state', '=', 'open')
          .as('open_task'),
      )
      .select((facts) =>
        facts
          .selectFrom('award')
          .select('award.id')
          .whereRef('award.host_id', '=', 'result.institution_id')
          .whereRef('award.completion_id', '=', 'result.id')
          .where('award.state', '<>', 'revoked')
          .as('live_award'),
      )
      .select(keyAliased)
      .select(partsOf(db, 'learner_identifier', identifierMap).as('identifiers'))
      .select(openPlace(issuerId, place).as('place'))
      .where('result.institution_id', '=', hostId)
      .where('result.id', '=', sql<string>`any(${textArray(completionIds)})`)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false))
      .execute();
    const found = rows[0]?.place ?? undefined;
    return { facts: rows.map((row) => toFacts(hostId, row)), ...present({ place: found }) };
  };

type FactsRow = Parameters<typeof documentedMap.toItem>[0] &
  Parameters<typeof toAliasedKey>[0] &
  Omit<Parameters<typeof resultMap.toItem>[0], 'id' | 'decision_id' | 'created_at'> &
  Pick<Row<'learner'>, 'name_as_awarded' | 'birth_date' | 'email'> &
  Pick<Row<'offering'>, 'issuer_id' | 'owner_id'> &
  Pick<Row<'microcredential'>, 'slug'> &
  Pick<Row<'registration'>, 'form' | 'learner_id'> &
  Readonly<{
    completion_id: string;
    result_decision_id: string | null;
    result_created_at: Date;
    open_task: string | null;
    live_award: string | null;
    identifiers: Parameters<typeof identifierMap.toItem>[0][];
  }>;

function toFacts(hostId: string, row: FactsRow): AwardFacts {
  // The key is of who awards, which the row is not where a course is given elsewhere.
  const key = toAliasedKey({ ...row, institution_id: row.issuer_id });
  return {
    completion: resultMap.toItem({
      ...row,
      id: row.completion_id,
      institution_id: hostId,
      decision_id: row.result_decision_id,
      created_at: row.result_created_at,
    }),
    learner: {
      id: row.learner_id,
      nameAsAwarded: row.name_as_awarded,
      identifiers: row.identifiers.map(identifierMap.toItem),
      ...present({ birthDate: row.birth_date ?? undefined, email: row.email ?? undefined }),
    },
    hostId,
    ownerId: row.owner_id,
    issuerId: row.issuer_id,
    legalForm: row.form,
    ...present({ openTask: row.open_task ?? undefined, liveAward: row.live_award ?? undefined }),
    microcredentialSlug: row.slug,
    version: documentedMap.toItem(row),
    ...(key && { key }),
  };
}
