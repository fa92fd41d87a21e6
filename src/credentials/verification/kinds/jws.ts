import { isObject } from '../../../domain/shared/json.ts';
import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../../domain/shared/json-text.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { fromBase64url } from '../../document/encoding.ts';
import { asList, typesOf } from '../../document/values.ts';
import { adviceOn } from './advice.ts';
import type { Finding } from './finding.ts';
import { parseWithin } from './json-text.ts';

/** RFC 7515 §7.1 (three parts) and RFC 7516 §7.1 (five, encrypted), the first of which is a JSON object. */
const compact = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2}(?:(?:\.[A-Za-z0-9_-]*){2})?$/;

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

function found(payload: string, kind: 'jwt' | 'sd-jwt'): Finding {
  const credential = credentialIn(payloadIn(payload));
  if (!credential) return adviceOn(kind);
  return { ...adviceOn(isEuropean(credential) ? 'sealed-european-credential' : kind), readable: credential };
}

/** A JWT, or an SD-JWT with its disclosures (RFC 9901 §4). */
export function recogniseCompact(text: string): Finding | undefined {
  const end = text.indexOf('~');
  const jws = end < 0 ? text : text.slice(0, end);
  if (!compact.test(jws)) return undefined;
  const [header = '', payload = ''] = jws.split('.');
  return payloadIn(header) && found(payload, end < 0 ? 'jwt' : 'sd-jwt');
}

/** RFC 7515 §7.2, as JAdES writes it. */
export function recogniseJws(json: JsonObject): Finding | undefined {
  const { payload, signatures, signature } = json;
  return typeof payload === 'string' && (Array.isArray(signatures) || typeof signature === 'string')
    ? found(payload, 'jwt')
    : undefined;
}
