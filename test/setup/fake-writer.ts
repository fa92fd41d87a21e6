import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Addresses } from '../../src/domain/addresses/addresses.ts';
import { timestamp } from '../../src/domain/shared/dates.ts';
import type {
  CredentialFacts,
  CredentialWriter,
  Form,
  JsonObject,
  Secured,
  Securing,
  SigningKey,
} from '../../src/services/ports/index.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}

/** What stands in for a signature. Anyone who knows the public key can make one: it only tells documents apart. */
export const fakeProof = (document: JsonObject, publicKey: string): string =>
  `fake ${sha256(`${publicKey}\n${canonicalJson(document)}`)}`;

export type Signature = Readonly<{ id: string; keyId: string; created: Date }>;

export type FakeWriter = Readonly<{
  writer: CredentialWriter;
  /** Every document that was signed, in order. */
  signatures: Signature[];
  /** The next so many signatures fail, as where the process dies at the key, or with what a signer throws. */
  failNext(times: number, error?: (key: SigningKey) => Error): void;
}>;

const form: Form = { id: 'fake', mediaType: 'application/fake', fileName: 'fake.json', keyAlgorithm: 'fake' };

/** Documents that call themselves fake, with what the facts say and nothing else; deterministic. */
export function createFakeWriter(addresses: Addresses): FakeWriter {
  const signatures: Signature[] = [];
  const killed = () => new Error('the process was killed at the key');
  let failure: (key: SigningKey) => Error = killed;
  let failures = 0;

  const compose = ({
    award,
    institution,
    version,
    microcredentialSlug,
    status,
    validFrom,
  }: CredentialFacts): JsonObject => ({
    type: 'FakeCredential',
    id: addresses.award(award.id),
    issuer: addresses.did(institution.slug),
    validFrom: timestamp(validFrom),
    subject: {
      name: award.nameAsAwarded,
      grade: award.grade,
      completedOn: award.completedOn,
      awardedOn: award.awardedOn,
    },
    achievement: {
      id: version.id,
      isVersionOf: addresses.microcredential(institution.slug, microcredentialSlug),
      digest: version.digest,
      title: version.content.title,
    },
    status: (['revocation', 'suspension'] as const).map((purpose) => ({
      purpose,
      list: addresses.statusList(institution.slug, status.listNumber, purpose),
      index: status.index,
    })),
  });

  async function secure(document: JsonObject, { key, slug, created }: Omit<Securing, 'salts'>): Promise<Secured> {
    if (failures > 0) {
      failures -= 1;
      throw failure(key);
    }
    signatures.push({ id: String(document['id']), keyId: key.id, created });
    const value = fakeProof(document, key.publicKey);
    const proof = { type: 'FakeProof', key: `${addresses.did(slug)}#${key.publicKey}`, value };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...document, proof }));
    return { mediaType: form.mediaType, bytes };
  }

  const writer: CredentialWriter = {
    context: { '@context': { fake: 'https://fake.invalid/#' } },
    forms: [form],
    defaultForm: form,
    compose: (_, facts) => compose(facts),
    draft: (_, facts) => ({ text: JSON.stringify(compose(facts)) }),
    saltCount: () => 2,
    secure: (_, { text }, securing) => secure(JSON.parse(text) as JsonObject, securing),
    allAlgorithms: [form.keyAlgorithm, 'fake-2'],
    keyAlgorithms: [form.keyAlgorithm],
    statusListAlgorithm: form.keyAlgorithm,
    secureStatusList: secure,
    composeAchievement: ({ version, language }) => ({ id: version, type: 'fake achievement', language }),
    excessOf: () => undefined,
    asLinkedData: (achievement) => ({ '@context': 'fake', ...achievement }),
    composeProfile: ({ slug }) => ({ id: addresses.did(slug), type: 'fake profile' }),
    composeStatusList: async ({ slug, list, purpose, set, validFrom, ttlSeconds }) => ({
      type: 'FakeStatusList',
      id: addresses.statusList(slug, list, purpose),
      issuer: addresses.did(slug),
      validFrom: timestamp(validFrom),
      ttlSeconds,
      set,
    }),
    composeDidDocument: (slug, keys) => ({
      id: addresses.did(slug),
      keys: keys.map(({ id, publicKey }) => ({ id, publicKey })),
    }),
    composeJwks: (slug, keys) => ({
      keys: keys.map(({ publicKey }) => ({ kid: `${addresses.did(slug)}#${publicKey}` })),
    }),
    createKey: async (institutionId, id, algorithm, createdAt, purpose = 'credentials'): Promise<SigningKey> => ({
      id,
      institutionId,
      algorithm,
      purpose,
      signer: 'local',
      publicKey: `z6MkFake-${id}`,
      wrapped: 'fake: there is no private key',
      createdAt,
    }),
    importKey: async (institutionId, id, { algorithm, publicKey }, createdAt) => ({
      id,
      institutionId,
      algorithm,
      purpose: 'seal',
      signer: 'local',
      publicKey,
      wrapped: 'fake: there is no private key',
      createdAt,
    }),
    opens: async ({ wrapped }) => wrapped.startsWith('fake'),
  };
  return { writer, signatures, failNext: (times, error = killed) => void ([failures, failure] = [times, error]) };
}
