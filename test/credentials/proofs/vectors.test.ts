import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createControllers } from '../../../src/credentials/keys/controller.ts';
import { withoutProofs } from '../../../src/credentials/proofs/data-integrity.ts';
import { checkProofs } from '../../../src/credentials/verification/checks/proofs.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, fetcherTo } from '../fixture.ts';

// W3C test vectors of Data Integrity EdDSA Cryptosuites 1.0. They use a context that gives every unknown word a
// meaning; the service does not know it, so it is supplied here.
const folder = join(import.meta.dirname, '../../vectors/vc-di-eddsa');
const examples = 'https://www.w3.org/ns/credentials/examples/v2';
const contexts = new Map([[examples, { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }]]);
const loader = createDocumentLoader(addresses, contexts);
const controllers = createControllers(addresses, fetcherTo(new Map()));

const read = (name: string): JsonObject => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;
const outcomes = async (document: JsonObject) =>
  (
    await checkProofs(
      withoutProofs(document, loader),
      document['proof'],
      { purpose: 'assertionMethod' },
      { controllers, loader },
    )
  ).map(({ outcome }) => outcome);
const proofsOf = (document: JsonObject) => [document['proof']].flat() as JsonObject[];

describe('W3C vectors of the EdDSA cryptosuites', () => {
  test('eddsa-rdfc-2022: the signed credential', async () => {
    expect(await outcomes(read('eddsa-rdfc-2022/signedDataInt.json'))).toEqual(['passed']);
  });

  test('eddsa-rdfc-2022: changed, it fails', async () => {
    const document = read('eddsa-rdfc-2022/signedDataInt.json');
    expect(await outcomes({ ...document, name: 'Alumni Credentials' })).toEqual(['failed']);
    expect(
      await outcomes({ ...document, proof: { ...proofsOf(document)[0], created: '2023-02-24T23:36:39Z' } }),
    ).toEqual(['failed']);
  });

  test('eddsa-jcs-2022 and Ed25519Signature2020 are reported as not checked', async () => {
    expect(await outcomes(read('eddsa-jcs-2022/signedJCS.json'))).toEqual(['unknown']);
    expect(await outcomes(read('Ed25519Signature2020/signedEdSig.json'))).toEqual(['unknown']);
  });

  test.each(['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])(
    '%s: every proof holds',
    async (name) => {
      const document = read(`proof-set-chain/${name}.json`);
      expect(await outcomes(document)).toEqual(proofsOf(document).map(() => 'passed'));
    },
  );

  test('a chain with a link taken out fails where it is missing', async () => {
    const document = read('proof-set-chain/signedProofChain2.json');
    const proofs = proofsOf(document);
    for (const gone of [0, 1, 2]) {
      const left = proofs.filter((_, index) => index !== gone);
      expect(await outcomes({ ...document, proof: left }), `without ${gone}`).toContain('failed');
    }
  });

  test('a chain that leads back to itself is refused', async () => {
    const document = read('proof-set-chain/signedProofChain2.json');
    const [first, ...rest] = proofsOf(document);
    const cyclic = { ...document, proof: [{ ...first, previousProof: rest[1]?.['id'] }, ...rest] };
    expect((await outcomes(cyclic))[0]).toBe('failed');
    expect(await outcomes({ ...document, proof: { ...first, previousProof: first?.['id'] } })).toEqual(['failed']);
  });

  test('a second proof of the same id, and one proof too many, are not checked', async () => {
    const document = read('proof-set-chain/signedProofSet2.json');
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
