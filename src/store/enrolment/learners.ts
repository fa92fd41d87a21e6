import type { Kysely } from 'kysely';
import type { LearnerQuery } from '../../domain/enrolment/learner-search.ts';
import type { Learner } from '../../domain/enrolment/learner.ts';
import type { Learners } from '../../services/ports/enrolment.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { partsOf } from '../connection/parts.ts';
import { createIdentities } from './identities.ts';
import { foundBy, wordColumns } from './learner-words.ts';
import { createPersonDocuments } from './person-documents.ts';
import { createPersonLock } from './person-lock.ts';
import type { Database, Row } from '../connection/tables.ts';
import { identifierMap, learnerMap } from './learner-table.ts';

type LearnerRow = Parameters<typeof learnerMap.toItem>[0] &
  Readonly<{ identifiers: readonly Parameters<typeof identifierMap.toItem>[0][] }>;

const toLearner = (row: LearnerRow): Learner => ({
  ...learnerMap.toItem(row),
  identifiers: row.identifiers.map(identifierMap.toItem),
});

const toRow = (learner: Learner) => ({ ...learnerMap.toRow(learner), ...wordColumns(learner) });

const toIdentifierRows = (learner: Learner): Row<'learner_identifier'>[] =>
  learner.identifiers.map((identifier, position) => ({
    institution_id: learner.institutionId,
    learner_id: learner.id,
    position,
    ...identifierMap.toRow(identifier),
  }));

export function createLearners(db: Kysely<Database>): Learners {
  const of = (institutionId: string, { seesProtected }: Readonly<{ seesProtected: boolean }>) =>
    db
      .selectFrom('learner')
      .select(learnerMap.columns)
      .select(partsOf(db, 'learner_identifier', identifierMap).as('identifiers'))
      .where('institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('protected', '=', false));

  return {
    // One statement, so that a person is never there without their identifiers.
    async insert(learner) {
      const identifiers = toIdentifierRows(learner);
      if (identifiers.length === 0) {
        await db.insertInto('learner').values(toRow(learner)).execute();
        return;
      }
      await db
        .with('person', (query) => query.insertInto('learner').values(toRow(learner)))
        .insertInto('learner_identifier')
        .values(identifiers)
        .execute();
    },

    lock: createPersonLock(db),
    ...createIdentities(db),
    documents: createPersonDocuments(db),

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('id', '=', id).executeTakeFirst();
      return row && toLearner(row);
    },

    async list(institutionId, page, visibility, query) {
      const rows = await of(institutionId, visibility)
        .$if(query !== undefined, (learner) =>
          learner.where('id', 'in', foundBy(db, institutionId, query as LearnerQuery)),
        )
        .where(olderThan(page.cursor, 'created_at', 'id'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, toLearner);
    },

    async update(learner) {
      // What was said of the person; the rest has its own ways to change, or none.
      const { institution_id: institutionId, id, protected: _, alias: __, created_at: ___, ...said } = toRow(learner);
      await db
        .updateTable('learner')
        .set(said)
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
      await db
        .deleteFrom('learner_identifier')
        .where('institution_id', '=', institutionId)
        .where('learner_id', '=', id)
        .execute();
      const identifiers = toIdentifierRows(learner);
      if (identifiers.length > 0) await db.insertInto('learner_identifier').values(identifiers).execute();
    },

    // A link that once was public never works again: whoever has it would find the person after protection ends. Every
    // award is written, also where no link is to be seen: another transaction may have made one that is not yet through.
    async protect(institutionId, id, isProtected, alias) {
      await db
        .updateTable('learner')
        .set({ protected: isProtected, alias: alias ?? null })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .execute();
      if (!isProtected) return;
      await db
        .updateTable('award')
        .set({ certificate_token: null })
        .where('host_id', '=', institutionId)
        .where('learner_id', '=', id)
        .execute();
    },
  };
}
