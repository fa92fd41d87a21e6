import type { JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { objectsOf } from '../document/values.ts';
import { followPointers } from './pointers.ts';
import { suiteOf } from './suites/index.ts';

type Choice = Readonly<{
  /** JSON pointers (RFC 6901) to what the holder shows beside what must always be shown. */
  selectivePointers: readonly string[];
  /** Which base proof, where there are several. */
  proofId?: string;
}>;

/**
 * What a holder shows of a document with a base proof. The proof that comes back is the only one: others signed the
 * whole. Throws `PointerFault` for a pointer that leads to nothing. Does not check what was given.
 */
export async function deriveDocument(
  document: JsonObject,
  { selectivePointers, proofId }: Choice,
  loader: DocumentLoader,
): Promise<JsonObject> {
  const { proof: all, ...unsecured } = document;
  const bases = objectsOf(all).filter(
    (proof) => suiteOf(proof)?.disclosing?.isBase(proof) && (proofId === undefined || proof['id'] === proofId),
  );
  const [base, ...more] = bases;
  const suite = base && suiteOf(base);
  if (!base || !suite?.disclosing || more.length > 0)
    throw new Error(`Nothing can be derived from ${bases.length} base proofs; one is needed.`);
  followPointers(unsecured, selectivePointers);
  await suite.refuse?.(unsecured, loader);
  return suite.disclosing.with(selectivePointers).derive({
    document: structuredClone(unsecured),
    purpose: { term: base['proofPurpose'] },
    proofSet: [structuredClone(base)],
    documentLoader: loader,
  });
}
