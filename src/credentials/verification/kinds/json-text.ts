import { duplicateMember } from '../../../domain/shared/json-duplicates.ts';
import { jsonLimits, mostValues, nestingDepth } from '../../../domain/shared/json-limits.ts';
import type { Refused } from './finding.ts';

export type Parsed = Readonly<{ json: unknown }> | Refused | Readonly<{ excess: string }>;

/** As many as are taken from the network; what is checked has fewer still. */
const maxValues = 20_000;

export const twice = (pointer: string): Refused => ({
  problem: 'malformed',
  fault: `${pointer} is there twice, so two readers may read two documents (RFC 8259, 4).`,
  reason: 'duplicate-member',
});

/** JSON text as data, within limits that are looked at before it is parsed. */
export function parseWithin(text: string): Parsed {
  if (text.length > jsonLimits.bytes) return { excess: `It is larger than ${jsonLimits.bytes / 1_000_000} MB.` };
  if (nestingDepth(text) > jsonLimits.depth) return { excess: `It has more than ${jsonLimits.depth} levels.` };
  if (mostValues(text) > maxValues) return { excess: `It has more than ${maxValues} values.` };
  let json: unknown;
  try {
    json = JSON.parse(text) as unknown;
  } catch {
    return { problem: 'parsing', fault: 'It is not JSON; perhaps a part of it is missing.', reason: 'not-json' };
  }
  const duplicate = duplicateMember(text);
  return duplicate === undefined ? { json } : twice(duplicate);
}
