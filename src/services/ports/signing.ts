import type { KeyPurpose, KeySigner } from '../../domain/institution/signing-key.ts';

export type SigningKey = Readonly<{
  id: string;
  institutionId: string;
  algorithm: string;
  purpose: KeyPurpose;
  signer: KeySigner;
  /** Multikey public key, `z6Mk…`. */
  publicKey: string;
  /** The private key, encrypted with the key-encryption key; for a signer elsewhere, how it finds the key. */
  wrapped: string;
  /** Of a seal: its X.509 chain in PEM, the leaf first. */
  certificates?: string;
  createdAt: Date;
  /** Signs nothing since then; what it signed before stays good. */
  retiredAt?: Date;
  /** In strange hands since then: nothing that it signed at or after that moment is good. A revoked key is retired too. */
  revokedAt?: Date;
}>;

/** A key that was made elsewhere; `pkcs8` is its private half (RFC 5208 §5). */
export type PrivateKey = Readonly<{ algorithm: string; publicKey: string; pkcs8: ArrayBuffer }>;

export interface SigningKeys {
  insert(key: SigningKey): Promise<void>;
  /** Every key ever used, oldest first: old certificates stay verifiable. */
  list(institutionId: string): Promise<readonly SigningKey[]>;
  /** The same by the institution's slug; undefined where none is called so. */
  ofInstitutionCalled(slug: string): Promise<readonly SigningKey[] | undefined>;
  /** The newest in force. A seal is in force once it has its certificates. */
  current(institutionId: string, algorithm: string, purpose: KeyPurpose): Promise<SigningKey | undefined>;
  /** Whether the key is in force, which does not change until the transaction ends. */
  lockUsable(institutionId: string, id: string): Promise<boolean>;
  /** The chain of a seal, in place of an earlier one. */
  setCertificates(institutionId: string, id: string, certificates: string): Promise<void>;
  /** Ends a key in force for good, and with it a private half that is kept here. False where there is none. */
  retire(institutionId: string, id: string, at: Date): Promise<boolean>;
  /**
   * Retires it where it is in force, and says since when it is in strange hands, which may be put earlier and never
   * later. The status lists are to be signed anew, since what stands may be signed by it. False where nothing is changed.
   */
  revoke(institutionId: string, id: string, at: Date, retiredAt: Date): Promise<boolean>;
}

/**
 * Makes signatures with keys that nothing else sees: at hand, in a cloud, on a card. It may take seconds and it may
 * fail; it may be asked for the same signature again, and gives the same where its algorithm does.
 */
export interface Signer {
  createKey(
    institutionId: string,
    id: string,
    algorithm: string,
    createdAt: Date,
    purpose?: KeyPurpose,
  ): Promise<SigningKey>;
  /** Takes a key that was made elsewhere, and keeps it as its own. */
  importKey(institutionId: string, id: string, key: PrivateKey, createdAt: Date): Promise<SigningKey>;
  /** Whether it can sign with this key. */
  opens(key: SigningKey): Promise<boolean>;
  /** Ends itself when the signal says so. */
  sign(key: SigningKey, data: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Signs with a local key, which is held open here and was compared with the registered public key when it was opened.
   * Absent where there is none: each signature from elsewhere is compared.
   */
  signHeld?: (key: SigningKey, data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}
