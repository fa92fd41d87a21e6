import { SignerError } from '../../../services/ports/remote-signing.ts';
import type { Signer, SigningKey } from '../../../services/ports/index.ts';
import type { RemoteSigner } from './remote-signer.ts';

/** Each key is signed with where it is held, as its record says. New keys are made here. */
export function createSigners(local: Signer, remote: Pick<RemoteSigner, 'opens' | 'sign'> | undefined): Signer {
  const { signHeld } = local;
  const isRemote = ({ signer }: SigningKey) => signer === 'remote';
  return {
    createKey: (...asked) => local.createKey(...asked),
    importKey: (...asked) => local.importKey(...asked),
    opens: async (key) => (isRemote(key) ? remote !== undefined && remote.opens(key) : local.opens(key)),
    async sign(key, data, signal) {
      if (!isRemote(key)) return local.sign(key, data, signal);
      if (!remote) throw new SignerError('not-configured', { key });
      return remote.sign(key, data, signal);
    },
    ...(signHeld && { signHeld }),
  };
}
