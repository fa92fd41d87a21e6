import type { Kysely } from 'kysely';
import { present } from '../../domain/shared/present.ts';
import type { Awards } from '../../services/ports/award.ts';
import { documentedMap } from '../catalogue/version-table.ts';
import { partsOf } from '../connection/parts.ts';
import type { Database } from '../connection/tables.ts';
import { identifierMap } from '../enrolment/learner-table.ts';
import { resultsWithPerson } from '../connection/result-person.ts';
import { resultMap } from '../enrolment/result-table.ts';
import { keyAliased, keyAliases, toAliasedKey } from './signing-key-table.ts';

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

/** One question for all that an award rests on. Asked when the person is locked, so that it is as it will be. */
export const createAwardFacts =
  (db: Kysely<Database>): Awards['facts'] =>
  async (hostId, completionId, keyAlgorithm, { seesProtected }) => {
    const row = await joined(db, keyAlgorithm)
      .select(documentedMap.columns)
      .select(['registration_id', 'grade', 'passed', 'date', 'examiner_id', 'corrects', 'corrected_by'])
      .select(['result.decision_id as result_decision_id', 'result.created_at as result_created_at'])
      .select(['decided_system', 'decided_id', 'attested_by', 'attested_at', 'examination'])
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
      .select(keyAliased)
      .select(partsOf(db, 'learner_identifier', identifierMap).as('identifiers'))
      .where('result.institution_id', '=', hostId)
      .where('result.id', '=', completionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false))
      .executeTakeFirst();
    if (!row) return undefined;
    const key = toAliasedKey(row);
    return {
      completion: resultMap.toItem({
        ...row,
        id: completionId,
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
      ...present({ openTask: row.open_task ?? undefined }),
      microcredentialSlug: row.slug,
      version: documentedMap.toItem(row),
      ...(key && { key }),
    };
  };
