import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createVerifier, type Fetcher, FetchError } from '../../../src/credentials/index.ts';
import { decodeMultikey } from '../../../src/credentials/keys/multikey.ts';
import { holds, withoutProofs } from '../../../src/credentials/proofs/data-integrity.ts';
import type { CheckName } from '../../../src/domain/verification/verification.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { cases } from '../bad-documents/cases.ts';
import {
  revocationList,
  signed,
  signedUntil,
  strangerSigns,
  strangersProof,
  version,
} from '../bad-documents/signing.ts';
import { addresses, copy, createFixture, fetcherTo, now, slug } from '../fixture.ts';

const folder = join(import.meta.dirname, '../../../schemas');
const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
)) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object, `https://schemas.example/${name}`);
}
const isReport = ajv.getSchema('https://schemas.example/verification/Report.json')!;
const contractFaults = (report: unknown) => (isReport(JSON.parse(JSON.stringify(report))) ? [] : isReport.errors);

describe('caught by one check alone', () => {
  test.each(cases)('$what: $check', async ({ make, check, outcome, verdict, problem, at }) => {
    const fixture = await createFixture();
    const report = await fixture.verify(await make(fixture), at);
    // A fault of form may leave another check with nothing to read; it never makes it fail.
    const elsewhere = verdict === 'malformed' ? ['failed'] : ['failed', 'unknown'];
    const bad = report.checks.filter((each) =>
      each.name === check ? each.outcome !== 'passed' : elsewhere.includes(each.outcome),
    );
    expect(bad).toEqual([
      expect.objectContaining({ name: check, outcome, problem: expect.objectContaining({ type: problem }) }),
    ]);
    expect(report.verdict).toBe(verdict);
    expect(contractFaults(report)).toEqual([]);
  });

  test('every check has such a case', () => {
    const covered = new Set<CheckName>([
      ...cases.map(({ check }) => check),
      'format' /* model.test.ts, disguise.test.ts */,
    ]);
    expect([...covered].sort()).toEqual(['catalogue', 'format', 'issuer', 'period', 'proof', 'status']);
  });
});

describe('the report', () => {
  test('says whether the document is over, or its signature', async () => {
    const fixture = await createFixture();
    const told = async (document: JsonObject) =>
      (await fixture.verify(document)).checks.find(({ name }) => name === 'period')?.problem?.detail;
    expect(await told(await signedUntil(fixture, new Date('2027-03-12T00:00:00Z')))).toBe(
      'Its signature was valid until 2027-03-12T00:00:00.000Z.',
    );
    expect(await told(await signed(fixture, (document) => (document.validUntil = '2027-03-12T00:00:00Z')))).toBe(
      'It was valid until 2027-03-12T00:00:00.000Z.',
    );
  });

  test('dates a status by the list, the rest by the check', async () => {
    const { credential, verify } = await createFixture();
    const { checks, checkedAt } = await verify(credential);
    expect(checkedAt).toBe('2027-03-20T12:00:00Z');
    expect(checks.find(({ name }) => name === 'status')).toMatchObject({
      time: '2027-03-20T11:00:00Z',
      source: expect.stringContaining('/status/1/'),
    });
    expect(checks.find(({ name }) => name === 'issuer')).toMatchObject({ source: addresses.didDocument(slug) });
    expect(checks.find(({ name }) => name === 'format')).toMatchObject({ time: checkedAt, source: 'document' });
  });

  test('forgives five minutes of clock', async () => {
    const fixture = await createFixture();
    const late = await signed(fixture, (document) => (document.validUntil = '2027-03-20T11:55:00Z'));
    const early = await signed(fixture, (document) => (document.validFrom = '2027-03-20T12:05:00Z'));
    expect((await fixture.verify(late)).verdict).toBe('valid');
    expect((await fixture.verify(early)).verdict).toBe('valid');
  });

  test('revoked stands before suspended and before a list that cannot be read', async () => {
    const fixture = await createFixture();
    await fixture.publishList('revocation', [4711]);
    await fixture.publishList('suspension', [4711]);
    expect((await fixture.verify(fixture.credential)).verdict).toBe('revoked');
    fixture.outside.delete(addresses.statusList(slug, 1, 'suspension'));
    expect((await fixture.verify(fixture.credential)).verdict).toBe('revoked');
  });

  test('a message or a refresh does not invalidate', async () => {
    const fixture = await createFixture();
    const document = await signed(fixture, (draft) => {
      draft.credentialStatus[1].statusPurpose = 'refresh';
    });
    await fixture.publishList('suspension', [4711]);
    expect((await fixture.verify(document)).verdict).toBe('valid');
  });

  test('more statuses than anyone needs are not looked up', async () => {
    const fixture = await createFixture();
    const entries = Array.from({ length: 21 }, (_, index) => ({
      ...(fixture.unsigned['credentialStatus'] as JsonObject[])[0],
      id: `urn:x:${index}`,
    }));
    const report = await fixture.verify({ ...fixture.credential, credentialStatus: entries });
    expect(report).toMatchObject({ verdict: 'undetermined', summary: {} });
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('unknown'));
  });

  test('with the issuer out of reach, nothing is said against the document', async () => {
    const fixture = await createFixture();
    fixture.outside.delete(addresses.didDocument(slug));
    const { verdict, checks } = await fixture.verify(fixture.credential);
    expect(verdict).toBe('undetermined');
    expect(Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))).toEqual({
      format: 'passed',
      issuer: 'unknown',
      proof: 'unknown',
      period: 'passed',
      status: 'unknown',
      catalogue: 'passed',
    });
    expect(checks[4]?.problem?.detail).toContain('could not be checked');
  });

  test('an unknown context leaves format and proof open', async () => {
    const { credential, verify } = await createFixture();
    const document = copy(credential);
    document['@context'].push('https://example.org/context');
    const { verdict, checks } = await verify(document);
    expect(verdict).toBe('undetermined');
    expect(
      checks.filter(({ outcome }) => outcome === 'unknown').map(({ name, problem }) => [name, problem?.type]),
    ).toEqual([
      ['format', 'https://mikromerit.example/problems/unknown-context'],
      ['issuer', 'https://mikromerit.example/problems/check-failed'],
      ['proof', 'https://mikromerit.example/problems/unknown-context'],
    ]);
  });

  test('an endorsement by another key beside the issuer’s own is welcome', async () => {
    const fixture = await createFixture();
    const { id, key } = await strangerSigns(fixture, fixture.unsigned);
    const { proof } = await strangersProof(fixture.unsigned, key, id);
    const both = { ...fixture.credential, proof: [fixture.credential['proof'], proof] };
    expect((await fixture.verify(both)).verdict).toBe('valid');
  });

  test('a fetcher that breaks in its own way counts as unreachable', async () => {
    const { credential } = await createFixture();
    const broken = createVerifier({
      addresses,
      fetcher: {
        ...fetcherTo(new Map()),
        fetchJson: () => {
          throw new TypeError('boom');
        },
      },
    });
    expect((await broken.verify(credential, now)).verdict).toBe('undetermined');
  });

  test.each([
    [null],
    [[]],
    ['text'],
    [5],
    [{}],
    [{ '@context': null }],
    [{ credentialSubject: [null], proof: [null], issuer: [] }],
  ])('%j is not valid and breaks nothing', async (document) => {
    const { verify } = await createFixture();
    const report = await verify(document as unknown as JsonObject);
    expect(report.verdict).not.toBe('valid');
    expect(report.checks).toHaveLength(6);
  });
});

