import type { ColumnType } from 'kysely';
import type { StatusPurpose } from '../../domain/addresses/grammar.ts';
import type { StatusPublication } from '../../services/ports/award.ts';
import { columnsOf, group } from '../connection/columns.ts';

export type StatusListTable = { institution_id: string; id: string; number: number; taken: number };

export const statusListMap = columnsOf<StatusListTable, Readonly<{ id: string; number: number }>>()('status_list', {
  id: 'id',
  number: 'number',
});

/** A place of a list with its bits, of which each is asked for by itself. */
export type StatusEntryTable = {
  institution_id: string;
  list_id: string;
  index: number;
  revoked: ColumnType<boolean, boolean | undefined, boolean>;
  suspended: ColumnType<boolean, boolean | undefined, boolean>;
};

export type StatusPublicationTable = {
  institution_id: string;
  list_id: string;
  purpose: StatusPurpose;
  text: string | null;
  etag: string | null;
  published_at: Date | null;
  changes: ColumnType<number, number | undefined, number>;
  published: ColumnType<number, number | undefined, number>;
  changed_at: Date | null;
  lease_token: string | null;
  lease_until: Date | null;
  lease_key_id: string | null;
  lease_created: Date | null;
};

/** Before it is signed for the first time there are only the changes that wait. */
type PublicationRecord = Pick<StatusPublication, 'changes' | 'published'> &
  Readonly<{ signed?: Pick<StatusPublication, 'text' | 'etag' | 'publishedAt'> }>;

export const publicationMap = columnsOf<StatusPublicationTable, PublicationRecord>()('status_publication', {
  signed: group({ text: 'text', etag: 'etag', publishedAt: 'published_at' }),
  changes: 'changes',
  published: 'published',
});
