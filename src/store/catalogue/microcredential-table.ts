import type { Draft, Microcredential } from '../../domain/catalogue/microcredential.ts';
import { columnsOf, group, json, type MaybeJson } from '../connection/columns.ts';

export type MicrocredentialTable = {
  institution_id: string;
  id: string;
  slug: string;
  owner_unit_id: string | null;
  review_by: string | null;
  draft_content: MaybeJson<Draft['content']>;
  draft_state: Draft['state'] | null;
  draft_revision: number | null;
  draft_editors: MaybeJson<readonly string[]>;
  draft_updated_at: Date | null;
  draft_returned_note: string | null;
  published_version: number | null;
  withdrawn_at: Date | null;
  created_at: Date;
};

// The constraint whole_draft: a draft is there with all that it must have, or not at all.
export const microcredentialMap = columnsOf<MicrocredentialTable, Microcredential>()('microcredential', {
  institutionId: 'institution_id',
  id: 'id',
  slug: 'slug',
  ownerUnitId: 'owner_unit_id',
  reviewBy: 'review_by',
  draft: group({
    content: json('draft_content'),
    state: 'draft_state',
    revision: 'draft_revision',
    editors: json('draft_editors'),
    updatedAt: 'draft_updated_at',
    returnedNote: 'draft_returned_note',
  }),
  publishedVersion: 'published_version',
  withdrawnAt: 'withdrawn_at',
  createdAt: 'created_at',
});
