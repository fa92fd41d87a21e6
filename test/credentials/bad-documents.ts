import { contextUrls, createDocumentLoader } from '../../src/credentials/contexts/document-loader.ts';
import { createKeyRing } from '../../src/credentials/keys/key-ring.ts';
import { signDocument } from '../../src/credentials/proofs/data-integrity.ts';
import type { CheckName, Outcome, Verdict } from '../../src/domain/verification/verification.ts';
import type { JsonObject, SigningKey } from '../../src/services/ports/index.ts';
import {
  addresses,
  copy,
  fullest,
  institution,
  keyEncryptionKey,
  now,
  slug,
  versionOf,
  writer,
  type World,
} from './world.ts';

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

/** What anybody can make: a fresh key, the institution's name, no status, and whatever else they like. */
export async function homeMade(world: World, change: (document: ReturnType<typeof copy>) => void = () => undefined) {
  const key = await writer.createKey('nobody', 'fresh', now);
  const document = copy(world.unsigned);
  document.issuer.id = `did:key:${key.publicKey}`;
  delete document.credentialStatus;
  document.credentialSubject.learnerName = 'Falsk Person';
  change(document);
  return strangersProof(document, key, document.issuer.id);
}

type Change = Readonly<[what: string, change: (document: ReturnType<typeof copy>) => void]>;

/** Each names an achievement of ours, and is signed by somebody who is not its institution. */
const homeMadeCases: readonly Change[] = [
  ['a home-made certificate', () => undefined],
  ['a home-made certificate without the digest', (document) => delete document.relatedResource],
  [
    'a home-made certificate for something that was never published',
    (document) => moveAchievement(document, `${addresses.institution(slug)}/microcredentials/batteri`),
  ],
  [
    'a home-made certificate with the port spelled out',
    (document) => moveAchievement(document, version.replace('.example/', '.example:443/')),
  ],
  [
    'a home-made certificate with a user in the address',
    (document) => moveAchievement(document, version.replace('https://', 'https://a@')),
  ],
  [
    'a home-made certificate with the host in capitals',
    (document) => moveAchievement(document, version.replace('mikromerit.example', 'MIKROMERIT.EXAMPLE')),
  ],
  [
    'a home-made certificate whose achievement stands elsewhere in it',
    (document) => {
      const { achievement } = document.credentialSubject;
      document.relatedResource[0] = { ...achievement, ...document.relatedResource[0] };
      document.credentialSubject.achievement = achievement.id;
    },
  ],
  [
    'a home-made certificate with a dot after the host',
    (document) => moveAchievement(document, version.replace('.example/', '.example./')),
  ],
  [
    'a home-made certificate that says no more than our address',
    (document) => {
      document.credentialSubject.achievement = document.credentialSubject.achievement.id;
      delete document.relatedResource;
    },
  ],
  [
    'a home-made certificate with our achievement in a list of lists',
    (document) =>
      (document.credentialSubject.achievement = [
        [{ ...document.credentialSubject.achievement, id: 'https://nobody.example/phd' }],
        [[document.credentialSubject.achievement]],
      ]),
  ],
  [
    'a home-made certificate with an achievement of its own before ours',
    (document) =>
      (document.credentialSubject.achievement = [
        { ...document.credentialSubject.achievement, id: 'https://nobody.example/phd' },
        document.credentialSubject.achievement,
      ]),
  ],
  [
    'a home-made certificate with a second subject',
    (document) =>
      (document.credentialSubject = [
        { id: 'urn:uuid:1', type: ['AchievementSubject'], learnerName: 'Falsk Person' },
        document.credentialSubject,
      ]),
  ],
];

function moveAchievement(document: ReturnType<typeof copy>, id: string) {
  document.credentialSubject.achievement.id = id;
  document.relatedResource[0].id = id;
}

