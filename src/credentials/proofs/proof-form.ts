import { isObject } from '../../domain/shared/json.ts';
import * as base58 from 'base58-universal';
import type { JsonObject } from '../../services/ports/index.ts';
import { supportedCryptosuite } from './data-integrity.ts';
import { asList, isUrl, momentOf, textOf } from '../document/values.ts';

/** 64 bytes in base58-btc. Looked at before it is decoded: decoding takes time that grows with the square of the length. */
const signatureForm = /^z[1-9A-HJ-NP-Za-km-z]{64,88}$/;

const isSignature = (value: unknown): boolean =>
  typeof value === 'string' && signatureForm.test(value) && base58.decode(value.slice(1)).length === 64;

export type ProofForm = Readonly<{ fault: string } | { unsupported: string }>;

/**
 * Data Integrity 1.0 §2.1, as far as it can be said without a key. The type says which rules hold, so it comes first:
 * of a proof of an unknown type or cryptosuite nothing else can be said.
 */
export function proofForm(proof: JsonObject): ProofForm | undefined {
  const fault = (what: string): ProofForm => ({ fault: `/proof: ${what}` });
  const { type, cryptosuite } = proof;
  if (!textOf(type)) return fault('it has no type.');
  if (type !== 'DataIntegrityProof') return { unsupported: `Proofs of the type ${String(type)} are not checked here.` };
  if (!textOf(cryptosuite)) return fault('it names no cryptosuite.');
  if (cryptosuite !== supportedCryptosuite)
    return { unsupported: `The cryptosuite ${String(cryptosuite)} is not checked here.` };
  if (!textOf(proof['proofPurpose'])) return fault('it names no purpose.');
  // The purposes that are read here are terms; an IRI may mean the same.
  if (isUrl(proof['proofPurpose'])) return { unsupported: 'Its purpose is written as an IRI.' };
  if (!isUrl(proof['verificationMethod'])) return fault('its key is not named by one absolute address.');
  if (!isSignature(proof['proofValue']))
    return fault('it has no base58 proofValue of the length of an Ed25519 signature.');
  if (proof['id'] !== undefined && !isUrl(proof['id'])) return fault('its id is no absolute address.');
  if (proof['challenge'] !== undefined && !textOf(proof['challenge'])) return fault('its challenge is no text.');
  if (!asList(proof['domain']).every((one) => textOf(one))) return fault('its domain is no text.');
  if (!asList(proof['previousProof']).every(isUrl)) return fault('its previousProof is no absolute address.');
  for (const name of ['created', 'expires']) {
    if (proof[name] !== undefined && !momentOf(proof[name])) return fault(`its "${name}" is no date with time.`);
  }
  return undefined;
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
