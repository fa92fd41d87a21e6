import { timestamp } from '../../domain/shared/dates.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import type { Bytes } from '../document/encoding.ts';
import { asList, objectsOf } from '../document/values.ts';
import type { KeyPurpose } from '../keys/controller.ts';
import { guardedCanonize } from './guarded.ts';
import { followPointers } from './pointers.ts';
import { signingSuite } from './suites/index.ts';

/** `algorithm` as the cryptosuites name it. */
export type ProofSigner = Readonly<{
  algorithm: string;
  verificationMethod: string;
  sign(data: Bytes): Promise<Bytes>;
}>;

/** What is said in a proof, and covered by it (Data Integrity 1.0 §2.1). */
export type ProofOptions = Readonly<{
  /** Left out: what is taken for the key. */
  cryptosuite?: string;
  purpose?: KeyPurpose;
  created: Date;
  expires?: Date;
  challenge?: string;
  domain?: string | readonly string[];
  /** Of this proof, so that others can build on it. */
  id?: string;
  /** Ids of proofs of the document that this one builds on. */
  previousProof?: string | readonly string[];
  /** For suites that let holders choose what they show. */
  mandatoryPointers?: readonly string[];
}>;

/** The proofs that one builds on. Each is there once, or nobody could verify what was signed. */
function previousOf({ id, previousProof }: ProofOptions, existing: readonly JsonObject[]): readonly JsonObject[] {
  if (id !== undefined && existing.some((proof) => proof['id'] === id))
    throw new Error(`The document has a proof ${id} already.`);
  return asList(previousProof).map((name) => {
    const [found, ...more] = existing.filter((proof) => proof['id'] === name);
    if (!found || more.length > 0) throw new Error(`The document has no one proof ${String(name)} to build on.`);
    return found;
  });
}

const membersOf = ({ purpose, expires, challenge, domain, id, previousProof }: ProofOptions): JsonObject => ({
  ...(id !== undefined && { id }),
  proofPurpose: purpose ?? 'assertionMethod',
  ...(expires && { expires: timestamp(expires) }),
  ...(challenge !== undefined && { challenge }),
  ...(domain !== undefined && { domain }),
  ...(previousProof !== undefined && { previousProof }),
});

/**
 * The document with one more proof: its first, one more of a set, or the next of a chain (Data Integrity 1.0 §4.2 and
 * §4.3). Throws where JSON-LD processing would lose something.
 */
export async function addProof(
  document: JsonObject,
  { algorithm, verificationMethod, sign }: ProofSigner,
  options: ProofOptions,
  loader: DocumentLoader,
): Promise<JsonObject> {
  const { proof: _proof, ...unsecured } = document;
  const existing = objectsOf(document['proof']);
  const previous = previousOf(options, existing);
  const suite = signingSuite(algorithm, options.cryptosuite);
  if (previous.length > 0 && !suite.takesChains) throw new Error(`A proof of ${suite.id} builds on no other.`);
  const signed = structuredClone(previous.length > 0 ? { ...unsecured, proof: previous } : unsecured);
  const { mandatoryPointers = [] } = options;
  if (mandatoryPointers.length > 0 && !suite.disclosing)
    throw new Error(`${suite.id} always shows the whole document.`);
  followPointers(unsecured, mandatoryPointers);
  await suite.refuse?.(signed, loader);
  const proof = await suite
    .signing({
      canonize: guardedCanonize,
      signer: { algorithm, id: verificationMethod, sign: ({ data }) => sign(data) },
      date: timestamp(options.created),
      mandatoryPointers,
    })
    .createProof({
      document: signed,
      purpose: { update: (unfinished) => ({ ...unfinished, ...structuredClone(membersOf(options)) }) },
      documentLoader: loader,
    });
  return { ...unsecured, proof: existing.length > 0 ? [...existing, proof] : proof };
}

/** The document with one proof by what is taken for the key. Throws where JSON-LD processing would lose something. */
export const signDocument = (
  { proof: _proof, ...document }: JsonObject,
  signer: ProofSigner,
  created: Date,
  loader: DocumentLoader,
): Promise<JsonObject> => addProof(document, signer, { created }, loader);
