import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { UnknownContext, type DocumentLoader } from '../../contexts/document-loader.ts';
import type { Controllers, VerificationKey } from '../../keys/controller.ts';
import { canonical, holds, type Unsecured } from '../../proofs/data-integrity.ts';
import { documentLimits } from '../../document/limits.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import { demandFault, type Demands } from '../../proofs/demands.ts';
import { haveSameId, proofForm } from '../../proofs/proof-form.ts';
import { suiteOf } from '../../proofs/suites/index.ts';
import { UnsupportedBySuite } from '../../proofs/suites/suite.ts';
import { asList, momentOf } from '../../document/values.ts';

/** What one proof is worth. `controller` is whose key made it, where that was found out. */
export type ProofResult = (Readonly<{ outcome: 'passed' }> | Fault) & Readonly<{ controller?: string }>;

const untrue = (detail: string): Fault => failed('proof', detail);
const unsupported = (detail: string): Fault => unknown('unsupported-proof', detail);

/** A proof whose form is broken is the format check's to refuse; here it is one that could not be checked. */
const malformed = (detail: string): Fault => unknown('malformed', detail);

function shapeFault(proof: JsonObject): ProofResult | undefined {
  const form = proofForm(proof);
  if (!form) return undefined;
  return 'unsupported' in form ? unsupported(form.unsupported) : malformed(form.fault);
}

/** What a proof over JSON signed is the document with the context that the proof has (EdDSA §3.3.2, ECDSA §3.3.2). */
function jsonContextFault(document: JsonObject, proof: JsonObject): ProofResult | undefined {
  const whole = asList(document['@context']);
  return asList(proof['@context']).every((one, at) => typeof one === 'string' && one === whole[at])
    ? undefined
    : untrue('The @context of the document does not begin with that of the proof.');
}

/** A proof that brings its own context is read with the document's; where that makes a difference, it is not read. */
async function contextFault(
  { document }: Unsecured,
  proof: JsonObject,
  loader: DocumentLoader,
): Promise<ProofResult | undefined> {
  if (proof['@context'] === undefined) return undefined;
  if (suiteOf(proof)?.signs === 'json') return jsonContextFault(document, proof);
  const { proofValue: _, ...options } = proof;
  const read = (context: unknown) => canonical({ ...options, '@context': context }, loader);
  const [own, common] = await Promise.all([read(proof['@context']).catch(() => undefined), read(document['@context'])]);
  return own === common ? undefined : unsupported('Its own context gives its members another meaning.');
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

function takenFault({ id, controller, publicKey }: VerificationKey, proof: JsonObject): ProofResult | undefined {
  const { algorithm } = publicKey;
  const suite = suiteOf(proof);
  if (!suite || suite.keys.includes(algorithm)) return undefined;
  return { ...untrue(`${suite.id} takes no ${algorithm.id} key (${suite.clause}), which ${id} is.`), controller };
}

/** A key that had ended when the signature was made, or that may have: without a time nobody can tell. */
export function endedFault(
  key: Pick<VerificationKey, 'id' | 'controller' | 'expires' | 'revoked'>,
  created: Date | undefined,
): ProofResult | undefined {
  for (const end of [key.expires, key.revoked]) {
    if (end && (!created || end <= created))
      return {
        ...untrue(`The key ${key.id} was no longer in use when the proof was made.`),
        controller: key.controller,
      };
  }
  return undefined;
}

/** What proofs are checked with. */
type ProofTools = Readonly<{ controllers: Controllers; loader: DocumentLoader }>;

async function checkProof(
  unsecured: Unsecured,
  proof: JsonObject,
  all: readonly JsonObject[],
  demands: Demands,
  { controllers, loader }: ProofTools,
): Promise<ProofResult> {
  const shape = shapeFault(proof) ?? demandFault(proof, demands) ?? (await contextFault(unsecured, proof, loader));
  if (shape) return shape;
  const previous = previousOf(proof, all);
  if (!previous) return untrue('The proof builds on another one that is not there, or on itself.');
  const key = await controllers.findKey(String(proof['verificationMethod']), demands.purpose);
  if (key.outcome !== 'found') return key;
  const fault = takenFault(key, proof) ?? endedFault(key, momentOf(proof['created']));
  if (fault) return fault;
  const { controller } = key;
  if (previous.length > 0 && !suiteOf(proof)?.takesChains)
    return { ...unsupported('A proof of this kind that builds on another is not checked here.'), controller };
  const verified = await holds(unsecured, proof, previous, key.publicKey, loader);
  return verified
    ? { outcome: 'passed', controller }
    : { ...untrue('The document is not what was signed.'), controller };
}

/** Whatever kept a proof from being checked says nothing against the document. */
function unread(error: unknown): ProofResult {
  if (error instanceof UnknownContext) return unknown('unknown-context', error.message);
  if (error instanceof UnsupportedBySuite) return unsupported(error.message);
  return unknown('check-failed', 'What was signed could not be worked out.');
}

/**
 * Every proof on its own (Data Integrity 1.0 §4.4 and §4.5): a library's `verified` is true as soon as one holds,
 * and it knows no chains. Whether a proof has expired is the period's to say.
 */
export async function checkProofs(
  unsecured: Unsecured,
  proof: unknown,
  demands: Demands,
  tools: ProofTools,
): Promise<readonly ProofResult[]> {
  const all = asList(proof);
  if (all.length > documentLimits.members.proof) return [unknown('too-complex', `It has ${all.length} proofs.`)];
  if (!all.every(isObject)) return [malformed('A proof is an object.')];
  if (haveSameId(all)) return [malformed('Two proofs have the same id.')];
  const costly = all.filter((one) => suiteOf(one)?.isCostly).length;
  if (costly > documentLimits.costlyProofs)
    return [unknown('too-complex', `More than ${documentLimits.costlyProofs} of its proofs let holders choose.`)];
  return Promise.all(all.map((one) => checkProof(unsecured, one, all, demands, tools).catch(unread)));
}
