import type { PrivateKey, SigningKey } from './signing.ts';

/** Whom a certificate is about. */
export type Subject = Readonly<{
  country?: string;
  organisation: string;
  /** As ETSI EN 319 412-1 §5.1.4 has it, `NTRSE-…`. */
  organisationIdentifier?: string;
  name: string;
  /** The address of the institution. */
  uri: string;
}>;

/** A chain that was checked, in PEM with the leaf first, and the Multikey of the leaf. */
export type CheckedChain = Readonly<{ publicKey: string; certificates: string }>;

/** X.509 certificates of seals. Refuses in words what it does not take. */
export interface Certifier {
  /** Checks that the first may sign, that each is signed by the next and that all are in force. */
  readChain(pem: string, now: Date): Promise<CheckedChain>;
  /** As `readChain`, for a file that has the private key too. */
  openPkcs12(bytes: Uint8Array<ArrayBuffer>, password: string, now: Date): Promise<CheckedChain & PrivateKey>;
  /** What an authority wants to have (PKCS#10) for this key, in PEM. */
  request(asked: Readonly<{ subject: Subject; key: SigningKey; signal: AbortSignal }>): Promise<string>;
  /** For the demo alone: certifies a public key by an authority that nobody can trust. */
  testAuthority(now: Date): Promise<(subject: Subject, publicKey: string) => Promise<string>>;
}
