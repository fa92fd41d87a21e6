import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { indexOf } from '../../status/bitstring.ts';
import { unknown, type Fault } from '../../document/fault.ts';
import { asList, isUrl, textOf, typesOf } from '../../document/values.ts';

/** What to look up; `ignored` for a purpose that does not touch validity. */
export type Lookup =
  | Readonly<{ outcome: 'lookup'; purpose: 'revocation' | 'suspension'; index: number; list: string }>
  | Readonly<{ outcome: 'ignored' }>;

/** Its form is the format check's to refuse; here it is an entry that could not be read. */
const malformed = (detail: string): Fault => unknown('malformed', detail);
const unsupported = (detail: string): Fault => unknown('unsupported-status', detail);

/** Purposes that inform and do not invalidate (Bitstring Status List 1.0 §2.2). */
const harmless = ['message', 'refresh'];

/** One entry of `credentialStatus` (Bitstring Status List 1.0 §2.1). */
export function readEntry(entry: JsonObject): Lookup | Fault {
  const types = typesOf(entry);
  if (!types.includes('BitstringStatusListEntry'))
    return unsupported(`A status of the type ${types.join(', ')} is not read here.`);
  const { statusPurpose: purpose, statusListIndex, statusListCredential: list, statusSize = 1 } = entry;
  const index = indexOf(statusListIndex);
  if (!textOf(purpose)) return malformed('/credentialStatus/statusPurpose is text.');
  if (index === undefined) return malformed('/credentialStatus/statusListIndex is a whole number, written as text.');
  if (!isUrl(list)) return malformed('/credentialStatus/statusListCredential is one absolute address.');
  if (entry['id'] === list) return malformed('/credentialStatus/id is not the address of the list.');
  if (harmless.includes(String(purpose))) return { outcome: 'ignored' };
  if (purpose !== 'revocation' && purpose !== 'suspension')
    return unsupported(`A status with the purpose ${String(purpose)} is not read here.`);
  if (typeof statusSize !== 'number' || !Number.isInteger(statusSize) || statusSize < 1)
    return malformed('/credentialStatus/statusSize is a whole number above zero.');
  if (statusSize > 1) {
    const messages = asList(entry['statusMessage']);
    if (messages.length !== 2 ** statusSize)
      return malformed('/credentialStatus/statusMessage has one entry for each value.');
    return unsupported('A status of more than one bit is not read here.');
  }
  return { outcome: 'lookup', purpose, index, list };
}

/** What the form of all entries breaks, if anything. */
export const entriesFault = (credentialStatus: unknown): string | undefined =>
  asList(credentialStatus)
    .map((entry) => (isObject(entry) ? readEntry(entry) : malformed('/credentialStatus is one or more objects.')))
    .map((read) => ('problem' in read && read.problem === 'malformed' ? read.detail : undefined))
    .find((fault) => fault !== undefined);
