import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodes } from '../../../src/credentials/document/json-ld/nodes.ts';
import { claimFault } from '../../../src/credentials/verification/achievement/claim-fault.ts';
import type { Claim } from '../../../src/credentials/verification/achievement/claims.ts';
import type { Published } from '../../../src/credentials/verification/achievement/published.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { type Locale, locales } from '../../../src/domain/shared/language.ts';
import type { VersionDocument } from '../../../src/domain/catalogue/version.ts';
import { composeAchievements } from '../../../src/services/catalogue/new-version.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { content } from '../arbitrary.ts';
import { addresses, copy, createFixture, did, institution, slug, writer } from '../fixture.ts';
import { catalogueOf } from './published.ts';
import { unevenContent } from '../../samples/content.ts';

const version = addresses.version(slug, 'vatten', 2);
const today = '2026-06-01';

const inOnlyForm = ({ achievements }: VersionDocument) => Object.values(achievements)[0] ?? {};

/** The achievements of this content, published by an institution that writes in this locale. */
const publishedBy = (any: typeof unevenContent, defaultLocale: Locale): Published => ({
  id: version,
  institution: did,
  achievements: Object.values(
    composeAchievements(writer, { version, content: any, institution: { ...institution, defaultLocale }, on: today }),
  ).flatMap((inForm) => Object.values(inForm)),
});

const claimOf = (achievement: JsonObject, grade: string, ects = achievement['creditsAvailable']): Claim => {
  const nodes = createNodes(writer.asLinkedData(achievement));
  return {
    id: version,
    subject: ects === undefined ? {} : { creditsEarned: ects },
    achievement: nodes.whole(achievement),
    results: [{ value: grade }],
    nodes,
  };
};

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
    const fixture = await createFixture();
    const document = copy(fixture.credential);
    respell(document);
    const { verdict, checks } = await fixture.verify(document);
    expect(checks.find(({ name }) => name === 'catalogue')?.outcome).not.toBe('failed');
    expect(verdict).toBe('undetermined');
  });
});

