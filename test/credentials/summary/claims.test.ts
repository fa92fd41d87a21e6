import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import type { Summary } from '../../../src/domain/verification/verification.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { badge } from '../badge.ts';
import { addresses, copy } from '../fixture.ts';

const summarise = createSummaryReader(addresses);
const found = (name: string): Summary =>
  summarise(JSON.parse(readFileSync(join(import.meta.dirname, '../../samples/found', name), 'utf8')) as JsonObject);
const context = [contextUrls.credentials, contextUrls.openBadges];
const of = (credentialSubject: unknown, more: JsonObject = {}) =>
  summarise({ '@context': context, ...more, credentialSubject });
const ofAchievement = (achievement: JsonObject) => of({ achievement: { name: 'X', ...achievement } });

describe('several are several', () => {
  test('results, in no order', () => {
    expect(found('results-as-signed.json').results).toEqual([{ value: 'A' }, { value: 'F' }]);
    expect(found('results-reordered-by-holder.json')).toEqual(found('results-as-signed.json'));
    expect(found('results-as-signed.json')).not.toHaveProperty('grade');
  });

  test('results beside their own descriptions', () => {
    const { results } = summarise(badge);
    expect(results).toEqual([
      { value: '8.0', description: { en: 'Examination' }, scale: { min: '1', max: '10', required: '6' } },
      { value: 'Mastered', description: { en: 'Laboratory' } },
      { status: 'Completed', description: { en: 'Project' } },
    ]);
  });

  test('levels, subjects, achievements', () => {
    expect(found('two-levels.json').level).toEqual({ eqfSeveral: ['5', '7'] });
    const { claims, ...summary } = found('two-subjects.json');
    expect(claims?.map(({ learner, credits }) => [learner, credits])).toEqual([
      ['Ana First', 3],
      ['Ben Second', 30],
    ]);
    expect(Object.keys(summary).sort()).toEqual(['id', 'issuer', 'validFrom']);
    const achievements = [{ name: 'B' }, { name: 'A' }];
    expect(of({ name: 'Ana', achievement: achievements }).claims).toEqual([
      { learner: 'Ana', title: { und: 'A' } },
      { learner: 'Ana', title: { und: 'B' } },
    ]);
    expect(
      of([
        { id: 'urn:s', name: 'Ana' },
        { id: 'urn:s', achievement: { name: 'A' } },
      ]),
    ).toEqual({
      learner: 'Ana',
      title: { und: 'A' },
    });
  });

  test('names, texts and numbers', () => {
    expect(of({ name: ['B', 'A'] })).toEqual({ learnerNames: ['A', 'B'] });
    const summary = ofAchievement({ name: ['B', 'A'], creditsAvailable: [3, '5', '3'], SBU: [240, 80] });
    expect(summary).toEqual({ title: { und: 'A / B' }, creditsSeveral: [3, 5], hoursSeveral: [80, 240] });
  });
});

describe('the level', () => {
  const eqf = 'http://data.europa.eu/snb/eqf';
  test.each<[string, JsonObject, Summary['level']]>([
    ['its address alone', { targetUrl: `${eqf}/6`, targetName: 'EQF 6' }, { eqf: '6' }],
    ['its code, with the type', { targetCode: '4', targetType: 'ext:EQFLevel' }, { eqf: '4' }],
    ['a code in words', { targetCode: 'EQF level 4', targetType: 'ext:EQF' }, { eqf: '4' }],
    ['a code as a number', { targetCode: 4, targetType: 'ext:EQF' }, { eqf: '4' }],
    [
      'its code, with the framework',
      { targetCode: '4', targetFramework: 'European Qualifications Framework (EQF)' },
      { eqf: '4' },
    ],
    ['its name alone', { targetName: 'EQF level 5' }, { eqf: '5' }],
    ['code and address that agree', { targetCode: '6', targetUrl: `${eqf}/6` }, { eqf: '6' }],
    ['code and address that do not', { targetCode: '5', targetUrl: `${eqf}/6` }, { eqfUnclear: ['5', `${eqf}/6`] }],
    [
      'name and address that do not',
      { targetName: 'EQF 5', targetUrl: `${eqf}/6` },
      { eqfUnclear: ['EQF 5', `${eqf}/6`] },
    ],
    ['a level that is none', { targetCode: '9', targetUrl: `${eqf}/7` }, { eqfUnclear: ['9', `${eqf}/7`] }],
    ['an address of a level that is none', { targetUrl: `${eqf}/0` }, { eqfUnclear: [`${eqf}/0`] }],
    ['two codes', { targetCode: ['4', '5'], targetType: 'ext:EQF' }, { eqfUnclear: ['4', '5'] }],
    [
      'a framework without a level',
      { targetName: 'Level six', targetFramework: 'EQF' },
      { eqfUnclear: ['EQF', 'Level six'] },
    ],
  ])('by %s', (_, alignment, level) => {
    const summary = ofAchievement({ alignment: { type: ['Alignment'], ...alignment } });
    expect(summary.level).toEqual(level);
    expect(summary).not.toHaveProperty('learningOutcomes');
  });

  test('in documents', () => {
    expect(found('eqf-by-iri.json')).toMatchObject({ level: { eqf: '6' } });
    expect(found('eqf-by-iri.json')).not.toHaveProperty('learningOutcomes');
    expect(found('eqf-code-9.json').level).toEqual({ eqfUnclear: ['9', `${eqf}/7`] });
    const report = { targetName: 'Read EQF reports', targetType: 'ceasn:Competency' };
    expect(ofAchievement({ alignment: report })).toMatchObject({
      learningOutcomes: [{ text: { und: 'Read EQF reports' } }],
    });
  });
});

