import { FetchError, type Fetched } from '../../services/ports/fetcher.ts';
import { duplicateMember } from '../../domain/shared/json-duplicates.ts';
import { fetchedLimits, mostValues } from '../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../domain/shared/json-text.ts';

const maxValues = fetchedLimits.values;

/** The whole body; throws as soon as it is over the limit, without reading on. */
export async function limitedBytes(response: Response, limit: number): Promise<Uint8Array> {
  const received: Uint8Array[] = [];
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new FetchError('too-large', `The answer is over ${limit / 1000} kB.`);
    received.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of received) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Told by how it begins: servers send JSON as text/html, and login pages as whatever type was asked for. */
export function isWebPage(bytes: Uint8Array, contentType: string): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).replace(/^[\uFEFF\s]+/, '');
  return (
    /^<(!doctype\s+html|html)\b/i.test(start) ||
    (start.startsWith('<') && /^(text\/html|application\/xhtml)/i.test(contentType))
  );
}

export const webPage = (url: string): FetchError =>
  new FetchError('web-page', `${url} answers with a web page; it may be one to log in.`);

export function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new FetchError('not-utf8', 'The answer is not UTF-8 text.');
  return text;
}

/** The JSON of a text that was fetched, by the strict rules for everything on which a verdict depends. */
export function jsonOf(text: string): Fetched['json'] {
  if (mostValues(text) > maxValues) throw new FetchError('too-large', `The answer has more than ${maxValues} values.`);
  const json = parsed(text);
  const duplicate = duplicateMember(text);
  if (duplicate !== undefined)
    throw new FetchError('duplicate-member', `The answer has the member ${duplicate.slice(0, 200)} twice.`);
  return json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FetchError('not-json', 'The answer is not JSON.', { cause });
  }
}
