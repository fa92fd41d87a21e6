import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { foreignIssuer } from '../setup/foreign-issuer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectSame } from '../setup/refusals.ts';
import { must, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let ours: Story;
let theirs: Story;
let foreign: Awaited<ReturnType<typeof foreignIssuer>>;
beforeAll(async () => {
  harness = await startHarness();
  ours = await wholeStory(harness.north, 'vatten');
  theirs = await wholeStory(harness.south, 'klippor');
  foreign = await foreignIssuer(harness.network, 'lore.example');
  await foreign.publishList('revocation', [7]);
  await foreign.publishList('suspension', [8]);
});
afterAll(() => harness.close());

type Outcomes = Readonly<Record<string, string>>;
/** Checks it, sees that nothing was written for that, and returns the verdict and each check that did not pass. */
async function check(credential: unknown) {
  const before = await harness.dump();
  const answer = await harness.anyone.post('/api/v1/verify', { credential });
  expectSame(before, await harness.dump());
  const { verdict, checks, summary } = must(answer, 200);
  const open = checks.filter(({ outcome }: any) => outcome !== 'passed');
  const outcomes: Outcomes = Object.fromEntries(open.map(({ name, outcome }: any) => [name, outcome]));
  const problemOf = (name: string) => checks.find((one: any) => one.name === name)?.problem;
  return { verdict, outcomes, problemOf, checks, summary };
}

const changed = (document: any, change: (copy: any) => void): any => {
  const copy = structuredClone(document);
  change(copy);
  return copy;
};

test('a credential as it was issued is valid, and every check has passed', async () => {
  const { verdict, outcomes, checks } = await check(ours.credential);
  expect([verdict, outcomes]).toEqual(['valid', {}]);
  expect(checks.map(({ name }: any) => name)).toEqual(['format', 'issuer', 'proof', 'period', 'status', 'catalogue']);
});

/** Another letter of base58 at the end: one signature in 58 ends with any that is fixed. */
const otherSignature = (value: string): string => `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`;

describe('a credential of ours', () => {
  const unproven = { proof: 'failed' };
  type Change = (copy: any) => void;
  const unsigned = { issuer: 'notApplicable', proof: 'notApplicable' };
  const unreadable = { format: 'failed', issuer: 'unknown', proof: 'unknown' };
  const rows: readonly (readonly [string, Change, Outcomes, verdict?: string])[] = [
    ['with another name', (c) => (c.credentialSubject.learnerName = 'Märta Prov-2 Ålöf'), unproven],
    [
      'with one letter changed',
      (c) => (c.credentialSubject.learnerName = c.credentialSubject.learnerName.replace('å', 'a').replace('Å', 'A')),
      unproven,
    ],
    ['with another grade', (c) => (c.credentialSubject.result[0].value = 'VG'), unproven],
    ['with more credits', (c) => (c.credentialSubject.creditsEarned = 30), unproven],
    ['with another date', (c) => (c.credentialSubject.completedOn = '2026-10-02'), unproven],
    ['with a member less', (c) => delete c.credentialSubject.completedOn, unproven],
    [
      'with another digest of its version',
      (c) => (c.relatedResource[0].digestSRI = `sha256-${'A'.repeat(43)}=`),
      { proof: 'failed', catalogue: 'failed' },
    ],
    ['without its status', (c) => delete c.credentialStatus, { proof: 'failed', status: 'notApplicable' }],
    ['with another index in the list', (c) => (c.credentialStatus[0].statusListIndex = '1'), unproven],
    ['without its proof', (c) => delete c.proof, unsigned, 'undetermined'],
    ['with an empty list of proofs', (c) => (c.proof = []), unsigned, 'undetermined'],
    ['with a proof that says nothing', (c) => (c.proof = {}), unreadable, 'malformed'],
    ['with a changed signature', (c) => (c.proof.proofValue = otherSignature(c.proof.proofValue)), unproven],
    ['with the proof of another', (c) => (c.proof = theirs.credential.proof), { issuer: 'failed', proof: 'failed' }],
    [
      'with a key that is not the issuer’s',
      (c) => (c.proof.verificationMethod = theirs.credential.proof.verificationMethod),
      { issuer: 'failed', proof: 'failed' },
    ],
    [
      'with a forged second proof beside the good one',
      (c) => (c.proof = [c.proof, { ...c.proof, proofValue: otherSignature(c.proof.proofValue) }]),
      unproven,
    ],
    [
      'with a forged proof before the good one',
      (c) => (c.proof = [{ ...c.proof, created: '2026-10-15T09:00:01Z' }, c.proof]),
      unproven,
    ],
    [
      'with the other institution as its issuer',
      (c) => (c.issuer.id = theirs.credential.issuer.id),
      { issuer: 'failed', proof: 'failed', status: 'unknown' },
    ],
    [
      'in the other institution’s list',
      (c) => (c.credentialStatus = theirs.credential.credentialStatus),
      { proof: 'failed', status: 'unknown' },
    ],
    ['with a member that has no meaning', (c) => (c.credentialSubject.surplus = 1), unreadable, 'malformed'],
  ];
  const cases = rows.map(
    ([title, change, outcomes, verdict = 'invalid']) => [title, change, outcomes, verdict] as const,
  );
  test.each(cases)('%s is not valid', async (_, change, outcomes, verdict) => {
    const report = await check(changed(ours.credential, change));
    expect(report).toMatchObject({ verdict, outcomes });
    for (const name of Object.keys(outcomes).filter((each) => outcomes[each] !== 'notApplicable')) {
      expect(report.problemOf(name), name).toMatchObject({
        type: expect.stringMatching(/^https:/),
        title: expect.stringMatching(/^[A-Z].*\.$/),
      });
    }
  });

  test('with an unknown context cannot be checked, and is never valid', async () => {
    const report = await check(changed(ours.credential, (c) => c['@context'].push('https://lore.example/context')));
    expect([report.verdict, report.outcomes['format']]).toEqual(['undetermined', 'unknown']);
    expect(report.problemOf('format').type).toBe('https://merit.example/problems/unknown-context');
  });

  test('with every text in it changed by one letter, is never valid', async () => {
    const texts: string[] = [];
    const collect = (value: any, path: string): void => {
      if (typeof value === 'string') texts.push(path);
      else if (value !== null && typeof value === 'object')
        for (const name of Object.keys(value)) collect(value[name], `${path}/${name}`);
    };
    collect(ours.credential, '');
    const answers = texts.map(async (path) => {
      const copy = structuredClone(ours.credential);
      const steps = path.split('/').slice(1);
      const last = steps.pop() ?? '';
      const place = steps.reduce((value: any, step) => value[step], copy);
      place[last] = `${place[last]}x`;
      const { body } = await harness.anyone.post('/api/v1/verify', { credential: copy });
      return `${path}: ${body.verdict}`;
    });
    expect((await Promise.all(answers)).filter((line) => line.endsWith(': valid'))).toEqual([]);
    expect(texts.length).toBeGreaterThan(60);
  });

  test('is revoked as soon as it is revoked, and keeps to that when its paper is changed', async () => {
    const { award, credential } = await wholeStory(harness.north, 'aterkallad');
    expect((await check(credential)).verdict).toBe('valid');
    must(
      await harness.north.as.issuer.post(`${harness.north.base}/awards/${award.id}/revoke`, {
        decision: { ground: 'misconduct' },
      }),
    );
    const { body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect(body.verdict).toBe('revoked');
    expect((await check(credential)).outcomes).toEqual({ status: 'failed' });
    expect((await check(changed(credential, (c) => (c.name = 'x')))).verdict).toBe('invalid');
    expect((await check(ours.credential)).verdict).toBe('valid');
  });
});

describe('a credential of a foreign issuer', () => {
  const signed = (more: object = {}) => foreign.sign(foreign.badge(more));

  test('is valid where everything answers', async () => {
    const { verdict, outcomes } = await check(await signed({ credentialStatus: foreign.entry('revocation', 1) }));
    expect([verdict, outcomes]).toEqual(['valid', { catalogue: 'notApplicable' }]);
  });

  type Row = readonly [title: string, more: () => object, verdict: string, outcomes: Outcomes, problem?: string];
  const rows: readonly Row[] = [
    [
      'that it has revoked',
      () => ({ credentialStatus: foreign.entry('revocation', 7) }),
      'revoked',
      { status: 'failed' },
    ],
    [
      'that it has suspended',
      () => ({ credentialStatus: foreign.entry('suspension', 8) }),
      'suspended',
      { status: 'failed' },
    ],
    [
      'whose second entry is set',
      () => ({ credentialStatus: [foreign.entry('suspension', 1), foreign.entry('revocation', 7)] }),
      'revoked',
      { status: 'failed' },
    ],
    [
      'whose list cannot be reached',
      () => ({ credentialStatus: foreign.entry('revocation', 1, 'https://lore.example/lists/9') }),
      'undetermined',
      { status: 'unknown' },
      'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
    ],
    [
      'one of whose two lists cannot be reached',
      () => ({
        credentialStatus: [
          foreign.entry('suspension', 1),
          foreign.entry('revocation', 1, 'https://lore.example/lists/9'),
        ],
      }),
      'undetermined',
      { status: 'unknown' },
    ],
    [
      'whose list is another issuer’s',
      () => ({
        credentialStatus: foreign.entry('revocation', 1, ours.credential.credentialStatus[0].statusListCredential),
      }),
      'undetermined',
      { status: 'unknown' },
      'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    ],
    [
      'with a status of an unknown type',
      () => ({ credentialStatus: { id: 'https://lore.example/s#1', type: 'https://lore.example/ns#Status' } }),
      'undetermined',
      { status: 'unknown' },
      'https://merit.example/problems/unsupported-status',
    ],
    [
      'with a status of an unknown purpose',
      () => ({ credentialStatus: { ...foreign.entry('revocation', 1), statusPurpose: 'frozen' } }),
      'undetermined',
      { status: 'unknown' },
    ],
    [
      'with an index beyond the list',
      () => ({ credentialStatus: foreign.entry('revocation', 9_000_000) }),
      'undetermined',
      { status: 'unknown' },
    ],
    [
      'that has run out',
      () => ({ validUntil: '2026-09-30T00:00:00Z' }),
      'expired',
      { period: 'failed', status: 'notApplicable' },
    ],
    [
      'that has not begun',
      () => ({ validFrom: '2026-11-01T00:00:00Z' }),
      'notYetValid',
      { period: 'failed', status: 'notApplicable' },
    ],
  ];
  test.each(rows.map((row) => ({ title: row[0], row })))(
    '$title',
    async ({ row: [, more, verdict, outcomes, problem] }) => {
      const report = await check(await signed(more()));
      expect([report.verdict, report.outcomes]).toEqual([verdict, { ...outcomes, catalogue: 'notApplicable' }]);
      if (problem !== undefined) expect(report.problemOf('status').type).toBe(problem);
    },
  );

  test('that names one of ours as its issuer is invalid', async () => {
    const badge = await signed();
    const forged = changed(badge, (c) => (c.issuer.id = ours.credential.issuer.id));
    expect(await check(forged)).toMatchObject({ verdict: 'invalid', outcomes: { issuer: 'failed', proof: 'failed' } });
  });

  test('that nobody can be asked about is undetermined', async () => {
    const gone = await foreignIssuer(harness.network, 'gone.example');
    const badge = await gone.sign(gone.badge());
    harness.network.remove(gone.didDocument);
    const { verdict, outcomes } = await check(badge);
    expect([verdict, outcomes['issuer'], outcomes['proof']]).toEqual(['undetermined', 'unknown', 'unknown']);
  });

  test.each([
    ['answers with a page', () => new Response('<!doctype html>')],
    ['answers with nothing', () => new Response('')],
    ['answers with a number', () => new Response('7')],
    ['answers 404', () => new Response('{}', { status: 404 })],
    [
      'answers without an end',
      () => new Response(new ReadableStream({ pull: (s) => s.enqueue(new Uint8Array(1_000_000).fill(32)) })),
    ],
    [
      'leads into this machine',
      () => new Response(null, { status: 302, headers: { Location: 'http://127.0.0.1:8787/secret' } }),
    ],
    [
      'leads to the cloud’s own address',
      () => new Response(null, { status: 302, headers: { Location: 'https://169.254.169.254/' } }),
    ],
    ['leads in a circle', () => new Response(null, { status: 302, headers: { Location: '?again' } })],
  ])('whose list %s is undetermined', async (name, answer) => {
    const list = `https://lore.example/lists/${encodeURIComponent(name)}`;
    for (const url of [list, 'https://lore.example/lists/?again']) harness.network.put(url, answer);
    harness.network.asked.length = 0;
    const { verdict, outcomes } = await check(await signed({ credentialStatus: foreign.entry('revocation', 1, list) }));
    expect([verdict, outcomes['status']]).toEqual(['undetermined', 'unknown']);
    expect(harness.network.asked.filter((url) => !url.startsWith('https://lore.example/'))).toEqual([]);
  });
});

describe('what a visitor sends', () => {
  const fetcher = (url: string) =>
    changed(foreign.badge({ credentialStatus: foreign.entry('revocation', 1, url) }), () => {});
  test.each([
    'http://lore.example/list',
    'https://localhost/list',
    'https://127.0.0.1/list',
    'https://[::1]/list',
    'https://10.0.0.1/list',
    'https://169.254.169.254/latest/meta-data/',
    'https://0x7f000001/list',
    'https://2130706433/list',
    'https://user:secret@lore.example/list',
    'file:///etc/passwd',
    'ftp://lore.example/list',
  ])('never sends the service to %s', async (url) => {
    harness.network.asked.length = 0;
    const { verdict } = await check(fetcher(url));
    expect(verdict).toBe('undetermined');
    expect(harness.network.asked.filter((asked) => asked === url || new URL(asked).host !== 'lore.example')).toEqual(
      [],
    );
  });

  test.each([
    ['nothing', {}],
    ['no credential', { type: 'Letter', to: 'you' }],
    [
      'a credential of version 1.1',
      { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiableCredential'] },
    ],
    [
      'members of every wrong type',
      {
        '@context': 7,
        type: {},
        issuer: [],
        credentialSubject: 'me',
        proof: 'yes',
        credentialStatus: null,
        validFrom: {},
      },
    ],
    ['names from the language', { constructor: 1, toString: 2, __proto__: { polluted: true }, hasOwnProperty: [] }],
  ])('%s is reported on, not refused', async (_, credential) => {
    const { verdict, checks } = await check(credential);
    expect(['malformed', 'invalid', 'undetermined']).toContain(verdict);
    expect(checks).toHaveLength(6);
  });

  test('as long as an address may be, and longer, is answered within the contract', async () => {
    const long = `https://lore.example/${'a'.repeat(50_000)}`;
    const credential = changed(foreign.badge({ credentialStatus: foreign.entry('revocation', 1, long) }), (c) => {
      c.issuer.id = long;
      c.credentialSubject.achievement.id = long;
      c.proof = {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        verificationMethod: `${long}#key`,
        proofValue: 'z1',
      };
    });
    expect((await check(credential)).verdict).not.toBe('valid');
  });
});

everyAnswer(() => harness);
