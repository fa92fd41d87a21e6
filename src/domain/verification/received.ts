import { jsonLimits, nestingDepth } from '../shared/json-limits.ts';
import { decodeUtf8 } from '../shared/json-text.ts';

/** Why what was handed over, as a file or as text, is not looked into; undefined where it is. */
export type InputFault = 'empty' | 'tooLarge' | 'tooDeep';

/** The same for page, API and command line. Depth is counted in JSON alone: brackets in other text do not nest. */
export function inputFault(given: Uint8Array | string): InputFault | undefined {
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  if (bytes.length > jsonLimits.bytes) return 'tooLarge';
  const text = typeof given === 'string' ? given : decodeUtf8(given);
  if (text === undefined) return undefined;
  const start = text.replace(/^\uFEFF/, '').trim();
  if (start === '') return 'empty';
  return /^[[{]/.test(start) && nestingDepth(start) > jsonLimits.depth ? 'tooDeep' : undefined;
}
