import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { decodeUtf8 } from '../../../src/domain/shared/json-text.ts';
import { microcredentialContent } from '../../../src/generated/validators.js';
import { importObv3 } from '../../../src/interop/obv3/import.ts';
import { creditless, factsOf, fullest, versionOf, writer } from '../../credentials/world.ts';
import { leavesOf, lostIn } from './leaves.ts';

const samples = join(import.meta.dirname, '../../samples');
const namesIn = (folder: string) => readdirSync(join(samples, folder)).filter((name) => name.endsWith('.json'));
const read = (folder: string, name: string): any =>
  JSON.parse(decodeUtf8(readFileSync(join(samples, folder, name))) ?? 'null');
const dutch = (name: string) => read('open-badges-nl', `${name}.json`);
const found = (name: string) => read('found', `${name}.json`);

/** A credential of this achievement by an institution in Sweden. */
const credential = (achievement: object, more: object = {}): any => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://u.example', type: ['Profile'], name: 'U', address: { addressCountryCode: 'SE' } },
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { type: ['Achievement'], name: 'Data', criteria: { narrative: 'Can' }, ...achievement },
  },
  ...more,
});
const spot = '#/credentialSubject/achievement';

/** Imports, and checks what holds of every import. */
function imported(document: unknown) {
  const { content, notes } = importObv3(document);
  expect(microcredentialContent(content), JSON.stringify(microcredentialContent.errors)).toBe(true);
  expect(notes.length).toBeLessThanOrEqual(200);
  expect(notes.filter(({ pointer }) => !/^#(\/[@\w:-]+)*$/.test(pointer))).toEqual([]);
  const at = (pointer: string) =>
    notes
      .filter((note) => note.pointer === pointer)
      .map(({ detail }) => detail)
      .join(' ');
  return { content, notes, at };
}

describe('nothing is lost', () => {
  const foundWithAchievement = namesIn('found').filter((name) => {
    const achievement = read('found', name)?.credentialSubject?.achievement;
    return achievement !== undefined && !name.startsWith('poison');
  });

  test('there are samples to look at', () => {
    expect(namesIn('open-badges-nl')).toHaveLength(4);
    expect(foundWithAchievement.length).toBeGreaterThan(10);
  });

  test.each([
    ...namesIn('open-badges-nl').map((name) => ['open-badges-nl', name] as const),
    ...foundWithAchievement.map((name) => ['found', name] as const),
  ])('of %s/%s: each value is in the draft or named in the notes', (folder, name) => {
    const document = read(folder, name);
    const { content, notes } = imported(document);
    expect(lostIn(document, content, notes)).toEqual([]);
  });

  test.each([
    ['with credits', fullest],
    ['without credits', creditless],
  ])('of a credential of ours, %s', async (_, ours) => {
    const document = writer.compose(factsOf(await versionOf(ours)));
    const { content, notes } = imported(document);
    expect(lostIn(document, content, notes)).toEqual([]);
    expect(JSON.stringify({ content, notes })).not.toContain(
      (document['credentialSubject'] as { learnerName: string }).learnerName,
    );
  });

  test('of any member that is added anywhere: it is named', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[a-z]{3,12}Added$/), fc.uuid(), (at, member, value) => {
        const document = dutch('uvh_at_microcredential_full_1');
        const owners = objectsIn(document);
        owners[at % owners.length]![member] = value;
        const { content, notes } = imported(document);
        expect(lostIn(document, content, notes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the test itself notices a loss', () => {
    const document = dutch('uvh_at_microcredential_full_1');
    const { content, notes } = imported(document);
    const quiet = notes.filter(({ pointer }) => !pointer.includes('image'));
    expect(
      lostIn(document, { ...content, title: {} }, quiet)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual([`${spot}/image/id`, `${spot}/image/type`, `${spot}/name`]);
  });
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('the samples of Dutch education', () => {
  test('hours, an identifier and a country', () => {
    expect(imported(dutch('mbob_eo_eov_microcredential_full')).content).toEqual({
      title: { nl: 'Microcredential Oogcontact maken zonder creepy te kijken' },
      description: { nl: expect.stringContaining('Beheers de delicate balans') },
      learningOutcomes: [{ text: { nl: expect.stringContaining('De student kan oogcontact maken') } }],
      workload: { hours: 240 },
      level: { eqf: 4 },
      assessmentTypes: ['written-examination'],
      participation: { modes: ['onsite', 'blended'] },
      languages: ['nl'],
      supervision: { type: 'supervised-with-id', place: 'onsite' },
      gradingScheme: {
        title: { nl: 'Final Project Grade' },
        description: { en: 'Results: lowest 1, highest 10, required to pass 6.' },
      },
      furtherInformation: { en: 'Identifier of the education programme: 20121343' },
      awardingBodies: [{ name: { nl: 'MBO Beek' }, country: 'NL' }],
      legalForm: 'other',
    });
  });

  test('credits, quality assurance and Markdown', () => {
    const { content, at } = imported(dutch('theed_microcredential_full_ho'));
    expect(content).toMatchObject({
      workload: { ects: 3 },
      qualityAssurance: [
        {
          body: {
            en: 'M Psychological Assessment\n\nToets nieuwe opleiding\n**WO-minor**\n Psychologische Assessment\n\nAV-4223',
          },
          reference: 'https://data.example.com/decisions/AV-4223',
        },
      ],
      awardingBodies: [{ name: { en: 'Naboo Theed University' } }],
    });
    expect(content.description?.en).toContain('# Badge Awarded\n## Achievement Unlocked\nThis **badge**');
    expect(at(`${spot}/description`)).toContain('signs of Markdown');
    expect(at(`${spot}/ECTS`)).toContain('stated without hours');
    expect(at('#/issuer')).toContain('The country of the awarding body is not stated, or not in our list');
  });

  test('nothing about the person is read', () => {
    for (const name of namesIn('open-badges-nl')) {
      expect(JSON.stringify(imported(read('open-badges-nl', name)))).not.toMatch(/8\.[05]|students\/stu/);
    }
  });
});

describe('the level', () => {
  const alignment = (name: string, code?: string, url?: string, type = 'ext:EQF') => ({
    targetName: name,
    targetCode: code,
    targetUrl: url ?? 'https://example.org/levels',
    targetType: type,
  });
  const eqf = (level: string) => `http://data.europa.eu/snb/eqf/${level}`;

  test.each([
    ['a code', [alignment('EQF', '4')], 4],
    ['a code with its framework', [alignment('EQF', 'EQF 4')], 4],
    ['an IRI', [alignment('x', undefined, eqf('6'), '')], 6],
    ['a name', [alignment('EQF level 5')], 5],
    ['a code and an IRI that agree', [alignment('EQF', '7', eqf('7'))], 7],
    ['the same twice', [alignment('EQF', '7'), alignment('EQF', undefined, eqf('7'))], 7],
    ['a type of ours', [alignment('EQF level 2', '2', eqf('2'), 'ext:EQFLevel')], 2],
    ['a number', [{ ...alignment('EQF'), targetCode: 3 }], 3],
    ['a code and an IRI that differ', [alignment('EQF', '6', eqf('7'))], undefined],
    ['a code and a name that differ', [alignment('EQF level 5', '6')], undefined],
    ['two alignments that differ', [alignment('EQF', '7'), alignment('EQF', '5')], undefined],
    ['no such level', [alignment('EQF', '9')], undefined],
    ['a level of none', [alignment('EQF', '0')], undefined],
    ['words for a code', [alignment('EQF', 'master')], undefined],
    ['half a level', [alignment('EQF', '6.5')], undefined],
    ['nothing but the framework', [alignment('EQF')], undefined],
  ])('from %s', (_, alignments, level) => {
    const { content, at } = imported(credential({ alignment: alignments }));
    expect(content.level).toEqual(level === undefined ? undefined : { eqf: level });
    for (const index of alignments.keys()) expect(at(`${spot}/alignment/${index}`)).toMatch(/\w/);
  });

  test.each([
    ['eqf-by-iri', { eqf: 6 }],
    ['eqf-code-9', undefined],
    ['two-levels', undefined],
  ])('of found/%s', (name, level) => {
    const { content, notes } = imported(found(name));
    expect(content.level).toEqual(level);
    if (!level) expect(JSON.stringify(notes)).toContain('no level was taken');
  });
});

describe('single members', () => {
  test.each([
    ['testing', ['written-examination']],
    ['Application of a  skill', ['practical-assessment']],
    ['portfolio', ['portfolio']],
    ['recognition of prior learning', undefined],
    ['', undefined],
  ])('assessmentType %j', (assessmentType, types) => {
    const { content, at } = imported(credential({ assessmentType }));
    expect(content.assessmentTypes).toEqual(types);
    expect(at(`${spot}/assessmentType`)).toContain(types ? 'was taken as' : 'is not in our list');
  });

  test.each([
    ['online', { modes: ['online'] }],
    ['onsite or blended', { modes: ['onsite', 'blended'] }],
    ['volunteering', { modes: [], activities: ['volunteering'] }],
    ['work experience', { modes: ['work-based'], activities: ['job-experience'] }],
    ['personalized learning activities', undefined],
  ])('participationType %j', (participationType, participation) => {
    expect(imported(credential({ participationType })).content.participation).toEqual(participation);
  });

  test.each([
    ['onsite with identity verification', undefined, { type: 'supervised-with-id', place: 'onsite' }],
    ['onsite with identity verification', true, { type: 'supervised-with-id', place: 'onsite' }],
    ['onsite with identity verification', false, { place: 'onsite' }],
    ['supervised online', true, { type: 'supervised-with-id', place: 'online' }],
    ['supervised online', false, { type: 'supervised-without-id', place: 'online' }],
    ['supervised online', undefined, { place: 'online' }],
    ['unsupervised with no identity verification', false, { type: 'unsupervised-without-id' }],
    ['unsupervised with no identity verification', true, undefined],
    ['supervised with no identity verification', undefined, { type: 'supervised-without-id' }],
    ['by a robot', true, undefined],
    [undefined, true, undefined],
    ['supervised online', 'perhaps', { place: 'online' }],
  ])('supervisionType %j and identityChecked %j', (supervisionType, identityChecked, supervision) => {
    const document = credential({ supervisionType, identityChecked });
    const { content, at } = imported(document);
    expect(content.supervision).toEqual(supervision);
    if (supervisionType !== undefined) expect(at(`${spot}/supervisionType`)).toMatch(/\w/);
    if (identityChecked !== undefined) expect(at(`${spot}/identityChecked`)).toMatch(/\w/);
  });

  test.each([
    [{ SBU: 240 }, { hours: 240 }],
    [{ SBU: '62,5' }, { hours: 62.5 }],
    [{ ECTS: 3.0 }, { ects: 3 }],
    [
      { SBU: 84, ECTS: '3' },
      { hours: 84, ects: 3 },
    ],
    [{ SBU: 0 }, undefined],
    [{ SBU: -5 }, undefined],
    [{ SBU: 9999 }, undefined],
    [{ SBU: 'many' }, undefined],
    [{ ECTS: 240 }, undefined],
    [{ ECTS: {} }, undefined],
    [{ SBU: [10, 20] }, { hours: 10 }],
    [{ creditsAvailable: 3 }, undefined],
  ])('the workload of %j', (members, workload) => {
    const { content, notes } = imported(credential(members));
    expect(content.workload).toEqual(workload);
    expect(lostIn(credential(members), content, notes)).toEqual([]);
  });

  test.each([
    ['nl-NL', 'nl'],
    ['en-EN', 'en'],
    ['sv', 'sv'],
    ['tlh', undefined],
    [undefined, undefined],
  ])('the language %j', (inLanguage, code) => {
    const { content, at } = imported(credential({ inLanguage }));
    expect(content.languages).toEqual(code && [code]);
    expect(content.title).toEqual({ [code ?? 'en']: 'Data' });
    if (code === undefined) expect(at(`${spot}/name`)).toContain('taken to be English');
  });

  test('texts in several languages, and a direction', () => {
    const arabic = imported(found('rtl-title'));
    expect(arabic.content.title).toBeUndefined();
    expect(arabic.at(`${spot}/name`)).toContain('the language “ar”, which is unknown');
    const name = [
      { '@value': 'Jord', '@language': 'sv' },
      { '@value': 'Soil', '@language': 'en-GB' },
    ];
    expect(imported(credential({ name })).content.title).toEqual({ sv: 'Jord', en: 'Soil' });
  });

  test('listed grades pass from the required one on', () => {
    const passing = (resultDescription: object) =>
      imported(credential({ resultDescription })).content.gradingScheme?.grades;
    const values = { allowedValue: ['U', 'G', 'VG'], requiredValue: 'G' };
    expect(passing(values)).toEqual([
      { value: 'U', passes: false },
      { value: 'G', passes: true },
      { value: 'VG', passes: true },
    ]);
    expect(passing({ allowedValue: ['U', 'G'] })).toEqual([{ value: 'U' }, { value: 'G' }]);
    const rubricLevel = [
      { id: 'urn:1', name: 'Beginner' },
      { id: 'urn:2', name: 'Master', level: 'M', description: 'd' },
    ];
    expect(passing({ rubricLevel, requiredLevel: 'urn:2' })).toEqual([
      { value: 'Beginner', passes: false },
      { value: 'M', passes: true },
    ]);
  });

  test('skills stand with the first outcome', () => {
    const iri = 'http://data.europa.eu/esco/skill/1';
    const alignment = [
      { targetName: 'test soil', targetUrl: iri, targetFramework: 'ESCO' },
      { targetName: 'A standard', targetUrl: 'https://example.org/standard' },
    ];
    const { content, at } = imported(credential({ alignment }));
    expect(content.learningOutcomes).toEqual([{ text: { en: 'Can' }, skills: [{ iri, label: { en: 'test soil' } }] }]);
    expect(at(`${spot}/alignment/1`)).toContain('“A standard” was left out');
  });

  test('who created the description does not award', () => {
    const { content, at } = imported(found('creator-is-not-the-issuer'));
    expect(content.awardingBodies).toEqual([{ name: { en: 'North Valley University' } }]);
    expect(at(`${spot}/creator`)).toContain('who awards is who issues');
  });

  test('HTML becomes plain text', () => {
    const { content, at } = imported(
      credential({ description: '<p>One</p><script>alert(1)</script><p>two &amp; x < 5' }),
    );
    expect(content.description).toEqual({ en: 'One\n\ntwo & x < 5' });
    expect(at(`${spot}/description`)).toContain('HTML was taken out');
  });

  test('an achievement alone, in a list, in a presentation, and in a signature', () => {
    const whole = dutch('uvh_at_microcredential_full_1');
    const { awardingBodies: _, ...content } = imported(whole).content;
    expect(imported(whole.credentialSubject.achievement).content).toEqual(content);
    expect(imported([whole]).content).toMatchObject(content);
    expect(imported({ type: 'VerifiablePresentation', verifiableCredential: [whole] }).content).toMatchObject(content);
    const token = `e30.${Buffer.from(JSON.stringify(whole)).toString('base64url')}.AA`;
    expect(imported(token).content).toMatchObject(content);
  });

  test('several subjects, achievements and issuers: the first, and a note on each other one', () => {
    const { at } = imported(credential({}, { issuer: [{ name: 'A' }, { name: 'B' }] }));
    expect(at('#/issuer/1')).toContain('Only one issuer');
    const two = [{ achievement: { name: 'A' } }, { achievement: { name: 'B' } }];
    const { content, at: noted } = imported({ credentialSubject: two });
    expect(content.title).toEqual({ en: 'A' });
    expect(noted('#/credentialSubject/1/achievement')).toContain('Only one achievement');
  });
});

describe('what is refused, and the sentence for it', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['nothing', undefined, /^This is neither an Open Badges 3\.0 credential/],
    ['null', null, /^This is neither/],
    ['text', 'hello', /^This is neither/],
    ['a number', 7, /^This is neither/],
    ['an empty list', [], /^This is neither/],
    ['an empty object', {}, /^This is neither/],
    ['any other JSON', { name: 'A course', price: 3 }, /^This is neither/],
    ['Open Badges 2', found('ob2-assertion'), /^This is Open Badges 2/],
    [
      'a badge class',
      { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', name: 'x', id: 'https://e.org/' },
      /^This is Open Badges 2/,
    ],
    ['the European Learning Model', read('elm', '../found/elm-import-html-desc.json'), /use “import elm”/],
    ['a sealed European document', found('jades-sealed-elm'), /use “import elm”/],
    [
      'a status list',
      { type: ['VerifiableCredential'], credentialSubject: { type: 'BitstringStatusList' } },
      /has no achievement/,
    ],
    [
      'an achievement by its address alone',
      { credentialSubject: { achievement: 'https://e.org/a' } },
      /only names its achievement/,
    ],
    [
      'the same in an object',
      { credentialSubject: { achievement: { id: 'https://e.org/a' } } },
      /only names its achievement/,
    ],
    ['an achievement that is a number', { credentialSubject: { achievement: 7 } }, /has no achievement/],
    ['an envelope', { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' }, /in an envelope/],
    ['a token of something else', 'e30.eyJhIjoxfQ.AA', /^This is neither/],
    ['a signature apart', { signature: 'AA', protected: 'e30' }, /kept apart/],
    ['a broken token', 'e30.%%.AA', /^This is neither/],
  ])('%s', (_, document, sentence) => {
    const refusal = expect.objectContaining({ code: 'import-unreadable', message: expect.stringMatching(sentence) });
    expect(() => importObv3(document)).toThrow(refusal);
  });
});

describe('documents made to do harm', () => {
  test('keys of prototypes are keys like others', () => {
    const document = JSON.parse(
      JSON.stringify(credential({})).replace('"name":"Data"', '"name":"Data","__proto__":{"x":1},"constructor":"c"'),
    );
    const { at } = imported(document);
    expect(at(`${spot}/constructor`)).toContain('“constructor” was left out');
    expect(({} as any).x).toBeUndefined();
  });

  test('long lists are cut, with a note', () => {
    const many = (make: (index: number) => unknown) => Array.from({ length: 2000 }, (_, index) => make(index));
    const { content, notes } = imported(
      credential({
        tag: many((index) => `tag ${index}`),
        alignment: many((index) => ({ targetName: 's', targetUrl: `http://data.europa.eu/esco/skill/${index}` })),
        resultDescription: { allowedValue: many((index) => `${index}`) },
        criteria: many(() => ({ narrative: 'Can' })),
      }),
    );
    expect(content.gradingScheme?.grades).toHaveLength(30);
    expect(content.learningOutcomes?.[0]?.skills).toHaveLength(30);
    expect(notes).toHaveLength(200);
  });

  test('whatever is changed, the content is valid and nothing but a refusal is thrown', () => {
    const change = fc.oneof(
      fc.constant((owner: any, key: string) => void delete owner[key]),
      fc.constant((owner: any, key: string) => void (owner[key] = [owner[key], owner[key]])),
      fc.constant((owner: any, key: string) => void (owner[key] = { '@value': owner[key], '@language': key })),
      fc
        .oneof(fc.jsonValue(), fc.constantFrom({}, [], '', 0, null, 'http://data.europa.eu/snb/eqf/7', '<b>x</b>'))
        .map((value) => (owner: any, key: string) => void (owner[key] = structuredClone(value))),
    );
    const names = namesIn('open-badges-nl');
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 }), (which, changes) => {
        const document = read('open-badges-nl', names[which % names.length]!);
        for (const [at, apply] of changes) {
          const spots = objectsIn(document).flatMap((owner) => Object.keys(owner).map((key) => [owner, key] as const));
          if (spots.length > 0) apply(...spots[at % spots.length]!);
        }
        try {
          imported(document);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe('import-unreadable');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('leaves are all found', () => {
    expect(leavesOf({ a: [1, { b: null }], c: 'x' }).map(({ pointer }) => pointer)).toEqual([
      '#/a/0',
      '#/a/1/b',
      '#/c',
    ]);
  });
});
