import { type Kysely, type RawBuilder, sql } from 'kysely';
import { uint8ArrayToBase64 } from 'uint8array-extras';
import type { NewSignature, SignedDocuments, Stored } from '../../services/ports/signed-document.ts';
import type { Database } from '../connection/tables.ts';
import { addingLinks } from '../institution/audit-chain.ts';

const toRow = ({ token, keyId, signed }: NewSignature, place: number) => {
  const { awardId, format, variant, issueNumber, mediaType, bytes, etag, issuedAt } = signed;
  const key = { award_id: awardId, format, variant, issue_number: issueNumber };
  const media = { media_type: mediaType, bytes: uint8ArrayToBase64(bytes), etag, issued_at: issuedAt };
  return { place: String(place), ...key, token, key_id: keyId, ...media };
};

/**
 * Each CTE asks for the one before, so they are locked in this order whatever the planner makes of it; of each kind in
 * the order of their ids. What a row is asked for it is asked again where the lock had to wait, so all that decides is
 * asked of the row that is locked.
 */
const locked = (institutionId: string, signatures: readonly NewSignature[]): RawBuilder<unknown> => sql`
  asked as materialized (
    select * from json_to_recordset(${JSON.stringify(signatures.map(toRow))}::json) as asked (
      place text, award_id text, format text, variant text, issue_number integer, token text, key_id text,
      media_type text, bytes text, etag text, issued_at timestamptz
    )
  ), whose as materialized (
    select host_id, learner_id from award
    where institution_id = ${institutionId} and id = any(array(select award_id from asked))
  ), person as materialized (
    select institution_id, id from learner
    where institution_id = any(array(select host_id from whose)) and id = any(array(select learner_id from whose))
    order by institution_id, id for no key update
  ), certificate as materialized (
    select award.id from award
    where institution_id = ${institutionId} and id = any(array(select award_id from asked))
      and (select count(*) from person) > 0
    order by award.id for no key update
  ), usable as materialized (
    select id, retired_at from signing_key
    where institution_id = ${institutionId} and id = any(array(select key_id from asked))
      and (select count(*) from certificate) > 0
    order by id for share
  ), mine as materialized (
    select document.award_id, document.format, document.variant, document.issue_number, asked.place
    from signed_document as document join asked using (award_id, format, variant, issue_number)
    where document.institution_id = ${institutionId} and document.lease_token = asked.token and document.bytes is null
      and asked.key_id in (select id from usable where retired_at is null)
    order by document.award_id, document.format, document.variant, document.issue_number
    for no key update of document
  )`;

/**
 * One is current at a time, so the earlier ones end first. The first signature stands: what a person may hold already is
 * never replaced by another. Of an award that was revoked before it was signed there is no document any more.
 */
const written = (institutionId: string): RawBuilder<unknown> => sql`
  ended as (
    update signed_document as former set is_current = false from mine
    where former.institution_id = ${institutionId} and former.award_id = mine.award_id and former.format = mine.format
      and former.variant = mine.variant and former.issue_number < mine.issue_number and former.is_current
    returning former.award_id
  ), signed as (
    update signed_document as document
    set media_type = asked.media_type, bytes = decode(asked.bytes, 'base64'), etag = asked.etag,
      issued_at = asked.issued_at, is_current = true, unsigned = null, lease_token = null, lease_until = null,
      lease_key_id = null, lease_created = null, lease_salts = null
    from mine join asked using (place)
    where document.institution_id = ${institutionId} and document.award_id = mine.award_id
      and document.format = mine.format and document.variant = mine.variant
      and document.issue_number = mine.issue_number and (select count(*) from ended) >= 0
    returning asked.place, document.award_id
  ), issued as (
    update award set state = 'issued' from signed
    where award.institution_id = ${institutionId} and award.id = signed.award_id and award.state = 'prepared'
    returning award.id
  )`;

export const createSignatureStoring =
  (db: Kysely<Database>): SignedDocuments['store'] =>
  async (institutionId, signatures) => {
    const links = signatures.map(({ link }, place) => ({ of: String(place), link }));
    const { rows } = await sql<{ outcome: Stored }>`
      with recursive ${locked(institutionId, signatures)}, ${written(institutionId)}, ${addingLinks(
        institutionId,
        links,
        {
          after: sql<boolean>`(select count(*) from signed) > 0 and (select count(*) from issued) >= 0`,
          which: sql<boolean>`asked_link."of" in (select place from signed)`,
        },
      )}
      select case
        when place in (select place from signed where (select count(*) from linked) > 0) then 'stored'
        when key_id in (select id from usable where retired_at is null) then 'overtaken'
        else 'key-retired'
      end as outcome
      from asked order by place::integer`.execute(db);
    return rows.map(({ outcome }) => outcome);
  };
