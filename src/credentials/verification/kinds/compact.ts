import { isObject } from '../../../domain/shared/json.ts';
import { decodeUtf8 } from '../../../domain/shared/json-text.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { fromBase64url } from '../../document/encoding.ts';
import type { Jws } from '../../proofs/jose/jws.ts';
import type { Refused } from './finding.ts';
import { parseWithin } from './json-text.ts';

/** Why a text that begins like a JWT is not read. */
export type Unread = Readonly<{ why: 'encrypted' | 'nested' }> | Refused | Readonly<{ excess: string }>;

/** Characters of a header; one with a chain of certificates has some ten thousand. */
const longestHeader = 20_000;

const malformed = (fault: string, reason?: Refused['reason']): Refused => ({
  problem: 'malformed',
  fault,
  ...(reason && { reason }),
});

/** What the first part says when it is read leniently: whether it is a JWT at all. */
function headerText(part: string): string | undefined {
  try {
    const text = decodeUtf8(fromBase64url(part.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')));
    return text?.trimStart().startsWith('{') ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text is a JWT, perhaps a broken one: parts between dots, the first of which is a JSON object. */
export function isLikeJwt(text: string): boolean {
  if (!/^[A-Za-z0-9_=+/-]+(?:\.[A-Za-z0-9_=+/-]*)+$/.test(text)) return false;
  const [header = ''] = text.split('.', 1);
  return header.length > longestHeader || headerText(header) !== undefined;
}

type Part = Readonly<{ json: JsonObject }> | Unread;

/** JSON text of one part as an object; what may not stand twice in it, does not (RFC 7515 §4, RFC 7519 §4). */
function objectIn(what: string, text: string | undefined): Part {
  if (text === undefined) return malformed(`Its ${what} is not UTF-8 text.`, 'not-utf8');
  const parsed = parseWithin(text);
  if ('excess' in parsed) return parsed;
  if ('problem' in parsed) return { ...parsed, fault: `In its ${what}: ${parsed.fault}` };
  return isObject(parsed.json) ? { json: parsed.json } : malformed(`Its ${what} is no JSON object.`);
}

const isJwtType = (cty: unknown): boolean => typeof cty === 'string' && /^(application\/)?jwt$/i.test(cty);

function payloadOf(header: JsonObject, part: string): Part {
  // RFC 7797 §7: in a JWT the payload is always base64url.
  if ('b64' in header) return malformed('Its header has "b64", which no JWT has (RFC 7797 §7).');
  const text = decodeUtf8(fromBase64url(part));
  if (isJwtType(header['cty']) || (text !== undefined && isLikeJwt(text))) return { why: 'nested' };
  return objectIn('payload', text);
}

/** RFC 7515 §7.1: three parts in base64url without padding. The signature may be empty; that is for the check to say. */
function partsFault(parts: readonly string[]): Refused | undefined {
  if (parts.length !== 3) return malformed(`It has ${parts.length} parts where a JWT has three (RFC 7515 §7.1).`);
  const isWhole = (part: string) => /^[A-Za-z0-9_-]*$/.test(part) && part.length % 4 !== 1;
  return parts.every(isWhole)
    ? undefined
    : malformed('A part of it is no base64url text without padding (RFC 7515 §2).');
}

/** A text for which `isLikeJwt` holds, as a JWS. */
export function readCompact(text: string): Readonly<{ jws: Jws }> | Unread {
  const parts = text.split('.');
  const [first = '', second = ''] = parts;
  if (first.length > longestHeader) return { excess: `Its header has more than ${longestHeader} characters.` };
  const header = objectIn('header', headerText(first));
  if (!('json' in header)) return header;
  if (parts.length === 5 && 'enc' in header.json) return { why: 'encrypted' };
  const fault = partsFault(parts);
  if (fault) return fault;
  const payload = payloadOf(header.json, second);
  return 'json' in payload ? { jws: { text, header: header.json, payload: payload.json } } : payload;
}
