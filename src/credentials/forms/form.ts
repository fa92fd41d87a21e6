import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { CredentialFacts, Form, JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import type { Bytes } from '../document/encoding.ts';
import type { PublicKey } from '../keys/algorithms/index.ts';
import type { ProofSigner } from '../proofs/data-integrity.ts';
import type { Slot } from '../canonical/slots.ts';
import type { ReadKind } from './readers.ts';

/** What a form has to sign with. */
export type SecuringParts = Readonly<{
  signer: ProofSigner;
  /** Its public half, with which all that is signed is verified before it is handed out. */
  publicKey: PublicKey;
  /** The DID of the institution whose key it is. */
  issuer: string;
  created: Date;
  salts: readonly string[];
  loader: DocumentLoader;
}>;

/** What a template needs of it: the document is right, so only the key has to be. */
export type HeldParts = Pick<SecuringParts, 'signer' | 'issuer' | 'created'>;

/** How the certificates of one version differ from one another, for forms whose canonical text can be made of a template. */
export type TemplateSource = Readonly<{
  slots: readonly Slot[];
  /** What `compose` gives, without what follows from the version, the legal form and the language alone. Pure and cheap. */
  around(addresses: Addresses, facts: CredentialFacts): JsonObject;
}>;

/** A form of certificate: all that anything here knows of it. */
export type CredentialForm = Form &
  Readonly<{
    /** What its documents are recognised as when they are handed over for a check. */
    kind: ReadKind;
    /** Pure. */
    compose(addresses: Addresses, facts: CredentialFacts): JsonObject;
    /** How many random salts a document of this form is secured with. */
    saltCount(unsigned: string): number;
    template?: TemplateSource;
    secure(unsigned: JsonObject, parts: SecuringParts): Promise<Bytes>;
  }>;
