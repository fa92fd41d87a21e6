import type { JsonObject } from '../../services/ports/index.ts';
import { p256, p384 } from '../keys/algorithms/ecdsa.ts';
import { ed25519 } from '../keys/algorithms/ed25519.ts';
import type { KeyAlgorithm } from '../keys/algorithms/index.ts';
import { isObject } from '../../domain/shared/json.ts';
import { createDigester, type Digester } from './digest.ts';
import type { NativeCrypto } from './native-crypto.ts';
import { matches } from './pattern.ts';
import { slot } from './slots.ts';
import { compileTemplate, type CanonizeText, type Template } from './template.ts';

/** The suites whose one signature covers the digests of the options and of the document (…-rdfc-…). */
export const cryptosuites: readonly (readonly [string, readonly KeyAlgorithm[]])[] = [
  ['eddsa-rdfc-2022', [ed25519]],
  ['ecdsa-rdfc-2019', [p256, p384]],
];

export const cryptosuiteFor = (algorithm: string): string | undefined =>
  cryptosuites.find(([, keys]) => keys.some(({ id }) => id === algorithm))?.[0];

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

/** What stands in the slots of a proof that has these options and a value, and nothing else. */
export function readOptions(
  { template }: ProofOptions,
  context: unknown,
  proof: unknown,
): readonly string[] | undefined {
  if (!isObject(proof)) return undefined;
  const { proofValue, ...options }: JsonObject = proof;
  if (typeof proofValue !== 'string' || '@context' in options) return undefined;
  const values: string[] = [];
  return matches(template.pattern, { '@context': context, ...options }, values) ? values : undefined;
}
