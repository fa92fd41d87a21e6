import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  contextUrls,
  createDocumentLoader,
  knownContexts,
  UnknownContext,
} from '../../../src/credentials/contexts/document-loader.ts';
import { ownContext } from '../../../src/credentials/contexts/own-context.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, factsOf, versionOf, writer } from '../fixture.ts';
import { hoursOnlyContent, unevenContent } from '../../samples/content.ts';

const known = knownContexts(addresses);
const loader = createDocumentLoader(addresses);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const digests = Object.fromEntries([...known].map(([url, context]) => [url, sha256(JSON.stringify(context))]));

/** Of the JSON as it is bundled: a signature holds with these definitions only, so none may change unseen. */
test('every bundled context is the one that was reviewed', () => {
  expect(digests).toMatchInlineSnapshot(`
    {
      "http://data.europa.eu/snb/model/context/edc-ap": "54f372f8f0c35af89c7897d08e1b840df26b3c0af9b36918ce77fe01cd3f7715",
      "https://mikromerit.example/contexts/mikromerit/v1": "2c3ef60665096f50ec5e6d67a1e5e12dd29a6b8199868a528b2c574afa665a8a",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f",
      "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383",
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892",
      "https://w3id.org/security/data-integrity/v2": "be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21",
      "https://w3id.org/security/jwk/v1": "b782caba84eb0c7410a2c95641b5e36ea35539f7d9e3340297dec474f9a55693",
      "https://w3id.org/security/multikey/v1": "91f130b30b6705ee65dfa8f86e74922a74aaa0d5fc8bb35427ec2d607d3ad3eb",
      "https://w3id.org/security/suites/ed25519-2020/v1": "9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8",
      "https://w3id.org/vc/status-list/2021/v1": "2420f53a4af31944aade1e7b98dc2b2e94fd243438d20864e39b1bbf74dc3c28",
      "https://www.w3.org/2018/credentials/v1": "778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7",
      "https://www.w3.org/ns/credentials/status/v1": "1d5d557d174395f467c025726ff37da4b18e81d95e2a7e285d8e2158e5f889ce",
      "https://www.w3.org/ns/credentials/undefined-terms/v2": "3b11e1df8c618447e9f79f3737e3c30fc0841537eb95f36003742c633672bb9f",
      "https://www.w3.org/ns/credentials/v2": "bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050",
    }
  `);
});

test('an unknown context is a typed refusal, never a fetch', async () => {
  await expect(loader('https://example.org/context')).rejects.toThrow(UnknownContext);
});

const elsewhere = createAddresses('https://other.example');

test('one that no processor can read is told as that, and the certificate is read by its names', async () => {
  const fixture = await createFixture();
  const document = copy(fixture.credential);
  document['@context'].push(
    'https://raw.githubusercontent.com/educredentials/obv3-examples/refs/heads/main/contexts/educredential.json',
  );
  const { verdict, checks, summary } = await fixture.verify(document);
  expect(verdict).toBe('undetermined');
  for (const name of ['format', 'proof']) {
    const check = checks.find((one) => one.name === name);
    expect(check, name).toMatchObject({ outcome: 'unknown' });
    expect(check?.problem?.detail, name).toContain('faulty as it is published');
  }
  expect(summary).toMatchObject({ learner: 'Märta Ålöf', credits: 3 });
});

test('the own context of another deployment follows from its address', async () => {
  expect(await loader(elsewhere.context)).toMatchObject({ document: ownContext(elsewhere) });
  expect(loader.knows(elsewhere.context)).toBe(true);
});

test.each([
  'https://a@other.example/contexts/mikromerit/v1',
  'https://a:b@other.example/contexts/mikromerit/v1',
  'https://other.example:8443/contexts/mikromerit/v1',
  'https://other.example:443/contexts/mikromerit/v1',
  'https://other.example/contexts/mikromerit/v1/',
  'https://other.example/contexts/mikromerit/v1?',
  'https://other.example/contexts/mikromerit/v1?a=b',
  'https://other.example/contexts/mikromerit/v1#a',
  'https://other.example/contexts/mikromerit/v2',
  'https://other.example//contexts/mikromerit/v1',
  'https://other.example/a/../contexts/mikromerit/v1',
  'https://other.example/%63ontexts/mikromerit/v1',
  'https://OTHER.example/contexts/mikromerit/v1',
  'HTTPS://other.example/contexts/mikromerit/v1',
  'https:other.example/contexts/mikromerit/v1',
  'https:\\\\other.example/contexts/mikromerit/v1',
  ' https://other.example/contexts/mikromerit/v1',
  'https://öther.example/contexts/mikromerit/v1',
  'http://other.example/contexts/mikromerit/v1',
  'http://localhost.example/contexts/mikromerit/v1',
  'ftp://localhost/contexts/mikromerit/v1',
])('%s is nobody’s context', async (url) => {
  expect([loader.knows(url), loader.isOwn(url)]).toEqual([false, false]);
  await expect(loader(url)).rejects.toThrow(UnknownContext);
  const fixture = await createFixture();
  for (const place of [2, 3]) {
    const document = copy(fixture.credential);
    document['@context'][place] = url;
    const { checks, verdict } = await fixture.verify(document);
    expect(checks[0]).toMatchObject({
      outcome: 'unknown',
      problem: { type: 'https://mikromerit.example/problems/unknown-context' },
    });
    expect(verdict).not.toBe('valid');
  }
});

