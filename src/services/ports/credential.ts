import type { StatusPurpose } from '../../domain/addresses/grammar.ts';
import type { Award } from '../../domain/award/award.ts';
import type { JsonObject } from '../../domain/shared/json.ts';
import type { CompleteContent } from '../../domain/catalogue/microcredential.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import type { Achievement } from '../../domain/catalogue/version.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Label, LanguageCode, Locale } from '../../domain/shared/language.ts';
import type { LegalFormCode } from '../../domain/legal-form/index.ts';
import type { DocumentedEntry } from './catalogue.ts';
import type { StatusEntry } from '../../domain/award/status-list.ts';
import type { Report } from '../../domain/verification/verification.ts';
import type { Signer, SigningKey } from './signing.ts';

export type { JsonObject };

/** What a credential says, in the words of the domain; a format turns it into a document. `institution`: whose course it is. */
export type CredentialFacts = DocumentedEntry &
  Readonly<{
    /** Who awards and signs, and who gave the run. */
    issuer: Institution;
    host: Institution;
    award: Pick<Award, 'id' | 'legalForm' | 'language' | 'nameAsAwarded' | 'grade' | 'completedOn' | 'awardedOn'>;
    /** What the result tells beside its grade and date. */
    completion: Pick<Result, 'examination' | 'decidedIn'>;
    status: StatusEntry;
    validFrom: Date;
  }>;

/** A version that is about to be published, and the language to describe it in. */
export type AchievementFacts = Readonly<{
  /** The version's address. */
  version: string;
  content: CompleteContent;
  country: Institution['country'];
  /** The slug of whose course it is: its certificates name it as their issuer. */
  issuer: string;
  /** The legal form that it is given in, the credits that it gives then, and what its certificate is called. */
  form: LegalFormCode;
  credits?: number;
  certificateName: Label;
  language: LanguageCode;
  /** Of the words that are not the content's own. */
  locale: Locale;
}>;

/** A form that a certificate is issued in: a row of the table of forms. */
export type Form = Readonly<{
  id: string;
  mediaType: string;
  fileName: string;
  /** What kind of key signs it. */
  keyAlgorithm: string;
}>;

/** What a signature depends on beside the document. */
export type Securing = Readonly<{
  key: SigningKey;
  /** Of the institution whose key it is. */
  slug: string;
  created: Date;
  salts: readonly string[];
  /** Ends the attempt. */
  signal: AbortSignal;
}>;
export type Secured = Readonly<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }>;

/** What is to be signed, as JSON text. Whoever made it may know more of it, and signs it faster for that. */
export type Draft = Readonly<{ text: string }>;

/** Writes credentials and status lists; the only thing that touches a key. */
export interface CredentialWriter {
  readonly forms: readonly Form[];
  /** What an award is issued in where nobody asks for another. */
  readonly defaultForm: Form;
  /** Our own JSON-LD context, as it is served at its permanent address. */
  readonly context: JsonObject;
  /** What is to be signed in this form. Pure. */
  compose(form: string, facts: CredentialFacts): JsonObject;
  /** The same as text, without composing what others of the same version have in common with it. */
  draft(form: string, facts: CredentialFacts): Draft;
  /** How many random salts this form draws for this document. */
  saltCount(form: string, unsigned: Draft): number;
  /**
   * Signs; no signature is given that the registered public key does not confirm: each is checked, but for those by a
   * key held here that was compared with its public half when it was opened.
   */
  secure(form: string, unsigned: Draft, securing: Securing): Promise<Secured>;
  /** What a version's certificates say that they are for. Pure. */
  composeAchievement(facts: AchievementFacts): Achievement;
  /** Which limit of a verifier a certificate with this achievement would exceed, in words; undefined where none. */
  excessOf(achievement: Achievement): string | undefined;
  /** An achievement as a document of its own. */
  asLinkedData(achievement: Achievement): JsonObject;
  /** An institution as JSON-LD, as it stands in a credential. Pure. */
  composeProfile(institution: Institution): JsonObject;
  /** Unsigned BitstringStatusListCredential. */
  composeStatusList(
    facts: Readonly<{
      slug: string;
      list: number;
      purpose: StatusPurpose;
      set: readonly number[];
      validFrom: Date;
      ttlSeconds: number;
    }>,
  ): Promise<JsonObject>;
  /** DID document with every key of the institution. */
  composeDidDocument(slug: string, keys: readonly SigningKey[]): JsonObject;
  /** The keys of the institution that stand, as a JSON Web Key Set. */
  composeJwks(slug: string, keys: readonly SigningKey[]): JsonObject;
  /** Every kind of key that there is. */
  readonly allAlgorithms: readonly string[];
  /** Every kind of key that an institution needs for what it issues. */
  readonly keyAlgorithms: readonly string[];
  /** What kind of key signs status lists. */
  readonly statusListAlgorithm: string;
  secureStatusList(unsigned: JsonObject, securing: Omit<Securing, 'salts'>): Promise<Secured>;
  createKey: Signer['createKey'];
  importKey: Signer['importKey'];
  /** Whether the signer at hand can sign with this key. */
  opens: Signer['opens'];
}

/**
 * What a visitor hands over: a file, pasted text, JSON that arrived inside a request (`duplicate` is the JSON Pointer of
 * a member it has twice), or a link to any of these.
 */
export type Received = (
  | Readonly<{ bytes: Uint8Array }>
  | Readonly<{ text: string }>
  | Readonly<{ json: unknown; duplicate?: string }>
  | Readonly<{ link: string }>
) &
  Readonly<{ options?: VerificationOptions | undefined }>;

/** What every signature of what is handed over must have been made for (Data Integrity 1.0 §4.4). */
export type VerificationOptions = Readonly<{
  challenge?: string | undefined;
  domain?: string | readonly string[] | undefined;
}>;

/** Told of each address that a document makes the verifier ask, whether the answer is cached or not. */
export type OnFetch = () => void;

/** By address: documents that were read for this very check, with every change made so far. */
export type AtHand = ReadonlyMap<string, Readonly<{ text: string; type: string }>>;

/** Checks a credential of any issuer; never throws for a bad one. */
export interface Verifier {
  verify(credential: unknown, now: Date, onFetch?: OnFetch, atHand?: AtHand): Promise<Report>;
  /** Finds out what it is first. */
  verifyReceived(received: Received, now: Date, onFetch?: OnFetch): Promise<Report>;
}