/** Each is signed by the institution itself, and is not what it published. */
const unpublishedCases: readonly Change[] = [
  ['another title', (document) => (document.credentialSubject.achievement.titleMap.sv = 'Läkarexamen')],
  ['another plain title', (document) => (document.credentialSubject.achievement.name = 'Läkarexamen')],
  [
    'a plain title in another language than the rest',
    (document) => (document.credentialSubject.achievement.name = 'Battery technology for vehicles'),
  ],
  ['another description', (document) => (document.credentialSubject.achievement.descriptionMap.sv = 'Annat')],
  [
    'a higher level',
    (document) => (document.credentialSubject.achievement.eqfLevel = 'http://data.europa.eu/snb/eqf/8'),
  ],
  ['a higher level as alignment', (document) => (document.credentialSubject.achievement.alignment[0].targetCode = '8')],
  ['more hours', (document) => (document.credentialSubject.achievement.volumeOfLearning = 'PT8000H')],
  ['no hours', (document) => delete document.credentialSubject.achievement.volumeOfLearning],
  ['an outcome more', (document) => document.credentialSubject.achievement.learningOutcome.push(outcomeMore)],
  ['an outcome less', (document) => document.credentialSubject.achievement.learningOutcome.pop()],
  ['no assessment', (document) => delete document.credentialSubject.achievement.assessmentType],
  ['another mode', (document) => document.credentialSubject.achievement.mode.pop()],
  [
    'another supervision',
    (document) => (document.credentialSubject.achievement.supervision = 'https://x.example/none'),
  ],
  [
    'another quality assurance',
    (document) => (document.credentialSubject.achievement.qualityAssurance[0].assuredBy.sv = 'Vi själva'),
  ],
  [
    'another awarding body',
    (document) => (document.credentialSubject.achievement.awardingBody[1].legalName.fi = 'Aalto-yliopisto'),
  ],
  [
    'a failing grade that passes',
    (document) => (document.credentialSubject.achievement.gradingScheme.gradeOfScheme[0].passes = true),
  ],
  ['another legal form', (document) => (document.credentialSubject.achievement.legalForm = `${addresses.vocabulary}x`)],
  ['another name of the paper', (document) => (document.credentialSubject.achievement.certificateName.sv = 'examen')],
  ['more credits on offer', (document) => (document.credentialSubject.achievement.creditsAvailable = 30)],
  ['a creator besides', (document) => (document.credentialSubject.achievement.creator = creatorMore)],
  ['more credits earned', (document) => (document.credentialSubject.creditsEarned = 30)],
  ['no credits earned', (document) => delete document.credentialSubject.creditsEarned],
  ['a grade that does not pass', (document) => (document.credentialSubject.result[0].value = 'U')],
  ['a grade that is not on the scale', (document) => (document.credentialSubject.result[0].value = 'MVG')],
  ['no grade', (document) => delete document.credentialSubject.result],
  [
    'two grades',
    (document) =>
      document.credentialSubject.result.push({ ...document.credentialSubject.result[0], id: 'urn:uuid:2', value: 'G' }),
  ],
  [
    'an achievement of somebody else',
    (document) => moveAchievement(document, 'https://other.example/institutions/uni/microcredentials/a/versions/1'),
  ],
  ['an achievement without address', (document) => delete document.credentialSubject.achievement.id],
  [
    'a second achievement without address',
    (document) =>
      (document.credentialSubject.achievement = [
        document.credentialSubject.achievement,
        { type: ['Achievement'], name: 'Läkarexamen' },
      ]),
  ],
  [
    'a second subject',
    (document) =>
      (document.credentialSubject = [
        { id: 'urn:uuid:1', type: ['AchievementSubject'], creditsEarned: 300 },
        document.credentialSubject,
      ]),
  ],
];

const outcomeMore = { id: addresses.part(version, 'outcome-4'), titleMap: { sv: 'Operera' } };
const creatorMore = { id: 'https://creator.example/', type: ['Profile'], name: 'Kungliga Operan' };

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
    outcome: 'notApplicable',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => unsigned,
  },
  {
    what: 'an empty list of proofs',
    check: 'proof',
    outcome: 'notApplicable',
    verdict: 'undetermined',
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
    check: 'format',
    outcome: 'failed',
    verdict: 'malformed',
    problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
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
    check: 'format',
    outcome: 'failed',
    verdict: 'malformed',
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
  ...homeMadeCases.map(([what, change]): Case => ({
    what,
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: (world) => homeMade(world, change),
  })),
  {
    what: 'a home-made certificate for a page of ours that is no achievement',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => homeMade(world, (document) => moveAchievement(document, addresses.award('1'))),
  },
  {
    what: 'another institution that awards what this one published',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: async (world) => {
      const { credentialStatus: _, ...document } = world.unsigned;
      const { id, key } = await strangerSigns(world, document);
      return strangersProof({ ...document, issuer: { ...(document['issuer'] as object), id } }, key, id);
    },
  },
  {
    what: 'the digest of an earlier version',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: async (world) => {
      const { digest } = await versionOf({ ...fullest, workload: { hours: 8 } });
      const earlier = addresses.version(slug, 'batteri', 1);
      const document = await signed(world, (draft) => {
        moveAchievement(draft, earlier);
        draft.relatedResource[0].digestSRI = digest;
      });
      // Its page answers with what belongs to another version.
      const { document: text } = await versionOf({ ...fullest, workload: { hours: 8 } });
      world.outside.set(earlier, text);
      return document;
    },
  },
  {
    what: 'a page of ours that is no version',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: async (world) => {
      const text = '{"type":"Achievement"}';
      world.outside.set(addresses.microcredential(slug, 'batteri'), text);
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      return signed(world, (document) => {
        moveAchievement(document, addresses.microcredential(slug, 'batteri'));
        document.relatedResource[0].digestSRI = `sha256-${digest.toString('base64')}`;
      });
    },
  },
  ...unpublishedCases.map(([what, change]): Case => ({
    what,
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => signed(world, change),
  })),
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
    {
      algorithm: key.algorithm,
      verificationMethod: `${id}#${key.publicKey}`,
      sign: (data) => ring.sign(key, data, new AbortController().signal),
    },
    now,
    createDocumentLoader(addresses),
  );
}
