import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as base58 from 'base58-universal';
import { createDocumentLoader } from '../../../../src/credentials/contexts/document-loader.ts';
import { base64url } from '../../../../src/credentials/document/encoding.ts';
import { createControllers } from '../../../../src/credentials/keys/controller.ts';
import { decodeMultikey } from '../../../../src/credentials/keys/multikey.ts';
import { type ProofSigner, withoutProofs } from '../../../../src/credentials/proofs/data-integrity.ts';
import { checkProofs } from '../../../../src/credentials/verification/checks/proofs.ts';
import type { JsonObject } from '../../../../src/services/ports/index.ts';
import { addresses, fetcherTo } from '../../fixture.ts';

// The documents of the W3C use contexts that the service does not know, one of which gives every unknown word a meaning.
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };

const ofSchema = (name: string) => [name, `https://schema.org/${name}`] as const;
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
/** As much of the citizenship vocabulary as they have, in the words of their canonical forms. */
const citizenship = {
  '@context': {
    '@vocab': 'https://w3id.org/citizenship#',
    ...Object.fromEntries(
      ['Person', 'givenName', 'additionalName', 'familyName', 'gender', 'identifier'].map(ofSchema),
    ),
    image: { '@id': 'https://schema.org/image', '@type': '@id' },
    birthDate: { '@id': 'https://schema.org/birthDate', '@type': dateTime },
    residentSince: { '@id': 'https://w3id.org/citizenship#residentSince', '@type': dateTime },
  },
};

export const loader = createDocumentLoader(
  addresses,
  new Map([
    ['https://www.w3.org/ns/credentials/examples/v2', examples],
    ['https://w3id.org/citizenship/v4rc1', citizenship],
  ]),
);
export const controllers = createControllers(addresses, fetcherTo(new Map()));

const folder = join(import.meta.dirname, '../../../vectors');
export const readText = (name: string): string => readFileSync(join(folder, name), 'utf8');
export const read = (name: string): JsonObject => JSON.parse(readText(name)) as JsonObject;

export const resultsOf = (document: JsonObject) =>
  checkProofs(
    withoutProofs(document, loader),
    document['proof'],
    { purpose: 'assertionMethod' },
    { controllers, loader },
  );
export const outcomes = async (document: JsonObject) => (await resultsOf(document)).map(({ outcome }) => outcome);
export const proofsOf = (document: JsonObject) => [document['proof']].flat() as JsonObject[];

type KeyPair = Readonly<{ publicKeyMultibase: string; privateKeyMultibase?: string; secretKeyMultibase?: string }>;

/** Signs with a key of the W3C; `data` is told of what it is given. */
export async function signerWith(pair: KeyPair, data: (bytes: Uint8Array) => void = () => undefined) {
  const key = decodeMultikey(pair.publicKeyMultibase)!;
  const { algorithm } = key;
  const secret = base58.decode((pair.privateKeyMultibase ?? pair.secretKeyMultibase ?? '').slice(1)).slice(2);
  const named = algorithm.id === 'Ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: algorithm.id };
  const jwk = { ...algorithm.toJwk(key.bytes), d: base64url(secret) };
  const privateKey = await crypto.subtle.importKey('jwk', jwk, named, false, ['sign']);
  const did = `did:key:${pair.publicKeyMultibase}`;
  const signer: ProofSigner = {
    algorithm: algorithm.id,
    verificationMethod: `${did}#${pair.publicKeyMultibase}`,
    sign: (bytes) => (data(bytes), algorithm.sign(privateKey, bytes)),
  };
  return { signer, publicKey: key, did };
}