test.each<[string, JsonObject]>([
  ['a national framework', { targetName: 'Level 6', targetFramework: 'Swedish Qualifications Framework (SeQF)' }],
  ['a course', { targetName: 'BIO101', targetUrl: 'https://uni.example/courses/bio101' }],
])('an alignment that does not say what it is is no learning outcome: %s', (_, alignment) => {
  const summary = ofAchievement({ alignment: { type: ['Alignment'], ...alignment } });
  expect(summary).not.toHaveProperty('learningOutcomes');
  expect(summary.alignments).toHaveLength(1);
});

test('a skill of ESCO is a learning outcome without a type, too', () => {
  const targetUrl = 'http://data.europa.eu/esco/skill/6ab70e0d-0f62-4d39-9dc3-c1c7c9b1ce5a';
  const summary = ofAchievement({ alignment: { targetName: 'battery design', targetUrl } });
  expect(summary).toMatchObject({ learningOutcomes: [{ text: { und: 'battery design' } }] });
});

test('an alignment with something else is no learning outcome', () => {
  const { learningOutcomes, alignments, fields } = summarise(badge);
  expect(learningOutcomes).toHaveLength(1);
  expect(alignments).toEqual([
    { text: { en: 'Bachelor' }, url: 'https://issuer.example/bsc', type: 'ceterms:Credential' },
  ]);
  expect(fields).toEqual(['0531']);
});

test('credits have a unit where the document gives one', () => {
  expect(found('credit-hours.json')).toMatchObject({ credits: 3 });
  expect(found('credit-hours.json')).not.toHaveProperty('creditUnit');
  expect(ofAchievement({ ECTS: 3 })).toMatchObject({ credits: 3, creditUnit: 'ECTS' });
  const earned = of({ creditsEarned: 30, achievement: { name: 'X', ECTS: 3 } });
  expect(earned).toMatchObject({ credits: 30 });
  expect(earned).not.toHaveProperty('creditUnit');
  expect(found('elm-import-html-desc.json')).toMatchObject({ credits: 3, creditUnit: 'ECTS' });
});

test('who described the achievement does not award it', () => {
  const summary = found('creator-is-not-the-issuer.json');
  expect(summary.describedBy).toEqual([{ name: { und: 'Famous University' }, homepage: 'https://famous.example' }]);
  expect(summary).not.toHaveProperty('awardingBodies');
});

test('the dates of data model 1.1, and days in the offset they are written in', () => {
  expect(found('vc11-expired.json')).toMatchObject({
    validFrom: '2020-01-01T00:00:00Z',
    validUntil: '2021-01-01T00:00:00Z',
  });
  expect(summarise(badge)).toMatchObject({ awardedOn: '2025-12-31', validFrom: '2026-01-01T23:30:00-05:00' });
});

