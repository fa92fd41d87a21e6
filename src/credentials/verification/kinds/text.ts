import { jsonLimits } from '../../../domain/shared/json-limits.ts';
import { isObject } from '../../../domain/shared/json.ts';
import { adviceOn } from './advice.ts';
import type { Finding } from './finding.ts';
import { parseWithin } from './json-text.ts';
import { recogniseObject, unwrapped } from './json.ts';
import { recogniseCompact } from './jws.ts';

/** The contract's limit for a link. */
const maxLink = 2_000;
const link = /^https?:\/\/\S+$/i;

/** Characters from the start of a text in which its kind is looked for. */
const beginning = 1_000;

/** Layers of wrappers and quotes that are taken off a document; with more it is not recognised. */
const maxWrappers = 3;

/** JSON that arrived parsed, or that was parsed here. */
export function recogniseJson(json: unknown, wrappers = 0): Finding {
  if (wrappers >= maxWrappers) return adviceOn('json');
  if (typeof json === 'string') return recogniseText(json, wrappers + 1);
  const inner = isObject(json) ? unwrapped(json) : undefined;
  return inner === undefined ? recogniseObject(json) : recogniseJson(inner, wrappers + 1);
}

function recogniseMarkup(text: string): Finding | undefined {
  const start = text.slice(0, beginning).toLowerCase();
  if (!start.startsWith('<')) return undefined;
  if (/^(<\?xml|<!--|<!doctype svg|<svg)/.test(start) && start.includes('<svg')) return adviceOn('image');
  return /<(!doctype html|html|head|body)\b/.test(start) ? adviceOn('web-page') : undefined;
}

/** White space as JSON has it (RFC 8259 §2); a byte-order mark is none. */
const withoutSpace = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && ' \t\n\r'.includes(text.charAt(start))) start += 1;
  while (end > start && ' \t\n\r'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

/** A link and nothing else, perhaps in the angle brackets that mails put around one (RFC 3986, appendix C). */
function linkIn(text: string): string | undefined {
  const address = /^<(\S+)>$/.exec(text)?.[1] ?? text;
  return address.length <= maxLink && link.test(address) ? address : undefined;
}

/** Pasted text, or a file that is text, without the one byte-order mark that may lead it. */
export function recogniseText(whole: string, wrappers = 0): Finding {
  const text = withoutSpace(whole);
  const address = linkIn(text);
  if (address !== undefined) return { link: address };
  if (/^\uFEFF*[{["]/.test(text)) {
    const parsed = parseWithin(text);
    return 'json' in parsed ? recogniseJson(parsed.json, wrappers) : { kind: 'json', ...parsed };
  }
  if (text.length > 2 * jsonLimits.bytes) return { kind: 'text', excess: 'It is too long to be read.' };
  return recogniseCompact(text) ?? recogniseMarkup(text) ?? adviceOn('text');
}
