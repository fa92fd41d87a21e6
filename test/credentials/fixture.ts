import { createVerifier, FetchError, type Fetcher } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import canonicalize from 'canonicalize';
import { composeVersion, languageOfAward } from '../../src/domain/catalogue/version.ts';
import { composeAchievements } from '../../src/services/catalogue/new-version.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import type { CompleteContent, DocumentedVersion } from '../../src/domain/catalogue/microcredential.ts';
import { statusPurposes, type StatusPurpose } from '../../src/domain/addresses/grammar.ts';
import type { Examination } from '../../src/domain/enrolment/examination.ts';
import type { CredentialFacts, JsonObject, Received, SigningKey } from '../../src/services/ports/index.ts';
import { unevenContent } from '../samples/content.ts';
import { institutionOf, swedish } from '../samples/institution.ts';
import { person } from '../samples/person.ts';
import { createTestWriter } from './writer.ts';

export const addresses = createAddresses('https://mikromerit.example');
export const now = new Date('2027-03-20T12:00:00Z');
export const slug = swedish.slug;
export const did = addresses.did(slug);
export const keyEncryptionKey = Uint8Array.from({ length: 32 }, (_, index) => index);

export const institution: Institution = institutionOf({
  id: 'institution-1',
  review: 'waived',
  createdAt: new Date('2026-01-01T00:00:00Z'),
});

const sri = async (text: string) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256-${Buffer.from(digest).toString('base64')}`;
};

export async function versionOf(
  content: CompleteContent,
  where = addresses,
  by: Institution = institution,
): Promise<DocumentedVersion> {
  const publishedAt = new Date('2026-06-01T00:00:00Z');
  const at = where.version(by.slug, 'vatten', 2);
  const composing = createTestWriter(where, keyEncryptionKey);
  const achievements = composeAchievements(composing, { version: at, content, institution: by, on: '2026-06-01' });
  const facts = { addresses: where, institution: by, slug: 'vatten', number: 2, content, achievements, publishedAt };
  const document = canonicalize(composeVersion(facts)) ?? '';
  return {
    id: 'version-1',
    institutionId: institution.id,
    microcredentialId: 'microcredential-1',
    number: 2,
    content,
    document,
    digest: await sri(document),
    publishedAt,
    decisionId: 'decision-1',
  };
}

const examination: Examination = {
  place: 'learning-centre',
  supervision: 'supervised-with-id',
  form: 'written-examination',
  identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' },
};

export const factsOf = (version: DocumentedVersion, more: Partial<CredentialFacts> = {}): CredentialFacts => ({
  award: {
    id: '0197f3a2-award',
    legalForm: version.content.legalForms[0] ?? 'other',
    language: languageOfAward(version.content, institution),
    nameAsAwarded: person.nameAsAwarded,
    grade: 'VG',
    completedOn: '2027-03-01',
    awardedOn: '2027-03-10',
  },
  completion: { examination },
  institution,
  issuer: more.institution ?? institution,
  host: more.institution ?? institution,
  version,
  microcredentialSlug: 'vatten',
  status: { listId: 'list-1', listNumber: 1, index: 4711 },
  validFrom: new Date('2027-03-10T09:00:00Z'),
  ...more,
});

/** What others answer, by address; anything else is unreachable. */
export type Outside = Map<string, string>;
export const fetcherTo = (outside: Outside): Fetcher => ({
  fetchFile: () => Promise.reject(new FetchError('unreachable', 'Nobody is there.')),
  fetchJson: (url) => {
    const text = outside.get(url);
    if (text === undefined) return Promise.reject(new FetchError('unreachable', 'Nobody is there.'));
    return Promise.resolve({
      text,
      json: JSON.parse(text) as unknown,
      fetchedAt: now,
      contentType: 'application/json',
    });
  },
});

export const writer = createTestWriter(addresses, keyEncryptionKey);

/**
 * An institution with a key, its lists and its catalogue online, and one signed credential; on another installation
 * of this software where `where` says so. It is always ours that verifies.
 */
export async function createFixture(content: CompleteContent = unevenContent, where = addresses, by = institution) {
  const writer = createTestWriter(where, keyEncryptionKey);
  const key = await writer.createKey(institution.id, 'key-1', new Date('2026-01-02T00:00:00Z'));
  const version = await versionOf(content, where, by);
  const grade = content.gradingScheme.grades.findLast(({ passes }) => passes)?.value ?? '';
  const facts = factsOf(version, {
    institution: by,
    award: { ...factsOf(version).award, grade, language: languageOfAward(content, by) },
  });
  const outside: Outside = new Map();
  const put = (url: string, json: unknown) => outside.set(url, JSON.stringify(json));
  const publishList = async (purpose: StatusPurpose, set: readonly number[], list = 1) => {
    const unsigned = await writer.composeStatusList({
      slug,
      list,
      purpose,
      set,
      validFrom: new Date('2027-03-20T11:00:00Z'),
      ttlSeconds: 300,
    });
    put(where.statusList(slug, list, purpose), await writer.sign(unsigned, key, slug, now));
  };
  put(where.didDocument(slug), writer.composeDidDocument(slug, [key]));
  for (const purpose of statusPurposes) await publishList(purpose, []);
  outside.set(where.version(slug, 'vatten', 2), version.document);
  const unsigned = writer.compose(facts);
  const sign = (document: JsonObject, using: SigningKey = key) =>
    writer.sign(document, using, slug, new Date('2027-03-10T09:00:01Z'));
  const credential = await sign(unsigned);
  // One for all: what it remembers must never change what it says.
  const verifier = createVerifier({ addresses, fetcher: fetcherTo(outside) });
  const verify = (document: JsonObject, at = now) => verifier.verify(document, at);
  const receive = (received: Received, at = now) => verifier.verifyReceived(received, at);
  return { receive, key, version, facts, outside, put, publishList, unsigned, sign, credential, verify };
}

export type Fixture = Awaited<ReturnType<typeof createFixture>>;

/** A copy that may be changed. */

export const copy = (document: JsonObject): any => JSON.parse(JSON.stringify(document));