describe('what a document claims is what was published', () => {
  test('for any content, in any language that it was published in; and no member may be missing', () => {
    fc.assert(
      fc.property(content, fc.constantFrom(...locales), fc.nat(), (any, locale, at) => {
        const grade = any.gradingScheme.grades.find(({ passes }) => passes);
        const published = publishedBy(any, locale);
        for (const achievement of published.achievements) {
          const claim = claimOf(achievement, grade?.value ?? 'none');
          expect(claimFault(published, claim) === undefined).toBe(grade !== undefined);
          const names = Object.keys(achievement).filter((one) => one !== 'id');
          const name = names[at % names.length]!;
          const { [name]: _, ...less } = achievement;
          const fault = claimFault(published, claimOf(less, grade?.value ?? 'none', achievement['creditsAvailable']));
          expect(fault).toContain(`differs in ${name}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('in another language than its own it is as much what was published; a mixture of two is not', async () => {
    const fixture = await createFixture();
    const achievements = inOnlyForm(JSON.parse(fixture.version.document) as VersionDocument);
    expect(Object.keys(achievements)).toEqual(['en', 'fi', 'sv']);
    const document = copy(fixture.unsigned);
    document.credentialSubject.achievement = achievements.fi;
    expect((await fixture.verify(await fixture.sign(document))).verdict).toBe('valid');
    document.credentialSubject.achievement = { ...achievements.fi, name: achievements.en?.['name'] };
    expect(await catalogueOf(fixture.verify, await fixture.sign(document))).toMatchObject({
      outcome: 'failed',
      problem: { detail: 'What was published differs in name.' },
    });
    document.credentialSubject.achievement = { ...achievements.fi, inLanguage: 'nb' };
    expect(await catalogueOf(fixture.verify, await fixture.sign(document))).toMatchObject({
      outcome: 'failed',
      problem: { detail: 'What was published differs in inLanguage.' },
    });
  });

  test('byte for byte, as it stands in the certificate that is signed here', async () => {
    const fixture = await createFixture();
    const { achievement } = copy(fixture.credential).credentialSubject;
    expect(fixture.version.document).toContain(`"sv":${JSON.stringify(achievement)}`);
  });

  test('as a wallet writes it that knows sets from lists', async () => {
    const fixture = await createFixture();
    const document = copy(fixture.credential);
    const { achievement } = document.credentialSubject;
    achievement.type = 'Achievement';
    achievement.learningOutcome.reverse();
    achievement.mode.reverse();
    achievement.resultDescription = achievement.resultDescription[0];
    document.credentialSubject.result = document.credentialSubject.result[0];
    expect((await fixture.verify(document)).verdict).toBe('valid');
  });

  test('as another writes it who moves what is said of a part, or uses other terms', async () => {
    const fixture = await createFixture();
    const document = copy(fixture.credential);
    const { achievement } = document.credentialSubject;
    const [outcome] = achievement.learningOutcome;
    const [skill] = outcome.relatedESCOSkill;
    document.relatedResource[0].learningOutcome = [{ id: outcome.id, titleMap: outcome.titleMap }];
    delete outcome.titleMap;
    skill.prefLabel = Object.entries(skill.prefLabel).map(([tag, text]) => ({ '@value': text, '@language': tag }));
    achievement.learnerName = [[achievement.name]];
    delete achievement.name;
    achievement.creditsAvailable = String(achievement.creditsAvailable);
    expect((await fixture.verify(document)).verdict).toBe('valid');
  });

  test('and nothing more is said of any part of it, anywhere', async () => {
    const fixture = await createFixture();
    const parts = ['o1', 'r', 'c', 'q2'].map((part) => addresses.part(version, part));
    const bodies = unevenContent.awardingBodies.flatMap(({ id }) => id ?? []);
    expect(bodies).toHaveLength(2);
    for (const id of [...parts, ...bodies]) {
      const document = copy(fixture.unsigned);
      document.evidence = [{ id, type: ['Evidence'], name: 'Läkarexamen' }];
      expect(await catalogueOf(fixture.verify, await fixture.sign(document))).toMatchObject({ outcome: 'failed' });
    }
  });
});

describe('a version that cannot be read here contradicts nobody', () => {
  const where = createAddresses('https://other.example');
  const achievementsOf = (version: Record<string, unknown>) =>
    version['achievements'] as Record<string, Record<string, JsonObject>>;
  const form = 'se-commissioned-credits';

  test.each<[string, (version: Record<string, unknown>) => unknown, string]>([
    ['format 1', ({ formatVersion: _, achievements: _also, ...one }) => one, 'format 1, and only format 2 is read'],
    ['format 3', (one) => ({ ...one, formatVersion: 3 }), 'format 3, and only format 2 is read'],
    ['format 3 in other words', () => ({ type: 'Microcredential', formatVersion: 3 }), 'format 3'],
    ['a format that is text', (one) => ({ ...one, formatVersion: '2' }), 'format "2"'],
    ['no achievements', (one) => ({ ...one, achievements: {} }), 'no achievements that can be read'],
    ['a list of them', (one) => ({ ...one, achievements: Object.values(achievementsOf(one)) }), 'no achievements'],
    ['a form of none', (one) => ({ ...one, achievements: { [form]: {} } }), 'no achievements'],
    ['a form that is text', (one) => ({ ...one, achievements: { ...achievementsOf(one), nb: '' } }), 'no achievements'],
    [
      'one that is text',
      (one) => ({ ...one, achievements: { [form]: { ...achievementsOf(one)[form], nb: '' } } }),
      'no achievements',
    ],
    [
      'more than there are forms and languages',
      (one) => ({
        ...one,
        achievements: Object.fromEntries(
          Array.from({ length: 67 }, (_, at) => [`f${at}`, achievementsOf(one)[form]] as const),
        ),
      }),
      'no achievements',
    ],
    ['no id', ({ id: _, ...one }) => one, 'no achievements'],
    ['an institution without id', (one) => ({ ...one, institution: {} }), 'no achievements'],
  ])('%s', async (_, change, why) => {
    const fixture = await createFixture(unevenContent, where);
    const text = JSON.stringify(change(JSON.parse(fixture.version.document) as Record<string, unknown>));
    const document = copy(fixture.unsigned);
    const digest = createHash('sha256').update(text).digest('base64');
    document.relatedResource[0].digestSRI = `sha256-${digest}`;
    fixture.outside.set(where.version(slug, 'vatten', 2), text);
    const { verdict, checks } = await fixture.verify(await fixture.sign(document));
    expect(verdict).toBe('undetermined');
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([
      expect.objectContaining({
        name: 'catalogue',
        outcome: 'unknown',
        problem: expect.objectContaining({
          type: 'https://mikromerit.example/problems/check-failed',
          detail: expect.stringContaining(why) as unknown,
        }) as unknown,
      }),
    ]);
  });

  test('what is not what was signed does, in any format', async () => {
    const fixture = await createFixture(unevenContent, where);
    const changed = { ...(JSON.parse(fixture.version.document) as object), formatVersion: 3 };
    fixture.put(where.version(slug, 'vatten', 2), changed);
    expect(await catalogueOf(fixture.verify, fixture.credential)).toMatchObject({ outcome: 'failed' });
  });
});

test('a mixture of what was published and what was not has not passed', async () => {
  const where = createAddresses('https://other.example');
  const theirs = await createFixture(unevenContent, where);
  const document = copy(theirs.unsigned);
  document.credentialSubject.achievement = [
    document.credentialSubject.achievement,
    { id: 'https://third.example/a', type: ['Achievement'], name: 'Läkarexamen' },
  ];
  expect(await catalogueOf(theirs.verify, await theirs.sign(document))).toMatchObject({ outcome: 'notApplicable' });
});

test('more achievements than a certificate has are not all fetched', async () => {
  const where = createAddresses('https://other.example');
  const theirs = await createFixture(unevenContent, where);
  const document = copy(theirs.unsigned);
  document.credentialSubject.achievement = Array(21).fill(document.credentialSubject.achievement);
  expect(await catalogueOf(theirs.verify, document)).toMatchObject({
    outcome: 'unknown',
    problem: { type: 'https://mikromerit.example/problems/too-complex' },
  });
});
