import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../../src/credentials/index.ts';
import { achievementOf } from '../../../src/credentials/forms/open-badge-3/open-badge-3.ts';
import { claimFault } from '../../../src/credentials/verification/achievement/published.ts';
import { createAddresses } from '../../../src/domain/shared/addresses.ts';
import { locales } from '../../../src/domain/shared/language.ts';
import { legalFormCodes } from '../../../src/domain/catalogue/legal-form.ts';
import { composeVersion, type VersionDocument } from '../../../src/domain/catalogue/version.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { content } from '../arbitrary.ts';
import { homeMade, strangersProof } from '../bad-documents.ts';
import {
  addresses,
  copy,
  createWorld,
  creditless,
  fetcherTo,
  fullest,
  institution,
  now,
  slug,
  writer,
} from '../world.ts';

const version = addresses.version(slug, 'batteri', 2);
const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const catalogueOf = async (verify: (document: JsonObject) => Promise<{ checks: readonly object[] }>, doc: JsonObject) =>
  (await verify(doc)).checks.find((check) => 'name' in check && check.name === 'catalogue');

/** Certificates are out there that were made by this mapping: one that fails here makes every one of them invalid. */
test('what is made of content never changes', () => {
  const made = [fullest, creditless].flatMap((one) =>
    legalFormCodes.flatMap((legalForm) =>
      (['SE', 'FI', 'NO'] as const).flatMap((country) =>
        locales.map((defaultLocale) =>
          achievementOf({
            addresses,
            institution: { country, defaultLocale },
            version,
            content: { ...one, legalForm },
          }),
        ),
      ),
    ),
  );
  expect(sha256(made)).toMatchInlineSnapshot(`"f17c22a2ca032ab0be1d3f78ae82339ab4c99e6f31f67f9340f2a0af0c36b819"`);
});

const versionDocument = (any: typeof fullest): VersionDocument =>
  JSON.parse(
    JSON.stringify(
      composeVersion({ addresses, institution, slug: 'batteri', number: 2, content: any, publishedAt: new Date(0) }),
    ),
  ) as VersionDocument;

const claimOf = (any: typeof fullest, grade: string, defaultLocale = institution.defaultLocale) => ({
  subject: any.workload.ects === undefined ? {} : { creditsEarned: any.workload.ects },
  achievement: JSON.parse(
    JSON.stringify(achievementOf({ addresses, institution: { ...institution, defaultLocale }, version, content: any })),
  ) as JsonObject,
  results: [{ value: grade }],
});

describe('a certificate that is written in a way not read here contradicts nobody', () => {
  const put = (node: any, name: string, as: string) => {
    node[as] = node[name];
    delete node[name];
  };
  test.each<[string, (document: any) => void]>([
    ['a context that is not held', (d) => d['@context'].push('https://wallet.example/context')],
    ['a context before the one of this service', (d) => d['@context'].splice(1, 0, d['@context'][1])],
    ['terms of its own', (d) => d['@context'].push({ note: 'https://wallet.example/note' })],
    ['the id of the achievement as a keyword', (d) => put(d.credentialSubject.achievement, 'id', '@id')],
    ['the credits as a typed value', (d) => (d.credentialSubject.creditsEarned = { '@value': 3, '@type': '@json' })],
    ['the achievement as an IRI', (d) => put(d.credentialSubject, 'achievement', 'https://w3id.org/achievement')],
    ['a level in a set', (d) => (d.credentialSubject.achievement.eqfLevel = { '@set': [] })],
    ['the outcomes under a keyword', (d) => put(d.credentialSubject.achievement, 'learningOutcome', '@included')],
  ])('%s', async (_, respell) => {
    const world = await createWorld();
    const document = copy(world.credential);
    respell(document);
    const { verdict, checks } = await world.verify(document);
    expect(checks.find(({ name }) => name === 'catalogue')?.outcome).not.toBe('failed');
    expect(verdict).toBe('undetermined');
  });
});

