import * as base58 from 'base58-universal';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { addProof } from '../../../../src/credentials/proofs/add-proof.ts';
import { canonical } from '../../../../src/credentials/proofs/data-integrity.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { loader, outcomes, proofsOf, read, readText, signerWith } from './vectors.ts';

const hex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(bytes as Uint8Array).toString('hex');
const digest = async (hash: string, text: string) =>
  hex(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));

type Row = Readonly<{
  /** Where its files are, and how their names end. */
  folder: string;
  ending: string;
  unsigned: string;
  key: string;
  hash: 'SHA-256' | 'SHA-384';
  signs: 'rdf' | 'json';
}>;

const eddsa = { key: 'vc-di-eddsa/keyPair.json', hash: 'SHA-256' } as const;
const p256 = { key: 'vc-di-ecdsa/p256KeyPair.json', hash: 'SHA-256' } as const;
const p384 = { key: 'vc-di-ecdsa/p384KeyPair.json', hash: 'SHA-384' } as const;
const alumni = { unsigned: 'vc-di-eddsa/unsigned.json' };
const employment = { unsigned: 'vc-di-eddsa/employmentAuth.json' };

const rows: readonly Row[] = [
  { folder: 'vc-di-eddsa/eddsa-rdfc-2022', ending: 'DataInt', signs: 'rdf', ...eddsa, ...alumni },
  { folder: 'vc-di-eddsa/eddsa-rdfc-2022/employ', ending: 'DataInt', signs: 'rdf', ...eddsa, ...employment },
  { folder: 'vc-di-eddsa/eddsa-jcs-2022', ending: 'JCS', signs: 'json', ...eddsa, ...alumni },
  { folder: 'vc-di-ecdsa/ecdsa-rdfc-2019-p256', ending: 'ECDSAP256', signs: 'rdf', ...p256, ...alumni },
  { folder: 'vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ', ending: 'ECDSAP256', signs: 'rdf', ...p256, ...employment },
  { folder: 'vc-di-ecdsa/ecdsa-rdfc-2019-p384', ending: 'ECDSAP384', signs: 'rdf', ...p384, ...alumni },
  { folder: 'vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ', ending: 'ECDSAP384', signs: 'rdf', ...p384, ...employment },
  { folder: 'vc-di-ecdsa/ecdsa-jcs-2019-p256', ending: 'JCSECDSAP256', signs: 'json', ...p256, ...alumni },
  { folder: 'vc-di-ecdsa/ecdsa-jcs-2019-p384', ending: 'JCSECDSAP384', signs: 'json', ...p384, ...alumni },
];

const canonicalForm = ({ signs, hash }: Row, document: JsonObject) =>
  signs === 'json' ? Promise.resolve(canonicalize(document) ?? '') : canonical(document, loader, hash);

describe.each(rows)('signing as $folder', (row) => {
  const { folder, ending, hash } = row;
  const text = (name: string) => readText(`${folder}/${name}${ending}.txt`).trimEnd();
  const config = read(`${folder}/proofConfig${ending}.json`);
  const sign = async () => {
    const signed: Uint8Array[] = [];
    const { signer } = await signerWith(read(row.key) as never, (data) => signed.push(data));
    const options = { cryptosuite: config['cryptosuite'] as string, created: new Date(config['created'] as string) };
    return { document: await addProof(read(row.unsigned), signer, options, loader), signed };
  };

  test('canonical forms and hashes are equal byte for byte', async () => {
    const document = await canonicalForm(row, read(row.unsigned));
    const options = await canonicalForm(row, config);
    expect(document.trimEnd()).toBe(text('canonDoc'));
    expect(options.trimEnd()).toBe(text('proofCanon'));
    expect(await digest(hash, document)).toBe(text('docHash'));
    expect(await digest(hash, options)).toBe(text('proofHash'));
  });

  test('the options of the proof and what is signed are equal', async () => {
    const { document, signed } = await sign();
    const { proofValue: _, ...options } = proofsOf(document)[0]!;
    const { '@context': context, ...members } = config;
    expect(options).toEqual(row.signs === 'json' ? config : members);
    expect(context).toEqual(document['@context']);
    expect(signed.map(hex)).toEqual([text('combinedHash')]);
  });

  test('the signature is equal, or holds where none is like another', async () => {
    const { document } = await sign();
    const value = proofsOf(document)[0]!['proofValue'] as string;
    if (row.key === eddsa.key)
      expect([value, hex(base58.decode(value.slice(1)))]).toEqual([text('sigBTC58'), text('sigHex')]);
    else expect(value).not.toBe(text('sigBTC58'));
    expect(await outcomes(document)).toEqual(['passed']);
  });
});
