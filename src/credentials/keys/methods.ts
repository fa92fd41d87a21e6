import type { JsonObject } from '../../services/ports/index.ts';
import type { PublicKey } from './algorithms/index.ts';
import { decodeJwk, decodeMultikey, isAgreementJwk, isAgreementMultikey } from './multikey.ts';

type Reader = (method: JsonObject) => PublicKey | 'not-for-signing' | undefined;

const fromMultikey: Reader = ({ publicKeyMultibase }) =>
  decodeMultikey(publicKeyMultibase) ?? (isAgreementMultikey(publicKeyMultibase) ? 'not-for-signing' : undefined);
const fromJwk: Reader = ({ publicKeyJwk }) =>
  decodeJwk(publicKeyJwk) ?? (isAgreementJwk(publicKeyJwk) ? 'not-for-signing' : undefined);
const forAgreement: Reader = () => 'not-for-signing';

/** Types of verification methods (Controlled Identifiers 1.0 §2.2, and those before it) that are read here. */
const readers: Readonly<Record<string, Reader>> = {
  Multikey: fromMultikey,
  JsonWebKey: fromJwk,
  JsonWebKey2020: fromJwk,
  Ed25519VerificationKey2020: fromMultikey,
  // These serve to agree on a secret: whoever lists one for assertions cannot have signed with it.
  X25519KeyAgreementKey2019: forAgreement,
  X25519KeyAgreementKey2020: forAgreement,
};

/** The public key of a verification method; undefined where its type or kind of key is not read here. */
export function publicKeyOf(method: JsonObject): ReturnType<Reader> {
  const { type } = method;
  return typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type]?.(method) : undefined;
}

/** That key as a JSON Web Key, as it stands or from a multikey: it is the same key in other letters. */
export function jwkOf(method: JsonObject): unknown {
  const { publicKeyJwk } = method;
  const key = publicKeyJwk === undefined ? publicKeyOf(method) : undefined;
  return typeof key === 'object' ? key.algorithm.toJwk(key.bytes) : publicKeyJwk;
}
