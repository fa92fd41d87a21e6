import type { Kysely } from 'kysely';
import type { Credentials, PreparedCredential, SignedCredential } from '../../services/ports/index.ts';
import type { Database, Row } from '../connection/tables.ts';

const statusColumns = ['credential.status_list_id', 'credential.status_index', 'status_list.number'] as const;
const columns = [
  'credential.institution_id',
  'credential.id',
  'credential.award_id',
  'credential.format',
  'credential.unsigned',
  'credential.salt',
  'credential.prepared_at',
  ...statusColumns,
] as const;

type StatusRow = Pick<Row<'credential'>, 'status_list_id' | 'status_index'> & Readonly<{ number: number }>;
type PreparedRow = Omit<Row<'credential'>, 'signed' | 'etag' | 'issued_at'> & StatusRow;

const toStatus = (row: StatusRow): PreparedCredential['status'] => ({
  listId: row.status_list_id,
  listNumber: row.number,
  index: row.status_index,
});

const toPrepared = (row: PreparedRow): PreparedCredential => ({
  id: row.id,
  institutionId: row.institution_id,
  awardId: row.award_id,
  format: row.format,
  unsigned: row.unsigned,
  salt: row.salt,
  status: toStatus(row),
  preparedAt: row.prepared_at,
});

function toSigned(
  row: Pick<Row<'credential'>, 'award_id' | 'signed' | 'etag' | 'issued_at'>,
): SignedCredential | undefined {
  if (row.signed === null || row.etag === null || row.issued_at === null) return undefined;
  return { awardId: row.award_id, text: row.signed, etag: row.etag, issuedAt: row.issued_at };
}

export function createCredentials(db: Kysely<Database>): Credentials {
  const withStatus = () =>
    db
      .selectFrom('credential')
      .innerJoin('status_list', (join) =>
        join
          .onRef('status_list.institution_id', '=', 'credential.institution_id')
          .onRef('status_list.id', '=', 'credential.status_list_id'),
      );
  /** The first that waits for its signature and that nobody else has in hand. */
  const toSign = () =>
    withStatus()
      .select(columns)
      .where('credential.signed', 'is', null)
      .orderBy('credential.prepared_at')
      .orderBy('credential.id')
      .limit(1)
      .forUpdate('credential')
      .skipLocked();

  return {
    async prepare(credential) {
      await db
        .insertInto('credential')
        .values({
          institution_id: credential.institutionId,
          id: credential.id,
          award_id: credential.awardId,
          format: credential.format,
          unsigned: credential.unsigned,
          salt: credential.salt,
          status_list_id: credential.status.listId,
          status_index: credential.status.index,
          prepared_at: credential.preparedAt,
        })
        .execute();
    },

    // Over all institutions: the service finishes what it began, whoever asked for it.
    async takePrepared(preparedBefore, now, except) {
      const row = await toSign()
        .where((row) => row('credential.prepared_at', '<', preparedBefore).or('credential.prepared_at', '>', now))
        .$if(except.length > 0, (query) => query.where('credential.id', 'not in', except))
        .executeTakeFirst();
      return row && toPrepared(row);
    },

    async takePreparedOf(institutionId, awardId) {
      const row = await toSign()
        .where('credential.institution_id', '=', institutionId)
        .where('credential.award_id', '=', awardId)
        .executeTakeFirst();
      return row && toPrepared(row);
    },

    // The first signature stands: what a person may hold already is never replaced by another.
    async storeSigned(institutionId, credential, id) {
      await db
        .updateTable('credential')
        .set({ signed: credential.text, etag: credential.etag, issued_at: credential.issuedAt })
        .where('institution_id', '=', institutionId)
        .where('id', '=', id)
        .where('award_id', '=', credential.awardId)
        .where('signed', 'is', null)
        .execute();
    },

    async findSigned(institutionId, awardId) {
      const row = await db
        .selectFrom('credential')
        .select(['award_id', 'signed', 'etag', 'issued_at'])
        .where('institution_id', '=', institutionId)
        .where('award_id', '=', awardId)
        .executeTakeFirst();
      return row && toSigned(row);
    },

    async statusOf(institutionId, awardId) {
      const row = await withStatus()
        .select(statusColumns)
        .where('credential.institution_id', '=', institutionId)
        .where('credential.award_id', '=', awardId)
        .executeTakeFirst();
      return row && toStatus(row);
    },
  };
}
