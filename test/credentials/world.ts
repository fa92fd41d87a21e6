import { createVerifier, FetchError, type Fetcher } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import canonicalize from 'canonicalize';
import { composeVersion, languageOfAward } from '../../src/domain/catalogue/version.ts';
import { composeAchievements } from '../../src/services/catalogue/new-version.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import type { CompleteContent, DocumentedVersion } from '../../src/domain/catalogue/microcredential.ts';
import { statusPurposes, type StatusPurpose } from '../../src/domain/addresses/grammar.ts';
import type { CredentialFacts, JsonObject, Received, SigningKey } from '../../src/services/ports/index.ts';
import { institutionOf } from '../samples/institution.ts';
import { createTestWriter } from './writer.ts';

export const addresses = createAddresses('https://mikromerit.example');
export const now = new Date('2027-03-20T12:00:00Z');
export const slug = 'demo-universitet';
export const did = addresses.did(slug);
export const keyEncryptionKey = Uint8Array.from({ length: 32 }, (_, index) => index);

export const institution: Institution = institutionOf({
  id: 'institution-1',
  slug,
  name: { sv: 'Demouniversitetet', fi: 'Demoyliopisto', en: 'Demo University' },
  review: 'waived',
  homepage: 'https://demo.example/',
  createdAt: new Date('2026-01-01T00:00:00Z'),
});

/** Every element there is. */
export const fullest: CompleteContent = {
  title: { sv: 'Batteriteknik för fordon', fi: 'Ajoneuvojen akkutekniikka', en: 'Battery technology for vehicles' },
  description: {
    sv: 'Celler, moduler och säkerhet.',
    fi: 'Kennot, moduulit ja turvallisuus.',
    en: 'Cells, modules and safety.',
  },
  learningOutcomes: [
    {
      text: { sv: 'Dimensionera ett batteripaket', en: 'Size a battery pack' },
      type: 'skill',
      skills: [
        {
          iri: 'http://data.europa.eu/esco/skill/6ab70e0d-0f62-4d39-9dc3-c1c7c9b1ce5a',
          label: { en: 'battery design', sv: 'batteridesign' },
        },
        { iri: 'http://data.europa.eu/snb/dcf/12', label: { en: 'Digital modelling' } },
      ],
    },
    { text: { sv: 'Förklara åldring', en: 'Explain ageing' }, type: 'knowledge' },
    { text: { en: 'Plan recycling' } },
  ],
  workload: { hours: 80.5, ects: 3 },
  level: { eqf: 7 },
  cycle: 'second',
  depthCode: 'A1N',
  assessmentTypes: ['written-examination', 'project-work'],
  participation: {
    modes: ['blended', 'work-based'],
    activities: ['e-learning-coursework', 'lab-simulation-practice-coursework'],
  },
  qualityAssurance: [
    {
      type: 'institutional-quality-assurance',
      body: { sv: 'Universitetskanslersämbetet', en: 'Swedish Higher Education Authority' },
      reference: 'https://www.uka.example/granskning',
    },
    { type: 'programme-quality-assurance', body: { sv: 'Fakultetsnämnden' } },
  ],
  fields: ['0713', '0716'],
  languages: ['sv', 'en'],
  prerequisites: { sv: 'Kandidatexamen i teknik', en: 'A bachelor’s degree in engineering' },
  supervision: { type: 'supervised-with-id', place: 'onsite' },
  gradingScheme: {
    title: { sv: 'Tregradig skala', en: 'Three-step scale' },
    description: { sv: 'Underkänd till väl godkänd', en: 'Fail to pass with distinction' },
    grades: [
      { value: 'U', passes: false, label: { sv: 'Underkänd', en: 'Fail' } },
      { value: 'G', passes: true, label: { sv: 'Godkänd', en: 'Pass' } },
      { value: 'VG', passes: true },
    ],
  },
  stackability: {
    kind: 'can-be-part-of',
    statement: { sv: 'Kan ingå i magisterexamen', en: 'Can be part of a master’s degree' },
    of: [
      {
        title: { sv: 'Magisterexamen i elkraft', en: 'Master in electric power' },
        url: 'https://demo.example/magister',
      },
      { title: { sv: 'Annat' } },
    ],
  },
  furtherInformation: { sv: 'Ges vartannat år', en: 'Given every other year' },
  homepage: 'https://demo.example/kurser/batteri',
  awardingBodies: [
    { name: { sv: 'Demouniversitetet', en: 'Demo University' }, country: 'SE', homepage: 'https://demo.example/' },
    { name: { fi: 'Esimerkkikorkeakoulu' }, country: 'FI' },
  ],
  legalForm: 'se-commissioned-credits',
  syllabus: { code: 'BAT301', decisionDate: '2026-05-04', url: 'https://demo.example/kursplan/BAT301' },
  opportunityType: 'course',
};

/** A course that must not speak of credits. */
export const creditless: CompleteContent = {
  title: { sv: 'Säkert arbete med högspänning', en: 'Safe work with high voltage' },
  description: { sv: 'En dag i verkstaden.', en: 'A day in the workshop.' },
  learningOutcomes: [{ text: { sv: 'Stänga av ett batteri', en: 'Switch off a battery' } }],
  workload: { hours: 8 },
  level: { notApplicable: true, reason: { sv: 'Kursen är för kort', en: 'Too short' } },
  assessmentTypes: ['practical-assessment'],
  participation: { modes: ['onsite'] },
  qualityAssurance: [{ type: 'institutional-quality-assurance', body: { sv: 'Rektor' } }],
  fields: ['0713'],
  languages: ['sv'],
  gradingScheme: { grades: [{ value: 'Godkänd', passes: true }] },
  awardingBodies: [{ name: { sv: 'Demouniversitetet' }, country: 'SE' }],
  legalForm: 'se-commissioned-no-credits',
};

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
  const at = where.version(by.slug, 'batteri', 2);
  const composing = createTestWriter(where, keyEncryptionKey);
  const achievements = composeAchievements(composing, { version: at, content, institution: by });
  const facts = { addresses: where, institution: by, slug: 'batteri', number: 2, content, achievements, publishedAt };
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

export const factsOf = (version: DocumentedVersion, more: Partial<CredentialFacts> = {}): CredentialFacts => ({
  award: {
    id: '0197f3a2-award',
    language: languageOfAward(version.content, institution),
    nameAsAwarded: 'Märta Ålöf',
    grade: 'VG',
    completedOn: '2027-03-01',
    awardedOn: '2027-03-10',
  },
  institution,
  version,
  microcredentialSlug: 'batteri',
  status: { listId: 'list-1', listNumber: 1, index: 4711 },
  validFrom: new Date('2027-03-10T09:00:00Z'),
  ...more,
});

/** What the world outside answers, by address; anything else is unreachable. */
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
export async function createWorld(content: CompleteContent = fullest, where = addresses, by = institution) {
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
  outside.set(where.version(slug, 'batteri', 2), version.document);
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

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A copy that may be changed. */

export const copy = (document: JsonObject): any => JSON.parse(JSON.stringify(document));
