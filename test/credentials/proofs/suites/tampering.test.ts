import * as base58 from 'base58-universal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64url } from '../../../../src/credentials/document/encoding.ts';
import { addProof } from '../../../../src/credentials/proofs/add-proof.ts';
import { proofForm } from '../../../../src/credentials/proofs/proof-form.ts';
import { suites } from '../../../../src/credentials/proofs/suites/index.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { copy } from '../../fixture.ts';
import {
  created,
  loader,
  newSigner,
  outcomes,
  presentedBy,
  proofsOf,
  resultsOf,
  signedBy,
  unsignedBy,
} from './signed-by.ts';

const rows = suites.flatMap(({ id, keys, signing }) => (signing ? keys.map((key) => [id, key.id] as const) : []));

/** What is handed over for a check. */
const presented = async (suite: string, algorithm: string) =>
  (await presentedBy(algorithm, suite, { expires: new Date('2036-01-01T00:00:00Z'), domain: 'a.example' })).credential;

const withProof = (document: JsonObject, change: object): JsonObject => ({
  ...document,
  proof: { ...proofsOf(document)[0], ...change },
});

describe.each(rows)('%s with a %s key', (suite, algorithm) => {
  test('holds, and no longer where a member of the proof is another, or is not there', async () => {
    const document = await presented(suite, algorithm);
    expect(await outcomes(document)).toEqual(['passed']);
    const [proof = {}] = proofsOf(document);
    const changes: Record<string, unknown> = {
      type: 'Ed25519Signature2020',
      cryptosuite: suite === 'eddsa-jcs-2022' ? 'eddsa-rdfc-2022' : 'eddsa-jcs-2022',
      created: '2026-03-10T09:00:01Z',
      expires: '2037-01-01T00:00:00Z',
      domain: 'b.example',
      proofPurpose: 'authentication',
      verificationMethod: (await newSigner(algorithm)).verificationMethod,
      '@context': [...(document['@context'] as string[])].reverse(),
    };
    for (const name of Object.keys(proof).filter((name) => name !== 'proofValue')) {
      const { [name]: _, ...rest } = proof;
      expect(changes, name).toHaveProperty([name]);
      expect(await outcomes({ ...document, proof: { ...proof, [name]: changes[name] } }), name).not.toEqual(['passed']);
      expect(await outcomes({ ...document, proof: rest }), `without ${name}`).not.toEqual(['passed']);
    }
    for (const more of [{ challenge: 'c' }, { nonce: 'n' }, { id: 'urn:x:1' }])
      expect(await outcomes(withProof(document, more)), JSON.stringify(more)).toEqual(['failed']);
  });

  test('no other value holds', async () => {
    const document = await presented(suite, algorithm);
    const value = String(proofsOf(document)[0]?.['proofValue']);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: value.length - 1 }),
        fc.constantFrom(...'23ABabz'),
        async (at, letter) => {
          const other = value.slice(0, at) + letter + value.slice(at + 1);
          fc.pre(other !== value);
          // The last letter of base64url has bits that say nothing.
          fc.pre(value.startsWith('z') || at < value.length - 1);
          expect(await outcomes(withProof(document, { proofValue: other }))).not.toEqual(['passed']);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('a key of a kind that it does not take: it does not hold, and the clause is named', async () => {
    const document = await presented(suite, algorithm);
    const taken = suites.find(({ id }) => id === suite)!.keys.map(({ id }) => id);
    const others = ['Ed25519', 'P-256', 'P-384'].filter((id) => !taken.includes(id));
    for (const other of others) {
      const { verificationMethod, issuer } = await newSigner(other);
      expect(await resultsOf(withProof(document, { verificationMethod }))).toEqual([
        {
          outcome: 'failed',
          problem: 'proof',
          detail: expect.stringContaining('Cryptosuites 1.0 §'),
          controller: issuer,
        },
      ]);
      const signer = await newSigner(other);
      await expect(
        addProof(await unsignedBy(signer.issuer), signer, { cryptosuite: suite, created }, loader),
      ).rejects.toThrow(`with a ${other} key`);
    }
  });

  test('as a proof of each other suite it does not hold', async () => {
    const document = await presented(suite, algorithm);
    for (const { id, type } of suites.filter((other) => other.id !== suite)) {
      const change = type === id ? { type, cryptosuite: undefined } : { cryptosuite: id };
      expect(await outcomes(withProof(document, change)), id).not.toEqual(['passed']);
    }
  });
});

describe('the form of a signature', () => {
  const rawOf = (value: unknown) => base58.decode(String(value).slice(1));

  test.each(rows.filter(([suite]) => suite !== 'ecdsa-sd-2023'))('%s by %s: one base, one form', async (suite, key) => {
    const { credential } = await signedBy(key, suite);
    const [proof = {}] = proofsOf(credential);
    const raw = rawOf(proof['proofValue']);
    const others = [
      `u${base64url(raw)}`,
      `m${Buffer.from(raw).toString('base64')}`,
      `f${Buffer.from(raw).toString('hex')}`,
      base58.encode(raw),
      // DER: a sequence of two numbers.
      `z${base58.encode(Uint8Array.from([0x30, raw.length + 4, 2, raw.length / 2, ...raw.subarray(0, raw.length / 2), 2, raw.length / 2, ...raw.subarray(raw.length / 2)]))}`,
      `z${base58.encode(raw.subarray(1))}`,
      [proof['proofValue']],
    ];
    for (const proofValue of others) {
      expect(proofForm({ ...proof, proofValue }), String(proofValue)).toEqual({
        fault: expect.stringContaining('proofValue'),
      });
      expect(await outcomes(withProof(credential, { proofValue }))).toEqual(['unknown']);
    }
  });

  // Both are signatures of the same bytes by the same key (FIPS 186-5 §6.4.2 takes either), so neither says more.
  test('the other of the two s of an ECDSA signature holds as well', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const { credential } = await signedBy('P-256', 'ecdsa-rdfc-2019');
    const raw = Buffer.from(rawOf(proofsOf(credential)[0]?.['proofValue']));
    const s = order - BigInt(`0x${raw.subarray(32).toString('hex')}`);
    const other = Buffer.concat([raw.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    expect(await outcomes(withProof(credential, { proofValue: `z${base58.encode(other)}` }))).toEqual(['passed']);
  });

  test.each(['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'])('%s by P-384 over SHA-256 does not hold', async (cryptosuite) => {
    const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
    const p384 = suites.find(({ id }) => id === cryptosuite)!.keys.find(({ id }) => id === 'P-384')!;
    const { signer, credential } = await signedBy('P-384', cryptosuite);
    const publicKey = base58.encode(
      Uint8Array.from([...p384.multicodec, ...(await p384.exportPublicKey(key.publicKey))]),
    );
    const verificationMethod = `did:key:z${publicKey}#z${publicKey}`;
    const sign = (hash: string) => async (data: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash }, key.privateKey, data));
    for (const [hash, outcome] of [
      ['SHA-384', 'passed'],
      ['SHA-256', 'failed'],
    ] as const) {
      const { proof: _, ...document } = credential;
      const other = { ...signer, verificationMethod, sign: sign(hash) };
      expect(await outcomes(await addProof(document, other, { cryptosuite, created }, loader)), hash).toEqual([
        outcome,
      ]);
    }
  });

  test('a proof over JSON signed the context: the document begins with it, and may say more', async () => {
    const { credential } = await signedBy('Ed25519', 'eddsa-jcs-2022');
    const longer = copy(credential);
    longer['@context'].push('https://w3id.org/security/multikey/v1');
    expect(await outcomes(longer)).toEqual(['passed']);
    const shorter = copy(credential);
    shorter['@context'].pop();
    expect(await resultsOf(shorter)).toMatchObject([
      { outcome: 'failed', detail: expect.stringContaining('@context') },
    ]);
    const inline = copy(credential);
    inline.proof['@context'] = [{ a: 'urn:a' }];
    expect(await outcomes(inline)).toEqual(['failed']);
  });
});