test.each([
  ['two deployments’', [contextUrls.credentials, contextUrls.openBadges, addresses.context, elsewhere.context]],
  ['one deployment’s, twice', [contextUrls.credentials, contextUrls.openBadges, addresses.context, addresses.context]],
  ['second', [contextUrls.credentials, addresses.context, contextUrls.openBadges]],
  ['fourth', [contextUrls.credentials, contextUrls.openBadges, contextUrls.openBadgesExtensions, addresses.context]],
])('an own context stands third and alone: %s', async (_, contexts) => {
  const fixture = await createFixture();
  await expect(fixture.sign({ ...fixture.unsigned, '@context': contexts })).rejects.toThrow('stands third');
  const { checks, verdict } = await fixture.verify({ ...fixture.credential, '@context': contexts });
  expect(checks[0]).toMatchObject({
    outcome: 'unknown',
    problem: { type: 'https://mikromerit.example/problems/unsupported-json-ld' },
  });
  expect(verdict).not.toBe('valid');
});

test('a certificate of ours does not hold in another deployment’s words', async () => {
  const fixture = await createFixture();
  const document = copy(fixture.credential);
  document['@context'][2] = elsewhere.context;
  const { checks, verdict } = await fixture.verify(document);
  expect(verdict).toBe('invalid');
  expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual(['proof', 'catalogue']);
});

test('our own terms collide with no other and are protected', async () => {
  const own = known.get(addresses.context) as { '@context': Record<string, unknown> };
  const taken = JSON.stringify([known.get(contextUrls.credentials), known.get(contextUrls.openBadges)]);
  const terms = Object.keys(own['@context']).filter((term) => !term.startsWith('@'));
  expect(own['@context']['@protected']).toBe(true);
  expect(terms.filter((term) => taken.includes(`"${term}":`))).toEqual([]);
});

/** Only one spelling of what decides validity: otherwise a signed document could be rewritten to hide it. */
test('no two terms of the bundled contexts mean the same deciding property', () => {
  const spelled = new Map<string, Set<string>>();
  const walk = (context: unknown, outer: object): void => {
    if (typeof context !== 'object' || context === null) return;
    const prefixes: Record<string, unknown> = { ...outer, ...context };
    for (const [term, definition] of Object.entries(context)) {
      const id = typeof definition === 'string' ? definition : (definition as { '@id'?: unknown } | null)?.['@id'];
      if (typeof id === 'string' && !term.startsWith('@')) {
        const [prefix = '', name = ''] = id.split(':');
        const around = id.includes(':') && !name.startsWith('//') ? prefixes[prefix] : undefined;
        const iri = typeof around === 'string' ? around + name : id;
        spelled.set(iri, (spelled.get(iri) ?? new Set()).add(term));
      }
      walk(definition, prefixes);
    }
  };
  for (const context of known.values()) walk((context as JsonObject)['@context'], {});
  const deciding = [...spelled].filter(([iri]) =>
    /^(@|https:\/\/www\.w3\.org\/(2018\/credentials#|ns\/credentials\/status#)|https:\/\/w3id\.org\/security#)/.test(
      iri,
    ),
  );
  const aliases = deciding.filter(([, terms]) => terms.size > 1).map(([iri, terms]) => [iri, [...terms].sort()]);
  expect(deciding.length).toBeGreaterThan(30);
  expect(aliases).toEqual([]);
  expect([...(spelled.get('@id') ?? []), ...(spelled.get('@type') ?? [])].sort()).toEqual(['id', 'type']);
});

test.each([
  ['unevenContent', unevenContent],
  ['without credits', hoursOnlyContent],
])('safe mode loses nothing of what we compose: %s', async (_, content) => {
  const document = writer.compose(factsOf(await versionOf(content)));
  const quads = await canonical(document, loader);
  // Each own term that stands in the document reaches RDF: without it, the graph is another one.
  const own = Object.keys((known.get(addresses.context) as { '@context': object })['@context']);
  const achievement = (document['credentialSubject'] as { achievement: Record<string, unknown> }).achievement;
  for (const term of own.filter((name) => name in achievement)) {
    const without = copy(document);
    delete without.credentialSubject.achievement[term];
    expect(await canonical(without, loader), term).not.toBe(quads);
  }
});
