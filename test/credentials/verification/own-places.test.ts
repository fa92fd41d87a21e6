import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../../src/credentials/index.ts';
import { sameId } from '../../../src/credentials/document/identifiers.ts';
import { createOwnPlaces } from '../../../src/credentials/verification/own-places.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { strangersProof } from '../bad-documents/signing.ts';
import { addresses, copy, createFixture, did, fetcherTo, now, slug, writer } from '../fixture.ts';

const origins = ['https://mikromerit.example', 'https://alias.example', 'https://bokstäver.example'];
const own = createOwnPlaces(addresses, origins);

const spellings = [
  'https://mikromerit.example',
  'https://MikroMerit.Example',
  'https://mikromerit.example.',
  'https://mikromerit.example:443',
  'https://mikromerit.example:8443',
  'http://mikromerit.example',
  'https://%6dikromerit.example',
  'https://user@mikromerit.example',
  'https://alias.example',
  'https://ALIAS.example.:443',
  'https://xn--bokstver-4za.example',
];
const strangers = ['https://other.example', 'https://mikromerit.example.evil.example', 'https://notmikromerit.example'];

test.each(spellings)('%s is ours', (origin) => {
  expect(own.isOurs(`${origin}/institutions/${slug}`)).toBe(true);
  expect(own.ownerOf(`${origin}/institutions/${slug}/microcredentials/a`)).toBe(did);
});

const ourDids = [
  did,
  `${did}#key`,
  `${did}/path?query`,
  `did:web:MIKROMERIT.example:institutions:${slug}`,
  `did:web:mikromerit.example.:institutions:${slug}`,
  `did:web:mikromerit.example%3A8443:institutions:${slug}`,
  `did:web:alias.example:institutions:${slug}:more`,
];

test.each(ourDids)('%s is ours', (id) => {
  expect(own.isOurs(id)).toBe(true);
  expect(own.ownerOf(id)).toBe(did);
});

test.each([
  ...strangers,
  'urn:mikromerit.example',
  'nonsense',
  'did:web:other.example',
  'did:web:mikromerit.example.evil.example:institutions:x',
  'did:key:mikromerit.example',
  'did:web:',
])('%s is not', (url) => {
  expect(own.isOurs(url)).toBe(false);
});

test('on one machine, the port tells services apart', () => {
  const local = createOwnPlaces(createAddresses('http://localhost:3000'), ['http://localhost:3000']);
  expect(local.isOurs('http://localhost:3000/x')).toBe(true);
  expect(local.isOurs('http://localhost:4000/x')).toBe(false);
});

