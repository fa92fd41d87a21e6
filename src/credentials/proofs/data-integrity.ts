import type { JsonObject } from '../../services/ports/index.ts';
import { contextUrls, UnknownContext, type DocumentLoader } from '../contexts/document-loader.ts';
import { isSignedWith } from '../keys/held-keys.ts';
import type { PublicKey } from '../keys/algorithms/index.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import { canonical, guardedCanonize } from './guarded.ts';
import { suiteOf } from './suites/index.ts';
import { type Canonize, type Comparing, type Hash, type Suite, UnsupportedBySuite } from './suites/suite.ts';

export { signDocument, type ProofSigner } from './add-proof.ts';
export { canonical };

/**
 * A document without its proofs, and its canonical form: that costs more than all the rest, so it is made once for each
 * hash. The two differ only where nodes have no id.
 */
export type Unsecured = Readonly<{ document: JsonObject; text(hash?: Hash): Promise<string> }>;

export function withoutProofs({ proof: _proof, ...document }: JsonObject, loader: DocumentLoader): Unsecured {
  const texts: Partial<Record<Hash, Promise<string>>> = {};
  return { document, text: (hash = 'SHA-256') => (texts[hash] ??= canonical(document, loader, hash)) };
}

/** The key as the library looks it up. */
const methodOf = (id: unknown, publicKey: PublicKey): JsonObject => ({
  '@context': contextUrls.multikey,
  id,
  type: 'Multikey',
  publicKeyMultibase: encodeMultikey(publicKey),
});

/**
 * Whether one proof holds over the document (given without proofs), by this key. `previous` are the proofs it names
 * in `previousProof`: they are part of what it signed (Data Integrity 1.0 §4.3), which the library does not know.
 * False only where a signature was compared and does not match; throws where it came to no comparison, with
 * `UnknownContext` or `UnsupportedBySuite` where that is why. To the library all are "not verified".
 */
export async function holds(
  { document, text }: Unsecured,
  proof: JsonObject,
  previous: readonly JsonObject[],
  publicKey: PublicKey,
  loader: DocumentLoader,
): Promise<boolean> {
  const suite = suiteOf(proof);
  if (!suite?.keys.includes(publicKey.algorithm)) throw new Error('No suite is known for this proof and this key.');
  const isChained = previous.length > 0;
  const signed = structuredClone(isChained ? { ...document, proof: previous } : document);
  await suite.refuse?.({ ...signed, proof: [...previous, proof] }, loader);
  let compared: boolean | undefined;
  const note = (isTrue: boolean) => (compared = isTrue);
  const canonize: Canonize = (input, options) =>
    input === signed && !isChained ? text(options.messageDigestAlgorithm) : guardedCanonize(input, options);
  const parts: Comparing = {
    canonize,
    algorithm: publicKey.algorithm.id,
    compare: async (signature, data) => note(await isSignedWith(publicKey, signature, data)),
    note,
  };
  const id = proof['verificationMethod'];
  const method = methodOf(id, publicKey);
  const { error } = await suite.verifying(parts).verifyProof({
    proof: structuredClone(withContext(suite, proof, document)),
    document: signed,
    documentLoader: (url) => (url === id ? Promise.resolve({ document: method }) : loader(url)),
  });
  if (compared !== undefined) return compared;
  throw causeOf(error) ?? new Error('The signature could not be compared.', { cause: error });
}

/**
 * RDF is always read with the document's own context: a proof that brought another could give its members other
 * meanings. JSON is what was signed as it stands, the context with it.
 */
const withContext = ({ signs }: Suite, proof: JsonObject, document: JsonObject): JsonObject =>
  signs === 'json' ? proof : { ...proof, '@context': document['@context'] };

/** The library wraps what its loader throws. */
function causeOf(error: unknown): UnknownContext | UnsupportedBySuite | undefined {
  for (let cause = error; typeof cause === 'object' && cause !== null;) {
    if (cause instanceof UnknownContext || cause instanceof UnsupportedBySuite) return cause;
    const { details } = cause as { details?: { cause?: unknown } };
    cause = details?.cause ?? (cause as { cause?: unknown }).cause;
  }
  return undefined;
}
