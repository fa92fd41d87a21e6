import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../../src/credentials/keys/key-ring.ts';
import { addProof } from '../../../src/credentials/proofs/add-proof.ts';
import { signDocument } from '../../../src/credentials/proofs/data-integrity.ts';
import type { JsonObject, SigningKey } from '../../../src/services/ports/index.ts';
import { addresses, copy, keyEncryptionKey, now, slug, writer, type Fixture } from '../fixture.ts';

export const revocationList = addresses.statusList(slug, 1, 'revocation');
export const version = addresses.version(slug, 'vatten', 2);

/** Signs, with another institution's key or a did:key, whatever the document says about its issuer. */
export async function strangerSigns(fixture: Fixture, document: JsonObject, name = 'stranger') {
  const strangers = await writer.createKey('other', `key-of-${name}`, new Date('2026-01-01T00:00:00Z'));
  const id = addresses.did(name);
  fixture.put(addresses.didDocument(name), writer.composeDidDocument(name, [strangers]));
  const { proof } = await writer.sign({ ...document, issuer: id }, strangers, name, now);
  return { id, key: strangers, proof: proof as JsonObject };
}

/** As the institution would sign if it did not check the document first. */
export const signed = async (fixture: Fixture, change: (document: ReturnType<typeof copy>) => void) => {
  const document = copy(fixture.unsigned);
  change(document);
  return fixture.sign(document);
};

/** What anybody can make: a fresh key, the institution's name, no status, and whatever else they like. */
export async function homeMade(
  fixture: Fixture,
  change: (document: ReturnType<typeof copy>) => void = () => undefined,
) {
  const key = await writer.createKey('nobody', 'fresh', now);
  const document = copy(fixture.unsigned);
  document.issuer.id = `did:key:${key.publicKey}`;
  delete document.credentialStatus;
  document.credentialSubject.learnerName = 'Falsk Person';
  change(document);
  return strangersProof(document, key, document.issuer.id);
}

export function moveAchievement(document: ReturnType<typeof copy>, id: string) {
  document.credentialSubject.achievement.id = id;
  document.relatedResource[0].id = id;
}

/** A proof by the institution's own key that ends before the document does. */
export async function signedUntil({ unsigned, key }: Fixture, expires: Date): Promise<JsonObject> {
  const ring = createKeyRing(keyEncryptionKey);
  const signer = {
    algorithm: key.algorithm,
    verificationMethod: `${addresses.did(slug)}#${key.publicKey}`,
    sign: (data: Uint8Array<ArrayBuffer>) => ring.sign(key, data, new AbortController().signal),
  };
  const created = new Date('2027-03-10T09:00:01Z');
  return addProof(unsigned, signer, { created, expires }, createDocumentLoader(addresses));
}

/** The document as it is, with a proof by a key that is not its issuer's. */
export async function strangersProof(document: JsonObject, key: SigningKey, id: string): Promise<JsonObject> {
  const ring = createKeyRing(keyEncryptionKey);
  return signDocument(
    document,
    {
      algorithm: key.algorithm,
      verificationMethod: `${id}#${key.publicKey}`,
      sign: (data) => ring.sign(key, data, new AbortController().signal),
    },
    now,
    createDocumentLoader(addresses),
  );
}
