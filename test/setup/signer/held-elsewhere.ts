import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { writeRemoteKey } from '../../../src/credentials/keys/remote/remote-key.ts';
import { composeRemoteSigner } from '../../../src/runtime/compose.ts';
import type { Database } from '../../../src/store/connection/tables.ts';
import { type FakeSigner, signerToken } from './process.ts';

export const envOf = ({ url }: FakeSigner) => ({ REMOTE_SIGNER_URL: url, REMOTE_SIGNER_TOKEN: signerToken });

export const remoteOf = ({ url }: FakeSigner) =>
  composeRemoteSigner({ url, marshaling: 'asn1' }, async () => signerToken, new Map());

/** From now on the one institution signs with a key of this signer. Returns the id of the key. */
export async function holdElsewhere(db: Kysely<Database>, fake: FakeSigner): Promise<string> {
  await fake.make('kilpi', 'ed25519');
  const asked = { name: 'kilpi', algorithm: 'Ed25519' };
  const found = await remoteOf(fake).find(asked, AbortSignal.timeout(5_000));
  const before = await db.selectFrom('signing_key').selectAll().executeTakeFirstOrThrow();
  const held = { public_key: found!.publicKey, wrapped: writeRemoteKey(found!.key) };
  const id = randomUUID();
  await db
    .insertInto('signing_key')
    .values({ ...before, ...held, id, created_at: new Date() })
    .execute();
  return id;
}
