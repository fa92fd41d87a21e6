import { LRUCache } from 'lru-cache';
import { hasTag } from '../../http/output/conditional.ts';

/** What a request says that an answer may depend on; a name in lower case. */
export type Asked = Readonly<{ method: string; path: string; header: (name: string) => string | undefined }>;
export type Ready = Readonly<{
  status: 200 | 304;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array<ArrayBuffer>;
}>;
type Kept = Readonly<{ full?: Ready; notModified: Ready; etag: string; until: number; changes: number }>;

type Needs = Readonly<{
  /** How often this process may have changed what is stored. */
  changes: () => number;
  /** Milliseconds of a clock that is never set back. */
  now: () => number;
}>;

/**
 * How long an answer may be given again. A change that this process makes counts at once; one that another makes on the
 * same database is seen after this long at the latest.
 */
export const keptForMs = 1_000;
/** Bytes, about. */
const headersTake = 2_000;
/** Every header that decides which answer anybody gets; who sends a key gets none of these. */
const deciding = ['host', 'accept', 'accept-language', 'accept-encoding'] as const;
/** What describes a body, which a 304 does not have (RFC 9110 §15.4.5). */
const ofBody = ['content-type', 'content-encoding', 'content-length'];

const keyOf = ({ path, header }: Asked): string => [path, ...deciding.map((name) => header(name) ?? '')].join('\n');

/** A body in a GET has no meaning (RFC 9110 §9.3.1); such a request goes the long way. */
const isPlain = ({ method, path, header }: Asked): boolean =>
  method === 'GET' &&
  path.startsWith('/') &&
  ['authorization', 'content-length', 'transfer-encoding', 'expect'].every((name) => header(name) === undefined);

export type KeptAnswers = ReturnType<typeof createKeptAnswers>;

/** Answers that are the same for all who ask in the same words, kept ready for a moment with their tag. */
export function createKeptAnswers({ changes, now }: Needs) {
  const kept = new LRUCache<string, Kept>({
    max: 10_000,
    maxSize: 16_000_000,
    maxEntrySize: 1_000_000,
    sizeCalculation: ({ full }, key) => key.length + headersTake + (full?.body?.byteLength ?? 0),
  });

  /** Counted before the answer is made: what changes in the meantime is not in it. */
  const mark = (): Pick<Kept, 'until' | 'changes'> => ({ until: now() + keptForMs, changes: changes() });

  return {
    mark,

    find(this: void, asked: Asked): Ready | undefined {
      if (!isPlain(asked)) return undefined;
      const key = keyOf(asked);
      const found = kept.get(key);
      if (!found) return undefined;
      if (found.changes !== changes() || found.until <= now()) {
        kept.delete(key);
        return undefined;
      }
      return hasTag(asked.header('if-none-match'), found.etag) ? found.notModified : found.full;
    },

    keep(this: void, asked: Asked, { until, changes }: ReturnType<typeof mark>, answer: Ready): void {
      const etag = /^(?:W\/)?"(.*)"$/.exec(answer.headers['etag'] ?? '')?.[1];
      if (!isPlain(asked) || etag === undefined) return;
      const key = keyOf(asked);
      const known = kept.get(key);
      // Who has it already does not take it from those who do not.
      if (answer.status === 304 && known?.etag === etag && known.changes === changes) return;
      const notModified = { status: 304, headers: withoutBody(answer.headers) } as const;
      kept.set(key, { notModified, etag, until, changes, ...(answer.status === 200 && { full: answer }) });
    },
  };
}

const withoutBody = (headers: Ready['headers']): Ready['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofBody.includes(name)));
