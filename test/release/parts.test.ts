import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEmbeddedDatabase, importsOfEmbeddedDatabase } from '../../scripts/release/embedded-database.ts';
import { writeLicences } from '../../scripts/release/licences.ts';
import { compareWithLock, findPackages, type Package } from '../../scripts/release/packages.ts';

const root = join(import.meta.dirname, '../..');

describe('of the embedded database', () => {
  const find = async (...imports: string[]) =>
    (await findEmbeddedDatabase(root, imports)).map((path) => path.replace(/^.*pglite\//, ''));

  test('what runs is found: its modules and what these open', async () => {
    const names = await find('@electric-sql/pglite');
    for (const name of ['package.json', 'dist/index.js', 'dist/pglite.wasm', 'dist/pglite.data', 'dist/initdb.wasm'])
      expect(names).toContain(name);
    expect(names.filter((name) => /\.(cjs|map|ts|gz)$/.test(name))).toEqual([]);
  });

  test('an extension comes with its archive', async () => {
    expect(await find('@electric-sql/pglite/contrib/pg_trgm')).toContain('dist/pg_trgm.tar.gz');
  });

  test('what the bundles import is found, and nothing else', () => {
    const imports = [
      { path: '@electric-sql/pglite', kind: 'dynamic-import', external: true },
      { path: '@electric-sql/pglite/contrib/pg_trgm', kind: 'import-statement', external: true },
      { path: '@electric-sql/pglite-tools', kind: 'import-statement', external: true },
      { path: 'node:fs', kind: 'import-statement', external: true },
    ] as const;
    const output = { bytes: 0, inputs: {}, exports: [], imports: [...imports] };
    const outputs = { 'dist/node.js': output, 'dist/cli.js': output };
    expect(importsOfEmbeddedDatabase({ inputs: {}, outputs })).toEqual(imports.slice(0, 2).map(({ path }) => path));
  });
});

describe('packages', () => {
  test('of a file in a package of a package: the inner one', async () => {
    const inner = 'node_modules/jsonld/node_modules/canonicalize';
    const packages = await findPackages(root, [`${inner}/lib/canonicalize.js`, 'src/runtime/node.ts']);
    expect(packages.find(({ folder }) => folder === inner)).toMatchObject({ name: 'canonicalize' });
    expect(packages.map(({ folder }) => folder)).toContain('node_modules/hono');
  });

  test('as the lock file says are good; another version and a stranger are named', async () => {
    const packages = await findPackages(root, []);
    expect(await compareWithLock(root, packages)).toEqual([]);
    const wrong = [
      { ...packages[0]!, folder: 'node_modules/hono', version: '0.0.0' },
      { ...packages[0]!, folder: 'node_modules/never-locked', version: '1.0.0' },
    ];
    expect(await compareWithLock(root, wrong)).toEqual([
      expect.stringMatching(/^node_modules\/hono is 0\.0\.0, and package-lock\.json says \d/),
      'node_modules/never-locked is 1.0.0, and package-lock.json says nothing.',
    ]);
  });
});

describe('licences', () => {
  let home: string;
  beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), 'mikromerit-licences-'))));
  afterAll(() => rm(home, { recursive: true, force: true }));

  async function lay(name: string, files: Readonly<Record<string, string>>): Promise<Package> {
    await mkdir(join(home, name));
    for (const [file, text] of Object.entries(files)) await writeFile(join(home, name, file), text);
    return { folder: name, name, version: '1.0.0', license: 'MIT' };
  }

  test.each([
    ['spelt', { LICENCE: 'Copyright (c) A', 'index.js': 'code' }, /Copyright \(c\) A/],
    ['lower', { 'license.md': 'Copyright (c) B' }, /Copyright \(c\) B/],
    ['two', { LICENSE: 'Copyright (c) C', NOTICE: 'made of D' }, /Copyright \(c\) C\s+made of D/],
    ['readme', { 'README.md': 'words\n\n## License\n\nCopyright (c) E' }, /={80}\n\nCopyright \(c\) E/],
  ])('are found: %s', async (name, files, terms) => {
    expect(await writeLicences(home, [await lay(name, files)])).toMatch(terms);
  });

  test.each([
    ['none', { 'index.js': 'code', 'licensee.js': 'code' }],
    ['only-a-word', { 'README.md': '## License\n\nMIT' }],
  ])('that are not there stop the release: %s', async (name, files) => {
    await expect(writeLicences(home, [await lay(name, files)])).rejects.toThrow(/no licence text/);
  });
});
