import { keyAlgorithms } from '../keys/algorithms/index.ts';
import { signingSuite } from '../proofs/suites/index.ts';
import { createDigester, type Digester } from './digest.ts';
import type { NativeCrypto } from './native-crypto.ts';
import { slot } from './slots.ts';
import { compileTemplate, type CanonizeText, type Template } from './template.ts';

/** By key algorithm: the suite that is taken for its keys, where its signature is over the digests of statements of RDF. */
const suiteOfKey: ReadonlyMap<string, string> = new Map(
  keyAlgorithms.flatMap(({ id }) => {
    const suite = signingSuite(id);
    return suite.signs === 'rdf' ? [[id, suite.id]] : [];
  }),
);

/** Every suite that templates are signed by. */
export const cryptosuites: ReadonlySet<string> = new Set(suiteOfKey.values());

export const cryptosuiteFor = (algorithm: string): string | undefined => suiteOfKey.get(algorithm);

const slots = [slot('moment', 'created'), slot('iri', 'verificationMethod')];

export type ProofOptions = Readonly<{ cryptosuite: string; template: Template; digest: Digester }>;

/** The options in the order in which they stand in what is issued here. */
export const optionsOf = (cryptosuite: string, created: string, verificationMethod: string) => ({
  type: 'DataIntegrityProof',
  created,
  verificationMethod,
  cryptosuite,
  proofPurpose: 'assertionMethod',
});

/** Options of a proof in the contexts of a document: one node without id, which has the same name in each. */
export async function compileOptions(
  context: unknown,
  cryptosuite: string,
  canonize: CanonizeText,
  native: NativeCrypto | undefined,
): Promise<ProofOptions | undefined> {
  const options = optionsOf(cryptosuite, '2026-01-01T00:00:00Z', 'did:web:example.org#key');
  const template = await compileTemplate({ '@context': context, ...options }, slots, canonize, 1);
  if (typeof template === 'string') return undefined;
  return { cryptosuite, template, digest: createDigester(template.statements, native) };
}
