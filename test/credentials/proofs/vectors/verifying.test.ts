import { describe, expect, test } from 'vitest';
import { outcomes, proofsOf, read, resultsOf } from './vectors.ts';

const signed = [
  'vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json',
  'vc-di-eddsa/eddsa-rdfc-2022/employ/signedDataInt.json',
  'vc-di-eddsa/eddsa-jcs-2022/signedJCS.json',
  'vc-di-eddsa/Ed25519Signature2020/signedEdSig.json',
  'vc-di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json',
  'vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ/signedECDSAP256.json',
  'vc-di-ecdsa/ecdsa-rdfc-2019-p384/signedECDSAP384.json',
  'vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ/signedECDSAP384.json',
  'vc-di-ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json',
  'vc-di-ecdsa/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json',
];

describe.each(signed)('W3C vector %s', (name) => {
  test('holds', async () => {
    expect(await resultsOf(read(name))).toEqual([
      { outcome: 'passed', controller: expect.stringContaining('did:key:') },
    ]);
  });

  test('fails where the document, or a member of the proof, is changed', async () => {
    const document = read(name);
    const [proof] = proofsOf(document);
    expect(await outcomes({ ...document, name: 'Alumni Credentials' })).toEqual(['failed']);
    expect(await outcomes({ ...document, proof: { ...proof, created: '2023-02-24T23:36:39Z' } })).toEqual(['failed']);
    expect(await outcomes({ ...document, proof: { ...proof, expires: '2033-02-24T23:36:39Z' } })).toEqual(['failed']);
  });
});

describe('W3C vectors of proof sets and chains', () => {
  test.each(['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])(
    '%s: every proof holds',
    async (name) => {
      const document = read(`vc-di-eddsa/proof-set-chain/${name}.json`);
      expect(await outcomes(document)).toEqual(proofsOf(document).map(() => 'passed'));
    },
  );

  test('a chain with a link taken out fails where it is missing', async () => {
    const document = read('vc-di-eddsa/proof-set-chain/signedProofChain2.json');
    const proofs = proofsOf(document);
    for (const gone of [0, 1, 2]) {
      const left = proofs.filter((_, index) => index !== gone);
      expect(await outcomes({ ...document, proof: left }), `without ${gone}`).toContain('failed');
    }
  });

  test('a chain that leads back to itself is refused', async () => {
    const document = read('vc-di-eddsa/proof-set-chain/signedProofChain2.json');
    const [first, ...rest] = proofsOf(document);
    const cyclic = { ...document, proof: [{ ...first, previousProof: rest[1]?.['id'] }, ...rest] };
    expect((await outcomes(cyclic))[0]).toBe('failed');
    expect(await outcomes({ ...document, proof: { ...first, previousProof: first?.['id'] } })).toEqual(['failed']);
  });

  test('a second proof of the same id, and one proof too many, are not checked', async () => {
    const document = read('vc-di-eddsa/proof-set-chain/signedProofSet2.json');
    const [first] = proofsOf(document);
    expect(
      await outcomes({
        ...document,
        proof: [
          { ...first, id: 'urn:x:1' },
          { ...first, id: 'urn:x:1' },
        ],
      }),
    ).toEqual(['unknown']);
    expect(await outcomes({ ...document, proof: Array.from({ length: 21 }, () => first) })).toEqual(['unknown']);
  });
});
