import { concatUint8Arrays } from 'uint8array-extras';
import { timestamp } from '../../domain/shared/dates.ts';
import { base58 } from '../canonical/base58.ts';
import type { Filled } from '../canonical/templates.ts';
import { cryptosuiteFor, optionsOf } from '../canonical/proof-options.ts';
import { fillBytes } from '../canonical/json-pieces.ts';
import type { Bytes } from '../document/encoding.ts';
import { keyAlgorithm } from '../keys/algorithms/index.ts';
import type { HeldParts } from './form.ts';

/** Multibase header of base58btc (Controlled Identifiers 1.0 §2.4), in which `proofValue` is written. */
const base58btc = 'z';

/**
 * The document of a template with one embedded proof, the same bytes as on the general road; undefined where it has to go
 * that road. What the general road checks before it signs was checked when the template was made, and holds for whatever fits
 * its slots (Data Integrity EdDSA Cryptosuites 1.0 §3.2, ECDSA Cryptosuites 1.0 §3.2).
 */
export async function secureFilled({ template, values }: Filled, parts: HeldParts): Promise<Bytes | undefined> {
  const { signer, issuer, created } = parts;
  const options = template.options.get(cryptosuiteFor(signer.algorithm) ?? '');
  if (!options || template.issuer !== issuer) return undefined;
  const { hash } = keyAlgorithm(signer.algorithm);
  const proof = optionsOf(options.cryptosuite, timestamp(created), signer.verificationMethod);
  const ofOptions = options.digest([proof.created, proof.verificationMethod], hash);
  const ofDocument = template.digest(values, hash);
  if (!ofOptions || !ofDocument) return undefined;
  const signed = concatUint8Arrays([await ofOptions, await ofDocument]);
  const proofValue = base58btc + base58(await signer.sign(signed));
  return fillBytes(template.encoded, values, `"proof":${JSON.stringify({ ...proof, proofValue })}`);
}
