import {
  type AskSigner,
  type Marshaling,
  type RemoteKeyName,
  type RemoteKeys,
  SignerError,
  type SignerFault,
  type SignerPause,
} from '../../../services/ports/remote-signing.ts';
import type { Signer, SigningKey } from '../../../services/ports/index.ts';
import type { Bytes } from '../../document/encoding.ts';
import { signChecked } from '../checked-signer.ts';
import { createBackOff } from './back-off.ts';
import { askPublicKey, type FoundKey } from './public-key.ts';
import { isKeyName, readRemoteKey, writeRemoteKey } from './remote-key.ts';
import { askSignature } from './transit.ts';

export type RemoteSignerNeeds = Readonly<{
  ask: AskSigner;
  marshaling: Marshaling;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  /** May outlive this signer, where it is made for each request. */
  pauses: Map<string, SignerPause>;
}>;

export type RemoteSigner = Pick<Signer, 'opens' | 'sign'> &
  RemoteKeys &
  Readonly<{
    /** The public key that the signer has by this name; undefined where it has none of this kind. */
    find(asked: RemoteKeyName, signal: AbortSignal): Promise<FoundKey | undefined>;
  }>;

/** What keeps all keys of the signer from signing; other faults are of the one key that was asked for. */
const ofAllKeys: readonly SignerFault[] = ['unreachable', 'late', 'busy'];
/** What may be over in a moment, such as a connection that was closed for its age. */
const passing: readonly SignerFault[] = ['unreachable', 'busy'];
const triesAfterMs = [200, 800];

const faultOf = (error: unknown): SignerFault | undefined => (error instanceof SignerError ? error.fault : undefined);

/** Signs with keys that are held elsewhere. What it gives is to be checked with the registered public key. */
export function createRemoteSigner({ ask, marshaling, now, wait, pauses }: RemoteSignerNeeds): RemoteSigner {
  const backOff = createBackOff(now, pauses);

  /** Two more tries where the fault may be over in a moment. A second signature of the same harms nobody: one is stored. */
  async function tried<T>(work: () => Promise<T>, signal: AbortSignal, waits = triesAfterMs): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const fault = faultOf(error);
      const [milliseconds, ...rest] = waits;
      if (milliseconds === undefined || fault === undefined || !passing.includes(fault)) throw error;
      await wait(milliseconds);
      if (signal.aborted) throw error;
      return tried(work, signal, rest);
    }
  }

  async function sign(key: SigningKey, data: Bytes, signal: AbortSignal): Promise<Bytes> {
    const remote = readRemoteKey(key.wrapped);
    if (!remote) throw new Error(`Signing key ${key.id} is stored in a form this version does not know.`);
    const asked = { key: remote, algorithm: key.algorithm, data, marshaling };
    const pausedBy = (error: unknown) => {
      const fault = faultOf(error);
      return fault && (ofAllKeys.includes(fault) ? 'signer' : key.id);
    };
    return backOff.run(['signer', key.id], () => tried(() => askSignature(ask, asked, signal), signal), pausedBy);
  }

  const remote: Pick<RemoteSigner, 'opens' | 'sign' | 'find'> = {
    // It is not asked: a signer that is away must not keep the service from starting, and so from verifying.
    opens: async (key) => readRemoteKey(key.wrapped) !== undefined,
    sign: (key, data, signal) =>
      sign(key, data, signal).catch((error: unknown) => {
        throw error instanceof SignerError ? new SignerError(error.fault, { ...withStatus(error), key }) : error;
      }),
    find: async (asked, signal) => (isKeyName(asked.name) ? askPublicKey(ask, asked, signal) : undefined),
  };

  return {
    ...remote,
    async tryKey(asked, signal) {
      const found = await remote.find(asked, signal);
      if (!found) return undefined;
      const record = { publicKey: found.publicKey, wrapped: writeRemoteKey(found.key) };
      const where = { id: asked.name, institutionId: '', purpose: 'credentials', signer: 'remote' } as const;
      const key = { ...where, ...record, algorithm: asked.algorithm, createdAt: now() };
      await signChecked(remote, key, crypto.getRandomValues(new Uint8Array(32)), signal);
      return record;
    },
  };
}

const withStatus = ({ status }: SignerError) => (status === undefined ? {} : { status });
