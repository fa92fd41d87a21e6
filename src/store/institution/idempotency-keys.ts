import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IdempotencyKeys, RememberedReply } from '../../services/ports/institution.ts';
import { textArray } from '../connection/recordset.ts';
import type { Database } from '../connection/tables.ts';
import type { IdempotencyKeyTable } from './idempotency-key-table.ts';

/** How many replies that are past their time go with each claim; more than come in, so none stays. */
const swept = 20;

/** Undefined where a claim was left without a reply: there is nothing to repeat. */
const toReply = ({
  request_digest,
  body,
}: Pick<IdempotencyKeyTable, 'request_digest' | 'body'>): RememberedReply | undefined =>
  body === null ? undefined : { requestDigest: request_digest, body };

export function createIdempotencyKeys(db: Kysely<Database>): IdempotencyKeys {
  const write = (institutionId: string, keyDigest: string) =>
    db.updateTable('idempotency_key').where('institution_id', '=', institutionId).where('key_digest', '=', keyDigest);

  /** Some keys of a time; skips what others hold, to wait for no one. */
  const some = (institutionId: string, comparison: '<' | '>', moment: Date) =>
    db
      .selectFrom('idempotency_key')
      .select('key_digest')
      .where('institution_id', '=', institutionId)
      .where('at', comparison, moment)
      .limit(swept)
      .forUpdate()
      .skipLocked();

  /** Replies may hold personal data, so they do not outlive their use. */
  const forget = (institutionId: string, since: Date) =>
    db
      .deleteFrom('idempotency_key')
      .where('institution_id', '=', institutionId)
      .where('key_digest', 'in', some(institutionId, '<', since))
      .execute();

  const dateAnew = (institutionId: string, at: Date) =>
    db
      .updateTable('idempotency_key')
      .set({ at })
      .where('institution_id', '=', institutionId)
      .where('key_digest', 'in', some(institutionId, '>', at))
      .execute();

  async function deleteThose(institutionId: string, condition: RawBuilder<boolean>): Promise<number> {
    const held = db
      .selectFrom('idempotency_key')
      .select('key_digest')
      .where('institution_id', '=', institutionId)
      .where(condition)
      .forUpdate()
      .skipLocked();
    const { numDeletedRows } = await db
      .deleteFrom('idempotency_key')
      .where('institution_id', '=', institutionId)
      .where('key_digest', 'in', held)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  const take: IdempotencyKeys['claim'] = async (institutionId, keyDigest, requestDigest, at, since) => {
    // Where another transaction holds the key, the insert waits: the key is new only if that one is undone.
    const taken = await db
      .insertInto('idempotency_key')
      .values({
        institution_id: institutionId,
        key_digest: keyDigest,
        request_digest: requestDigest,
        at,
        subjects: textArray([]),
      })
      .onConflict((key) => key.columns(['institution_id', 'key_digest']).doNothing())
      .returning('key_digest')
      .executeTakeFirst();
    if (taken) return undefined;
    const standing = await db
      .selectFrom('idempotency_key')
      .select(['request_digest', 'body', 'at'])
      .where('institution_id', '=', institutionId)
      .where('key_digest', '=', keyDigest)
      .forUpdate()
      .executeTakeFirst();
    if (!standing) return take(institutionId, keyDigest, requestDigest, at, since);
    const reply = standing.at < since ? undefined : toReply(standing);
    if (reply) {
      if (standing.at > at) await write(institutionId, keyDigest).set({ at }).execute();
      return reply;
    }
    await write(institutionId, keyDigest)
      .set({ request_digest: requestDigest, at, body: null, subjects: textArray([]) })
      .execute();
    return undefined;
  };

  return {
    // Forgets afterwards: whoever has their key waits for nobody any more, so two claims never wait for each other.
    async claim(institutionId, keyDigest, requestDigest, at, since) {
      const earlier = await take(institutionId, keyDigest, requestDigest, at, since);
      if (earlier) return earlier;
      await forget(institutionId, since);
      await dateAnew(institutionId, at);
      return undefined;
    },

    async remember(institutionId, keyDigest, reply, subjects) {
      await write(institutionId, keyDigest)
        .set({ request_digest: reply.requestDigest, body: reply.body, subjects: textArray(subjects) })
        .execute();
    },

    sweep: (institutionId, before) => deleteThose(institutionId, sql<boolean>`at < ${before}::timestamptz`),

    // They are the keys of a day, so no index on what they are about.
    forget: (institutionId, learnerId) =>
      deleteThose(institutionId, sql<boolean>`subjects && array(${idsOf(db, institutionId, learnerId)})`),
  };
}

/** The person, and all that a request about them may have named. */
const idsOf = (db: Kysely<Database>, institutionId: string, learnerId: string) => {
  const registrations = db
    .selectFrom('registration')
    .select('registration.id')
    .where('registration.institution_id', '=', institutionId)
    .where('registration.learner_id', '=', learnerId);
  const results = db
    .selectFrom('result')
    .select('result.id')
    .where('result.institution_id', '=', institutionId)
    .where('result.registration_id', 'in', registrations);
  // Of a person of another institution: the completions that this one awarded.
  const awarded = db
    .selectFrom('award')
    .select('award.completion_id')
    .where('award.institution_id', '=', institutionId)
    .where('award.learner_id', '=', learnerId);
  return sql`select ${learnerId}::text union all ${registrations} union all ${results} union all ${awarded}`;
};
