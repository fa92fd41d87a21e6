import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { afterEach, expect, test, vi } from 'vitest';
import { createVerifiedLists } from '../../../src/credentials/verification/checks/verified-lists.ts';
import { revocationList } from '../bad-documents/signing.ts';
import { addresses, copy, createFixture, now, slug, writer } from '../fixture.ts';

afterEach(() => void vi.restoreAllMocks());

test('a list whose bytes were verified before is not verified again', async () => {
  const fixture = await createFixture();
  const canonize = vi.spyOn(cryptosuite, 'canonize');
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
  const first = canonize.mock.calls.length;
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
  // The document and its proof; before that, both lists and their proofs too.
  expect([first, canonize.mock.calls.length - first]).toEqual([6, 2]);
});

/** Each comes after a verification that filled the memory. */
const after = async () => {
  const fixture = await createFixture();
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
  return fixture;
};

test('a new list speaks at once', async () => {
  const fixture = await after();
  await fixture.publishList('revocation', [4711]);
  expect((await fixture.verify(fixture.credential)).verdict).toBe('revoked');
  await fixture.publishList('revocation', []);
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
});

test('a key that is withdrawn takes its lists with it', async () => {
  const fixture = await after();
  const other = await writer.createKey('x', 'y', new Date(0));
  const document = await fixture.sign(fixture.unsigned, other);
  fixture.put(addresses.didDocument(slug), writer.composeDidDocument(slug, [fixture.key, other]));
  expect((await fixture.verify(document)).verdict).toBe('valid');
  fixture.put(addresses.didDocument(slug), writer.composeDidDocument(slug, [other]));
  const withdrawn = await fixture.verify(document);
  expect([withdrawn.verdict, withdrawn.checks.find(({ name }) => name === 'status')?.outcome]).toEqual([
    'undetermined',
    'unknown',
  ]);
  const ended = copy(writer.composeDidDocument(slug, [fixture.key, other]));
  ended.verificationMethod[0].revoked = '2027-03-01T00:00:00Z';
  fixture.put(addresses.didDocument(slug), ended);
  expect((await fixture.verify(document)).verdict).toBe('undetermined');
});

test('another key under the same name is another key', async () => {
  const fixture = await after();
  const other = await writer.createKey('x', 'y', new Date(0));
  const keys = copy(writer.composeDidDocument(slug, [fixture.key]));
  keys.verificationMethod[0].publicKeyMultibase = other.publicKey;
  fixture.put(addresses.didDocument(slug), keys);
  const { checks } = await fixture.verify(fixture.credential);
  expect(checks.find(({ name }) => name === 'status')?.outcome).toBe('unknown');
});

test('a list that was not good is looked at each time, and a good one that was changed is a new one', async () => {
  const fixture = await after();
  const good = fixture.outside.get(revocationList)!;
  const list = JSON.parse(good);
  fixture.put(revocationList, { ...list, validFrom: '2027-03-19T11:00:00Z' });
  for (const _ of [1, 2]) expect((await fixture.verify(fixture.credential)).verdict).toBe('undetermined');
  fixture.outside.set(revocationList, good);
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
});

test('a list that was good still runs out', async () => {
  const fixture = await createFixture();
  const list = JSON.parse(fixture.outside.get(revocationList)!);
  delete list.proof;
  fixture.put(revocationList, await fixture.sign({ ...list, validUntil: '2027-03-21T00:00:00Z' }));
  expect((await fixture.verify(fixture.credential)).verdict).toBe('valid');
  expect((await fixture.verify(fixture.credential, new Date('2027-03-22T00:00:00Z'))).verdict).toBe('undetermined');
  expect((await fixture.verify(fixture.credential, now)).verdict).toBe('valid');
});

test('the issuer’s keys are asked for each time', async () => {
  const fixture = await after();
  fixture.outside.delete(addresses.didDocument(slug));
  const { checks } = await fixture.verify(fixture.credential);
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
