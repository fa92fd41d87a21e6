import { cp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findUnpatched } from '../../../scripts/release/patches.ts';
import { writeOriginal } from './original.ts';
import { cases, expected, run, type JsonLd } from './suite.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFile(join(root, path), 'utf8');
const load = (folder: string) => createRequire(join(folder, 'index.js'))('jsonld') as JsonLd;
const patched = load(root);
let folder: string;
let original: JsonLd;

beforeAll(async () => {
  folder = await writeOriginal();
  original = load(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('the patch is for the version that is pinned and installed', async () => {
  const { dependencies } = JSON.parse(await read('package.json')) as { dependencies: Record<string, string> };
  const { version } = JSON.parse(await read('node_modules/jsonld/package.json')) as { version: string };
  expect(dependencies['jsonld']).toBe('9.0.0');
  expect(version).toBe('9.0.0');
});

test('what is installed is patched', async () => {
  expect(await findUnpatched(root)).toEqual([]);
});

test('what is not patched is found', async () => {
  await cp(join(root, 'patches'), join(folder, 'patches'), { recursive: true });
  expect(await findUnpatched(folder)).toEqual(
    ['ContextResolver', 'context', 'util'].map(
      (name) => `node_modules/jsonld/lib/${name}.js is without the patch of patches/.`,
    ),
  );
});

describe.each([undefined, 'static'] as const)('of the JSON-LD 1.1 tests, documents tagged %s', (tag) => {
  test('each gets the same answer or error with the patch as without, in either order', async () => {
    const unequal: string[] = [];
    const before = new Map<string, unknown>();
    for (const one of cases) {
      const answer = await run(patched, one, tag);
      before.set(one.id, answer);
      if (!isDeepStrictEqual(answer, await run(original, one, tag))) unequal.push(one.id);
    }
    for (const one of cases.toReversed())
      if (!isDeepStrictEqual(await run(patched, one, tag), before.get(one.id))) unequal.push(`${one.id}, reversed`);
    expect(unequal).toEqual([]);
    const asExpected = cases.filter((one) => isDeepStrictEqual(before.get(one.id), expected(one)));
    // The rest name blank nodes or sort in another way than the suite, say nothing, or are about JSON-LD 1.0.
    expect([cases.length, asExpected.length]).toEqual([1156, 1080]);
  });
});

const at = (name: string) => `https://example.org/${name}`;
const term = (id: string, more: object = {}) => ({ '@id': at(id), ...more });

function documents(known: Record<string, unknown>, options: object = {}) {
  const documentLoader = (url: string) =>
    Promise.resolve({ contextUrl: null, documentUrl: url, document: known[url], tag: 'static' });
  return { documentLoader, base: null, ...options };
}

describe('nothing that one document brings stays for the next', () => {
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      (error: unknown) => (error as { details: { code?: string; event?: { code: string } } }).details.code ?? 'event',
    );

  test('a warning about the second context is not given for the first one alone', async () => {
    const first = { '@context': { name: at('warned-name') } };
    const options = documents({ [at('first')]: first }, { safe: true });
    const both = { '@context': [at('first'), { '@reserved': at('x') }], name: 'A' };
    expect(await code(patched.expand(both, options))).not.toBe('none');
    expect(await code(patched.expand({ '@context': at('first'), name: 'A' }, options))).toBe('none');
  });

  test('a context that a term may bring against protected terms is still refused where a node brings it', async () => {
    const overriding = { name: at('overriding-name') };
    const context = {
      '@protected': true,
      name: at('protected-name'),
      part: term('part', { '@context': overriding }),
      Kind: term('Kind', { '@context': { kind: at('kind') } }),
    };
    const document = { '@context': context, '@type': at('Kind') };
    const options = documents({});
    expect(await code(patched.expand({ ...document, part: { name: 'A' } }, options))).toBe('none');
    const brought = { ...document, [at('other')]: { '@context': overriding, name: 'A' } };
    const top = { '@context': [context, overriding], name: 'A' };
    expect(await code(patched.expand(brought, options))).toBe('protected term redefinition');
    expect(await code(patched.expand(top, options))).toBe('protected term redefinition');
  });

  test('a relative vocabulary is that of each document', async () => {
    const document = { '@context': { '@vocab': '#' }, name: 'A' };
    for (const base of [at('one'), at('two')])
      expect(await patched.expand(document, documents({}, { base }))).toEqual([
        { [`${base}#name`]: [{ '@value': 'A' }] },
      ]);
  });

  test('what one context imports with its own terms is not what another imports', async () => {
    const imported = { '@context': { shared: at('shared') } };
    const options = documents({ [at('imported')]: imported });
    const importing = (name: string) => ({
      '@context': { '@import': at('imported'), [name]: at(name) },
      [name]: 'A',
      shared: 'B',
    });
    for (const name of ['own1', 'own2'])
      expect(await patched.expand(importing(name), options)).toEqual([
        { [at(name)]: [{ '@value': 'A' }], [at('shared')]: [{ '@value': 'B' }] },
      ]);
  });

  test('a context that its owner changes is read again', async () => {
    const inner: Record<string, unknown> = { name: at('inner-1') };
    const context = { '@context': { part: term('part', { '@context': inner }) } };
    const load = () => Promise.resolve({ contextUrl: null, documentUrl: at('changing'), document: context });
    const document = { '@context': at('changing'), part: { name: 'A' } };
    const options = { documentLoader: load, base: null };
    const expectName = async (name: string) =>
      expect(await patched.expand(document, options)).toEqual([
        { [at('part')]: [{ [at(name)]: [{ '@value': 'A' }] }] },
      ]);
    await expectName('inner-1');
    inner['name'] = at('inner-2');
    await expectName('inner-2');
  });
});
