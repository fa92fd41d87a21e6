import type { JsonObject, SigningKey } from '../../services/ports/index.ts';
import { timestamp } from '../../domain/shared/dates.ts';
import { present } from '../../domain/shared/present.ts';
import { contextUrls } from '../contexts/document-loader.ts';
import { decodeMultikey } from './multikey.ts';

type Named = Pick<SigningKey, 'publicKey'>;

/** For data integrity proofs. The fragment is the public key itself, so it can never come to mean another key. */
export const verificationMethodOf = (did: string, { publicKey }: Named): string => `${did}#${publicKey}`;
/** The same key for JOSE, under a name of its own: one name has one method. */
export const jwkMethodOf = (did: string, { publicKey }: Named): string => `${did}#jwk-${publicKey}`;

/**
 * What a key signed while it was in force is good for ever, also where the clock of the process that signed was ahead of
 * the one that retired it.
 */
const clockToleranceInMs = 300_000;

/** Controlled Identifiers 1.0 §2.2: since when proofs are not made, and not believed, with a key any more. */
const periodOf = ({ retiredAt, revokedAt }: SigningKey): JsonObject =>
  present({
    expires: retiredAt && timestamp(new Date(retiredAt.getTime() + clockToleranceInMs)),
    revoked: revokedAt && timestamp(revokedAt),
  });

/** Undefined for a key that has no such form. */
function jwkOf({ publicKey }: Named): (JsonObject & Readonly<{ alg: string }>) | undefined {
  const key = decodeMultikey(publicKey);
  if (!key) return undefined;
  const jwk = key.algorithm.toJwk(key.bytes);
  return jwk && { ...jwk, alg: key.algorithm.jose, use: 'sig' };
}

function methodsOf(did: string, key: SigningKey): readonly JsonObject[] {
  const common = { controller: did, ...periodOf(key) };
  const multikey = { id: verificationMethodOf(did, key), type: 'Multikey', ...common };
  const publicKeyJwk = jwkOf(key);
  return [
    { ...multikey, publicKeyMultibase: key.publicKey },
    ...(publicKeyJwk ? [{ id: jwkMethodOf(did, key), type: 'JsonWebKey', ...common, publicKeyJwk }] : []),
  ];
}

const forCredentials = (keys: readonly SigningKey[]) => keys.filter(({ purpose }) => purpose === 'credentials');

/**
 * Holds every key that ever signed credentials, retired ones too: without them what they signed could not be verified.
 * Seals are not in it: their certificates say whose they are.
 */
export function composeDidDocument(did: string, keys: readonly SigningKey[]): JsonObject {
  const methods = forCredentials(keys).flatMap((key) => methodsOf(did, key));
  return {
    '@context': [contextUrls.did, contextUrls.multikey, contextUrls.jwk],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

/** RFC 7517 §5. Holds what has not been revoked, and retired keys too: of a set no key has a period. */
export const composeJwks = (did: string, keys: readonly SigningKey[]): JsonObject => ({
  keys: forCredentials(keys)
    .filter(({ revokedAt }) => revokedAt === undefined)
    .flatMap((key) => {
      const jwk = jwkOf(key);
      return jwk ? [{ ...jwk, kid: jwkMethodOf(did, key) }] : [];
    }),
});
