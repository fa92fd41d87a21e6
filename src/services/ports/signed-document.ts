import type { NewLink } from './institution.ts';
import type { SigningKey } from './signing.ts';

/** `variant`: language, proof set or type version; empty where a form has one. A re-issue raises `issueNumber`. */
export type DocumentKey = Readonly<{ awardId: string; format: string; variant: string; issueNumber: number }>;

/** A document on record before it is signed. */
export type PreparedDocument = DocumentKey &
  Readonly<{
    institutionId: string;
    /** What is to be signed, as JSON text. */
    unsigned: string;
    /** Random; goes into the digests of the audit chain, so that nobody can guess a person out of one. */
    salt: string;
    preparedAt: Date;
  }>;

/**
 * The right to sign, for a while by the clock of the database, and all that a signature depends on beside the document:
 * whoever signs under a later lease of the same document signs the same bytes.
 */
export type Lease = Readonly<{
  token: string;
  forMs: number;
  keyId: string;
  created: Date;
  salts: readonly string[];
}>;
/** What an earlier lease fixed, and the key, which may have been retired since. */
export type FixedBefore = Pick<Lease, 'created' | 'salts'> & Readonly<{ key: SigningKey }>;
export type Unsigned = PreparedDocument & Readonly<{ before?: FixedBefore }>;

export type SignedDocument = DocumentKey &
  Readonly<{ mediaType: string; bytes: Uint8Array<ArrayBuffer>; etag: string; issuedAt: Date }>;

/** A signature with the lease that it was made under, and how it is recorded. */
export type NewSignature = Readonly<{ token: string; keyId: string; signed: SignedDocument; link: NewLink }>;
export type Stored = 'stored' | 'overtaken' | 'key-retired';

export interface SignedDocuments {
  /** How many of all institutions wait for their signature. */
  countUnsigned(): Promise<number>;
  /**
   * Locks a document that is unsigned and under nobody's lease (`for update skip locked`) until the transaction ends;
   * undefined where it is signed, or in another's hands. `voidsLeases`: whatever lease there is, its holder is gone.
   */
  claim(institutionId: string, document: DocumentKey, voidsLeases?: boolean): Promise<Unsigned | undefined>;
  /** As `claim`, for the oldest of all institutions' beside these, and beside those last leased for one of these keys. */
  claimNext(
    except: readonly DocumentKey[],
    voidsLeases?: boolean,
    exceptKeys?: readonly string[],
  ): Promise<Unsigned | undefined>;
  /** Writes the lease into a document that this transaction has claimed. */
  lease(institutionId: string, document: DocumentKey, lease: Lease): Promise<void>;
  /** Gives the lease up before its time; `forgets` what it fixed, where the key can be used no more. */
  release(institutionId: string, document: DocumentKey, token: string, forgets: boolean): Promise<void>;
  /**
   * Stores signatures, each once and for good with its link of the audit chain, and with it the award is issued. Locks, in
   * this order, persons, awards, keys, documents and the head of the chain. What is signed already, of a revoked award or
   * under the lease of another is `overtaken`; where the key cannot be used any more it is `key-retired`: nothing of it is
   * written.
   */
  store(institutionId: string, signatures: readonly NewSignature[]): Promise<readonly Stored[]>;
  /** The one that stands now, of those issued in this form. */
  findCurrent(
    institutionId: string,
    document: Pick<DocumentKey, 'awardId' | 'format' | 'variant'>,
  ): Promise<SignedDocument | undefined>;
}
