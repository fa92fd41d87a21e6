import type { JsonObject } from '../../../services/ports/index.ts';
import type { Bytes } from '../../document/encoding.ts';
import type { KeyAlgorithm } from '../../keys/algorithms/index.ts';
import type { DocumentLoader } from '../../contexts/document-loader.ts';

/** What is wrong with a proof by its form: `fault` where a standard refuses it, `unsupported` where it is not read here. */
export type ProofForm = Readonly<{ fault: string } | { unsupported: string }>;

/** Thrown for a document that a suite cannot be trusted with; says nothing against it. */
export class UnsupportedBySuite extends Error {
  override name = 'UnsupportedBySuite';
}

/** The hash that blank nodes are named by: that of the key, for ECDSA. */
export type Hash = KeyAlgorithm['hash'];

export type Canonize = (
  input: unknown,
  options: { documentLoader: (url: string) => Promise<unknown>; messageDigestAlgorithm?: Hash },
) => Promise<string>;

/** What a suite verifies with. */
export type Comparing = Readonly<{
  /** Of documents and options of proofs; guarded, and without doing twice what was done before. */
  canonize: Canonize;
  /** The key algorithm, as cryptosuites name it. */
  algorithm: string;
  /** Whether the key made this signature. Whoever compares otherwise says so to `note`. */
  compare(signature: Bytes, data: Bytes): Promise<boolean>;
  note(isTrue: boolean): boolean;
}>;

/** What a suite signs with. */
export type Signing = Readonly<{
  canonize: Canonize;
  signer: LibrarySigner;
  date: string;
  /** JSON pointers (RFC 6901) to what a holder must always show; for suites that let holders choose. */
  mandatoryPointers: readonly string[];
}>;

/** Deriving, by which a holder shows a part (Data Integrity 1.0 §2.1 and the suite). */
type Disclosing = Readonly<{
  /** Whether this proof is one to derive from. */
  isBase(proof: JsonObject): boolean;
  with(selectivePointers: readonly string[]): LibraryDisclosure;
}>;

/** A way of making proofs: all that anything here knows of it. */
export type Suite = Readonly<{
  /** `type` of its proofs. */
  type: string;
  /** As proofs name it: `cryptosuite`, or the type where proofs of that type have none. */
  id: string;
  /** Statements of RDF, or the JSON text itself. */
  signs: 'rdf' | 'json';
  /** The keys it takes, and the clause that says so. */
  keys: readonly KeyAlgorithm[];
  clause: string;
  /** Whether one of its proofs can build on others (`previousProof`). */
  takesChains: boolean;
  /** Whether each proof has the document canonicalized anew, so that few are checked. */
  isCostly: boolean;
  /** What can be said of `proofValue` without the key. */
  formOf(proofValue: unknown): ProofForm | undefined;
  /** Throws `UnsupportedBySuite`; before the document is signed, verified or derived from. */
  refuse?(document: JsonObject, loader: DocumentLoader): Promise<void>;
  verifying(parts: Comparing): LibraryProof;
  /** Not there for those that are only verified. */
  signing?(parts: Signing): LibraryProof;
  /** For suites that let holders choose. */
  disclosing?: Disclosing;
}>;
