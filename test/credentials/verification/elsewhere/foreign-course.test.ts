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
  return { unsigned, sign, check, say, says, course, outside };
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
