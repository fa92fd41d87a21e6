import type { Kysely } from 'kysely';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import type { Institutions } from '../../services/ports/index.ts';
import { present } from '../connection/rows.ts';
import type { Database, Row } from '../connection/tables.ts';

export const institutionColumns = [
  'id',
  'slug',
  'name',
  'country',
  'kind',
  'public_records_duty',
  'archive_duty',
  'default_locale',
  'review',
  'homepage',
  'accent',
  'created_at',
] as const;

export const toInstitution = (row: Row<'institution'>): Institution => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  country: row.country,
  kind: row.kind,
  publicRecordsDuty: row.public_records_duty,
  archiveDuty: row.archive_duty,
  defaultLocale: row.default_locale,
  review: row.review,
  createdAt: row.created_at,
  ...present({ homepage: row.homepage, accent: row.accent }),
});

const unitColumns = ['institution_id', 'id', 'code', 'name'] as const;

const toUnit = (row: Row<'organisational_unit'>): OrganisationalUnit => ({
  id: row.id,
  institutionId: row.institution_id,
  code: row.code,
  name: row.name,
});

export function createInstitutions(db: Kysely<Database>): Institutions {
  const institutions = () => db.selectFrom('institution').select(institutionColumns);
  const unitsOf = (institutionId: string) =>
    db.selectFrom('organisational_unit').select(unitColumns).where('institution_id', '=', institutionId);

  return {
    async insert(institution) {
      await db
        .insertInto('institution')
        .values({
          id: institution.id,
          slug: institution.slug,
          name: JSON.stringify(institution.name),
          country: institution.country,
          kind: institution.kind,
          public_records_duty: institution.publicRecordsDuty,
          archive_duty: institution.archiveDuty,
          default_locale: institution.defaultLocale,
          review: institution.review,
          homepage: institution.homepage ?? null,
          accent: institution.accent ?? null,
          created_at: institution.createdAt,
        })
        .execute();
    },

    async find(slug) {
      const row = await institutions().where('slug', '=', slug).executeTakeFirst();
      return row && toInstitution(row);
    },

    async get(id) {
      const row = await institutions().where('id', '=', id).executeTakeFirst();
      if (row) return toInstitution(row);
      throw new DomainError('institution-not-found', 'There is no such institution here.');
    },

    async list() {
      const rows = await institutions().orderBy('slug').execute();
      return rows.map(toInstitution);
    },

    async insertUnit(unit) {
      await db
        .insertInto('organisational_unit')
        .values({ institution_id: unit.institutionId, id: unit.id, code: unit.code, name: JSON.stringify(unit.name) })
        .execute();
    },

    async findUnit(institutionId, code) {
      const row = await unitsOf(institutionId).where('code', '=', code).executeTakeFirst();
      return row && toUnit(row);
    },

    async units(institutionId) {
      const rows = await unitsOf(institutionId).orderBy('code').execute();
      return rows.map(toUnit);
    },
  };
}
