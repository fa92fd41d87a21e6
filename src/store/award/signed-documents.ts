import { type Kysely, sql } from 'kysely';
import type { DocumentKey, SignedDocuments, Unsigned } from '../../services/ports/signed-document.ts';
import type { Database } from '../connection/tables.ts';
import { leaseColumns } from './award-recording.ts';
import { createSignatureStoring } from './signature-storing.ts';
import { preparedMap, signedMap } from './signed-document-table.ts';
import { keyAliases, toAliasedKey } from './signing-key-table.ts';

type ClaimedRow = Parameters<typeof preparedMap.toItem>[0] & Parameters<typeof toAliasedKey>[0];

function toUnsigned(row: ClaimedRow): Unsigned {
  const { fixed, unsigned = '', ...document } = preparedMap.toItem(row);
  const key = toAliasedKey(row);
  return { ...document, unsigned, ...(key && fixed && { before: { ...fixed, key } }) };
}

export function createSignedDocuments(db: Kysely<Database>): SignedDocuments {
  /** Unsigned and in nobody's hands, the oldest first. */
  const free = (voidsLeases: boolean) =>
    db
      .selectFrom('signed_document as document')
      .leftJoin('signing_key', (join) =>
        join
          .onRef('signing_key.institution_id', '=', 'document.institution_id')
          .onRef('signing_key.id', '=', 'document.lease_key_id'),
      )
      .select(preparedMap.columns)
      .select(keyAliases)
      .where('document.bytes', 'is', null)
      .$if(!voidsLeases, (query) =>
        query.where((row) => row('lease_until', 'is', null).or('lease_until', '<=', sql<Date>`clock_timestamp()`)),
      )
      .orderBy('document.prepared_at')
      .orderBy('document.award_id')
      .limit(1)
      .forUpdate('document')
      .skipLocked();

  const one = (institutionId: string, { awardId, format, variant, issueNumber }: DocumentKey) =>
    db
      .updateTable('signed_document')
      .where('institution_id', '=', institutionId)
      .where('award_id', '=', awardId)
      .where('format', '=', format)
      .where('variant', '=', variant)
      .where('issue_number', '=', issueNumber);

  return {
    store: createSignatureStoring(db),

    // Over all institutions: a number for whoever runs the service.
    async countUnsigned() {
      const { count } = await db
        .selectFrom('signed_document')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('bytes', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async claim(institutionId, { awardId, format, variant, issueNumber }, voidsLeases = false) {
      const row = await free(voidsLeases)
        .where('document.institution_id', '=', institutionId)
        .where('document.award_id', '=', awardId)
        .where('document.format', '=', format)
        .where('document.variant', '=', variant)
        .where('document.issue_number', '=', issueNumber)
        .executeTakeFirst();
      return row && toUnsigned(row);
    },

    // Over all institutions: the service finishes what it began, whoever asked for it.
    async claimNext(except, voidsLeases = false, exceptKeys = []) {
      const beside = except.map(
        ({ awardId, format, variant, issueNumber }) =>
          sql`(${awardId}, ${format}, ${variant}, ${issueNumber}::integer)`,
      );
      const row = await free(voidsLeases)
        .$if(beside.length > 0, (query) =>
          query.where(
            sql<boolean>`(document.award_id, document.format, document.variant, document.issue_number)
              not in (${sql.join(beside)})`,
          ),
        )
        .$if(exceptKeys.length > 0, (query) =>
          query.where((row) => row('lease_key_id', 'is', null).or('lease_key_id', 'not in', exceptKeys)),
        )
        .executeTakeFirst();
      return row && toUnsigned(row);
    },

    async lease(institutionId, document, lease) {
      await one(institutionId, document)
        .set({ ...leaseColumns(lease), lease_salts: JSON.stringify(lease.salts) })
        .where('bytes', 'is', null)
        .execute();
    },

    async release(institutionId, document, token, forgets) {
      await one(institutionId, document)
        .set({ lease_token: null, lease_until: null })
        .$if(forgets, (query) => query.set({ lease_key_id: null, lease_created: null, lease_salts: null }))
        .where('lease_token', '=', token)
        .execute();
    },

    async findCurrent(institutionId, { awardId, format, variant }) {
      const row = await db
        .selectFrom('signed_document as document')
        .select(signedMap.columns)
        .where('institution_id', '=', institutionId)
        .where('award_id', '=', awardId)
        .where('format', '=', format)
        .where('variant', '=', variant)
        .where('is_current', '=', true)
        .executeTakeFirst();
      if (!row) return undefined;
      const { signed, ...key } = signedMap.toItem(row);
      // One of the two drivers gives a Buffer.
      return signed && { ...key, ...signed, bytes: new Uint8Array(signed.bytes) };
    },
  };
}
