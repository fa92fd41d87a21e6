import type { Bytes } from '../../document/encoding.ts';

/** The members of a public JSON Web Key that say which key it is (RFC 7518 §6.2, RFC 8037 §2). */
export type PublicJwk = Readonly<{ kty: string; crv: string; x: string; y?: string }>;

/** A kind of signing key: all that anything here knows of it. */
export type KeyAlgorithm = Readonly<{
  /** As signing keys name it in the record, and as cryptosuites name it. */
  id: string;
  /** Multicodec header of its public keys (Multikey, Controlled Identifiers 1.0 §2.2.2). */
  multicodec: readonly [number, number];
  /** In the form that a Multikey has: the point compressed, for elliptic curves. */
  publicKeyLength: number;
  /** Of r and s beside one another for ECDSA (IEEE P1363), never DER. */
  signatureLength: number;
  /** `alg` of what it signs in JOSE (RFC 7518 §3.1, RFC 8037 §3.1). */
  jose: string;
  /** What a cryptosuite hashes with for this key (Data Integrity ECDSA Cryptosuites 1.0 §3.2.1 and §3.3.1). */
  hash: 'SHA-256' | 'SHA-384';
  /** How a JSON Web Key says that it is one. */
  jwk: Readonly<{ kty: string; crv: string }>;
  /** Undefined for bytes that are no public key: a point that is not on the curve. */
  toJwk(publicKey: Bytes): PublicJwk | undefined;
  /** Undefined for what is no public key of this kind. Looks at x and y alone. */
  fromJwk(members: Readonly<{ x?: unknown; y?: unknown }>): Bytes | undefined;
  generate(): Promise<CryptoKeyPair>;
  importPrivateKey(pkcs8: ArrayBuffer): Promise<CryptoKey>;
  /** Rejects for bytes that are no public key. */
  importPublicKey(publicKey: Bytes): Promise<CryptoKey>;
  /** The public key of a pair, in the form that a Multikey has. */
  exportPublicKey(publicKey: CryptoKey): Promise<Bytes>;
  sign(privateKey: CryptoKey, data: Bytes): Promise<Bytes>;
  /** One signature over these bytes; says nothing of any document. */
  verify(publicKey: CryptoKey, signature: Bytes, data: Bytes): Promise<boolean>;
}>;

export type PublicKey = Readonly<{ algorithm: KeyAlgorithm; bytes: Bytes }>;
