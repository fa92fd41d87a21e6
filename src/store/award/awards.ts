import type { Kysely } from 'kysely';
import type { Award } from '../../domain/award/award.ts';
import type { Awards, Visibility } from '../../services/ports/index.ts';
import { newestFirst, olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

const columns = [
  'award.institution_id',
  'award.id',
  'award.completion_id',
  'award.learner_id',
  'award.microcredential_id',
  'award.version',
  'award.version_digest',
  'award.language',
  'award.name_as_awarded',
  'award.grade',
  'award.completed_on',
  'award.awarded_on',
  'award.decision_id',
  'award.state',
  'award.revoked_at',
  'award.created_at',
] as const;

const toAward = (row: Omit<Row<'award'>, 'certificate_token'>): Award => ({
  id: row.id,
  institutionId: row.institution_id,
  completionId: row.completion_id,
  learnerId: row.learner_id,
  microcredentialId: row.microcredential_id,
  version: row.version,
  versionDigest: row.version_digest,
  language: row.language,
  nameAsAwarded: row.name_as_awarded,
  grade: row.grade,
  completedOn: row.completed_on,
  awardedOn: row.awarded_on,
  decisionId: row.decision_id,
  state: row.state,
  createdAt: row.created_at,
  ...present({ revokedAt: row.revoked_at }),
});

const toRow = (award: Award): Row<'award'> => ({
  institution_id: award.institutionId,
  id: award.id,
  completion_id: award.completionId,
  learner_id: award.learnerId,
  microcredential_id: award.microcredentialId,
  version: award.version,
  version_digest: award.versionDigest,
  language: award.language,
  name_as_awarded: award.nameAsAwarded,
  grade: award.grade,
  completed_on: award.completedOn,
  awarded_on: award.awardedOn,
  decision_id: award.decisionId,
  state: award.state,
  revoked_at: award.revokedAt ?? null,
  certificate_token: null,
  created_at: award.createdAt,
});

export function createAwards(db: Kysely<Database>): Awards {
  const all = () =>
    db
      .selectFrom('award')
      .innerJoin('learner', (join) =>
        join.onRef('learner.institution_id', '=', 'award.institution_id').onRef('learner.id', '=', 'award.learner_id'),
      )
      .select(columns);
  const of = (institutionId: string, { seesProtected }: Visibility) =>
    all()
      .where('award.institution_id', '=', institutionId)
      .$if(!seesProtected, (query) => query.where('learner.protected', '=', false));
  const change = (institutionId: string, id: string) =>
    db.updateTable('award').where('institution_id', '=', institutionId).where('id', '=', id);

  return {
    async insert(award) {
      await db.insertInto('award').values(toRow(award)).execute();
    },

    async find(institutionId, id, visibility) {
      const row = await of(institutionId, visibility).where('award.id', '=', id).executeTakeFirst();
      return row && toAward(row);
    },

    async lock(institutionId, id, visibility) {
      const row = await of(institutionId, visibility)
        .where('award.id', '=', id)
        .forNoKeyUpdate('award')
        .executeTakeFirst();
      return row && toAward(row);
    },

    // No institution: the permanent address says the id alone.
    async findPublic(id) {
      const row = await all().select('learner.protected').where('award.id', '=', id).executeTakeFirst();
      return row && { award: toAward(row), isProtected: row.protected };
    },

    async list(institutionId, page, visibility) {
      const rows = await of(institutionId, visibility)
        .innerJoin('microcredential', (join) =>
          join
            .onRef('microcredential.institution_id', '=', 'award.institution_id')
            .onRef('microcredential.id', '=', 'award.microcredential_id'),
        )
        .select(['microcredential.slug', 'award.certificate_token'])
        .where(olderThan(page.cursor, 'award.created_at', 'award.id'))
        .orderBy('award.created_at', 'desc')
        .orderBy('award.id', 'desc')
        .limit(rowsFor(page))
        .execute();
      return pageOf(rows, page, newestFirst, (row) => ({
        award: toAward(row),
        microcredentialSlug: row.slug,
        ...present({ certificateToken: row.certificate_token }),
      }));
    },

    async setState(institutionId, id, state, revokedAt) {
      await change(institutionId, id)
        .set({ state, revoked_at: revokedAt ?? null })
        .execute();
    },

    async certificateToken(institutionId, id) {
      const row = await db
        .selectFrom('award')
        .select('certificate_token')
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.certificate_token ?? undefined;
    },

    async setCertificateToken(institutionId, id, token) {
      await change(institutionId, id)
        .set({ certificate_token: token ?? null })
        .execute();
    },

    // Protection ends every link; one that is there afterwards was turned on by somebody who sees the person.
    async findByCertificateToken(token) {
      const row = await all().where('award.certificate_token', '=', token).executeTakeFirst();
      return row && toAward(row);
    },
  };
}
