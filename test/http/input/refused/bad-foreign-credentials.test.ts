import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { foreignIssuer } from '../../setup/foreign-issuer.ts';
import { beginStories, changed, check, foreign, harness, ours, type Outcomes } from './checking.ts';

beforeAll(beginStories);
afterAll(() => harness.close());

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
