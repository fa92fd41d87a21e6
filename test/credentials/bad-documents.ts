import { contextUrls, createDocumentLoader } from '../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../src/credentials/keys/key-ring.ts';
import { signDocument } from '../../src/credentials/proofs/data-integrity.ts';
import type { CheckName, Outcome, Verdict } from '../../src/domain/verification.ts';
import type { JsonObject, SigningKey } from '../../src/services/ports.ts';
import { addresses, copy, institution, keyEncryptionKey, now, slug, writer, type World } from './world.ts';

export const revocationList = addresses.statusList(slug, 1, 'revocation');
export const version = addresses.version(slug, 'batteri', 2);

/** Signs, with another institution's key or a did:key, whatever the document says about its issuer. */
export async function strangerSigns(world: World, document: JsonObject, name = 'stranger') {
  const strangers = await writer.createKey('other', `key-of-${name}`, new Date('2026-01-01T00:00:00Z'));
  const id = addresses.did(name);
  world.put(addresses.didDocument(name), writer.composeDidDocument(name, [strangers]));
  const { proof } = await writer.sign({ ...document, issuer: id }, strangers, name, now);
  return { id, key: strangers, proof: proof as JsonObject };
}

/** As the institution would sign if it did not check the document first. */
export const signed = async (world: World, change: (document: ReturnType<typeof copy>) => void) => {
  const document = copy(world.unsigned);
  change(document);
  return world.sign(document);
};

type Case = Readonly<{
  what: string;
  check: CheckName;
  outcome: Outcome;
  verdict: Verdict;
  problem: string;
  /** The bad document, in a world where everything else is in order. */
  make(world: World): Promise<JsonObject> | JsonObject;
  at?: Date;
}>;

