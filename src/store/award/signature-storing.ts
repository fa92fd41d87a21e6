import { type Kysely, sql } from 'kysely';
import type { DocumentKey, SignedDocuments } from '../../services/ports/signed-document.ts';
import type { Database } from '../connection/tables.ts';

type Storing = Pick<SignedDocuments, 'lockForStoring' | 'store'>;

export function createSignatureStoring(db: Kysely<Database>): Storing {
  /** One is current at a time, so the earlier ones end first; only by who is about to store the next. */
  async function endFormerIssues(institutionId: string, document: DocumentKey, token: string): Promise<void> {
    const { awardId, format, variant, issueNumber } = document;
    await sql`
      update signed_document set is_current = false
      where institution_id = ${institutionId} and award_id = ${awardId} and format = ${format} and variant = ${variant}
        and issue_number < ${issueNumber} and is_current and exists (
          select from signed_document as next
          where next.institution_id = ${institutionId} and next.award_id = ${awardId} and next.format = ${format}
            and next.variant = ${variant} and next.issue_number = ${issueNumber}
            and next.lease_token = ${token} and next.bytes is null
        )`.execute(db);
  }

  return {
    // Each is found through the one before, so they are locked in this order whatever the planner makes of it.
    async lockForStoring(institutionId, { awardId }, keyId) {
      const { rows } = await sql<{ retired_at: Date | null }>`
        with person as materialized (
          select learner.id from learner
          where (learner.institution_id, learner.id) = (
            select host_id, learner_id from award where institution_id = ${institutionId} and id = ${awardId}
          )
          for no key update
        ), certificate as materialized (
          select award.id from award
          where award.institution_id = ${institutionId} and award.id = ${awardId}
            and award.learner_id = (select id from person)
          for no key update
        )
        select retired_at from signing_key
        where institution_id = ${institutionId} and id = ${keyId} and (select id from certificate) is not null
        for share`.execute(db);
      return rows[0]?.retired_at === null;
    },

    // The first signature stands: what a person may hold already is never replaced by another. Of an award that was
    // revoked before it was signed there is no document any more.
    async store(institutionId, token, { awardId, format, variant, issueNumber, mediaType, bytes, etag, issuedAt }) {
      if (issueNumber > 1) await endFormerIssues(institutionId, { awardId, format, variant, issueNumber }, token);
      const row = await db
        .with('signed', (query) =>
          query
            .updateTable('signed_document')
            .set({ media_type: mediaType, bytes, etag, issued_at: issuedAt, is_current: true, unsigned: null })
            .set({ lease_token: null, lease_until: null })
            .set({ lease_key_id: null, lease_created: null, lease_salts: null })
            .where('institution_id', '=', institutionId)
            .where('award_id', '=', awardId)
            .where('format', '=', format)
            .where('variant', '=', variant)
            .where('issue_number', '=', issueNumber)
            .where('lease_token', '=', token)
            .where('bytes', 'is', null)
            .returning('award_id'),
        )
        .with('issued', (query) =>
          query
            .updateTable('award')
            .from('signed')
            .set({ state: 'issued' })
            .where('award.institution_id', '=', institutionId)
            .whereRef('award.id', '=', 'signed.award_id')
            .where('award.state', '=', 'prepared'),
        )
        .selectFrom('signed')
        .select('award_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
