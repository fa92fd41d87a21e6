import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AddressName, addressShapes, routeOf } from '../../src/domain/addresses/grammar.ts';
import { type Addresses, createAddresses } from '../../src/domain/addresses/addresses.ts';
import { permanentAddresses } from '../../src/http/permanent-addresses.ts';
import { addressesPage } from '../../scripts/generate/addresses.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { type Harness, origin, startHarness } from './setup/harness.ts';
import { expectProblem } from './setup/refusals.ts';
import { must, type Story, wholeStory } from './setup/story.ts';

let harness: Harness;
let story: Story;
let certificate: string;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
  const page = `${harness.north.base}/awards/${story.award.id}/certificate-page`;
  certificate = new URL(must(await harness.north.as.registrar.put(page, { on: true })).address).pathname;
});
afterAll(() => harness.close());

const host = 'https://host.example';
const { institution, microcredential, version, did, part, statusList, ...rest } = createAddresses(host);
/** Each address that the code makes, with its variable parts by name: leave one out and this does not compile. */
const made: Readonly<Record<Exclude<keyof Addresses, 'base'>, string>> = {
  institution: institution('{institution}'),
  did: did('{institution}').replace('host.example', 'HOST'),
  didDocument: rest.didDocument('{institution}'),
  jwks: rest.jwks('{institution}'),
  microcredential: microcredential('{institution}', '{microcredential}'),
  version: version('{institution}', '{microcredential}', '{number}' as never),
  part: part(version('{institution}', '{microcredential}', '{number}' as never), '{part}'),
  offering: rest.offering('{institution}', '{offering}'),
  statusList: statusList('{institution}', '{list}' as never, '{purpose}' as never),
  context: rest.context,
  vocabulary: `${rest.vocabulary}{term}`,
  award: rest.award('{award}'),
  certificatePage: rest.certificatePage('{token}'),
  verifyPage: rest.verifyPage,
};
const inCode = Object.values(made).map((address) => address.replace(host, ''));