describe('what a document claims is what was published', () => {
  test('for any content and an institution of any language; and no member may be missing', () => {
    fc.assert(
      fc.property(content, fc.constantFrom(...locales), fc.nat(), (any, locale, at) => {
        const grade = any.gradingScheme.grades.find(({ passes }) => passes);
        const claim = claimOf(any, grade?.value ?? 'none', locale);
        const published = versionDocument(any);
        expect(claimFault(addresses, published, claim) === undefined).toBe(grade !== undefined);
        const names = Object.keys(claim.achievement);
        const name = names[at % names.length]!;
        const { [name]: _, ...less } = claim.achievement;
        expect(claimFault(addresses, published, { ...claim, achievement: less })).toContain(`differs in ${name}`);
      }),
      { numRuns: 100 },
    );
  });

  test('as a wallet writes it that knows sets from lists', async () => {
    const world = await createWorld();
    const document = copy(world.credential);
    const { achievement } = document.credentialSubject;
    achievement.type = 'Achievement';
    achievement.learningOutcome.reverse();
    achievement.mode.reverse();
    achievement.resultDescription = achievement.resultDescription[0];
    document.credentialSubject.result = document.credentialSubject.result[0];
    expect((await world.verify(document)).verdict).toBe('valid');
  });

  test('as another writes it who moves what is said of a part, or uses other terms', async () => {
    const world = await createWorld();
    const document = copy(world.credential);
    const { achievement } = document.credentialSubject;
    const [outcome] = achievement.learningOutcome;
    const [skill] = outcome.relatedESCOSkill;
    document.relatedResource[0].learningOutcome = [{ id: outcome.id, titleMap: outcome.titleMap }];
    delete outcome.titleMap;
    skill.prefLabel = Object.entries(skill.prefLabel).map(([tag, text]) => ({ '@value': text, '@language': tag }));
    achievement.learnerName = [[achievement.name]];
    delete achievement.name;
    achievement.creditsAvailable = String(achievement.creditsAvailable);
    achievement.gradingScheme.gradeOfScheme[0].passes = 'false';
    expect((await world.verify(document)).verdict).toBe('valid');
  });

  test('and nothing more is said of any part of it, anywhere', async () => {
    const world = await createWorld();
    for (const part of ['outcome-1', 'grading-scheme', 'criteria', 'awarding-body-2']) {
      const document = copy(world.unsigned);
      document.evidence = [{ id: addresses.part(version, part), type: ['Evidence'], name: 'Läkarexamen' }];
      expect(await catalogueOf(world.verify, await world.sign(document))).toMatchObject({ outcome: 'failed' });
    }
  });

  test('where a stranger’s page only looks like a version, nothing passes and nothing breaks', async () => {
    const where = createAddresses('https://other.example');
    for (const strange of [{}, { gradingScheme: { grades: [] } }, { ...fullest, fields: ['no-such-field'] }]) {
      const world = await createWorld(fullest, where);
      const text = JSON.stringify({ ...JSON.parse(world.version.document), content: strange });
      const document = copy(world.unsigned);
      const digest = createHash('sha256').update(text).digest('base64');
      document.relatedResource[0].digestSRI = `sha256-${digest}`;
      world.outside.set(where.version(slug, 'batteri', 2), text);
      const { verdict, checks } = await world.verify(await world.sign(document));
      expect(verdict).toBe('undetermined');
      expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([
        expect.objectContaining({ name: 'catalogue', outcome: 'unknown' }),
      ]);
    }
  });
});

