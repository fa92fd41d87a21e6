import { beforeAll, describe, expect, test } from 'vitest';
import { createAddresses } from '../../../../src/domain/addresses/addresses.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { unevenContent } from '../../../samples/content.ts';
import { addresses, copy, createFixture, factsOf, institution, keyEncryptionKey, now, slug } from '../../fixture.ts';
import { createTestWriter } from '../../writer.ts';

const host = { ...institution, id: 'host', slug: 'vardhogskolan', name: { sv: 'Värdhögskolan', en: 'The Host' } };

/** A certificate of an institution that gives a course of another at this service, and what the owner says of that. */
async function hosted(where = addresses) {
  const fixture = await createFixture(unevenContent, where);
  const { version, facts, put, verify, outside } = fixture;
  const writer = createTestWriter(where, keyEncryptionKey);
  const key = await writer.createKey(host.id, 'host-key', new Date('2026-01-02T00:00:00Z'));
  put(where.didDocument(host.slug), writer.composeDidDocument(host.slug, [key]));
  for (const purpose of ['revocation', 'suspension'] as const) {
    const list = await writer.composeStatusList({
      slug: host.slug,
      list: 1,
      purpose,
      set: [],
      validFrom: new Date('2027-03-20T11:00:00Z'),
      ttlSeconds: 300,
    });
    put(where.statusList(host.slug, 1, purpose), await writer.sign(list, key, host.slug, now));
  }
  const course = where.microcredential(slug, 'vatten');
  const says = { institution: where.did(host.slug), version: 2, awards: true, since: '2026-06-01' };
  const say = (...given: object[]) => put(course, { givenElsewhere: given });
  say(says);
  const unsigned = writer.compose({ ...factsOf(version, facts), issuer: host, host });
  const sign = (document: JsonObject) => writer.sign(document, key, host.slug, new Date('2027-03-10T09:00:01Z'));
  const check = async (document: JsonObject) => {
    const { verdict, checks, summary } = await verify(document);
    return { verdict, catalogue: checks.find(({ name }) => name === 'catalogue'), summary };
  };
  return { fixture, unsigned, sign, check, say, says, course, outside };
}

describe.each([
  ['this service', addresses],
  ['another installation', createAddresses('https://other.example')],
])('what a host awards of a course of another, at %s,', (_, where) => {
  let made: Awaited<ReturnType<typeof hosted>>;
  let credential: JsonObject;
  beforeAll(async () => {
    made = await hosted(where);
    credential = await made.sign(made.unsigned);
  });

  test('is genuine where the owner says so, and names both', async () => {
    made.say(made.says);
    const { verdict, catalogue, summary } = await made.check(credential);
    expect([verdict, catalogue?.outcome]).toEqual(['valid', 'passed']);
    expect(summary.awardingBodies).toMatchObject([{ id: where.did(host.slug), name: host.name }]);
    expect(summary.givenBy).toMatchObject([{ id: where.did(host.slug) }]);
    expect(summary.courseOf).toMatchObject([{ id: where.did(slug), name: institution.name, country: 'SE' }]);
  });

  test.each([
    ['of nobody', () => []],
    ['of another institution', () => [{ ...made.says, institution: where.did('tredje') }]],
    ['of another version', () => [{ ...made.says, version: 1 }]],
    ['that the owner awards', () => [{ ...made.says, awards: false }]],
    ['that it awards, as text', () => [{ ...made.says, awards: 'true' }]],
  ])('is not genuine where the owner says it %s', async (__, given) => {
    made.say(...given());
    const { verdict, catalogue } = await made.check(credential);
    expect([verdict, catalogue?.outcome]).toEqual(['invalid', 'failed']);
    expect(catalogue?.problem?.type).toContain('issuer-mismatch');
    expect(catalogue?.source).toBe(made.course);
  });

  test('cannot be told where the owner does not answer', async () => {
    made.outside.delete(made.course);
    const { verdict, catalogue } = await made.check(credential);
    expect([verdict, catalogue?.outcome]).toEqual(['undetermined', 'unknown']);
    made.say(made.says);
  });

  test.each([
    [
      'other words of the course',
      (document: any) => (document.credentialSubject.achievement.titleMap.sv = 'Läkarexamen'),
    ],
    ['more credits', (document: any) => (document.credentialSubject.creditsEarned = 300)],
    ['another owner', (document: any) => (document.credentialSubject.courseOwner.id = where.did('tredje'))],
  ])('is held to what the owner published: %s', async (__, change) => {
    made.say(made.says);
    const document = copy(made.unsigned);
    change(document);
    const { verdict } = await made.check(await made.sign(document));
    expect(verdict).not.toBe('valid');
  });
});

