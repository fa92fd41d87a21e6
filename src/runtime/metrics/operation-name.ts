import { TrieRouter } from 'hono/router/trie-router';
import { getPath } from 'hono/utils/url';
import { type AddressName, readPath } from '../../domain/addresses/grammar.ts';
import { operationTable } from '../../generated/operations.ts';
import { prefixOf } from '../../pages/index.tsx';

/** What has no name of its own, whatever was asked for. */
export const other = 'other';

const operations = new TrieRouter<string>();
for (const [id, { method, path }] of Object.entries(operationTable)) operations.add(method.toUpperCase(), path, id);

/** The permanent addresses that have a page behind a prefix. */
const withPage: readonly AddressName[] = [
  'institution',
  'microcredential',
  'version',
  'offering',
  'award',
  'certificatePage',
  'verifyPage',
];

/**
 * The name that a request is counted under: `makeAward`, `address/version`, `page/catalogue`. All of them come from
 * tables of ours, so that there are only so many, and no part of an address is in one.
 */
export function operationName(request: Pick<Request, 'method' | 'url'>): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const path = getPath(request as Request);
  const [[found] = []] = operations.match(method, path)[0];
  return found ?? addressName(method, path) ?? pageName(method, path) ?? other;
}

function addressName(method: string, path: string): string | undefined {
  const name = readPath(path)?.name;
  return name && method === 'GET' ? `address/${name}` : undefined;
}

function pageName(method: string, path: string): string | undefined {
  const prefix = prefixOf(path);
  if (prefix === undefined) return undefined;
  const rest = path.slice(prefix.length + 1);
  if (rest === '/' && method === 'GET') return 'page/catalogue';
  const name = readPath(rest)?.name;
  if (name === 'verifyPage' && method === 'POST') return 'page/verified';
  return name && withPage.includes(name) && method === 'GET' ? `page/${name}` : undefined;
}
