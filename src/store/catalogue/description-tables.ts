import type { InstitutionTheme } from '../../domain/catalogue/description/description.ts';
import type { Emblem } from '../../domain/catalogue/description/emblem.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import { columnsOf, type Json, json } from '../connection/columns.ts';

export type ThemeTable = { institution_id: string; code: string; label: Json<LanguageMap> };

export const themeMap = columnsOf<ThemeTable, InstitutionTheme>()('theme', {
  institutionId: 'institution_id',
  code: 'code',
  label: json('label'),
});

export type EmblemTable = {
  institution_id: string;
  id: string;
  media_type: Emblem['mediaType'];
  bytes: Uint8Array<ArrayBuffer>;
  created_at: Date;
};

export const emblemMap = columnsOf<EmblemTable, Emblem>()('emblem', {
  institutionId: 'institution_id',
  id: 'id',
  mediaType: 'media_type',
  bytes: 'bytes',
  createdAt: 'created_at',
});
