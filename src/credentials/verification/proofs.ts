import type { JsonObject } from '../../services/ports.ts';
import { UnknownContext, type DocumentLoader } from '../contexts/document-loader.ts';
import type { Controllers, VerificationKey } from '../keys/controller.ts';
import { holds, supportedCryptosuite, type Unsecured } from '../proofs/data-integrity.ts';
import type { ProblemName } from './problems.ts';
import { asList, isObject, isUrl, momentOf, textOf } from './values.ts';

export const maxProofs = 20;
/** Each chained proof has the whole document canonicalized anew, with the proofs that it builds on. */
const maxChained = 4;
/** 64 bytes in base58-btc. Looked at before it is decoded: decoding takes time that grows with the square of the length. */
const signatureForm = /^z[1-9A-HJ-NP-Za-km-z]{64,88}$/;

/** What one proof is worth. `controller` is whose key made it, where that was found out. */
export type ProofResult = Readonly<{
  outcome: 'passed' | 'failed' | 'unknown';
  controller?: string;
  problem?: ProblemName;
  detail?: string;
}>;

const failed = (detail: string): ProofResult => ({ outcome: 'failed', problem: 'proof', detail });
const unsupported = (detail: string): ProofResult => ({ outcome: 'unknown', problem: 'unsupported-proof', detail });

const ofKind = (proof: JsonObject): ProofResult | undefined => {
  if (!textOf(proof['type']) || !textOf(proof['proofPurpose']) || !textOf(proof['verificationMethod'])) {
    return failed('A proof names its type, its purpose and its key, each as text.');
  }
  if (proof['type'] !== 'DataIntegrityProof')
    return unsupported(`Proofs of the type ${String(proof['type'])} are not checked here.`);
  if (!textOf(proof['cryptosuite'])) return failed('A DataIntegrityProof names its cryptosuite.');
  return proof['cryptosuite'] === supportedCryptosuite
    ? undefined
    : unsupported(`The cryptosuite ${String(proof['cryptosuite'])} is not checked here.`);
};

/** Data Integrity 1.0 §2.1, as far as it can be said without a key. */
function shapeFault(proof: JsonObject): ProofResult | undefined {
  const kind = ofKind(proof);
  if (kind) return kind;
  if (proof['proofPurpose'] !== 'assertionMethod')
    return failed('The proof was made for another purpose than to assert a credential.');
  if (typeof proof['proofValue'] !== 'string' || !signatureForm.test(proof['proofValue']))
    return failed('The proof has no base58 proofValue of the length of an Ed25519 signature.');
  if (proof['id'] !== undefined && !isUrl(proof['id'])) return failed('The proof’s id is no absolute address.');
  for (const name of ['created', 'expires']) {
    if (proof[name] !== undefined && !momentOf(proof[name]))
      return failed(`The proof’s "${name}" is no date with time and offset.`);
  }
  return undefined;
}

/** The proofs it names in `previousProof`; undefined where one is missing, named twice, or leads back to itself. */
function previousOf(proof: JsonObject, all: readonly JsonObject[]): readonly JsonObject[] | undefined {
  const named = (one: JsonObject): readonly unknown[] => asList(one['previousProof']);
  const found = named(proof).map((id) => all.filter((other) => typeof id === 'string' && other['id'] === id));
  if (found.some((matching) => matching.length !== 1)) return undefined;
  const reached = new Set<unknown>(named(proof));
  for (const id of reached)
    all
      .filter((other) => other['id'] === id)
      .flatMap(named)
      .forEach((next) => reached.add(next));
  return proof['id'] !== undefined && reached.has(proof['id']) ? undefined : found.flat();
}

/** A key that had ended when the proof was made, or that may have: without `created` nobody can tell. */
function keyFault(key: VerificationKey, proof: JsonObject): ProofResult | undefined {
  const created = momentOf(proof['created']);
  for (const end of [key.expires, key.revoked]) {
    if (end && (!created || end <= created))
      return {
        ...failed(`The key ${key.id} was no longer in use when the proof was made.`),
        controller: key.controller,
      };
  }
  return undefined;
}

async function checkProof(
  unsecured: Unsecured,
  proof: JsonObject,
  all: readonly JsonObject[],
  controllers: Controllers,
  loader: DocumentLoader,
): Promise<ProofResult> {
  const shape = shapeFault(proof);
  if (shape) return shape;
  const previous = previousOf(proof, all);
  if (!previous) return failed('The proof builds on another one that is not there, or on itself.');
  const key = await controllers.findKey(String(proof['verificationMethod']));
  if (key.outcome !== 'found') return key;
  const ended = keyFault(key, proof);
  if (ended) return ended;
  const { controller } = key;
  const verified = await holds(unsecured, proof, previous, key.publicKey, loader);
  return verified
    ? { outcome: 'passed', controller }
    : { ...failed('The document is not what was signed.'), controller };
}

/** Whatever kept a proof from being checked says nothing against the document. */
const unread = (error: unknown): ProofResult =>
  error instanceof UnknownContext
    ? { outcome: 'unknown', problem: 'unknown-context', detail: error.message }
    : { outcome: 'unknown', problem: 'check-failed', detail: 'The proof could not be read.' };

/**
 * Every proof on its own (Data Integrity 1.0 §4.4 and §4.5): a library's `verified` is true as soon as one holds,
 * and it knows no chains.
 */
export async function checkProofs(
  unsecured: Unsecured,
  proof: unknown,
  controllers: Controllers,
  loader: DocumentLoader,
): Promise<readonly ProofResult[]> {
  const all = asList(proof);
  if (all.length > maxProofs) return [failed(`It has ${all.length} proofs; at most ${maxProofs} are checked.`)];
  if (!all.every(isObject)) return [failed('A proof is an object.')];
  if (all.filter((one) => one['previousProof'] !== undefined).length > maxChained)
    return [unsupported(`More than ${maxChained} proofs build on others.`)];
  const ids = all.map(({ id }) => id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) return [failed('Two proofs have the same id.')];
  return Promise.all(all.map((one) => checkProof(unsecured, one, all, controllers, loader).catch(unread)));
}
