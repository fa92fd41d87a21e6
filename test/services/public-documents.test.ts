import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureAfter, type Place, type Story, type Fixture } from '../setup/index.ts';

let fixture: Fixture;
let place: Place;
let story: Story;
const begin = fixtureAfter(({ story, provsjo }) => story(provsjo));
beforeEach(async () => {
  ({ made: story, ...fixture } = await begin());
  place = fixture.provsjo;
});
const at = (url: string) => fixture.services.publicDocuments.at(url);

describe('a document at one of our permanent addresses', () => {
  test('of a version is its exact bytes, under its digest', async () => {
    const { version } = story.version;
    const document = await at(version.id);
    expect(document).toEqual({
      text: version.document,
      etag: version.digest,
      type: 'application/json',
      publishedAt: version.publishedAt,
    });
  });

  test('of an institution is its DID document with every key it ever had', async () => {
    const first = JSON.parse((await at(fixture.ports.addresses.didDocument(place.slug)))?.text ?? '');
    await fixture.services.institutions.rotateSigningKey(place.slug);
    const document = await at(fixture.ports.addresses.didDocument(place.slug));
    const second = JSON.parse(document?.text ?? '');
    expect(document?.type).toBe('application/did+json');
    expect(second.id).toBe('did:web:credentials.example:institutions:provsjo');
    expect(second.keys).toHaveLength(2);
    expect(second.keys).toEqual(expect.arrayContaining(first.keys));
  });

  test('is our JSON-LD context', async () => {
    const document = await at(fixture.ports.addresses.context);
    expect(JSON.parse(document?.text ?? '')).toEqual(fixture.ports.writer.context);
  });

  test('is found for every address that a credential names', async () => {
    const { text } = await fixture.services.awarding.credential(place.actors.issuer, place.slug, story.award.id);
    const { achievement, status } = JSON.parse(text);
    for (const url of [achievement.id, ...status.map(({ list }: { list: string }) => list)]) {
      expect(await at(url), url).toBeDefined();
    }
  });

  test.each([
    '/institutions/nowhere/did.json',
    '/institutions/provsjo/did.json/',
    '/institutions/provsjo/did.json?x=1',
    '/institutions/provsjo/DID.json',
    '/institutions/provsjo/../koesaari/did.json',
    '/institutions/provsjo/status/0/revocation',
    '/institutions/provsjo/status/01/revocation',
    '/institutions/provsjo/status/2/revocation',
    '/institutions/provsjo/status/1/refresh',
    '/institutions/provsjo/microcredentials/vatten/versions/0',
    '/institutions/provsjo/microcredentials/vatten/versions/2',
    '/institutions/provsjo/microcredentials/annat/versions/1',
    '/institutions/koesaari/microcredentials/vatten/versions/1',
    '/contexts/mikromerit/v2',
    '',
    '/',
  ])('is not at %j', async (path) => {
    expect(await at(`https://credentials.example${path}`)).toBeUndefined();
  });

  test.each([
    // As long as our own origin, so that cutting off its length would leave one of our paths.
    'https://credentials.exemple/institutions/provsjo/did.json',
    'https://xredentials.example/institutions/provsjo/did.json',
    'http://credentials.example:/institutions/provsjo/did.json',
  ])('is never given for an address of another: %s', async (url) => {
    expect(await at(url)).toBeUndefined();
  });

  test('of an award is none here: it says who, so it is asked for elsewhere', async () => {
    expect(await at(fixture.ports.addresses.award(story.award.id))).toBeUndefined();
  });

  test('of a draft is none', async () => {
    await fixture.approved(place, 'ny');
    expect(await at(fixture.ports.addresses.version(place.slug, 'ny', 1))).toBeUndefined();
  });
});