test('a document is fetched once, however many checks ask for it', async () => {
  const fixture = await createFixture();
  const asked: string[] = [];
  const fetcher = {
    ...fetcherTo(fixture.outside),
    fetchJson: (url: string) => {
      asked.push(url);
      return Promise.resolve({
        text: fixture.outside.get(url)!,
        json: JSON.parse(fixture.outside.get(url)!),
        fetchedAt: now,
        contentType: 'application/json',
      });
    },
  };
  expect((await createVerifier({ addresses, fetcher }).verify(fixture.credential, now)).verdict).toBe('valid');
  expect(asked.sort()).toEqual(
    [addresses.didDocument(slug), version, revocationList, addresses.statusList(slug, 1, 'suspension')].sort(),
  );
});

test('a proof’s own context is not followed', async () => {
  const { credential, key } = await createFixture();
  const loader = createDocumentLoader(addresses);
  const foreign = { ...(credential['proof'] as JsonObject), '@context': { '@vocab': 'https://w3id.org/security#' } };
  const publicKey = decodeMultikey(key.publicKey)!;
  expect(await holds(withoutProofs(credential, loader), foreign, [], publicKey, loader)).toBe(true);
});

test.each(['https://nobody.example/issuer', 'did:web:nobody.example', 'urn:nobody'])(
  'the issuer of an unsigned document is not asked for its keys: %s',
  async (issuer) => {
    const { unsigned } = await createFixture();
    const asked: string[] = [];
    const fetcher: Fetcher = {
      fetchJson: (url) => (asked.push(url), Promise.reject(new FetchError('unreachable', 'Nobody is there.'))),
      fetchFile: () => Promise.reject(new FetchError('unreachable', 'Nobody is there.')),
    };
    const { credentialStatus: _, relatedResource: __, ...document } = copy(unsigned);
    const report = await createVerifier({ addresses, fetcher }).verify({ ...document, issuer }, now);
    expect(report.checks.find(({ name }) => name === 'issuer')).toMatchObject({ outcome: 'notApplicable' });
    expect(asked.filter((url) => url.includes('nobody'))).toEqual([]);
  },
);
