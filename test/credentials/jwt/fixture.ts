import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { decodeJwk, encodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, did, slug } from '../fixture.ts';

export const kid = `${did}#jwt-key`;

/** A key of jose's, and what it signs: header and payload as they are given, right or wrong. */
export async function createJoseKey(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const sign = (header: JsonObject, payload: unknown) =>
    new CompactSign(new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)))
      .setProtectedHeader({ alg, ...header })
      .sign(privateKey);
  return { jwk, sign };
}

/** Lists the key in a document of keys, for both purposes. */
export const withKey = (document: JsonObject, jwk: JWK, id = kid): JsonObject => {
  const changed = copy(document);
  changed.verificationMethod.push({ id, type: 'JsonWebKey', controller: changed.id, publicKeyJwk: jwk });
  changed.assertionMethod.push(id);
  changed.authentication = [...(changed.authentication ?? []), id];
  return changed;
};

/** Our own credential, not signed, and an issuer who signs JWTs with a key of this kind. */
export async function createJwtFixture(alg = 'ES256') {
  const fixture = await createFixture();
  const key = await createJoseKey(alg);
  const keys = JSON.parse(fixture.outside.get(addresses.didDocument(slug))!) as JsonObject;
  fixture.put(addresses.didDocument(slug), withKey(keys, key.jwk));
  const sign = (header: JsonObject = {}, payload: unknown = fixture.unsigned) =>
    key.sign({ kid, typ: 'vc+jwt', ...header }, payload);
  return { ...fixture, keys, jwk: key.jwk, signAs: key.sign, sign };
}

export const claimsOf = (document: JsonObject): JsonObject => {
  const { issuer, credentialSubject, id, validFrom } = copy(document);
  return {
    iss: issuer.id ?? issuer,
    sub: credentialSubject.id,
    jti: id,
    nbf: Math.floor(Date.parse(validFrom) / 1000),
  };
};

/** Somebody whose DID is a key (did:key). */
export async function createHolder(alg = 'EdDSA') {
  const { jwk, sign } = await createJoseKey(alg);
  const multikey = encodeMultikey(decodeJwk(jwk)!);
  const holder = `did:key:${multikey}`;
  return { holder, kid: `${holder}#${multikey}`, sign };
}

export const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