describe('a document that has to do with an address of ours needs an issuer of ours', () => {
  type Change = (document: any, address: string) => void;
  const places: readonly (readonly [string, Change])[] = [
    ['its own id', (d, address) => (d.id = address)],
    ['its subject', (d, address) => (d.credentialSubject.id = address)],
    ['its achievement', (d, address) => (d.credentialSubject.achievement.id = address)],
    ['its creator', (d, address) => (d.credentialSubject.achievement.creator = { id: address, type: ['Profile'] })],
    ['its awarding body', (d, address) => (d.credentialSubject.achievement.awardingBody = { id: address })],
    [
      'who assures its quality',
      (d, address) =>
        (d.credentialSubject.achievement.qualityAssurance = {
          id: 'urn:uuid:6',
          assurer: address,
          assuredBy: { sv: 'x' },
        }),
    ],
    [
      'what its creator is part of',
      (d, address) =>
        (d.credentialSubject.achievement.creator = {
          id: 'urn:uuid:4',
          type: ['Profile'],
          parentOrg: { id: 'urn:uuid:5', type: ['Profile'], parentOrg: { id: address, type: ['Profile'] } },
        }),
    ],
    [
      'what its issuer is part of',
      (d, address) => (d.issuer = { id: d.issuer, type: ['Profile'], parentOrg: { id: address, type: ['Profile'] } }),
    ],
    ['who assessed it', (d, address) => (d.credentialSubject.source = { id: address, type: ['Profile'] })],
    ['its criteria', (d, address) => (d.credentialSubject.achievement.criteria = { id: address, narrative: 'x' })],
    [
      'a related resource',
      (d, address) => (d.relatedResource = [{ id: address, digestSRI: `sha256-${'A'.repeat(43)}=` }]),
    ],
  ];
  /** What a stranger composes, with nothing of ours in it but the context. */
  const foreign = (unsigned: JsonObject) => {
    const { credentialStatus: _, relatedResource: __, ...document } = copy(unsigned);
    document.id = 'urn:uuid:1';
    document.credentialSubject.id = 'urn:uuid:2';
    document.credentialSubject.achievement = {
      id: 'urn:uuid:3',
      type: ['Achievement'],
      name: 'x',
      description: 'x',
      criteria: { narrative: 'x' },
    };
    return document;
  };
  const verdictOn = async (change: Change, address: string) => {
    const fixture = await createFixture();
    const document = foreign(fixture.unsigned);
    const key = await writer.createKey('x', 'y', new Date(0));
    const id = `did:key:${key.publicKey}`;
    document.issuer = id;
    change(document, address);
    const verifier = createVerifier({ addresses, origins, fetcher: fetcherTo(fixture.outside) });
    const { checks, verdict } = await verifier.verify(await strangersProof(document, key, id), now);
    return [verdict, checks.at(-1)?.outcome];
  };

  test.each(places)('as %s', async (_, change) => {
    for (const origin of spellings)
      expect(await verdictOn(change, `${origin}/institutions/${slug}/x`), origin).toEqual(['invalid', 'failed']);
    for (const id of ourDids) expect(await verdictOn(change, id), id).toEqual(['invalid', 'failed']);
    for (const origin of strangers)
      expect(await verdictOn(change, `${origin}/institutions/${slug}/x`), origin).toEqual(['valid', 'notApplicable']);
  });

  test('nor may a stranger put an institution of ours by its DID behind an achievement', async () => {
    const did = addresses.did(slug);
    const spelt = [
      did,
      `${did}#key`,
      did.replace(/^did:web:[^:]*/, (host) => `did:web:${host.slice(8).toUpperCase()}`),
    ];
    const behind = places.filter(([name]) =>
      ['its creator', 'its awarding body', 'who assures its quality'].includes(name),
    );
    for (const [name, change] of behind) {
      for (const id of spelt) expect(await verdictOn(change, id), `${name} ${id}`).toEqual(['invalid', 'failed']);
      expect(await verdictOn(change, 'did:web:stranger.example'), name).toEqual(['valid', 'notApplicable']);
    }
  });

  const profile = (more: JsonObject) => ({ id: 'urn:uuid:4', type: ['Profile'], ...more });
  const links: readonly (readonly [string, Change])[] = [
    ['the page of its creator', (d, url) => (d.credentialSubject.achievement.creator = profile({ url }))],
    ['what its holder showed', (d, id) => (d.evidence = [{ id, type: ['Evidence'], name: 'x' }])],
    [
      'what it is aligned to',
      (d, targetUrl) =>
        (d.credentialSubject.achievement.alignment = [{ type: ['Alignment'], targetName: 'x', targetUrl }]),
    ],
  ];
  test.each(links)('but not where it merely links to it as %s', async (_, change) => {
    expect(await verdictOn(change, `${addresses.institution(slug)}/x`)).toEqual(['valid', 'notApplicable']);
  });

  test('nor does a circle of organisations keep it from being read', async () => {
    const circle: Change = (d, id) =>
      (d.credentialSubject.achievement.creator = profile({
        parentOrg: { id: 'urn:uuid:5', type: ['Profile'], parentOrg: [{ id: 'urn:uuid:4' }, { id }] },
      }));
    expect(await verdictOn(circle, 'https://other.example/x')).toEqual(['valid', 'notApplicable']);
    expect(await verdictOn(circle, addresses.institution(slug))).toEqual(['invalid', 'failed']);
  });

  test('but not to endorse it', async () => {
    const endorse: Change = (d) =>
      (d.credentialSubject = {
        id: addresses.institution(slug),
        type: ['EndorsementSubject'],
        endorsementComment: 'In good standing',
      });
    expect(await verdictOn(endorse, '')).toEqual(['valid', 'notApplicable']);
  });
});

test('what we sign about no achievement is no matter of the catalogue', async () => {
  const { outside, verify } = await createFixture();
  const list = JSON.parse(outside.get(addresses.statusList(slug, 1, 'revocation'))!) as JsonObject;
  const { verdict, checks } = await verify(list);
  expect([verdict, checks.at(-1)]).toMatchObject(['valid', { name: 'catalogue', outcome: 'notApplicable' }]);
});

test.each([
  ['did:web:a.example%3A8443:x', 'did:web:a.example%3a8443:x', true],
  ['did:web:a.example:x%2fy', 'did:web:a.example:x%2Fy', true],
  ['did:web:A.example:x', 'did:web:a.example:x', true],
  ['did:web:a.example:X', 'did:web:a.example:x', false],
  ['did:web:a.example:x#K', 'did:web:a.example:x#k', false],
  ['did:key:z6MkA', 'did:key:z6Mka', false],
  ['https://a.example/%c3%a5', 'https://a.example/%C3%A5', true],
  [undefined, undefined, false],
])('%s and %s: the same is %s', (one, other, expected) => {
  expect(sameId(one, other)).toBe(expected);
});

test('a document whose issuer is written with other percent-encoding is judged alike', async () => {
  const where = createAddresses('http://localhost:4567');
  const theirs = await createFixture(undefined, where);
  const document = copy(theirs.credential);
  const keys = copy(JSON.parse(theirs.outside.get(where.didDocument(slug))!) as JsonObject);
  const lower = JSON.parse(JSON.stringify(keys).replaceAll('%3A', '%3a')) as JsonObject;
  theirs.put(where.didDocument(slug), lower);
  const { checks } = await theirs.verify(document);
  expect(checks.find(({ name }) => name === 'issuer')?.outcome).toBe('passed');
});