describe.each([
  ['this service', addresses],
  ['another installation', createAddresses('https://other.example')],
])('who is named beside what was published, at %s,', (_, where) => {
  let made: Awaited<ReturnType<typeof hosted>>;
  beforeAll(async () => {
    made = await hosted(where);
  });
  const third = { id: where.did('tredje'), legalName: { sv: 'Tredje' } };
  const owner = { id: where.did(slug), legalName: { sv: 'Ägaren' } };

  test.each([
    ['a third as who gave it', { providedBy: third }],
    ['the owner as who gave it', { providedBy: owner }],
    ['nobody as who gave it', { providedBy: undefined }],
    ['a third as who awards it', { awardingBody: third }],
    ['the owner as who awards it', { awardingBody: owner }],
    ['another beside itself as who awards it', { awardingBody: [{ id: where.did(host.slug) }, third] }],
    ['somebody without an id as who awards it', { awardingBody: { legalName: { sv: 'Tredje' } } }],
    ['nobody as who awards it', { awardingBody: undefined }],
    ['the owner by an id that no reader sees', { courseOwner: where.did(slug) }],
  ])('a host names nobody but itself and the owner: %s', async (__, parties) => {
    const document = copy(made.unsigned);
    Object.assign(document.credentialSubject, parties);
    const { verdict, catalogue } = await made.check(await made.sign(copy(document)));
    expect([verdict, catalogue?.problem?.type]).toEqual(['invalid', expect.stringContaining('issuer-mismatch')]);
  });

  test.each([
    ['who gave it', { providedBy: third }],
    ['who awards it', { awardingBody: third }],
    ['whose course it is', { courseOwner: third }],
  ])('an owner names nobody without an agreement as %s', async (__, parties) => {
    const document = copy(made.fixture.unsigned);
    Object.assign(document.credentialSubject, parties);
    const { verdict, catalogue } = await made.check(await made.fixture.sign(document));
    expect([verdict, catalogue?.problem?.type]).toEqual(['invalid', expect.stringContaining('issuer-mismatch')]);
  });

  test.each([
    [{}, 'valid'],
    [{ awards: false }, 'valid'],
    [{ version: 1 }, 'invalid'],
  ])('an owner names the host that it has an agreement with: %j', async (agreed, expected) => {
    made.say({ ...made.says, ...agreed });
    const document = copy(made.fixture.unsigned);
    document.credentialSubject.providedBy = { id: where.did(host.slug), legalName: host.name };
    const { verdict } = await made.check(await made.fixture.sign(document));
    made.say(made.says);
    expect(verdict).toBe(expected);
  });

  test.each([
    ['a dot behind the host', 'example/', 'example./'],
    ['percent-encoding', 'vatten', 'vatte%6e'],
    ['a slash at the end', 'versions/2', 'versions/2/'],
    ['no version', '/versions/2', ''],
  ])('nobody awards the course of another under another spelling of its address: %s', async (__, said, spelt) => {
    const text = JSON.stringify(made.unsigned);
    const version = where.version(slug, 'vatten', 2);
    const document = JSON.parse(text.replaceAll(version, version.replace(said, spelt)));
    delete document.credentialSubject.courseOwner;
    expect((await made.check(await made.sign(document))).verdict).toBe('invalid');
  });
});

test.each([addresses, createAddresses('https://other.example')])(
  'an address that cannot be read is of no course',
  async (where) => {
    const made = await hosted(where);
    const version = where.version(slug, 'vatten', 2);
    const text = JSON.stringify(made.unsigned).replaceAll(version, 'https://[x');
    const { catalogue } = await made.check(await made.sign(JSON.parse(text) as JsonObject));
    expect(['failed', 'notApplicable']).toContain(catalogue?.outcome);
  },
);

test('without saying whose course it is, nobody awards what another published here', async () => {
  const made = await hosted();
  const document = copy(made.unsigned);
  delete document.credentialSubject.courseOwner;
  const { verdict, catalogue } = await made.check(await made.sign(document));
  expect([verdict, catalogue?.problem?.type]).toEqual(['invalid', expect.stringContaining('issuer-mismatch')]);
});

test.each(['providedBy', 'courseOwner', 'awardingBody'])(
  'a stranger does not name one of ours as %s',
  async (member) => {
    const elsewhere = createAddresses('https://other.example');
    const made = await hosted(elsewhere);
    const document = copy(made.unsigned);
    document.credentialSubject[member] = { id: addresses.did(slug), legalName: institution.name };
    const { verdict } = await made.check(await made.sign(document));
    expect(verdict).toBe('invalid');
  },
);