/** Each is caught by one check and by that one alone: take the check away, and the document passes. */
export const cases: readonly Case[] = [
  {
    what: 'a changed word',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const document = copy(credential);
      document.credentialSubject.learnerName = 'Någon Annan';
      return document;
    },
  },
  {
    what: 'no proof',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => unsigned,
  },
  {
    what: 'an empty list of proofs',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => ({ ...unsigned, proof: [] }),
  },
  {
    what: 'a forged second proof beside the good one',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, created: '2027-03-11T00:00:00Z' }] };
    },
  },
  {
    what: 'a second proof of an unknown kind',
    check: 'proof',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-proof',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, cryptosuite: 'ecdsa-sd-2023' }] };
    },
  },
  {
    what: 'a proof that builds on one that is not there',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({
      ...credential,
      proof: { ...(credential['proof'] as object), previousProof: 'urn:uuid:1' },
    }),
  },
  {
    what: 'two proofs of one id',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: async (world) => {
      const good = world.credential['proof'] as JsonObject;
      return {
        ...world.credential,
        proof: [
          { ...good, id: 'urn:uuid:1' },
          { ...good, id: 'urn:uuid:1' },
        ],
      };
    },
  },
  {
    what: 'a proof for another purpose',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({
      ...credential,
      proof: { ...(credential['proof'] as object), proofPurpose: 'authentication' },
    }),
  },
  {
    what: 'a key revoked before it signed',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: async (world) => {
      // The lists were signed with another key, which is in order.
      const weak = await writer.createKey(institution.id, 'key-2', new Date(0));
      const keys = copy(writer.composeDidDocument(slug, [world.key, weak]));
      keys.verificationMethod[1].revoked = '2027-03-01T00:00:00Z';
      world.put(addresses.didDocument(slug), keys);
      return world.sign(world.unsigned, weak);
    },
  },
  {
    what: 'an issuer who did not sign',
    check: 'issuer',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: async (world) => {
      const { key, id } = await strangerSigns(world, world.unsigned);
      return strangersProof(world.unsigned, key, id);
    },
  },
  {
    what: 'a period that is over',
    check: 'period',
    outcome: 'failed',
    verdict: 'expired',
    problem: 'https://mikromerit.example/problems/expired',
    make: (world) => signed(world, (document) => (document.validUntil = '2027-03-20T11:54:59Z')),
  },
  {
    what: 'a period that has not begun',
    check: 'period',
    outcome: 'failed',
    verdict: 'notYetValid',
    problem: 'https://mikromerit.example/problems/not-yet-valid',
    make: (world) => signed(world, (document) => (document.validFrom = '2027-03-20T12:05:01Z')),
  },
  {
    what: 'a revoked award',
    check: 'status',
    outcome: 'failed',
    verdict: 'revoked',
    problem: 'https://mikromerit.example/problems/revoked',
    make: async (world) => (await world.publishList('revocation', [4711]), world.credential),
  },
  {
    what: 'a suspended award: the second entry, while the first is fine',
    check: 'status',
    outcome: 'failed',
    verdict: 'suspended',
    problem: 'https://mikromerit.example/problems/suspended',
    make: async (world) => (await world.publishList('suspension', [4711]), world.credential),
  },
  {
    what: 'a status list that is not there',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
    make: (world) => (world.outside.delete(revocationList), world.credential),
  },
  {
    what: 'a status list of another issuer',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await writer.composeStatusList({
        slug,
        list: 1,
        purpose: 'revocation',
        set: [],
        validFrom: now,
        ttlSeconds: 300,
      });
      const { id, key } = await strangerSigns(world, list);
      world.put(revocationList, await writer.sign({ ...list, issuer: id }, key, 'stranger', now));
      return world.credential;
    },
  },
  {
    what: 'a status list that someone changed',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const other = await writer.composeStatusList({
        slug,
        list: 1,
        purpose: 'revocation',
        set: [1],
        validFrom: now,
        ttlSeconds: 300,
      });
      const list = JSON.parse(world.outside.get(revocationList)!);
      world.put(revocationList, { ...list, credentialSubject: other['credentialSubject'] });
      return world.credential;
    },
  },
  {
    what: 'an unsigned status list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      world.put(
        revocationList,
        await writer.composeStatusList({
          slug,
          list: 1,
          purpose: 'revocation',
          set: [],
          validFrom: now,
          ttlSeconds: 300,
        }),
      );
      return world.credential;
    },
  },
  {
    what: 'the list for another purpose in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: (world) => (
      world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 1, 'suspension'))!),
      world.credential
    ),
  },
  {
    what: 'an earlier list in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      await world.publishList('revocation', [], 2);
      world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 2, 'revocation'))!);
      return world.credential;
    },
  },
  {
    what: 'a list that has run out',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await writer.composeStatusList({
        slug,
        list: 1,
        purpose: 'revocation',
        set: [],
        validFrom: new Date('2027-01-01T00:00:00Z'),
        ttlSeconds: 300,
      });
      world.put(revocationList, await world.sign({ ...list, validUntil: '2027-01-02T00:00:00Z' }));
      return world.credential;
    },
  },
  {
    what: 'a list that is too short',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR',
    make: async (world) => {
      const list = copy(
        await writer.composeStatusList({
          slug,
          list: 1,
          purpose: 'revocation',
          set: [],
          validFrom: now,
          ttlSeconds: 300,
        }),
      );
      list.credentialSubject.encodedList = await shortList();
      world.put(revocationList, await world.sign(list));
      return world.credential;
    },
  },
  {
    what: 'an index beyond the list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = '131072')),
  },
  ...['5abc', '05', 5, '-1', ['5']].map((index): Case => ({
    what: `the index ${JSON.stringify(index)}`,
    check: 'status',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = index)),
  })),
  {
    what: 'a kind of status nobody here knows',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        document['@context'].push(contextUrls.openBadgesExtensions);
        document.credentialStatus.push({ id: 'https://x.example/list', type: '1EdTechRevocationList' });
      }),
  },
  {
    what: 'a status of several bits',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        const message = (status: string) => ({ id: `urn:status:${status}`, status, message: status });
        Object.assign(document.credentialStatus[0], {
          statusSize: 2,
          statusPurpose: 'message',
          statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(message),
        });
      }),
  },
  {
    what: 'a catalogue that says something else now',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => (world.outside.set(version, `${world.outside.get(version)} `), world.credential),
  },
  {
    what: 'a catalogue that is not there',
    check: 'catalogue',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/catalogue-unreachable',
    make: (world) => (world.outside.delete(version), world.credential),
  },
  {
    what: 'no word of the version it was awarded for',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => signed(world, (document) => delete document.relatedResource),
  },
  {
    what: 'one of two digests that is wrong',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) =>
      signed(
        world,
        (document) =>
          (document.relatedResource[0].digestSRI = [
            document.relatedResource[0].digestSRI,
            `sha256-${'A'.repeat(43)}=`,
          ]),
      ),
  },
];

const shortList = async () => {
  const bits = new Blob([new Uint8Array(16)]).stream().pipeThrough(new CompressionStream('gzip'));
  return `u${Buffer.from(await new Response(bits).arrayBuffer()).toString('base64url')}`;
};

/** The document as it is, with a proof by a key that is not its issuer's. */
export async function strangersProof(document: JsonObject, key: SigningKey, id: string): Promise<JsonObject> {
  const ring = createKeyRing(keyEncryptionKey);
  return signDocument(
    document,
    { verificationMethod: `${id}#${key.publicKey}`, sign: (data) => ring.sign(key, data) },
    now,
    createDocumentLoader(addresses),
  );
}
