import { webcrypto } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addProof } from '../../../../src/credentials/proofs/add-proof.ts';
import { deriveDocument } from '../../../../src/credentials/proofs/derive.ts';
import { PointerFault } from '../../../../src/credentials/proofs/pointers.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { copy } from '../../fixture.ts';
import { loader, outcomes, proofsOf, read, resultsOf, signerWith } from '../vectors/vectors.ts';

const folder = 'vc-di-ecdsa';
const material = read(`${folder}/ecdsa-sd-2023/SDKeyMaterial.json`) as Record<string, any>;
const pointersIn = (name: string) => read(`${folder}/${name}.json`) as unknown as string[];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sets = [
  ['employ', pointersIn('employMandatory'), pointersIn('employSelective')],
  ['prc', pointersIn('prCredMandatory'), pointersIn('prCredSelective')],
] as const;

/** A base proof of our own over a document of the W3C, and what the key was given to sign. */
async function base(document: JsonObject, mandatoryPointers: readonly string[]) {
  const signed: Uint8Array[] = [];
  const { signer } = await signerWith(material['baseKeyPair'], (data) => signed.push(data));
  const { proof: _proof, ...unsigned } = document;
  const created = new Date('2023-08-15T23:36:38Z');
  const options = { cryptosuite: 'ecdsa-sd-2023', created, mandatoryPointers };
  return { document: await addProof(unsigned, signer, options, loader), signed };
}

afterEach(() => vi.restoreAllMocks());

describe.each(sets)('W3C vectors of ecdsa-sd-2023: %s', (name, mandatory, selective) => {
  const file = (of: string) => read(`${folder}/ecdsa-sd-2023/${name}/${of}.json`);
  const signedBase = file('addSignedSDBase');

  test('what was derived holds, and fails where it is changed', async () => {
    const derived = file('derivedRevealDocument');
    expect(await outcomes(derived)).toEqual(['passed']);
    const [proof] = proofsOf(derived);
    expect(await outcomes({ ...derived, validFrom: '2019-12-04T00:00:00Z' })).toEqual(['failed']);
    expect(await outcomes({ ...derived, name: 'One statement more' })).toEqual(['failed']);
    const { validUntil: _, ...less } = derived;
    expect(await outcomes(less)).toEqual(['failed']);
    expect(await outcomes({ ...derived, proof: { ...proof, created: '2023-08-15T23:36:39Z' } })).toEqual(['failed']);
  });

  test('a base proof is for the holder, and says nothing against the document', async () => {
    expect(await resultsOf(signedBase)).toMatchObject([
      { outcome: 'unknown', detail: expect.stringContaining('holder') },
    ]);
  });

  test('deriving gives the same document and the same proof', async () => {
    expect(await deriveDocument(signedBase, { selectivePointers: selective }, loader)).toEqual(
      file('derivedRevealDocument'),
    );
  });

  test('signing hashes the same, and what is derived from it holds', async () => {
    const key = Buffer.from(material['hmacKeyString'], 'hex');
    vi.spyOn(webcrypto, 'getRandomValues').mockImplementationOnce((array) => ((array as Uint8Array).set(key), array));
    const { document, signed } = await base(signedBase, mandatory);
    const { proofHash, mandatoryHash } = file('addHashData');
    expect(signed).toHaveLength(1);
    // The hashes have a key between them that is made anew for each document.
    expect([hex(signed[0]!.slice(0, 32)), hex(signed[0]!.slice(-32))]).toEqual([proofHash, mandatoryHash]);
    const { proofValue: _, ...options } = proofsOf(document)[0]!;
    const { '@context': _context, ...config } = file('addProofConfig');
    expect(options).toEqual(config);
    expect(await outcomes(await deriveDocument(document, { selectivePointers: selective }, loader))).toEqual([
      'passed',
    ]);
  });
});

