import { DomainError } from '../../domain/shared/errors.ts';
import { duplicateMember } from '../../domain/shared/json-duplicates.ts';
import { jsonLimits, nestingDepth } from '../../domain/shared/json-limits.ts';
import { decodeUtf8 } from '../../domain/shared/json-text.ts';

/** Where in a request to check something the document stands. */
export const documentPointer = '/credential';

/** So much more is read and dropped: a client that still sends gets the answer instead of a broken connection. */
const maxDroppedBytes = 20_000_000;

/** `duplicate`: the JSON Pointer of a member that an object has twice. */
export type Body = Readonly<{ json: unknown; duplicate?: string }>;

/** The JSON of a body, or why it cannot be read. Stops reading at the limit, whatever Content-Length says. */
export async function readJson(request: Request): Promise<Body> {
  const text = await readText(request);
  if (text.trim() === '') throw malformed('The body is empty. Send JSON.');
  if (nestingDepth(text) > jsonLimits.depth) throw tooDeep();
  const json = parsed(text);
  const duplicate = duplicateMember(text);
  return duplicate === undefined ? { json } : { json, duplicate };
}

/** RFC 9110 §8.4: what is coded is not what it seems. `identity` is no coding, and some send it. */
function demandPlain(coding: string | null): void {
  if (coding === null || coding.split(',').every((each) => /^\s*(identity)?\s*$/i.test(each))) return;
  throw new DomainError('encoding-unsupported', 'Send the body as it is, without Content-Encoding.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(`The body is not JSON: ${(error as Error).message}.`);
  }
}

/**
 * Where in a body there is text that cannot be kept as it was sent: half of a surrogate pair, which JSON can write and
 * UTF-8 cannot, so that it has no digest either; and U+0000, which no text in PostgreSQL has.
 */
export function unstorable(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    isStorable(name) ? unstorable(member, `${path}/${escaped(name)}`) : [path],
  );
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** RFC 6901 §3. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

export async function readText(request: Request): Promise<string> {
  const bytes = await readBytes(request, jsonLimits.bytes, tooLarge);
  const text = decodeUtf8(bytes);
  if (text === undefined) throw malformed('The body is not UTF-8 text.');
  return text;
}

/** What a request says that its body is, without parameters (RFC 9110 §8.3); empty where it does not say. */
export const mediaTypeOf = ({ headers }: Request): string =>
  headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The bytes of a body as they were sent, or the refusal where there are more. */
export async function readBytes(
  request: Request,
  most: number,
  tooLarge: () => DomainError,
): Promise<Uint8Array<ArrayBuffer>> {
  demandPlain(request.headers.get('Content-Encoding'));
  const declared = Number(request.headers.get('Content-Length') ?? 0);
  if (declared > most) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const { chunks, size } = await readChunks(request.body, most);
  if (size > most) throw tooLarge();
  return joined(chunks, size);
}

type Chunks = Readonly<{ chunks: readonly Uint8Array[]; size: number }>;

async function readChunks(body: AsyncIterable<Uint8Array>, most: number): Promise<Chunks> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size <= most) chunks.push(chunk);
      else if (size > maxDroppedBytes) break;
    }
  } catch (cause) {
    // The sender went away in the middle. Nobody reads the answer, and it is no fault of ours.
    throw new DomainError('malformed-request', 'The body ended before it was complete.', { cause });
  }
  return { chunks, size };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

export const tooDeep = () =>
  new DomainError('nested-too-deep', `The document is nested deeper than ${jsonLimits.depth} levels.`);
const tooLarge = () => new DomainError('body-too-large', `The body is over ${jsonLimits.bytes / 1_000_000} MB.`);
const malformed = (detail: string) => new DomainError('malformed-request', detail);
