import { describe, expect, test } from 'vitest';
import { createVerifier, FetchError, type Fetcher } from '../../../src/credentials/index.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { revocationList, signed } from '../bad-documents/signing.ts';
import { addresses, copy, createFixture, fetcherTo, now, slug, type Fixture } from '../fixture.ts';

const statusOf = async (fixture: Fixture, document: JsonObject) => {
  const { verdict, checks } = await fixture.verify(document);
  return { verdict, ...checks.find(({ name }) => name === 'status')! };
};

describe('the purposes that were read are told', () => {
  const withPurposes = (fixture: Fixture, ...purposes: string[]) =>
    signed(fixture, (document) => {
      const [first] = document.credentialStatus;
      document.credentialStatus = purposes.map((statusPurpose, at) => ({
        ...first,
        id: `urn:e:${at}`,
        statusPurpose,
        statusListCredential:
          statusPurpose === 'suspension' ? addresses.statusList(slug, 1, 'suspension') : first.statusListCredential,
      }));
    });

  test.each([
    [['revocation', 'suspension'], 'passed', ['revocation', 'suspension'], 'valid'],
    // A set has no order.
    [['suspension', 'revocation'], 'passed', ['revocation', 'suspension'], 'valid'],
    [['revocation'], 'passed', ['revocation'], 'valid'],
    // Says nothing about revocation.
    [['suspension'], 'passed', ['suspension'], 'valid'],
    [['suspension', 'message'], 'passed', ['suspension'], 'valid'],
    [['message'], 'notApplicable', undefined, 'valid'],
    [['refresh'], 'notApplicable', undefined, 'valid'],
    [['message', 'refresh'], 'notApplicable', undefined, 'valid'],
    [['something-else'], 'unknown', undefined, 'undetermined'],
    [['revocation', 'something-else'], 'unknown', ['revocation'], 'undetermined'],
  ])('%j: %s', async (purposes, outcome, read, verdict) => {
    const fixture = await createFixture();
    const status = await statusOf(fixture, await withPurposes(fixture, ...purposes));
    expect([status.outcome, status.purposes, status.verdict]).toEqual([outcome, read, verdict]);
  });

  test('the size of an entry is looked at after its purpose', async () => {
    const fixture = await createFixture();
    const document = await signed(fixture, (draft) => {
      const message = (status: string) => ({ id: `urn:status:${status}`, status, message: status });
      draft.credentialStatus[1] = {
        ...draft.credentialStatus[1],
        statusPurpose: 'message',
        statusSize: 2,
        statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(message),
      };
    });
    expect(await statusOf(fixture, document)).toMatchObject({ outcome: 'passed', purposes: ['revocation'] });
  });
});

test('a list that nobody signed is told as that', async () => {
  const fixture = await createFixture();
  const { proof: _, ...list } = JSON.parse(fixture.outside.get(revocationList)!);
  fixture.put(revocationList, list);
  const { outcome, problem } = await statusOf(fixture, fixture.credential);
  expect([outcome, problem?.detail]).toEqual([
    'unknown',
    expect.stringMatching(/^\S.*signature.* could not be checked\.$/),
  ]);
});

