import type { DeleteResult, Kysely, UpdateResult } from 'kysely';
import type { ErasedRows, Erasure } from '../../services/ports/enrolment.ts';
import type { Database } from '../connection/tables.ts';
import { createContactErasure } from './contact-erasure.ts';
import type { LearnerTable } from './learner-table.ts';

type Counting = Readonly<{ executeTakeFirst(): Promise<UpdateResult | DeleteResult> }>;
/** What points at other rows goes before them. */
type Step = readonly [table: keyof Database, how: 'emptied' | 'deleted', statement: Counting];

/** What goes and what stays is written in docs/data-protection.md. */
export function createErasure(db: Kysely<Database>): Erasure {
  return {
    async erase(institutionId, learnerId, isArchived) {
      return count((isArchived ? archivedSteps : allSteps)(db, institutionId, learnerId));
    },

    async isAwardedByAnother(institutionId, learnerId) {
      const row = await db
        .selectFrom('award')
        .select('id')
        .where('host_id', '=', institutionId)
        .where('learner_id', '=', learnerId)
        .where('institution_id', '<>', institutionId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async hostOf(institutionId, learnerId) {
      const row = await madeFor(db, institutionId, learnerId).executeTakeFirst();
      return row?.host_id;
    },

    async eraseAwards(institutionId, hostId, learnerId, isArchived) {
      const steps = awardSteps(db, { institutionId, hostId, learnerId }, isArchived);
      return count(steps);
    },

    ...createContactErasure(db),
  };
}

async function count(steps: readonly Step[]): Promise<ErasedRows[]> {
  const erased = new Map<string, ErasedRows>();
  for (const [table, how, statement] of steps) {
    const before = erased.get(table) ?? { table, emptied: 0, deleted: 0 };
    erased.set(table, { ...before, [how]: before[how] + (await countOf(statement)) });
  }
  return [...erased.values()];
}

async function countOf(statement: Counting): Promise<number> {
  const result = await statement.executeTakeFirst();
  return Number('numDeletedRows' in result ? result.numDeletedRows : result.numUpdatedRows);
}

/** The result, the award with its documents, and the name on them stay. */
function archivedSteps(db: Kysely<Database>, institutionId: string, learnerId: string): readonly Step[] {
  const person = rowsOf(db, institutionId, learnerId);
  return [
    ['award', 'emptied', person.tokens],
    ['learner_identifier', 'deleted', person.identifiers],
    ['registration', 'deleted', person.registrations.where('id', 'not in', person.registrationsWithResult)],
    ['registration', 'emptied', person.registrationsOrigin],
    ['learner', 'deleted', person.learner.where('id', 'not in', person.registrants)],
    ['learner', 'emptied', person.known],
  ];
}

/** No law says that anything is kept. A credential that the learner holds still verifies: its status entry stays. */
function allSteps(db: Kysely<Database>, institutionId: string, learnerId: string): readonly Step[] {
  const person = rowsOf(db, institutionId, learnerId);
  return [
    ['signed_document', 'deleted', person.documents],
    ['award', 'deleted', person.awards],
    ['award_run_row', 'deleted', person.runRows],
    ['correction_task', 'deleted', person.correctionTasks],
    ['result', 'deleted', person.results],
    ['registration', 'deleted', person.registrations],
    ['learner_identifier', 'deleted', person.identifiers],
    ['learner', 'deleted', person.learner],
  ];
}

/** Awards that an institution made for a person of another, by an agreement. */
const madeFor = (db: Kysely<Database>, institutionId: string, learnerId: string) =>
  db
    .selectFrom('award')
    .select(['id', 'host_id'])
    .where('institution_id', '=', institutionId)
    .where('learner_id', '=', learnerId)
    .where('host_id', '<>', institutionId);

type Theirs = Readonly<{ institutionId: string; hostId: string; learnerId: string }>;

function awardSteps(
  db: Kysely<Database>,
  { institutionId, hostId, learnerId }: Theirs,
  isArchived: boolean,
): readonly Step[] {
  const ids = db
    .selectFrom(madeFor(db, institutionId, learnerId).where('host_id', '=', hostId).as('made'))
    .select('id');
  if (isArchived) {
    const tokens = db
      .updateTable('award')
      .set({ certificate_token: null })
      .where('institution_id', '=', institutionId)
      .where('id', 'in', ids)
      .where('certificate_token', 'is not', null);
    return [['award', 'emptied', tokens]];
  }
  const documents = db
    .deleteFrom('signed_document')
    .where('institution_id', '=', institutionId)
    .where('award_id', 'in', ids);
  const awards = db.deleteFrom('award').where('institution_id', '=', institutionId).where('id', 'in', ids);
  return [
    ['award_run_row', 'deleted', runRowsOf(db, institutionId, { hostId, learnerId })],
    ['signed_document', 'deleted', documents],
    ['award', 'deleted', awards],
  ];
}

/** Rows of the runs of this institution about completions of a person of that host. */
const runRowsOf = (db: Kysely<Database>, institutionId: string, { hostId, learnerId }: Omit<Theirs, 'institutionId'>) =>
  db
    .deleteFrom('award_run_row')
    .where('institution_id', '=', institutionId)
    .where('completion_id', 'in', (query) =>
      query
        .selectFrom('result')
        .innerJoin('registration', (join) =>
          join
            .onRef('registration.institution_id', '=', 'result.institution_id')
            .onRef('registration.id', '=', 'result.registration_id'),
        )
        .select('result.id')
        .where('result.institution_id', '=', hostId)
        .where('registration.learner_id', '=', learnerId),
    );

/** Every column that may be empty; without one of them this does not compile. */
const nothingKnown: { readonly [C in keyof LearnerTable as null extends LearnerTable[C] ? C : never]: null } = {
  given_name: null,
  family_name: null,
  birth_date: null,
  email: null,
  alias: null,
  other_name_words: null,
};
const nowhereFrom = { client_name: null, client_number: null, source: null, external_id: null };

/** Statements on what there is of a person. An update leaves out the rows that it would not change. */
function rowsOf(db: Kysely<Database>, institutionId: string, learnerId: string) {
  const awardIds = db
    .selectFrom('award')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('host_id', '=', institutionId)
    .where('learner_id', '=', learnerId);
  const registrationIds = db
    .selectFrom('registration')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('learner_id', '=', learnerId);
  return {
    registrationsWithResult: db
      .selectFrom('result')
      .select('registration_id')
      .where('institution_id', '=', institutionId)
      .where('registration_id', 'in', registrationIds),
    registrants: db
      .selectFrom('registration')
      .select('learner_id')
      .where('institution_id', '=', institutionId)
      .where('learner_id', '=', learnerId),

    documents: db
      .deleteFrom('signed_document')
      .where('institution_id', '=', institutionId)
      .where('award_id', 'in', awardIds),
    awards: db.deleteFrom('award').where('host_id', '=', institutionId).where('learner_id', '=', learnerId),
    correctionTasks: db
      .deleteFrom('correction_task')
      .where('institution_id', '=', institutionId)
      .where('registration_id', 'in', registrationIds),
    runRows: runRowsOf(db, institutionId, { hostId: institutionId, learnerId }),
    results: db
      .deleteFrom('result')
      .where('institution_id', '=', institutionId)
      .where('registration_id', 'in', registrationIds),
    registrations: db
      .deleteFrom('registration')
      .where('institution_id', '=', institutionId)
      .where('learner_id', '=', learnerId),
    identifiers: db
      .deleteFrom('learner_identifier')
      .where('institution_id', '=', institutionId)
      .where('learner_id', '=', learnerId),
    learner: db.deleteFrom('learner').where('institution_id', '=', institutionId).where('id', '=', learnerId),

    tokens: db
      .updateTable('award')
      .set({ certificate_token: null })
      .where('host_id', '=', institutionId)
      .where('learner_id', '=', learnerId)
      .where('certificate_token', 'is not', null),
    registrationsOrigin: db
      .updateTable('registration')
      .set(nowhereFrom)
      .where('institution_id', '=', institutionId)
      .where('learner_id', '=', learnerId)
      .where((row) => row.or(namesIn(nowhereFrom).map((column) => row(column, 'is not', null)))),
    known: db
      .updateTable('learner')
      .set(nothingKnown)
      .where('institution_id', '=', institutionId)
      .where('id', '=', learnerId)
      .where((row) => row.or(namesIn(nothingKnown).map((column) => row(column, 'is not', null)))),
  };
}

const namesIn = <T extends object>(columns: T) => Object.keys(columns) as (keyof T & string)[];
