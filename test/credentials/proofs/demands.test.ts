import { describe, expect, test } from 'vitest';
import { type Demands, demandFault } from '../../../src/credentials/proofs/demands.ts';
import { proofForm } from '../../../src/credentials/proofs/proof-form.ts';
import { createControllers, type KeyPurpose } from '../../../src/credentials/keys/controller.ts';
import { addresses, copy, createFixture, did, fetcherTo, slug, writer } from '../fixture.ts';

const proof = { proofPurpose: 'authentication', challenge: 'c-1', domain: ['a.example', 'b.example'] };

describe('what is asked of a proof', () => {
  test.each<[string, Demands, object, string | undefined]>([
    ['its purpose alone', { purpose: 'authentication' }, {}, undefined],
    ['another purpose', { purpose: 'assertionMethod' }, {}, 'proof'],
    ['a purpose it does not have', { purpose: 'authentication' }, { proofPurpose: 'keyAgreement' }, 'proof'],
    ['its challenge', { purpose: 'authentication', challenge: 'c-1' }, {}, undefined],
    ['another challenge', { purpose: 'authentication', challenge: 'c-2' }, {}, 'challenge'],
    [
      'a challenge where it has none',
      { purpose: 'authentication', challenge: 'c-1' },
      { challenge: undefined },
      'challenge',
    ],
    ['its domains in another order', { purpose: 'authentication', domain: ['b.example', 'a.example'] }, {}, undefined],
    ['one domain of two', { purpose: 'authentication', domain: 'a.example' }, {}, 'domain'],
    ['one more domain', { purpose: 'authentication', domain: ['a.example', 'b.example', 'c.example'] }, {}, 'domain'],
    [
      'one domain written as a set',
      { purpose: 'authentication', domain: ['a.example'] },
      { domain: 'a.example' },
      undefined,
    ],
    ['a domain where it has none', { purpose: 'authentication', domain: 'a.example' }, { domain: undefined }, 'domain'],
    ['a domain in capitals', { purpose: 'authentication', domain: 'A.example' }, { domain: 'a.example' }, 'domain'],
  ])('%s', (_, demands, change, problem) => {
    expect(demandFault({ ...proof, ...change }, demands)?.problem).toBe(problem);
  });
});

test.each<[string, object]>([
  ['a number for its challenge', { challenge: 5 }],
  ['a domain that is an object', { domain: [{}] }],
])('a proof that has %s is malformed', async (_, change) => {
  const { credential } = await createFixture();
  expect(proofForm({ ...(credential['proof'] as object), ...change })).toEqual({
    fault: expect.stringMatching(/^\/proof: its (challenge|domain) is no text/),
  });
});

describe('a key is found for what it is listed for', () => {
  const find = async (method: string, purpose: KeyPurpose, outside = new Map<string, string>()) =>
    (await createControllers(addresses, fetcherTo(outside)).findKey(method, purpose)).outcome;

  test('that of a did:key for both', async () => {
    const { publicKey } = await writer.createKey('i', 'k', new Date(0));
    for (const purpose of ['assertionMethod', 'authentication'] as const)
      expect(await find(`did:key:${publicKey}`, purpose)).toBe('found');
  });

  test.each<[string, (document: any) => void, string, string]>([
    ['for assertions', (d) => delete d.authentication, 'found', 'failed'],
    ['to authenticate', (d) => ((d.authentication = d.assertionMethod), delete d.assertionMethod), 'failed', 'found'],
    ['for both', (d) => (d.authentication = d.assertionMethod), 'found', 'found'],
    [
      'where it is written out',
      (d) => Object.assign(d, { authentication: d.verificationMethod, verificationMethod: [] }),
      'failed',
      'found',
    ],
  ])('%s', async (_, change, asserting, authenticating) => {
    const { outside, key } = await createFixture();
    const document = copy(JSON.parse(outside.get(addresses.didDocument(slug))!));
    change(document);
    if (asserting === 'failed') delete document.assertionMethod;
    outside.set(addresses.didDocument(slug), JSON.stringify(document));
    const method = `${did}#${key.publicKey}`;
    expect([await find(method, 'assertionMethod', outside), await find(method, 'authentication', outside)]).toEqual([
      asserting,
      authenticating,
    ]);
  });
});