describe('a list in which something is there twice where one is meant', () => {
  const bits = (list: any): unknown => list.credentialSubject.encodedList;
  test.each<[string, (list: any) => void]>([
    ['two subjects', (l) => (l.credentialSubject = [l.credentialSubject, { ...l.credentialSubject, id: 'urn:x:1' }])],
    ['one subject twice', (l) => (l.credentialSubject = [l.credentialSubject, l.credentialSubject])],
    ['two encoded lists', (l) => (l.credentialSubject.encodedList = [bits(l), `${String(bits(l)).slice(0, -1)}A`])],
    ['an encoded list in a list', (l) => (l.credentialSubject.encodedList = [bits(l)])],
    [
      'another encoded list elsewhere',
      (l) =>
        (l.evidence = {
          id: l.credentialSubject.id,
          type: ['Evidence', 'BitstringStatusList'],
          encodedList: `${String(bits(l)).slice(0, -1)}A`,
        }),
    ],
    ['two issuers', (l) => (l.issuer = [l.issuer, 'did:web:other.example'])],
    ['two ids', (l) => (l.id = [l.id, 'https://other.example/'])],
    ['two ends', (l) => (l.validUntil = ['2028-01-01T00:00:00Z', '2029-01-01T00:00:00Z'])],
    ['no signature', (l) => delete l.proof],
    ['three proofs', (l) => (l.proof = [l.proof, l.proof, l.proof])],
  ])('%s: could not be checked', async (_, change) => {
    const fixture = await createFixture();
    const list = copy(JSON.parse(fixture.outside.get(revocationList)!) as JsonObject);
    const { proof: old, ...unsigned } = list;
    change(unsigned);
    const resigned = await fixture.sign(unsigned as JsonObject).catch(() => ({ ...unsigned, proof: old as unknown }));
    const whole = copy(resigned as JsonObject);
    if (_ === 'no signature' || _ === 'three proofs') change(whole);
    fixture.put(revocationList, whole);
    expect(await statusOf(fixture, fixture.credential)).toMatchObject({ outcome: 'unknown', verdict: 'undetermined' });
  });
});

describe('what the fetcher answers', () => {
  const withFetcher = async (fetchJson: Fetcher['fetchJson'], document?: JsonObject) => {
    const fixture = await createFixture();
    const verifier = createVerifier({ addresses, fetcher: { ...fetcherTo(fixture.outside), fetchJson } });
    return verifier.verify(document ?? fixture.credential, now);
  };

  test.each([
    ['duplicate-member', undefined, 'duplicate-member'],
    ['web-page', undefined, 'web-page'],
    ['not-utf8', undefined, 'not-utf8'],
    ['too-large', undefined, 'too-large'],
    ['timeout', undefined, 'timeout'],
    ['too-many', undefined, 'too-many'],
    ['bad-status', 404, 'bad-status'],
    ['bad-status', 406, 'bad-status'],
    ['bad-status', 429, 'unavailable'],
    ['bad-status', 503, 'unavailable'],
  ] as const)('%s %s reaches the report of all that needed it', async (fault, status, reason) => {
    const report = await withFetcher(() =>
      Promise.reject(new FetchError(fault, 'The words of the fetcher.', status === undefined ? {} : { status })),
    );
    expect(report.verdict).toBe('undetermined');
    for (const name of ['issuer', 'proof', 'status', 'catalogue']) {
      const check = report.checks.find((one) => one.name === name);
      expect(check, name).toMatchObject({ outcome: 'unknown', reason });
      expect(check?.problem?.detail, name).toContain('The words of the fetcher.');
    }
  });
});

describe('a list that was kept', () => {
  const ask = async (ttl: number | undefined, ageInMs: number) => {
    const fixture = await createFixture();
    const list = copy(JSON.parse(fixture.outside.get(revocationList)!) as JsonObject);
    delete list.proof;
    if (ttl === undefined) delete list.credentialSubject.ttl;
    else list.credentialSubject.ttl = ttl;
    fixture.put(revocationList, await fixture.sign(list as JsonObject));
    const asked: (Date | undefined)[] = [];
    const fetcher = fetcherTo(fixture.outside);
    const fetchJson: Fetcher['fetchJson'] = async (url, fresh) => {
      if (url === revocationList) asked.push(fresh?.since);
      const fetched = await fetcher.fetchJson(url);
      return { ...fetched, fetchedAt: fresh ? now : new Date(now.getTime() - ageInMs) };
    };
    const { verdict } = await createVerifier({ addresses, fetcher: { ...fetcher, fetchJson } }).verify(
      fixture.credential,
      now,
    );
    return { verdict, asked };
  };

  test('for longer than it allows is asked for again', async () => {
    expect(await ask(60_000, 61_000)).toEqual({
      verdict: 'valid',
      asked: [undefined, new Date(now.getTime() - 60_000)],
    });
  });

  test.each([
    [60_000, 59_000],
    [undefined, 1_000_000],
  ])('with a ttl of %s and an age of %s ms is read as it is', async (ttl, age) => {
    expect(await ask(ttl, age)).toEqual({ verdict: 'valid', asked: [undefined] });
  });
});
