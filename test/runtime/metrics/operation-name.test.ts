import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressShapes } from '../../../src/domain/addresses/grammar.ts';
import { operationTable } from '../../../src/generated/operations.ts';
import { composeApp } from '../../../src/runtime/compose.ts';
import { operationName } from '../../../src/runtime/metrics/operation-name.ts';

const named = (method: string, path: string): string =>
  operationName(new Request(new URL(path, 'http://localhost:8787'), { method }));

test.each([
  ['GET', '/api/v1/institutions', 'listInstitutions'],
  ['GET', '/api/v1/institutions/nord', 'readInstitution'],
  ['HEAD', '/api/v1/institutions/nord', 'readInstitution'],
  ['POST', '/api/v1/institutions/nord/awards', 'makeAward'],
  ['POST', '/api/v1/verify', 'verifyCredential'],
  ['GET', '/health?stranger=1', 'readHealth'],
  ['GET', '/institutions/nord', 'address/institution'],
  ['HEAD', '/institutions/nord', 'address/institution'],
  ['GET', '/institutions/nord/did.json', 'address/didDocument'],
  ['GET', '/institutions/nord/jwks.json', 'address/jwks'],
  ['GET', '/institutions/nord/status/1/revocation', 'address/statusList'],
  ['GET', '/institutions/nord/offerings/some-id', 'address/offering'],
  ['GET', '/fi/institutions/nord/offerings/some-id', 'page/offering'],
  ['GET', '/records/some-id', 'address/award'],
  ['GET', '/certificates/some-token?format=json', 'address/certificatePage'],
  ['GET', '/sv/', 'page/catalogue'],
  ['GET', '/sv-fi/institutions/nord/microcredentials/vatten/versions/2', 'page/version'],
  ['GET', '/en/certificates/some-token', 'page/certificatePage'],
  ['GET', '/fi/verify', 'page/verifyPage'],
  ['POST', '/fi/verify', 'page/verified'],
  ['DELETE', '/api/v1/institutions/nord', 'other'],
  ['PUT', '/institutions/nord', 'other'],
  ['POST', '/sv/', 'other'],
  ['GET', '/sv/institutions/nord/did.json', 'other'],
  ['GET', '/de/verify', 'other'],
  ['GET', '/api/v1/institutions/nord/', 'other'],
  ['GET', '/__proto__', 'other'],
  ['GET', '/constructor/verify', 'other'],
  ['GET', '/%', 'other'],
  ['CHICKEN', '/verify', 'other'],
])('%s %s is counted as %s', (method, path, name) => {
  expect(named(method, path)).toBe(name);
});

test('every operation of the contract is counted by its own name', () => {
  for (const [id, { method, path }] of Object.entries(operationTable))
    expect(named(method.toUpperCase(), path.replaceAll(/:\w+/g, 'x'))).toBe(id);
});

test('every route that is no asset and no fallback has a name', () => {
  const routes = composeApp().routes.filter(({ method }) => method !== 'ALL');
  expect(routes.length).toBeGreaterThan(60);
  const nameless = routes
    .map(({ method, path }) => [method, path.replaceAll(/:\w+\{[^}]*\}(\})?/g, '1').replaceAll(/:\w+/g, 'x')] as const)
    .filter(([method, path]) => named(method, path) === 'other')
    .map(([, path]) => path);
  const expected = ['/', '/openapi.json', '/docs', '/docs/entries.json', '/sv', '/sv-fi', '/fi', '/en'];
  const paths = new Set(nameless.filter((path) => !path.startsWith('/assets/')));
  expect([...paths].sort()).toEqual(expected.sort());
});

const pages = ['catalogue', 'institution', 'microcredential', 'version', 'award', 'certificatePage', 'verifyPage'];
const possible = new Set([
  ...Object.keys(operationTable),
  ...Object.keys(addressShapes).map((name) => `address/${name}`),
  ...[...pages, 'verified'].map((name) => `page/${name}`),
  'other',
]);

test('nobody makes a name that is not of ours', () => {
  const known = fc.constantFrom(
    ...Object.values({ ...operationTable }).flatMap(({ path }) => path.split('/').slice(1)),
  );
  const ours = fc.constantFrom('sv', 'en', 'institutions', 'microcredentials', 'versions', 'awards', 'certificates');
  const path = fc.array(fc.oneof(known, ours, fc.webSegment(), fc.string({ unit: 'binary' })), { maxLength: 8 });
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PURGE');
  fc.assert(
    fc.property(method, path, (verb, parts) => {
      const url = new URL('http://localhost:8787');
      url.pathname = parts.join('/');
      expect(possible).toContain(operationName(new Request(url, { method: verb })));
    }),
    { numRuns: 500 },
  );
});
