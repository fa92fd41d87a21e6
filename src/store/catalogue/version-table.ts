import type { CompleteContent, DocumentedVersion, PublishedVersion } from '../../domain/catalogue/microcredential.ts';
import { columnsOf, type Json, json } from '../connection/columns.ts';

export type VersionTable = {
  institution_id: string;
  id: string;
  microcredential_id: string;
  number: number;
  content: Json<CompleteContent>;
  document: string;
  digest: string;
  linked_data: string;
  linked_data_etag: string;
  published_at: Date;
  decision_id: string;
};

const published = {
  institutionId: 'institution_id',
  id: 'id',
  microcredentialId: 'microcredential_id',
  number: 'number',
  content: json('content'),
  digest: 'digest',
  publishedAt: 'published_at',
  decisionId: 'decision_id',
} as const;

/** The table is asked under the alias `version`. Its document is long, and lists leave it out. */
export const versionMap = columnsOf<VersionTable, PublishedVersion>()('version', published);

export const documentedMap = columnsOf<VersionTable, DocumentedVersion>()('version', {
  ...published,
  document: 'document',
});
