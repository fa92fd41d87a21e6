import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite, type Verifier } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { timestamp } from '../../domain/shared/dates.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { contextUrls, UnknownContext, type DocumentLoader } from '../contexts/document-loader.ts';
import type { Bytes } from '../document/encoding.ts';
import type { PublicKey } from '../keys/algorithms/index.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import { refusePoison } from './poison.ts';

// The only file that knows the Data Integrity library: it mutates what it is given, so it gets copies, and it knows
// neither proof chains nor purposes nor whose key it is, which verification/checks/proofs.ts checks.

export const supportedCryptosuite = 'eddsa-rdfc-2022';

/** `algorithm` as the cryptosuite names it. */
export type ProofSigner = Readonly<{
  algorithm: string;
  verificationMethod: string;
  sign(data: Bytes): Promise<Bytes>;
}>;

/** The only way into the JSON-LD library: for documents and for the options of proofs. */
const guarded: typeof cryptosuite = {
  ...cryptosuite,
  canonize: async (input, options) => {
    await refusePoison(input, options.documentLoader);
    return cryptosuite.canonize(input, options);
  },
};

/** Canonical N-Quads (RDFC-1.0) in safe mode: throws where JSON-LD processing would lose something. */
export const canonical = (document: JsonObject, loader: DocumentLoader): Promise<string> =>
  guarded.canonize(structuredClone(document), { documentLoader: loader, safe: true, base: null });

/** The document with one proof (Data Integrity 1.0 §4.2). Throws where JSON-LD processing would lose something. */
export async function signDocument(
  document: JsonObject,
  signer: ProofSigner,
  created: Date,
  loader: DocumentLoader,
): Promise<JsonObject> {
  const suite = new DataIntegrityProof({
    signer: { algorithm: signer.algorithm, id: signer.verificationMethod, sign: ({ data }) => signer.sign(data) },
    date: timestamp(created),
    cryptosuite: guarded,
  });
  const proof = await suite.createProof({
    document: structuredClone(document),
    purpose: { update: (unfinished) => ({ ...unfinished, proofPurpose: 'assertionMethod' }) },
    documentLoader: loader,
  });
  return { ...document, proof };
}

/** A document without its proofs, and its canonical form: that costs more than all the rest, so it is made once. */
export type Unsecured = Readonly<{ document: JsonObject; text(): Promise<string> }>;

export function withoutProofs({ proof: _proof, ...document }: JsonObject, loader: DocumentLoader): Unsecured {
  let text: Promise<string> | undefined;
  return { document, text: () => (text ??= canonical(document, loader)) };
}

/**
 * Whether one proof holds over the document (given without proofs), by this key. `previous` are the proofs it names
 * in `previousProof`: they are part of what it signed (Data Integrity 1.0 §4.3), which the library does not know.
 * False only where a signature was compared and does not match; throws where it came to no comparison, with
 * `UnknownContext` where that is why. To the library both are "not verified".
 */
export async function holds(
  { document, text }: Unsecured,
  proof: JsonObject,
  previous: readonly JsonObject[],
  publicKey: PublicKey,
  loader: DocumentLoader,
): Promise<boolean> {
  const isChained = previous.length > 0;
  const signed = structuredClone(isChained ? { ...document, proof: previous } : document);
  const id = proof['verificationMethod'];
  const method = {
    '@context': contextUrls.multikey,
    id,
    type: 'Multikey',
    publicKeyMultibase: encodeMultikey(publicKey),
  };
  let compared: boolean | undefined;
  const suite: typeof cryptosuite = {
    ...guarded,
    canonize: (input, options) => (input === signed && !isChained ? text() : guarded.canonize(input, options)),
    async createVerifier(options) {
      const verifier = await guarded.createVerifier(options);
      const verify: Verifier['verify'] = async (data) => (compared = await verifier.verify(data));
      return { ...verifier, verify };
    },
  };
  const { error } = await new DataIntegrityProof({ cryptosuite: suite }).verifyProof({
    // Always the document's own context: a proof that brought another could give its members other meanings.
    proof: structuredClone({ ...proof, '@context': document['@context'] }),
    document: signed,
    documentLoader: (url) => (url === id ? Promise.resolve({ document: method }) : loader(url)),
  });
  if (compared !== undefined) return compared;
  throw unknownContextIn(error) ?? new Error('The signature could not be compared.', { cause: error });
}

/** The library wraps what its loader throws. */
function unknownContextIn(error: unknown): UnknownContext | undefined {
  for (let cause = error; typeof cause === 'object' && cause !== null;) {
    if (cause instanceof UnknownContext) return cause;
    const { details } = cause as { details?: { cause?: unknown } };
    cause = details?.cause ?? (cause as { cause?: unknown }).cause;
  }
  return undefined;
}
