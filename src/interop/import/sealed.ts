import { base64ToUint8Array } from 'uint8array-extras';
import { DomainError } from '../../domain/shared/errors.ts';
import { nestingDepth } from '../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../domain/shared/json-text.ts';
import { isObject } from '../../domain/shared/json.ts';

/** `isSealed` where the content stood in the payload of a signature, which is not checked here. */
export type Opened = Readonly<{ content: unknown; isSealed: boolean }>;

const deepestPayload = 64;
const compact = /^[\w-]*\.(?<payload>[\w-]*)\.[\w-]*$/;
const unreadable = (detail: string) => new DomainError('import-unreadable', detail);

/**
 * A document, or the one within a JSON Web Signature: in its compact form (RFC 7515, 7.1), in either of its JSON forms
 * (7.2), with a payload that is base64url or, as in RFC 7797, the text itself.
 */
export function openSealed(input: unknown): Opened {
  const payload = typeof input === 'string' ? compact.exec(input.trim())?.groups?.['payload'] : payloadOf(input);
  if (payload === undefined) return { content: input, isSealed: false };
  const content = parsed(textOf(payload));
  // A JSON Web Token in the manner of VC 1.1 has the credential in a claim.
  const claim = isObject(content) && isObject(content['vc']) ? content['vc'] : content;
  return { content: claim, isSealed: true };
}

function payloadOf(input: unknown): string | undefined {
  if (!isObject(input) || !['signatures', 'signature'].some((member) => Object.hasOwn(input, member))) return undefined;
  const { payload } = input;
  if (typeof payload === 'string' && payload !== '') return payload;
  throw unreadable('This is the signature of a file that is kept apart (it has no payload). Import that file.');
}

/** A brace begins JSON and is no character of base64url, so the header need not be asked. */
function textOf(payload: string): string {
  if (/^\uFEFF?\s*[{[]/.test(payload)) return payload.replace(/^\uFEFF/, '');
  if (!/^[\w-]+={0,2}$/.test(payload))
    throw unreadable('The payload of this signed file is neither JSON nor base64url.');
  const text = decodeUtf8(bytesOf(payload));
  if (text === undefined) throw unreadable('The payload of this signed file is not UTF-8.');
  return text;
}

function bytesOf(base64url: string): Uint8Array {
  try {
    return base64ToUint8Array(base64url.replace(/=+$/, ''));
  } catch (cause) {
    throw new DomainError('import-unreadable', 'The payload of this signed file is cut off.', { cause });
  }
}

function parsed(text: string): unknown {
  if (nestingDepth(text) > deepestPayload) throw unreadable('The payload of this signed file is nested too deep.');
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
  } catch {
    // Said below, as of any other payload that is no object.
  }
  throw unreadable('This is a signed file whose payload is not the JSON of a credential.');
}
