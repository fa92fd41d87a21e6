import type { KeyPurpose } from '../../../domain/institution/signing-key.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { type RemoteKeyName, SignerError } from '../../ports/remote-signing.ts';
import type { Ports, SigningKey } from '../../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'remoteKeys' | 'newId' | 'after'>;
type Asked = RemoteKeyName & Readonly<{ institutionId: string; purpose: KeyPurpose; createdAt: Date }>;

/** How long finding the key and one trial of it may take. */
const patienceInMs = 10_000;

const away = (error: unknown): never => {
  if (!(error instanceof SignerError)) throw error;
  const said = error.status === undefined ? '' : `, status ${error.status}`;
  throw new DomainError(
    'unavailable',
    `The signer did not show that it signs with this key (signer-${error.fault}${said}).`,
  );
};

/** The record of a key that a signer elsewhere holds, once it has signed something with it. */
export function createKeysElsewhere({ stores, remoteKeys, newId, after }: Needs) {
  /** One key for two institutions would be one that neither can end alone. */
  async function demandNew(publicKey: string): Promise<void> {
    for (const { id: institutionId, slug } of await stores.institutions.list()) {
      const known = (await stores.signingKeys.list(institutionId)).find((key) => key.publicKey === publicKey);
      if (known) throw new DomainError('already-exists', `This is the signing key ${known.id} of ${slug} already.`);
    }
  }

  return async ({ institutionId, purpose, createdAt, ...asked }: Asked): Promise<SigningKey> => {
    if (!remoteKeys)
      throw new DomainError(
        'state-forbids',
        'No signer elsewhere is configured: set REMOTE_SIGNER_URL and a token for it.',
      );
    const found = await remoteKeys.tryKey(asked, after(patienceInMs)).catch(away);
    if (!found)
      throw new DomainError('not-found', `The signer has no ${asked.algorithm} key with this name and version.`);
    await demandNew(found.publicKey);
    const { algorithm } = asked;
    return { id: newId(), institutionId, algorithm, purpose, signer: 'remote', ...found, createdAt };
  };
}
