import type { SigningKey } from './signing.ts';

/** What kept a signer from signing. */
export type SignerFault =
  /** No address of a signer is configured, and the key is not held here. */
  | 'not-configured'
  /** The file with the token for it cannot be read. */
  | 'no-token'
  | 'unreachable'
  /** It did not answer in time. */
  | 'late'
  /** It says that it cannot answer now: 429, 502, 503 or 504. */
  | 'busy'
  /** Any other status than 200. */
  | 'refused'
  | 'unreadable'
  /** It signed with another version of the key than the registered one. */
  | 'other-version'
  /** The registered public key does not confirm what it gave. */
  | 'false-signature'
  /** It is not asked now, because it failed a moment ago. */
  | 'paused';

type About = Readonly<{ status?: number; key?: Pick<SigningKey, 'id' | 'institutionId'> }>;

/**
 * A signature that could not be had. Nothing of what the signer wrote is in it but the number of its status: an answer
 * may quote the request.
 */
export class SignerError extends Error {
  readonly fault: SignerFault;
  readonly status: number | undefined;
  readonly key: About['key'];
  constructor(fault: SignerFault, { status, key }: About = {}) {
    super(`The signer gave no signature (${fault}${status === undefined ? '' : `, status ${status}`}).`);
    this.name = 'SignerError';
    this.fault = fault;
    this.status = status;
    this.key = key && { id: key.id, institutionId: key.institutionId };
  }
}

/** A request to the signer; `path` begins with a slash. */
export type SignerRequest = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  body?: Readonly<Record<string, unknown>>;
}>;
/** The JSON of the answer; throws a `SignerError` for whatever is no answer with status 200. */
export type AskSigner = (request: SignerRequest, signal: AbortSignal) => Promise<unknown>;

/** How an ECDSA signature comes: DER in base64, or r and s beside one another in base64url. */
export type Marshaling = 'asn1' | 'jws';

/** How long the signer is left alone after it failed: how often in a row, and when last. */
export type SignerPause = { failures: number; since: Date };

/** What there is of a key at a signer elsewhere. `version`: absent, the newest. */
export type RemoteKeyName = Readonly<{ name: string; version?: number; algorithm: string }>;

/** Where keys are found that are not held here. */
export interface RemoteKeys {
  /**
   * What the record of a key is to say, once the key has signed something made up and its public key has confirmed it;
   * undefined where there is none of this kind. Throws a `SignerError`.
   */
  tryKey(asked: RemoteKeyName, signal: AbortSignal): Promise<Pick<SigningKey, 'publicKey' | 'wrapped'> | undefined>;
}
