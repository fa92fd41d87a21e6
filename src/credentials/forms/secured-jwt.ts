import type { JsonObject } from '../../services/ports/index.ts';
import { type Bytes, utf8 } from '../document/encoding.ts';
import { canonical } from '../proofs/data-integrity.ts';
import { jwtProfiles } from '../proofs/jose/profiles.ts';
import { signJwt } from '../proofs/jose/sign.ts';
import type { SecuringParts } from './form.ts';
import { refuseUnlessCredential } from './secured-json-ld.ts';

/**
 * The credential in a JWT, as text. It is checked as one with an embedded proof is; that it expands in safe mode nobody
 * asks of a signature over bytes, but everyone who reads it as JSON-LD will.
 */
export async function secureJwt(
  profile: 'vc+jwt' | 'open-badge',
  document: JsonObject,
  parts: Omit<SecuringParts, 'salts'>,
): Promise<Bytes> {
  await refuseUnlessCredential(document, parts);
  await canonical(document, parts.loader);
  return utf8(await signJwt(jwtProfiles[profile], document, parts));
}
