import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import { LRUCache } from 'lru-cache';

const compressed = promisify(gzip);

/** Fonts and pictures are compressed already; every other type that is served is text. */
const textual = /^(text\/|image\/svg\+xml|application\/(json|javascript|vc|[\w.-]+\+json)\b)/;
/**
 * Of what anyone may keep and has a tag, so that a permanent document that many ask for is compressed once. The key is
 * address and tag: a document that changes has another tag.
 */
const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
  maxSize: 16_000_000,
  maxEntrySize: 1_000_000,
  sizeCalculation: ({ byteLength }) => byteLength,
});

/** Smaller bodies fit into one packet either way. */
const leastBytes = 1_024;

/**
 * Gzip for whoever takes it (RFC 9110 §8.4, §12.5.3); a Worker leaves that to the platform. Answers to requests with a
 * key stay as they are: their entity tags are sent back in If-Match, which compares strongly (§13.1.1), and no text that an
 * attacker chose is ever compressed beside what only a key may read (BREACH). What is public has no secret beside
 * chosen text: a certificate's address, which its page repeats, must be known to ask for it.
 */
export async function compress(request: Request, response: Response): Promise<Response> {
  if (request.headers.has('Authorization') || response.headers.has('Content-Encoding')) return response;
  const isNotModified = response.status === 304;
  if (!isNotModified && !textual.test(response.headers.get('Content-Type') ?? '')) return response;
  const headers = new Headers(response.headers);
  headers.append('Vary', 'Accept-Encoding');
  const { status } = response;
  if (!takesGzip(request.headers.get('Accept-Encoding'))) return new Response(response.body, { status, headers });
  // The same for each way in which a body is sent or is not: one tag, which says that bytes may differ (§8.8.1).
  const tag = headers.get('ETag');
  if (tag?.startsWith('"')) headers.set('ETag', `W/${tag}`);
  if (isNotModified || response.body === null) return new Response(null, { status, headers });
  const key = keyOf(request, headers);
  const known = key === undefined ? undefined : kept.get(key);
  const plain = known ? undefined : new Uint8Array(await response.arrayBuffer());
  if (plain && plain.byteLength < leastBytes) return new Response(plain, { status, headers });
  const packed = known ?? new Uint8Array(await compressed(plain ?? ''));
  if (key !== undefined) kept.set(key, packed);
  headers.set('Content-Encoding', 'gzip');
  headers.delete('Content-Length');
  return new Response(packed, { status, headers });
}

/** Nothing is kept that shows a person: such answers are private. */
function keyOf({ method, url }: Request, headers: Headers): string | undefined {
  const tag = headers.get('ETag');
  const isPublic = /(^|,)\s*public\b/.test(headers.get('Cache-Control') ?? '');
  return tag !== null && isPublic && method === 'GET' ? `${tag} ${headers.get('Content-Type')} ${url}` : undefined;
}

function takesGzip(header: string | null): boolean {
  if (header === null) return false;
  const accepted = parseAccept(header);
  const weight = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  const gzipWeight = weight('gzip') ?? weight('*') ?? 0;
  return gzipWeight > 0 && gzipWeight >= (weight('identity') ?? 0);
}
