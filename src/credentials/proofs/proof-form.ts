import { isObject } from '../../domain/shared/json.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { asList, isUrl, momentOf, textOf } from '../document/values.ts';
import { namesCryptosuite, suiteOf } from './suites/index.ts';
import type { ProofForm } from './suites/suite.ts';

const fault = (what: string): ProofForm => ({ fault: `/proof: ${what}` });

/** Which rules hold: of a proof of an unknown type or cryptosuite nothing else can be said. */
function kindFault({ type, cryptosuite }: JsonObject): ProofForm | undefined {
  if (!textOf(type)) return fault('it has no type.');
  const names = namesCryptosuite(String(type));
  if (names === undefined) return { unsupported: `Proofs of the type ${String(type)} are not checked here.` };
  if (names && !textOf(cryptosuite)) return fault('it names no cryptosuite.');
  return suiteOf({ type, cryptosuite })
    ? undefined
    : { unsupported: `The cryptosuite ${String(cryptosuite)} is not checked here.` };
}

/** The value of the proof, by the rules of its suite. */
function valueFault(proof: JsonObject): ProofForm | undefined {
  const form = suiteOf(proof)?.formOf(proof['proofValue']);
  return form && 'fault' in form ? fault(form.fault) : form;
}

/** What it is for. */
function demandsFault({ challenge, domain }: JsonObject): ProofForm | undefined {
  if (challenge !== undefined && !textOf(challenge)) return fault('its challenge is no text.');
  return asList(domain).every((one) => textOf(one)) ? undefined : fault('its domain is no text.');
}

/** Data Integrity 1.0 §2.1, as far as it can be said without a key. */
export function proofForm(proof: JsonObject): ProofForm | undefined {
  const kind = kindFault(proof);
  if (kind) return kind;
  if (!textOf(proof['proofPurpose'])) return fault('it names no purpose.');
  // The purposes that are read here are terms; an IRI may mean the same.
  if (isUrl(proof['proofPurpose'])) return { unsupported: 'Its purpose is written as an IRI.' };
  if (!isUrl(proof['verificationMethod'])) return fault('its key is not named by one absolute address.');
  if (proof['id'] !== undefined && !isUrl(proof['id'])) return fault('its id is no absolute address.');
  if (!asList(proof['previousProof']).every(isUrl)) return fault('its previousProof is no absolute address.');
  for (const name of ['created', 'expires']) {
    if (proof[name] !== undefined && !momentOf(proof[name])) return fault(`its "${name}" is no date with time.`);
  }
  return demandsFault(proof) ?? valueFault(proof);
}

/** Then nobody can tell which of them a third one builds on (Data Integrity 1.0 §2.1.2). */
export function haveSameId(proofs: readonly JsonObject[]): boolean {
  const ids = proofs.map(({ id }) => id).filter((id) => id !== undefined);
  return new Set(ids).size !== ids.length;
}

/** What the form of all proofs of a document breaks, if anything. */
export function proofsFault(document: JsonObject): string | undefined {
  const all = asList(document['proof']);
  if (!all.every(isObject)) return '/proof is one or more objects.';
  if (haveSameId(all)) return '/proof: two proofs have the same id.';
  return all
    .map(proofForm)
    .map((form) => (form && 'fault' in form ? form.fault : undefined))
    .find((fault) => fault !== undefined);
}
