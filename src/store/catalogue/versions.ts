import { type Kysely, sql } from 'kysely';
import type { Institution } from '../../domain/institution/institution.ts';
import type { DocumentedVersion } from '../../domain/catalogue/microcredential.ts';
import type { LinkedData, Microcredentials } from '../../services/ports/catalogue.ts';
import { olderThan, pageOf, rowsFor } from '../connection/cursors.ts';
import { institutionMap } from '../institution/institution-table.ts';
import type { Database } from '../connection/tables.ts';
import { documentedMap, versionMap } from './version-table.ts';

type Versions = Pick<
  Microcredentials,
  'insertVersion' | 'findVersion' | 'documentAt' | 'linkedData' | 'versions' | 'catalogue'
>;

const toRow = (version: DocumentedVersion, linkedData: LinkedData) => ({
  ...documentedMap.toRow(version),
  linked_data: linkedData.text,
  linked_data_etag: linkedData.etag,
});

export function createVersions(db: Kysely<Database>): Versions {
  const of = (institutionId: string, microcredentialId: string) =>
    db
      .selectFrom('microcredential_version as version')
      .select(versionMap.columns)
      .where('version.institution_id', '=', institutionId)
      .where('version.microcredential_id', '=', microcredentialId);

  /** The newest version of everything that is published and not withdrawn. */
  const current = () =>
    db
      .selectFrom('microcredential_version as version')
      .innerJoin('microcredential', (join) =>
        join
          .onRef('microcredential.institution_id', '=', 'version.institution_id')
          .onRef('microcredential.id', '=', 'version.microcredential_id')
          .onRef('microcredential.published_version', '=', 'version.number'),
      )
      .select([...versionMap.columns, 'microcredential.slug'])
      .where('microcredential.withdrawn_at', 'is', null);

  async function institutionsOf(rows: readonly Readonly<{ institution_id: string }>[]) {
    const ids = [...new Set(rows.map((row) => row.institution_id))];
    if (ids.length === 0) return new Map<string, Institution>();
    const found = await db.selectFrom('institution').select(institutionMap.columns).where('id', 'in', ids).execute();
    return new Map(found.map((row) => [row.id, institutionMap.toItem(row)]));
  }

  return {
    async insertVersion(version, linkedData) {
      await db.insertInto('microcredential_version').values(toRow(version, linkedData)).execute();
    },

    async findVersion(institutionId, microcredentialId, number) {
      const row = await of(institutionId, microcredentialId)
        .select('version.document')
        .where('version.number', '=', number)
        .executeTakeFirst();
      return row && documentedMap.toItem(row);
    },

    async documentAt(slug, microcredentialSlug, number) {
      const row = await db
        .selectFrom('institution')
        .innerJoin('microcredential', 'microcredential.institution_id', 'institution.id')
        .innerJoin('microcredential_version as version', (join) =>
          join
            .onRef('version.institution_id', '=', 'microcredential.institution_id')
            .onRef('version.microcredential_id', '=', 'microcredential.id'),
        )
        .select(['version.document', 'version.digest', 'version.published_at as publishedAt'])
        .where('institution.slug', '=', slug)
        .where('microcredential.slug', '=', microcredentialSlug)
        .where('version.number', '=', number)
        .executeTakeFirst();
      return row;
    },

    async linkedData(institutionId, microcredentialId, number) {
      const row = await db
        .selectFrom('microcredential_version')
        .select(['linked_data', 'linked_data_etag'])
        .where('institution_id', '=', institutionId)
        .where('microcredential_id', '=', microcredentialId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && { text: row.linked_data, etag: row.linked_data_etag };
    },

    async versions(institutionId, microcredentialId) {
      const rows = await of(institutionId, microcredentialId).orderBy('version.number').execute();
      return rows.map(versionMap.toItem);
    },

    async catalogue(page, { institutionId, isExample = false }) {
      const rows = await current()
        .where(olderThan(page.cursor, 'version.published_at', 'version.microcredential_id'))
        .$if(institutionId !== undefined, (query) =>
          query.where('version.institution_id', '=', institutionId as string),
        )
        .$if(isExample, (query) => query.where(sql<boolean>`version.content -> 'exampleToReuse' is not null`))
        .orderBy('version.published_at', 'desc')
        .orderBy('version.microcredential_id', 'desc')
        .limit(rowsFor(page))
        .execute();
      const institutions = await institutionsOf(rows);
      return pageOf(
        rows,
        page,
        (row) => [row.published_at.toISOString(), row.microcredential_id],
        (row) => ({
          institution: institutions.get(row.institution_id) as Institution,
          microcredentialSlug: row.slug,
          version: versionMap.toItem(row),
        }),
      );
    },
  };
}
