import { isObject } from '../../domain/shared/json.ts';
import { decodeUtf8 } from '../../domain/shared/json-text.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { fromBase64url } from '../document/encoding.ts';

/** An RSA key of 4096 bits takes a thousand. */
const longest = 4_000;

function jwkIn(text: string): JsonObject | undefined {
  if (text.length > longest) return undefined;
  try {
    const jwk: unknown = JSON.parse(decodeUtf8(fromBase64url(text)) ?? '');
    return isObject(jwk) ? jwk : undefined;
  } catch {
    return undefined;
  }
}

/** did:jwk (method specification, "Read"): the document follows from the identifier, and its one key is `#0`. */
export function didJwkDocument(did: string): JsonObject | undefined {
  const publicKeyJwk = jwkIn(did.slice('did:jwk:'.length));
  if (!publicKeyJwk) return undefined;
  const id = `${did}#0`;
  // A key that is for agreeing on secrets signs nothing.
  const purposes = publicKeyJwk['use'] === 'enc' ? {} : { assertionMethod: [id], authentication: [id] };
  return { id: did, verificationMethod: [{ id, type: 'JsonWebKey', controller: did, publicKeyJwk }], ...purposes };
}
