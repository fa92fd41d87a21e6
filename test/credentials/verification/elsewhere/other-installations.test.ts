import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../../../src/credentials/index.ts';
import { createAddresses } from '../../../../src/domain/addresses/addresses.ts';
import { homeMade, strangersProof } from '../../bad-documents/signing.ts';
import {
  addresses,
  copy,
  createFixture,
  fetcherTo,
  institution,
  keyEncryptionKey,
  now,
  slug,
  writer,
} from '../../fixture.ts';
import { createTestWriter } from '../../writer.ts';
import { catalogueOf } from '../published.ts';
import { hoursOnlyContent, unevenContent } from '../../../samples/content.ts';

describe('another installation of this software', () => {
  const where = createAddresses('https://other.example');

  test.each([
    ['unevenContent', unevenContent, institution],
    ['without credits', hoursOnlyContent, institution],
    ['Finnish', unevenContent, { ...institution, country: 'FI' as const, defaultLocale: 'fi' as const }],
  ])('its certificates verify here, with every element: %s', async (_, any, by) => {
    const ours = await createFixture(any, addresses, by);
    const theirs = await createFixture(any, where, by);
    const report = await theirs.verify(theirs.credential);
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
    expect(report.verdict).toBe('valid');
    const atHome = (await ours.verify(ours.credential)).summary;
    const moved = JSON.parse(JSON.stringify(atHome).replaceAll('mikromerit.example', 'other.example')) as object;
    expect(report.summary).toEqual(moved);
    expect(report.summary.legalForm).toBe(any.legalForms[0]);
  });

  test('its results of registers are read here, and held to nothing of ours', async () => {
    const decidedIn = {
      system: 'Peppi',
      id: 'P-7',
      attestedBy: 'Ada Attestant',
      attestedAt: new Date('2027-03-02T08:00:00Z'),
    };
    const { facts, sign, verify } = await createFixture(unevenContent, where);
    const theirWriter = createTestWriter(where, keyEncryptionKey);
    const report = await verify(await sign(theirWriter.compose({ ...facts, completion: { decidedIn } })));
    expect(report.verdict).toBe('valid');
    expect(report.summary.decidedIn).toEqual({ system: 'Peppi', id: 'P-7', attestedAt: '2027-03-02T08:00:00Z' });
    expect(report.summary).not.toHaveProperty('examination');
  });

  test('works on this machine too, at any port', async () => {
    const theirs = await createFixture(unevenContent, createAddresses('http://localhost:4567'));
    expect((await theirs.verify(theirs.credential)).verdict).toBe('valid');
  });

  test('what it serves as its context does not matter', async () => {
    const theirs = await createFixture(unevenContent, where);
    theirs.put(where.context, { '@context': { '@vocab': 'https://nobody.example/' } });
    const asked: string[] = [];
    const fetcher = fetcherTo(theirs.outside);
    const verifier = createVerifier({
      addresses,
      fetcher: { ...fetcher, fetchJson: (url) => (asked.push(url), fetcher.fetchJson(url)) },
    });
    expect((await verifier.verify(theirs.credential, now)).verdict).toBe('valid');
    expect(asked).not.toContain(where.context);
  });

  test('is held to what it published, like us', async () => {
    const theirs = await createFixture(unevenContent, where);
    for (const change of [
      (document: ReturnType<typeof copy>) => (document.credentialSubject.creditsEarned = 30),
      (document: ReturnType<typeof copy>) => (document.credentialSubject.achievement.titleMap.sv = 'Läkarexamen'),
      (document: ReturnType<typeof copy>) => (document['@context'][2] = addresses.context),
    ]) {
      const document = copy(theirs.unsigned);
      change(document);
      expect(await catalogueOf(theirs.verify, await theirs.sign(document))).toMatchObject({
        outcome: 'failed',
        problem: { type: 'https://mikromerit.example/problems/catalogue-mismatch' },
      });
    }
  });

  test('nobody else speaks for its achievements', async () => {
    const theirs = await createFixture(unevenContent, where);
    expect(await catalogueOf(theirs.verify, await homeMade(theirs))).toMatchObject({ outcome: 'notApplicable' });
    // A neighbour on the same host, and one whose name begins alike.
    for (const name of ['neighbour', slug.slice(0, -1)]) {
      const key = await writer.createKey('other', `key-${name}`, new Date(0));
      const id = where.did(name);
      theirs.put(where.didDocument(name), {
        id,
        verificationMethod: [
          { id: `${id}#${key.publicKey}`, type: 'Multikey', controller: id, publicKeyMultibase: key.publicKey },
        ],
        assertionMethod: [`${id}#${key.publicKey}`],
      });
      const { credentialStatus: _, ...document } = copy(theirs.unsigned);
      document.issuer.id = id;
      const report = await theirs.verify(await strangersProof(document, key, id));
      // What its software writes says whose course it is, where another awards it.
      expect(report.checks.at(-1)).toMatchObject({ name: 'catalogue', outcome: 'failed' });
    }
  });
});
