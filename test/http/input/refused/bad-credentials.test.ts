import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { must, wholeStory } from '../../setup/story.ts';
import { beginStories, changed, check, harness, ours, theirs, type Outcomes } from './checking.ts';

beforeAll(beginStories);
afterAll(() => harness.close());

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
        decision: { ground: 'awarded-in-error' },
      }),
    );
    const { body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect(body.verdict).toBe('revoked');
    expect((await check(credential)).outcomes).toEqual({ status: 'failed' });
    expect((await check(changed(credential, (c) => (c.name = 'x')))).verdict).toBe('invalid');
    expect((await check(ours.credential)).verdict).toBe('valid');
  });
});

everyAnswer(() => harness);
