import type { Bytes } from '../../document/encoding.ts';

/** A kind of signing key: all that anything here knows of it. */
export type KeyAlgorithm = Readonly<{
  /** As signing keys name it in the record. */
  id: string;
  /** Multicodec header of its public keys (Multikey, Controlled Identifiers 1.0 §2.2.2). */
  multicodec: readonly [number, number];
  publicKeyLength: number;
  /** How a JSON Web Key says that it is one. */
  jwk: Readonly<{ kty: string; crv: string }>;
  generate(): Promise<CryptoKeyPair>;
  importPrivateKey(pkcs8: ArrayBuffer): Promise<CryptoKey>;
  sign(privateKey: CryptoKey, data: Bytes): Promise<Bytes>;
  /** One signature over these bytes; says nothing of any document. */
  verify(publicKey: Bytes, signature: Bytes, data: Bytes): Promise<boolean>;
}>;

export type PublicKey = Readonly<{ algorithm: KeyAlgorithm; bytes: Bytes }>;
