import type { JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { refusePoison } from './poison.ts';
import { unguardedCanonize } from './suites/eddsa-rdfc-2022.ts';
import type { Canonize, Hash } from './suites/suite.ts';

/** The only way into the JSON-LD library: for documents and for the options of proofs. */
export const guardedCanonize: Canonize = async (input, options) => {
  await refusePoison(input, options.documentLoader);
  return unguardedCanonize(input, { ...options, safe: true, base: null });
};

/** Canonical N-Quads (RDFC-1.0) in safe mode: throws where JSON-LD processing would lose something. */
export const canonical = (document: JsonObject, loader: DocumentLoader, hash: Hash = 'SHA-256'): Promise<string> =>
  guardedCanonize(structuredClone(document), { documentLoader: loader, messageDigestAlgorithm: hash });
