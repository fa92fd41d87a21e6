import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AddressName,
  addressShapes,
  buildPath,
  institutionIn,
  readPath,
} from '../../../src/domain/addresses/grammar.ts';

const names = Object.keys(addressShapes) as AddressName[];
const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
const parts = fc.record({
  institution: slug,
  microcredential: slug,
  number: fc.integer({ min: 1, max: 999_999 }).map(String),
  list: fc.integer({ min: 1, max: 999_999_999 }).map(String),
  purpose: fc.constantFrom('revocation', 'suspension'),
  offering: fc.uuid(),
  award: fc.uuid(),
  token: fc.stringMatching(/^[A-Za-z0-9_-]{32}$/),
});

describe('the grammar of addresses', () => {
  test.each(names)('%s: what is built is read as what it was built from', (name) => {
    fc.assert(
      fc.property(parts, (given) => {
        const path = buildPath(name, given);
        const read = readPath(path);
        expect(read?.name).toBe(name);
        for (const [part, value] of Object.entries(read?.parts ?? {}))
          expect(value).toBe(given[part as keyof typeof given]);
        expect(buildPath(name, read?.parts as never)).toBe(path);
      }),
    );
  });

  test('reads every path as one address at most, whatever it is', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const read = readPath(path);
        if (read) expect(buildPath(read.name, read.parts as never)).toBe(path);
      }),
    );
  });

  test.each([
    '/institutions/',
    '/institutions/A',
    '/institutions/a/did.jsonx',
    '/institutions/a/didxjson',
    '/institutions/a/microcredentials/b/versions/0',
    '/institutions/a/microcredentials/b/versions/01',
    '/institutions/a/microcredentials/b/versions/1234567',
    '/institutions/a/microcredentials/b/versions/1/',
    '/institutions/a/status/0/revocation',
    '/institutions/a/status/1/revocation/x',
    '/contexts/mikromerit/v2',
    '/records/',
    '/verify/x',
    '/sv/verify',
  ])('%s is none of them', (path) => {
    expect(readPath(path)).toBeUndefined();
  });

  test.each([
    ['/institutions/nord/anything/at/all', 'nord'],
    ['/institutions/nord', 'nord'],
    ['/institutions/', undefined],
    ['/records/x', undefined],
  ])('below %s stands the institution %s', (path, institution) => {
    expect(institutionIn(path)).toBe(institution);
  });
});