const text = readFileSync(new URL('../../docs/addresses.md', import.meta.url), 'utf8');
const inDocument = [...text.matchAll(/^\| [^|]+ \| `([^`]+)` +\|/gm)].map(([, address]) => address);

describe('docs/addresses.md', () => {
  test('is what the grammar of addresses makes of it', async () => {
    expect(await addressesPage()).toBe(text);
  });

  test('names every address that the code makes, and no other', () => {
    expect(inDocument.toSorted()).toEqual(inCode.toSorted());
  });

  test('are all answered', () => {
    const routes = permanentAddresses({} as never).routes.map(({ path }) => path);
    expect([...new Set(routes)].toSorted()).toEqual(
      (Object.keys(addressShapes) as AddressName[]).map(routeOf).toSorted(),
    );
  });

  test.each(inCode)('%s has no version of the API and no language in it', (address) => {
    expect(address).not.toMatch(/\/api\/|\/v\d+\/(?!$)|^\/(sv|sv-fi|fi|en)\//);
  });
});

const place = '/institutions/provsjo';
const course = `${place}/microcredentials/vatten`;
type Kept = Readonly<{ path: () => string; types: readonly string[]; cache: string; open: boolean; page: boolean }>;
const minute = 'public, max-age=60';
const day = 'public, max-age=86400';
const json = 'application/json';
const linked = 'application/ld+json';
const didJson = 'application/did+json';
const jwks = 'application/jwk-set+json';
/** What each address answers: its media types, the first where none is asked for. */
const served: Readonly<Record<string, Kept>> = {
  institution: { path: () => place, types: [json, linked], cache: minute, open: true, page: true },
  'DID document': { path: () => `${place}/did.json`, types: [didJson], cache: minute, open: true, page: false },
  'JSON Web Key Set': { path: () => `${place}/jwks.json`, types: [jwks], cache: minute, open: true, page: false },
  'micro-credential': { path: () => course, types: [json, linked], cache: minute, open: true, page: true },
  version: { path: () => `${course}/versions/1`, types: [json, linked], cache: day, open: true, page: true },
  run: {
    path: () => `${place}/offerings/${story.offering.id}`,
    types: [json, linked],
    cache: minute,
    open: true,
    page: true,
  },
  'status list': {
    path: () => `${place}/status/1/revocation`,
    types: ['application/vc'],
    cache: minute,
    open: true,
    page: false,
  },
  context: { path: () => '/contexts/mikromerit/v1', types: [linked], cache: day, open: true, page: false },
  award: { path: () => `/records/${story.award.id}`, types: [json], cache: minute, open: true, page: true },
  certificate: {
    path: () => certificate,
    types: ['application/vc'],
    cache: 'private, no-cache',
    open: false,
    page: true,
  },
};

/** What a reader asks for, and whether they get the page, linked data, or what everyone gets. */
const asked: readonly (readonly [string | undefined, 'page' | 'linked' | 'document'])[] = [
  [undefined, 'document'],
  ['*/*', 'document'],
  ['application/json', 'document'],
  ['application/*', 'document'],
  ['application/ld+json', 'linked'],
  ['application/ld+json;profile="https://example.org/x"', 'linked'],
  ['application/ld+json, application/json;q=0.9', 'linked'],
  ['application/json, application/ld+json;q=0.9', 'document'],
  ['application/ld+json;q=0', 'document'],
  ['text/html', 'page'],
  ['TEXT/HTML', 'page'],
  ['text/*', 'page'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'page'],
  ['text/html, application/json;q=0.9', 'page'],
  ['text/html;q=0.9, application/json', 'document'],
  ['application/json, text/html', 'document'],
  ['text/html;q=0', 'document'],
  ['text/html;q=0, */*', 'document'],
  // A weight that is none counts as the whole of it (hono/utils/accept).
  ['text/html;q=2', 'page'],
  ['image/png', 'document'],
  [';;,,q=x;/', 'document'],
];

describe.each(Object.entries(served))('the address of a %s', (_, { path, types, cache, open, page }) => {
  const read = (accept: string | undefined) =>
    harness.anyone.get(path(), accept === undefined ? {} : { Accept: accept });
  const document = types[0];
  const expected = { page: page ? 'page' : document, linked: types.includes(linked) ? linked : document, document };

  test.each(asked)('answers “%s” with the %s', async (accept, wanted) => {
    const { status, headers } = await read(accept);
    if (expected[wanted] === 'page') expect([status, headers.get('Location')]).toEqual([303, `/en${path()}`]);
    else expect([status, headers.get('Content-Type')]).toEqual([200, expected[wanted]]);
    expect(headers.get('Vary')).toMatch(/\bAccept\b/);
  });

  test('may be kept as the table says, and read from elsewhere where it may', async () => {
    for (const type of types) {
      const { headers } = await read(type);
      expect(headers.get('Cache-Control')).toBe(cache);
      expect(headers.get('Access-Control-Allow-Origin')).toBe(open ? '*' : null);
      expect(headers.get('ETag')).toMatch(/^"/);
    }
  });

  test('names itself in its document, where that has an address', async () => {
    const { body } = await read(document);
    const itself = body.address ?? body.id;
    if (typeof itself === 'string' && itself.startsWith(origin) && path() !== certificate) {
      expect(itself).toBe(origin + path());
    }
  });

  if (!page) return;
  test('sends a person to the page in their language, with what they asked for', async () => {
    const languages = {
      sv: '/sv',
      'sv-FI,sv;q=0.9': '/sv-fi',
      'fi-FI': '/fi',
      'de, en;q=0.5': '/en',
      de: '/en',
      'sv;q=0.1, fi': '/fi',
    };
    for (const [language, prefix] of Object.entries(languages)) {
      const { status, headers } = await harness.anyone.get(`${path()}?a=b`, {
        Accept: 'text/html',
        'Accept-Language': language,
      });
      expect([status, headers.get('Location')]).toEqual([303, `${prefix}${path()}?a=b`]);
      expect(headers.get('Vary')).toBe('Accept, Accept-Language');
      const shown = await harness.anyone.get(headers.get('Location') ?? '', { Accept: 'text/html' });
      expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
    }
  });

  test('gives a browser the document too, where a link asks for it', async () => {
    const { status, headers } = await harness.anyone.get(`${path()}?format=json`, { Accept: 'text/html' });
    expect([status, headers.get('Content-Type')]).toEqual([200, document]);
  });
});

describe('the verify page', () => {
  test('is a page for people, and says so to machines', async () => {
    expect((await harness.anyone.get('/verify', { Accept: 'text/html' })).headers.get('Location')).toBe('/en/verify');
    const answer = await harness.anyone.get('/verify', { Accept: json });
    expectProblem(answer, { status: 404, code: 'not-found' });
    expect(answer.body.detail).toContain('/api/v1/verify');
  });
});

describe('what is not there', () => {
  const missing = [
    '/institutions/ingenstans',
    '/institutions/ingenstans/did.json',
    `${place}/microcredentials/torka`,
    `${course}/versions/2`,
    `${course}/versions/0`,
    `${course}/versions/01`,
    `${course}/versions/1e0`,
    `${place}/status/2/revocation`,
    `${place}/status/1/refresh`,
    `${place}/status/01/revocation`,
    '/contexts/mikromerit/v2',
    '/records/1',
    '/certificates/1',
    '/records/%00',
    '/certificates/a%00',
    '/institutions/%00/did.json',
    `${place}/microcredentials/%00`,
    `${place}/microcredentials/%00/versions/1`,
  ];
  test.each(missing)('%s', async (path) => {
    const { status, headers } = await harness.anyone.get(path);
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
      404,
      'application/problem+json',
      'no-store',
    ]);
  });
});

test.each(['/records/%00', '/sv/records/%00', '/fi/institutions/%00', '/en/certificates/%00'])(
  'nothing is at %s for a person either',
  async (path) => {
    const { status, headers } = await harness.anyone.get(path, { Accept: 'text/html' });
    expect([status, headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8']);
  },
);

everyAnswer(() => harness);
