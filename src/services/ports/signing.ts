export type SigningKey = Readonly<{
  id: string;
  institutionId: string;
  algorithm: string;
  /** Multikey public key, `z6Mk…`. */
  publicKey: string;
  /** The private key, encrypted with the key-encryption key; for a signer elsewhere, how it finds the key. */
  wrapped: string;
  createdAt: Date;
  retiredAt?: Date;
}>;

export interface SigningKeys {
  insert(key: SigningKey): Promise<void>;
  /** Every key ever used, oldest first: old certificates stay verifiable. */
  list(institutionId: string): Promise<readonly SigningKey[]>;
  current(institutionId: string, algorithm: string): Promise<SigningKey | undefined>;
  /** Whether the key is in force, which does not change until the transaction ends. */
  lockUsable(institutionId: string, id: string): Promise<boolean>;
}

/**
 * Makes signatures with keys that nothing else sees: at hand, in a cloud, on a card. It may take seconds and it may
 * fail; it may be asked for the same signature again, and gives the same where its algorithm does.
 */
export interface Signer {
  createKey(institutionId: string, id: string, algorithm: string, createdAt: Date): Promise<SigningKey>;
  /** Whether it can sign with this key. */
  opens(key: SigningKey): Promise<boolean>;
  /** Ends itself when the signal says so. */
  sign(key: SigningKey, data: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}
