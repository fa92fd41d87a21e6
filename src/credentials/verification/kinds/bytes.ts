import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../../domain/shared/json-text.ts';
import { adviceOn, type UnreadKind } from './advice.ts';
import type { Finding } from './finding.ts';
import { recogniseText } from './text.ts';

type Row = readonly [kind: UnreadKind, offset: number, signature: readonly number[]];

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** How files begin that are not text. */
const signatures: readonly Row[] = [
  ['pdf', 0, ascii('%PDF')],
  ['image', 0, [0x89, ...ascii('PNG')]],
  ['image', 0, [0xff, 0xd8, 0xff]],
  ['image', 0, ascii('GIF8')],
  ['image', 8, ascii('WEBP')],
  ['zip', 0, [...ascii('PK'), 3, 4]],
  ['zip', 0, [...ascii('PK'), 5, 6]],
];

const begins = (bytes: Uint8Array, offset: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[offset + index] === byte);

const notUtf8 =
  'The file is not written in UTF-8, as JSON has to be (RFC 8259, 8.1), so its letters cannot be told. Ask the sender for the file as the issuer made it.';

export function recogniseBytes(bytes: Uint8Array): Finding {
  const known = signatures.find(([, offset, signature]) => begins(bytes, offset, signature));
  if (known) return adviceOn(known[0]);
  if (bytes.length > jsonLimits.bytes)
    return { kind: 'text', excess: `It is larger than ${jsonLimits.bytes / 1_000_000} MB.` };
  const text = decodeUtf8(bytes);
  // UTF-16 without a mark is UTF-8 by its bytes, with a null character between any two letters.
  return text === undefined || text.includes('\0')
    ? { kind: 'text', problem: 'parsing', fault: notUtf8, reason: 'not-utf8' }
    : recogniseText(text);
}
