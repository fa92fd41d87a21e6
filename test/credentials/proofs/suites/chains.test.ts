import { describe, expect, test } from 'vitest';
import { addProof, type ProofOptions } from '../../../../src/credentials/proofs/add-proof.ts';
import { suites } from '../../../../src/credentials/proofs/suites/index.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { created, loader, newSigner, outcomes, proofsOf, resultsOf, signedBy, unsignedBy } from './signed-by.ts';

const chained = suites
  .filter(({ signing, takesChains }) => signing && takesChains)
  .flatMap(({ id, keys }) => keys.map((key) => ({ cryptosuite: id, algorithm: key.id })));
type Kind = (typeof chained)[number];

/** One more proof, by a key of its own. */
async function add(document: JsonObject, { cryptosuite, algorithm }: Kind, more: Partial<ProofOptions>) {
  return addProof(document, await newSigner(algorithm), { cryptosuite, created, ...more }, loader);
}

/** Three proofs, of which each builds on those before it. */
async function chainOf(...kinds: readonly [Kind, Kind, Kind]): Promise<JsonObject> {
  const first = await add(await unsignedBy('did:web:vc.example'), kinds[0], { id: 'urn:x:1' });
  const second = await add(first, kinds[1], { id: 'urn:x:2', previousProof: 'urn:x:1' });
  return add(second, kinds[2], { id: 'urn:x:3', previousProof: ['urn:x:1', 'urn:x:2'] });
}

const json = chained.find(({ cryptosuite }) => cryptosuite === 'eddsa-jcs-2022')!;
const rdf = chained.find(({ algorithm }) => algorithm === 'P-384')!;
const chains = [
  ...chained.map((kind) => [kind, kind, kind] as const),
  [rdf, json, rdf] as const,
  [json, rdf, json] as const,
];

describe.each(chains)('a chain of %j, %j and %j', (...kinds) => {
  test('holds, in whatever order its proofs stand', async () => {
    const document = await chainOf(...kinds);
    expect(await outcomes(document)).toEqual(['passed', 'passed', 'passed']);
    expect(await outcomes({ ...document, proof: proofsOf(document).reverse() })).toEqual([
      'passed',
      'passed',
      'passed',
    ]);
  });

  test('fails where a link is missing, is another, or leads in a circle', async () => {
    const document = await chainOf(...kinds);
    const [first = {}, second = {}, third = {}] = proofsOf(document);
    expect(await outcomes({ ...document, proof: [second, third] })).toEqual(['failed', 'failed']);
    expect(await outcomes({ ...document, proof: [first, third] })).toEqual(['passed', 'failed']);
    // The same proof of the same document, made by another.
    const [other = {}] = proofsOf(await add(await unsignedBy('did:web:vc.example'), kinds[0], { id: 'urn:x:1' }));
    expect(await outcomes({ ...document, proof: [other, second, third] })).toEqual(['passed', 'failed', 'failed']);
    const { previousProof: _, ...loose } = second;
    expect(await outcomes({ ...document, proof: [first, loose] })).toEqual(['passed', 'failed']);
    const circle = [{ ...first, previousProof: 'urn:x:3' }, second, third];
    expect(await outcomes({ ...document, proof: circle })).toEqual(['failed', 'failed', 'failed']);
    const itself = { ...first, previousProof: 'urn:x:1' };
    expect(await outcomes({ ...document, proof: itself })).toEqual(['failed']);
  });
});

describe('a set of proofs', () => {
  test('of every suite holds, each for itself', async () => {
    let document = await unsignedBy('did:web:vc.example');
    for (const kind of chained) document = await add(document, kind, {});
    expect(await outcomes(document)).toEqual(chained.map(() => 'passed'));
    const [first, ...others] = proofsOf(document);
    const late = { ...first, created: '2026-03-11T09:00:00Z' };
    expect(await outcomes({ ...document, proof: [late, ...others] })).toEqual([
      'failed',
      ...others.map(() => 'passed'),
    ]);
  });

  test('with one that is not read here is not settled', async () => {
    const { credential } = await signedBy('P-256', 'ecdsa-rdfc-2019');
    const unread = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' };
    expect(await outcomes({ ...credential, proof: [...proofsOf(credential), unread] })).toEqual(['passed', 'unknown']);
  });

  test('of the same proof twice holds; of two with one id nothing is said', async () => {
    const { credential } = await signedBy('P-256', 'ecdsa-jcs-2019', { id: 'urn:x:1' });
    const [proof] = proofsOf(credential);
    expect(await outcomes({ ...credential, proof: [proof, proof] })).toEqual(['unknown']);
    const { credential: nameless } = await signedBy('P-256', 'ecdsa-jcs-2019');
    const [same] = proofsOf(nameless);
    expect(await outcomes({ ...nameless, proof: [same, same] })).toEqual(['passed', 'passed']);
  });
});

describe('a proof is not made', () => {
  test.each<[string, Partial<ProofOptions>]>([
    ['on one that is not there', { previousProof: 'urn:x:2' }],
    ['on one of two that is not there', { previousProof: ['urn:x:1', 'urn:x:2'] }],
    ['under an id that is taken', { id: 'urn:x:1' }],
    ['on another where its suite takes no chains', { cryptosuite: 'ecdsa-sd-2023', previousProof: 'urn:x:1' }],
    ['of a suite that is verified only', { cryptosuite: 'Ed25519Signature2020' }],
    ['of a suite that nobody knows', { cryptosuite: 'x-2030' }],
  ])('%s', async (_, options) => {
    const { signer, credential } = await signedBy('P-256', 'ecdsa-rdfc-2019', { id: 'urn:x:1' });
    await expect(addProof(credential, signer, { created, ...options }, loader)).rejects.toThrow(/urn:x:|proof/i);
  });
});

describe.each(chained)('a proof of $cryptosuite by $algorithm for a presentation', ({ cryptosuite, algorithm }) => {
  test('holds for its challenge and domain, and for no others', async () => {
    const options = { purpose: 'authentication', challenge: 'c-1', domain: ['a.example', 'b.example'] } as const;
    const { credential } = await signedBy(algorithm, cryptosuite, options);
    const [proof] = proofsOf(credential);
    expect(proof).toMatchObject({ challenge: 'c-1', domain: options.domain, proofPurpose: 'authentication' });
    expect(await outcomes(credential, options)).toEqual(['passed']);
    expect(await outcomes(credential, { purpose: 'authentication' })).toEqual(['passed']);
    expect(await resultsOf(credential, { ...options, challenge: 'c-2' })).toMatchObject([{ problem: 'challenge' }]);
    expect(await resultsOf(credential, { ...options, domain: 'a.example' })).toMatchObject([{ problem: 'domain' }]);
    expect(await resultsOf(credential)).toMatchObject([{ outcome: 'failed', problem: 'proof' }]);
    const other = { ...credential, proof: { ...proof, challenge: 'c-2' } };
    expect(await outcomes(other, { ...options, challenge: 'c-2' })).toEqual(['failed']);
  });
});
