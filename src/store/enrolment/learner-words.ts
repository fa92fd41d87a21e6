import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type LearnerQuery, nameWords } from '../../domain/enrolment/learner-search.ts';
import type { Learner } from '../../domain/enrolment/learner.ts';
import type { Database } from '../connection/tables.ts';

const vector = (words: readonly string[]): RawBuilder<string> =>
  sql`array_to_tsvector(array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb)))`;

/** The columns that a person is found by name in; they go where the names go that they are of. */
export function wordColumns(learner: Learner) {
  const { awarded, other } = nameWords(learner);
  return { name_words: vector(awarded), other_name_words: other.length === 0 ? null : vector(other) };
}

/** Letters and digits alone, so that the word needs no quoting (PostgreSQL, tsquery). */
const beginningWith = (word: string): RawBuilder<boolean> => {
  const query = sql`${`'${word}':*`}::tsquery`;
  return sql`(name_words @@ ${query} or other_name_words @@ ${query})`;
};

/** The ids of those whom a query is about: three questions, each with an index of its own. */
export function foundBy(db: Kysely<Database>, institutionId: string, query: LearnerQuery) {
  const named = db
    .selectFrom('learner')
    .select('learner.id')
    .where('learner.institution_id', '=', institutionId)
    .where((row) => (query.words.length === 0 ? row.lit(false) : row.and(query.words.map(beginningWith))));
  const identified = db
    .selectFrom('learner_identifier')
    .select('learner_identifier.learner_id as id')
    .where('learner_identifier.institution_id', '=', institutionId)
    .where((row) => row.or(query.identifiers.map(({ kind, value }) => row.and({ kind, value }))));
  const registered = db
    .selectFrom('registration')
    .select('registration.learner_id as id')
    .where('registration.institution_id', '=', institutionId)
    .where('registration.external_id', '=', query.externalId);
  return named.union(identified).union(registered);
}
