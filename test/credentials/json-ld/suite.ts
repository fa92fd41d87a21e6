import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../vectors/json-ld-api');
const base = 'https://w3c.github.io/json-ld-api/tests/';

export type Options = Readonly<Record<string, unknown>> & Readonly<{ documentLoader: Loader }>;
type Loader = (url: string) => Promise<unknown>;

export type JsonLd = Readonly<{
  expand(input: unknown, options: Options): Promise<unknown>;
  compact(input: unknown, context: unknown, options: Options): Promise<unknown>;
  flatten(input: unknown, context: unknown, options: Options): Promise<unknown>;
  toRDF(input: unknown, options: Options): Promise<unknown>;
}>;

export type Case = Readonly<{
  id: string;
  kind: 'expand' | 'compact' | 'flatten' | 'toRdf';
  input: string;
  context?: string;
  expect?: string;
  expectErrorCode?: string;
  option?: Readonly<Record<string, unknown>>;
}>;

const kinds = ['expand', 'compact', 'flatten', 'toRdf'] as const;
const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
const json = (path: string): unknown => JSON.parse(text(path));

/** Every test of the four manifests. */
export const cases: readonly Case[] = kinds.flatMap((kind) => {
  const { sequence } = json(`${kind}-manifest.jsonld`) as { sequence: readonly (Case & { '@id': string })[] };
  return sequence.map((one) => ({ ...one, kind, id: `${kind}${one['@id']}` }));
});

/** What a test expects, as data or as sorted lines. */
export function expected({ kind, expect, expectErrorCode }: Case): unknown {
  if (expectErrorCode !== undefined) return { code: expectErrorCode };
  if (expect === undefined) return undefined;
  return kind === 'toRdf' ? lines(text(expect)) : json(expect);
}

const lines = (quads: string): readonly string[] => quads.split('\n').filter(Boolean).sort();

/** As a server does: from the folder, each time anew; `static` is the tag by which the library keeps what it processed. */
const loaderOf =
  (tag?: 'static'): Loader =>
  (url) => {
    if (!url.startsWith(base)) return Promise.reject(new Error(`Not in the suite: ${url}`));
    const answer = { contextUrl: null, documentUrl: url, document: json(url.slice(base.length)) };
    return Promise.resolve(tag ? { ...answer, tag } : answer);
  };

/** The answer, or the code of the error. */
export async function run(library: JsonLd, one: Case, tag?: 'static'): Promise<unknown> {
  const { specVersion: _version, normative: _normative, expandContext, ...option } = one.option ?? {};
  const options = {
    base: base + one.input,
    ...option,
    ...(typeof expandContext === 'string' && { expandContext: json(expandContext) }),
    documentLoader: loaderOf(tag),
  };
  const input = base + one.input;
  const context = one.context === undefined ? null : json(one.context);
  try {
    if (one.kind === 'expand') return await library.expand(input, options);
    if (one.kind === 'compact') return await library.compact(input, context, options);
    if (one.kind === 'flatten') return await library.flatten(input, context, options);
    return lines((await library.toRDF(input, { ...options, format: 'application/n-quads' })) as string);
  } catch (error) {
    const { message, details } = error as { message: string; details?: { code?: string } };
    return { code: details?.code ?? message };
  }
}
