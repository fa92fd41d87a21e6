import type { ArchiveClasses } from '../../domain/institution/archive-class.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import type { InstitutionIdentifier } from '../../domain/institution/identifiers.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { columnsOf, type Json, json, type MaybeJson } from '../connection/columns.ts';

export type InstitutionTable = {
  id: string;
  slug: string;
  name: Json<LanguageMap>;
  country: Institution['country'];
  kind: Institution['kind'];
  public_records_duty: boolean;
  archive_duty: boolean;
  archive_classes: MaybeJson<ArchiveClasses>;
  default_locale: Institution['defaultLocale'];
  review: Institution['review'];
  course_certificate: NonNullable<Institution['courseCertificate']> | null;
  identifiers: MaybeJson<readonly InstitutionIdentifier[]>;
  homepage: string | null;
  accent: string | null;
  created_at: Date;
};

export const institutionMap = columnsOf<InstitutionTable, Institution>()('institution', {
  id: 'id',
  slug: 'slug',
  name: json('name'),
  country: 'country',
  kind: 'kind',
  publicRecordsDuty: 'public_records_duty',
  archiveDuty: 'archive_duty',
  archiveClasses: json('archive_classes'),
  defaultLocale: 'default_locale',
  review: 'review',
  courseCertificate: 'course_certificate',
  identifiers: json('identifiers'),
  homepage: 'homepage',
  accent: 'accent',
  createdAt: 'created_at',
});

export type UnitTable = { institution_id: string; id: string; code: string; name: Json<LanguageMap> };

export const unitMap = columnsOf<UnitTable, OrganisationalUnit>()('organisational_unit', {
  institutionId: 'institution_id',
  id: 'id',
  code: 'code',
  name: json('name'),
});