describe('deriving', () => {
  const [, mandatory] = sets[0];
  const whole = read(`${folder}/ecdsa-sd-2023/employ/addSignedSDBase.json`);

  test.each([
    '/nothing',
    '/credentialSubject/nothing',
    '/type/2',
    '/type/-',
    '/type/01',
    '/proof/created',
    '/issuer/id/0',
  ])('%s leads to nothing, and the refusal says so', async (pointer) => {
    const refused = expect.objectContaining({ pointer, message: expect.stringContaining(`"${pointer}"`) });
    await expect(deriveDocument(whole, { selectivePointers: [pointer] }, loader)).rejects.toEqual(refused);
    await expect(base(whole, [pointer])).rejects.toEqual(refused);
  });

  test.each(['validFrom', '/credentialSubject/~2', '/a~', '/__proto__/x', '/constructor/prototype'])(
    '%s is not followed',
    async (pointer) => {
      await expect(deriveDocument(whole, { selectivePointers: [pointer] }, loader)).rejects.toThrow(PointerFault);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test('shows the whole document, one member of a list, and what must be shown alone', async () => {
    for (const pointer of ['', '/type/1', '/credentialSubject/employmentAuthorizationDocument']) {
      const derived = await deriveDocument(whole, { selectivePointers: [pointer] }, loader);
      expect(await outcomes(derived), pointer).toEqual(['passed']);
    }
    const least = await deriveDocument(whole, { selectivePointers: [] }, loader);
    expect(await outcomes(least)).toEqual(['passed']);
    expect(Object.keys(least).sort()).toEqual(['@context', 'issuer', 'proof', 'type']);
  });

  test('needs one base proof, by its id where there are two', async () => {
    const { signer } = await signerWith(material['baseKeyPair']);
    const options = { cryptosuite: 'ecdsa-sd-2023', created: new Date(0), mandatoryPointers: mandatory };
    const first = await addProof({ ...whole, proof: [] }, signer, { ...options, id: 'urn:x:1' }, loader);
    const both = await addProof(first, signer, { ...options, id: 'urn:x:2' }, loader);
    await expect(deriveDocument(both, { selectivePointers: [] }, loader)).rejects.toThrow('2 base proofs');
    await expect(deriveDocument({ ...whole, proof: [] }, { selectivePointers: [] }, loader)).rejects.toThrow('0 base');
    const derived = await deriveDocument(both, { selectivePointers: [], proofId: 'urn:x:2' }, loader);
    expect(proofsOf(derived)).toEqual([expect.objectContaining({ id: 'urn:x:2' })]);
    expect(await outcomes(derived)).toEqual(['passed']);
  });
});

describe('what ecdsa-sd-2023 does not cover', () => {
  const [, mandatory, selective] = sets[0];

  // The library replaces labels of blank nodes wherever they stand, so such words could be changed after signing.
  test.each([
    ['text', 'see _:a and _:b'],
    ['an address', 'urn:bnid:b1'],
  ])('%s like a blank node is not signed or checked', async (_, name) => {
    const whole = read(`${folder}/ecdsa-sd-2023/employ/addSignedSDBase.json`);
    await expect(base({ ...whole, name }, mandatory)).rejects.toThrow('blank node');
    const derived = copy(read(`${folder}/ecdsa-sd-2023/employ/derivedRevealDocument.json`));
    derived.credentialSubject.birthCountry = name;
    expect(await resultsOf(derived)).toMatchObject([{ outcome: 'unknown', problem: 'unsupported-proof' }]);
  });

  test.each(['__proto__', 'constructor'])('a node called %s is not given to the library', async (id) => {
    const derived = copy(read(`${folder}/ecdsa-sd-2023/employ/derivedRevealDocument.json`));
    derived.credentialSubject.id = id;
    expect(await outcomes(derived)).toEqual(['unknown']);
    const whole = copy(read(`${folder}/ecdsa-sd-2023/employ/addSignedSDBase.json`));
    whole.credentialSubject.id = id;
    await expect(base(whole, ['/issuer'])).rejects.toThrow('is not processed');
    await expect(deriveDocument(whole, { selectivePointers: ['/validFrom'] }, loader)).rejects.toThrow(
      'is not processed',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('more of its proofs than are checked', async () => {
    const derived = read(`${folder}/ecdsa-sd-2023/employ/derivedRevealDocument.json`);
    const proof = proofsOf(derived)[0]!;
    expect(await outcomes({ ...derived, proof: [proof, proof] })).toEqual(['passed', 'passed']);
    expect(await resultsOf({ ...derived, proof: [proof, proof, proof] })).toMatchObject([{ problem: 'too-complex' }]);
    const long = { ...proof, proofValue: `${String(proof['proofValue'])}${'A'.repeat(100_000)}` };
    expect(await outcomes({ ...derived, proof: long })).toEqual(['unknown']);
  });

  test('a proof that builds on another', async () => {
    const derived = read(`${folder}/ecdsa-sd-2023/employ/derivedRevealDocument.json`);
    const proof = { ...proofsOf(derived)[0]!, id: 'urn:x:1' };
    const next = { ...proof, id: 'urn:x:2', previousProof: 'urn:x:1' };
    expect(await resultsOf({ ...derived, proof: [proof, next] })).toMatchObject([{}, { problem: 'unsupported-proof' }]);
  });

  test('pointers where a suite always shows the whole', async () => {
    const { signer } = await signerWith(material['baseKeyPair']);
    const options = { created: new Date(0), mandatoryPointers: selective };
    const whole = read(`${folder}/employmentAuth.json`);
    await expect(addProof(whole, signer, options, loader)).rejects.toThrow('always shows');
  });
});
