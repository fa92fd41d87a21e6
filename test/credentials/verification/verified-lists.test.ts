import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { afterEach, expect, test, vi } from 'vitest';
import { createVerifiedLists } from '../../../src/credentials/verification/checks/verified-lists.ts';
import { revocationList } from '../bad-documents/signing.ts';
import { addresses, copy, createWorld, now, slug, writer } from '../world.ts';

afterEach(() => void vi.restoreAllMocks());

test('a list whose bytes were verified before is not verified again', async () => {
  const world = await createWorld();
  const canonize = vi.spyOn(cryptosuite, 'canonize');
  expect((await world.verify(world.credential)).verdict).toBe('valid');
  const first = canonize.mock.calls.length;
  expect((await world.verify(world.credential)).verdict).toBe('valid');
  // The document and its proof; before that, both lists and their proofs too.
  expect([first, canonize.mock.calls.length - first]).toEqual([6, 2]);
});

/** Each comes after a verification that filled the memory. */
const after = async () => {
  const world = await createWorld();
  expect((await world.verify(world.credential)).verdict).toBe('valid');
  return world;
};

test('a new list speaks at once', async () => {
  const world = await after();
  await world.publishList('revocation', [4711]);
  expect((await world.verify(world.credential)).verdict).toBe('revoked');
  await world.publishList('revocation', []);
  expect((await world.verify(world.credential)).verdict).toBe('valid');
});

test('a key that is withdrawn takes its lists with it', async () => {
  const world = await after();
  const other = await writer.createKey('x', 'y', new Date(0));
  const document = await world.sign(world.unsigned, other);
  world.put(addresses.didDocument(slug), writer.composeDidDocument(slug, [world.key, other]));
  expect((await world.verify(document)).verdict).toBe('valid');
  world.put(addresses.didDocument(slug), writer.composeDidDocument(slug, [other]));
  const withdrawn = await world.verify(document);
  expect([withdrawn.verdict, withdrawn.checks.find(({ name }) => name === 'status')?.outcome]).toEqual([
    'undetermined',
    'unknown',
  ]);
  const ended = copy(writer.composeDidDocument(slug, [world.key, other]));
  ended.verificationMethod[0].revoked = '2027-03-01T00:00:00Z';
  world.put(addresses.didDocument(slug), ended);
  expect((await world.verify(document)).verdict).toBe('undetermined');
});

test('another key under the same name is another key', async () => {
  const world = await after();
  const other = await writer.createKey('x', 'y', new Date(0));
  const keys = copy(writer.composeDidDocument(slug, [world.key]));
  keys.verificationMethod[0].publicKeyMultibase = other.publicKey;
  world.put(addresses.didDocument(slug), keys);
  const { checks } = await world.verify(world.credential);
  expect(checks.find(({ name }) => name === 'status')?.outcome).toBe('unknown');
});

test('a list that was not good is looked at each time, and a good one that was changed is a new one', async () => {
  const world = await after();
  const good = world.outside.get(revocationList)!;
  const list = JSON.parse(good);
  world.put(revocationList, { ...list, validFrom: '2027-03-19T11:00:00Z' });
  for (const _ of [1, 2]) expect((await world.verify(world.credential)).verdict).toBe('undetermined');
  world.outside.set(revocationList, good);
  expect((await world.verify(world.credential)).verdict).toBe('valid');
});

test('a list that was good still runs out', async () => {
  const world = await createWorld();
  const list = JSON.parse(world.outside.get(revocationList)!);
  delete list.proof;
  world.put(revocationList, await world.sign({ ...list, validUntil: '2027-03-21T00:00:00Z' }));
  expect((await world.verify(world.credential)).verdict).toBe('valid');
  expect((await world.verify(world.credential, new Date('2027-03-22T00:00:00Z'))).verdict).toBe('undetermined');
  expect((await world.verify(world.credential, now)).verdict).toBe('valid');
});

test('the issuer’s keys are asked for each time', async () => {
  const world = await after();
  world.outside.delete(addresses.didDocument(slug));
  const { checks } = await world.verify(world.credential);
  expect(checks.find(({ name }) => name === 'status')?.outcome).toBe('unknown');
});

test('keeps so many, the latest, and none that is large', () => {
  const lists = createVerifiedLists(2);
  const bits = new Uint8Array(16);
  for (const basis of ['a', 'b', 'a', 'c']) lists.keep(basis, bits);
  expect(['a', 'b', 'c'].map((basis) => lists.find(basis) !== undefined)).toEqual([true, false, true]);
  lists.keep('d', new Uint8Array(128 * 1024 + 1));
  expect([lists.find('d'), lists.find('a')]).toEqual([undefined, bits]);
});