describe('the holder', () => {
  const identity = (identityType: string, identityHash: unknown, hashed: unknown = false) => ({
    type: 'IdentityObject',
    identityType,
    identityHash,
    hashed,
  });
  test.each<[string, JsonObject, Partial<Summary>]>([
    ['a name', { name: 'Ana' }, { learner: 'Ana' }],
    ['a name in our own words', { learnerName: 'Ana' }, { learner: 'Ana' }],
    ['a number as a name', { name: 5 }, { learner: '5' }],
    ['a name in an identity', { identifier: identity('name', 'Ana') }, { learner: 'Ana' }],
    ['the same name twice', { name: 'Ana', identifier: [identity('name', 'Ana')] }, { learner: 'Ana' }],
    ['two names', { name: 'Ana', identifier: identity('name', 'Bo') }, { learnerNames: ['Ana', 'Bo'] }],
    ['parts of a name', { givenName: { en: 'Ana' }, familyName: { en: ['First'] } }, { learner: 'Ana First' }],
    ['an e-mail address', { identifier: identity('emailAddress', 'a@x.example') }, { learnerEmail: 'a@x.example' }],
    ['an e-mail member', { email: 'mailto:a@x.example' }, { learnerEmail: 'a@x.example' }],
    ['an e-mail address as its id', { id: 'mailto:a@x.example' }, { learnerEmail: 'a@x.example' }],
    ['a name beside such an id', { id: 'mailto:a@x.example', name: 'Ana' }, { learner: 'Ana' }],
    ['an id that is no e-mail address', { id: 'urn:uuid:1' }, {}],
    ['a name before an e-mail address', { name: 'Ana', email: 'a@x.example' }, { learner: 'Ana' }],
    ['a hashed identity', { identifier: identity('emailAddress', 'sha256$ab', true) }, { unread: ['holder'] }],
    ['a hash that says so in text', { identifier: identity('name', 'sha256$ab', 'true') }, { unread: ['holder'] }],
    ['a hash that says so otherwise', { identifier: identity('name', 'sha256$ab', '1') }, { unread: ['holder'] }],
    ['a hash beside a name', { name: 'Ana', identifier: identity('name', 'sha256$ab', true) }, { learner: 'Ana' }],
    ['another identity', { identifier: identity('studentId', '17') }, { unread: ['holder'] }],
    ['a name that is no text', { name: { first: 'Ana' } }, { unread: ['holder'] }],
    ['an id alone', { id: 'urn:uuid:1' }, {}],
  ])('known by %s', (_, subject, expected) => {
    expect(of(subject)).toEqual(expected);
  });
});

test.each<[string, unknown, Summary['unread']]>([
  ['a result that is no node', { result: 'A' }, ['result']],
  ['a result without a value', { result: { type: ['Result'] } }, ['result']],
  ['a result with a value that is no text', { result: { value: { grade: 'A' } } }, ['result']],
  ['an achievement that is no node', { achievement: 'Soil chemistry' }, ['achievement']],
  ['an achievement that is only named', { achievement: { id: 'urn:a', type: ['Achievement'] } }, ['achievement']],
  ['an achievement whose name is no text', { achievement: { name: { text: 'X' } } }, ['achievement']],
])('%s is there, and unread', (_, subject, unread) => {
  expect(of(subject).unread).toEqual(unread);
});

test('a number as a result is its text', () => {
  expect(of({ result: [{ value: 8 }] })).toEqual({ grade: '8' });
  expect(of({ result: { value: false, status: 'Failed' } })).toMatchObject({
    grade: 'false',
    results: [{ status: 'Failed' }],
  });
});

test('evidence with an address that can be opened, or without', () => {
  expect(summarise(badge).evidence).toEqual([
    { name: { und: 'Presentation' }, description: { und: 'For the whole class' } },
    { name: { und: 'Report' }, description: { und: 'Twelve samples' }, url: 'https://issuer.example/report/1' },
  ]);
  expect(of({}, { evidence: { id: 'javascript:alert(1)', name: 'X' } }).evidence).toEqual([{ name: { und: 'X' } }]);
});

test('criteria: text and address', () => {
  const { criteria, criteriaUrl } = summarise(badge);
  expect({ criteria, criteriaUrl }).toEqual({
    criteria: { en: 'Passed a project' },
    criteriaUrl: 'https://issuer.example/criteria',
  });
  expect(ofAchievement({ criteria: 'https://x.example/c' })).toMatchObject({ criteriaUrl: 'https://x.example/c' });
});

test('a label of a blank node is nobody’s id', () => {
  const labelled = copy(badge);
  labelled.credentialSubject.achievement.id = '_:a';
  const unlabelled = copy(badge);
  delete unlabelled.credentialSubject.achievement.id;
  expect(summarise(labelled)).toEqual(summarise(unlabelled));
});
