import { isObject } from '../../../domain/shared/json.ts';
import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../../domain/shared/json-text.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { fromBase64url } from '../../document/encoding.ts';
import { asList, typesOf } from '../../document/values.ts';
import { readers } from '../../forms/readers.ts';
import type { Jws } from '../../proofs/jose/jws.ts';
import { claimOf1, type JwtProfile, profileOf } from '../../proofs/jose/profiles.ts';
import { adviceOn, adviceOnJwt } from './advice.ts';
import { isLikeJwt, readCompact } from './compact.ts';
import type { Finding } from './finding.ts';
import { parseWithin } from './json-text.ts';

function objectIn(text: string): JsonObject | undefined {
  const parsed = parseWithin(text);
  return 'json' in parsed && isObject(parsed.json) ? parsed.json : undefined;
}

/** The payload of a JWS as an object: base64url, or plain text where the header says so (RFC 7797). */
function payloadIn(payload: string): JsonObject | undefined {
  if (payload.length > 2 * jsonLimits.bytes) return undefined;
  if (payload.trimStart().startsWith('{')) return objectIn(payload);
  try {
    const text = decodeUtf8(fromBase64url(payload));
    return text === undefined ? undefined : objectIn(text);
  } catch {
    return undefined;
  }
}

/** The credential in a payload: in its `vc` claim (VCDM 1.1 §6.3.1), or the payload itself. */
const credentialIn = (payload: JsonObject | undefined): JsonObject | undefined =>
  isObject(payload?.['vc']) ? payload['vc'] : payload;

const isEuropean = (credential: JsonObject): boolean =>
  typesOf(credential).some((type) => type.startsWith('EuropeanDigital')) ||
  asList(credential['@context']).some((url) => typeof url === 'string' && url.includes('//data.europa.eu/snb/'));

/** One that is told apart, and no more. */
function toldApart(payload: JsonObject | undefined, kind: 'jwt' | 'sd-jwt', advice?: string): Finding {
  const credential = credentialIn(payload);
  if (!credential) return adviceOn(kind);
  if (isEuropean(credential)) return { ...adviceOn('sealed-european-credential'), readable: credential };
  return { ...adviceOn(kind), ...(advice !== undefined && { advice }), readable: credential };
}

/** What a JWS is; `told` where what it stands in says its profile, and its header may leave it out. */
function recogniseJwt(jws: Jws, told: JwtProfile | undefined): Finding {
  const { payload, header } = jws;
  const profile = header['typ'] === undefined && told ? told : profileOf(jws);
  if (!profile || isEuropean(payload))
    return toldApart(payload, 'jwt', claimOf1(jws) ? adviceOnJwt['model-1'] : undefined);
  const readable = readers.jwt({ jws, profile });
  return profile.id === 'vp+jwt' ? { presentation: readable } : { recognised: { kind: 'jwt', ...readable } };
}

/** A JWT, or an SD-JWT with its disclosures (RFC 9901 §4); undefined for other text. */
export function recogniseCompact(text: string, told?: JwtProfile): Finding | undefined {
  const end = text.indexOf('~');
  const compact = end < 0 ? text : text.slice(0, end);
  if (!isLikeJwt(compact)) return undefined;
  const [, payload = ''] = compact.split('.', 2);
  if (end >= 0) return toldApart(payloadIn(payload), 'sd-jwt');
  const read = readCompact(compact);
  if ('jws' in read) return recogniseJwt(read.jws, told);
  return 'why' in read ? { kind: 'jwt', advice: adviceOnJwt[read.why] } : { kind: 'jwt', ...read };
}

/** RFC 7515 §7.2, as JAdES writes it. */
export function recogniseJws(json: JsonObject): Finding | undefined {
  const { payload, signatures, signature } = json;
  return typeof payload === 'string' && (Array.isArray(signatures) || typeof signature === 'string')
    ? toldApart(payloadIn(payload), 'jwt')
    : undefined;
}