describe('another installation of this software', () => {
  const where = createAddresses('https://other.example');

  test.each([
    ['fullest', fullest, institution],
    ['without credits', creditless, institution],
    ['Finnish', fullest, { ...institution, country: 'FI' as const, defaultLocale: 'fi' as const }],
  ])('its certificates verify here, with every element: %s', async (_, any, by) => {
    const ours = await createWorld(any, addresses, by);
    const theirs = await createWorld(any, where, by);
    const report = await theirs.verify(theirs.credential);
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
    expect(report.verdict).toBe('valid');
    const atHome = (await ours.verify(ours.credential)).summary;
    const moved = JSON.parse(JSON.stringify(atHome).replaceAll('mikromerit.example', 'other.example')) as object;
    expect(report.summary).toEqual(moved);
    expect(report.summary.legalForm).toBe(any.legalForm);
  });

  test('works on this machine too, at any port', async () => {
    const theirs = await createWorld(fullest, createAddresses('http://localhost:4567'));
    expect((await theirs.verify(theirs.credential)).verdict).toBe('valid');
  });

  test('what it serves as its context does not matter', async () => {
    const theirs = await createWorld(fullest, where);
    theirs.put(where.context, { '@context': { '@vocab': 'https://nobody.example/' } });
    const asked: string[] = [];
    const fetcher = fetcherTo(theirs.outside);
    const verifier = createVerifier({
      addresses,
      fetcher: { ...fetcher, fetchJson: (url) => (asked.push(url), fetcher.fetchJson(url)) },
    });
    expect((await verifier.verify(theirs.credential, now)).verdict).toBe('valid');
    expect(asked).not.toContain(where.context);
  });

  test('is held to what it published, like us', async () => {
    const theirs = await createWorld(fullest, where);
    for (const change of [
      (document: ReturnType<typeof copy>) => (document.credentialSubject.creditsEarned = 30),
      (document: ReturnType<typeof copy>) => (document.credentialSubject.achievement.titleMap.sv = 'Läkarexamen'),
      (document: ReturnType<typeof copy>) => (document['@context'][2] = addresses.context),
    ]) {
      const document = copy(theirs.unsigned);
      change(document);
      expect(await catalogueOf(theirs.verify, await theirs.sign(document))).toMatchObject({
        outcome: 'failed',
        problem: { type: 'https://mikromerit.example/problems/catalogue-mismatch' },
      });
    }
  });

  test('nobody else speaks for its achievements', async () => {
    const theirs = await createWorld(fullest, where);
    expect(await catalogueOf(theirs.verify, await homeMade(theirs))).toMatchObject({ outcome: 'notApplicable' });
    // A neighbour on the same host, and one whose name begins alike.
    for (const name of ['neighbour', slug.slice(0, -1)]) {
      const key = await writer.createKey('other', `key-${name}`, new Date(0));
      const id = where.did(name);
      theirs.put(where.didDocument(name), {
        id,
        verificationMethod: [
          { id: `${id}#${key.publicKey}`, type: 'Multikey', controller: id, publicKeyMultibase: key.publicKey },
        ],
        assertionMethod: [`${id}#${key.publicKey}`],
      });
      const { credentialStatus: _, ...document } = copy(theirs.unsigned);
      document.issuer.id = id;
      const report = await theirs.verify(await strangersProof(document, key, id));
      expect(report.checks.at(-1)).toMatchObject({ name: 'catalogue', outcome: 'notApplicable' });
    }
  });
});

test('a mixture of what was published and what was not has not passed', async () => {
  const where = createAddresses('https://other.example');
  const theirs = await createWorld(fullest, where);
  const document = copy(theirs.unsigned);
  document.credentialSubject.achievement = [
    document.credentialSubject.achievement,
    { id: 'https://third.example/a', type: ['Achievement'], name: 'Läkarexamen' },
  ];
  expect(await catalogueOf(theirs.verify, await theirs.sign(document))).toMatchObject({ outcome: 'notApplicable' });
});

test('more achievements than a certificate has are not all fetched', async () => {
  const where = createAddresses('https://other.example');
  const theirs = await createWorld(fullest, where);
  const document = copy(theirs.unsigned);
  document.credentialSubject.achievement = Array(21).fill(document.credentialSubject.achievement);
  expect(await catalogueOf(theirs.verify, document)).toMatchObject({
    outcome: 'unknown',
    problem: { type: 'https://mikromerit.example/problems/too-complex' },
  });
});
