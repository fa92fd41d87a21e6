import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerLanguage } from '../../src/http/output/answer-language.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { type Harness, startHarness } from './setup/harness.ts';
import { draftCourse, must, openOffering, publishCourse } from './setup/story.ts';
import { anyCountryContent } from '../samples/content.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await draftCourse(harness.north, 'tom', {});
  await draftCourse(harness.south, 'tom', {});
});
afterAll(() => harness.close());

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['sv', 'sv'],
  ['SV-se', 'sv'],
  ['sv-FI', 'sv'],
  ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
  ['en;q=0.5, sv;q=0.9', 'sv'],
  ['de, fi;q=0.3', 'fi'],
  ['de', 'en'],
  ['*', 'en'],
  ['sv;q=0, fi;q=0.1', 'fi'],
  ['sv;q=0', 'en'],
  ['sve, fin', 'en'],
  [',;q=1,,;', 'en'],
  ['x'.repeat(5000), 'en'],
])('Accept-Language: %s is answered in %s', (header, language) => {
  expect(answerLanguage(header)).toBe(language);
});

const levels = {
  en: /^State the EQF level \(first cycle is 6/,
  'sv-SE': /^Ange EQF-nivån \(grundnivå är 6/,
  'sv-FI': /^Ange EQF-nivån \(grund- och ämnesstudier är 6/,
  fi: /^Ilmoita EQF-taso /,
} as const;
type Row = readonly [asked: string | undefined, place: 'north' | 'south', language: keyof typeof levels];
/** The institution in the north is Swedish, the one in the south Finnish. */
const rows: readonly Row[] = [
  [undefined, 'north', 'en'],
  [undefined, 'south', 'en'],
  ['sv', 'north', 'sv-SE'],
  ['sv-FI', 'north', 'sv-SE'],
  ['sv', 'south', 'sv-FI'],
  ['sv-SE', 'south', 'sv-FI'],
  ['fi', 'north', 'fi'],
  ['de, en;q=0.1', 'south', 'en'],
];
describe.each(rows)('the gate, asked in %s at the institution in the %s,', (asked, where, language) => {
  const headers = (): Record<string, string> => (asked === undefined ? {} : { 'Accept-Language': asked });
  const course = () => `${harness[where].base}/microcredentials/tom`;
  const levelIn = (lines: readonly { pointer: string; detail: string }[]) =>
    lines.find(({ pointer }) => pointer === '#/level')?.detail;

  test(`answers with a draft in ${language}`, async () => {
    const { body, headers: got } = await harness[where].as.editor.get(course(), headers());
    expect(levelIn(body.gate.faults)).toMatch(levels[language]);
    expect([got.get('Content-Language'), got.get('Vary')]).toEqual([language, 'Accept-Language']);
  });

  test(`refuses in ${language}, title and all`, async () => {
    const {
      status,
      body,
      headers: got,
    } = await harness[where].as.editor.post(`${course()}/submit`, undefined, headers());
    expect([status, body.type]).toEqual([422, '/problems/gate-refused']);
    expect(levelIn(body.errors)).toMatch(levels[language]);
    const title = { en: /EU standard/, 'sv-SE': /EU-standarden/, 'sv-FI': /EU-standarden/, fi: /EU:n/ }[language];
    expect(body.title).toMatch(title);
    expect([got.get('Content-Language'), got.get('Vary')]).toEqual([language, 'Accept-Language']);
  });

  test('lists in it', async () => {
    const { body, headers: got } = await harness[where].as.editor.get(
      `${harness[where].base}/microcredentials`,
      headers(),
    );
    expect(levelIn(body.items[0].gate.faults)).toMatch(levels[language]);
    expect([got.get('Content-Language'), got.get('Vary')]).toEqual([language.slice(0, 2), 'Accept-Language']);
  });
});

describe('a draft in two languages', () => {
  test('has two tags, and either is what a change is based on', async () => {
    const { as, base } = harness.south;
    const course = `${base}/microcredentials/tom`;
    const read = (language: string, headers = {}) => as.editor.get(course, { 'Accept-Language': language, ...headers });
    const [english, swedish] = [await read('en'), await read('sv')].map(({ headers }) => headers.get('ETag') ?? '');
    expect(english).not.toBe(swedish);
    expect((await read('sv', { 'If-None-Match': swedish })).status).toBe(304);
    expect((await read('fi', { 'If-None-Match': swedish })).status).toBe(200);
    must(await as.editor.put(`${course}/draft`, { content: {} }, { 'If-Match': swedish ?? '' }), 200);
    expect((await as.editor.put(`${course}/draft`, { content: {} }, { 'If-Match': english ?? '' })).status).toBe(412);
  });
});

describe.each([
  ['en', undefined, 'Write a whole number here, without quotation marks.', /^1 to 60 of a–z, 0–9 and hyphens/],
  ['sv', 'sv-FI', 'Skriv ett heltal här, utan citattecken.', /^1 till 60 av a–z, 0–9 och bindestreck/],
  ['fi', 'fi', 'Kirjoita tähän kokonaisluku ilman lainausmerkkejä.', /^1–60 merkkiä: a–z, 0–9/],
] as const)('a fault of form is told in %s', (language, asked, whole, slug) => {
  test('with its title', async () => {
    const body = { slug: 'Å å', content: { ...anyCountryContent, level: { eqf: '6' } } };
    const headers: Record<string, string> = asked === undefined ? {} : { 'Accept-Language': asked };
    const answer = await harness.north.as.editor.post(`${harness.north.base}/microcredentials`, body, headers);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Language')).toBe(language);
    expect(answer.body.errors).toEqual([
      { pointer: '#/slug', detail: expect.stringMatching(slug) },
      { pointer: '#/content/level/eqf', detail: whole },
    ]);
  });
});

test('what is told in English alone says so', async () => {
  const { headers, body } = await harness.anyone.get('/api/v1/institutions/ingenstans', { 'Accept-Language': 'fi' });
  expect([headers.get('Content-Language'), body.title]).toEqual(['en', 'There is no such institution.']);
});

describe('a row of a batch that is not as the contract has it', () => {
  const said = { en: /^One of: se-regular/, sv: /^Ett av: se-regular/, fi: /^J\S+ näistä: se-regular/ } as const;
  const rowsOf = {
    registrations: () => ({ registrations: [{ form: 'unknown', learner: { nameAsAwarded: 'A' } }] }),
    results: () => ({ results: [{ registrationId: 'unknown', grade: 'G', date: '2026-10-01', form: 'unknown' }] }),
  };

  test.each([
    ['sv', 'sv', 'Det som skickades har inte den form som API:et beskriver.'],
    ['fi-FI', 'fi', 'Lähetetty sisältö ei ole rajapinnan kuvaamassa muodossa.'],
    [undefined, 'en', 'The request does not follow the contract.'],
    ['de', 'en', 'The request does not follow the contract.'],
  ] as const)('asked in %s is told so in %s, of a form that there is not, too', async (asked, language, title) => {
    const slug = `satsvis-${(asked ?? 'utan').toLowerCase()}`;
    await publishCourse(harness.north, slug);
    const { id } = await openOffering(harness.north, slug);
    const headers: Record<string, string> = asked === undefined ? {} : { 'Accept-Language': asked };
    const { as, base } = harness.north;
    const answer = await as.registrar.post(
      `${base}/offerings/${id}/registrations/batch`,
      rowsOf.registrations(),
      headers,
    );
    const { problem } = must(answer).outcomes[0];
    expect([problem.title, answer.headers.get('Vary')]).toEqual([title, 'Accept-Language']);
    expect(problem.errors).toEqual([
      { pointer: '#/registrations/0/form', detail: expect.stringMatching(said[language]) },
    ]);
    const results = must(await as.registrar.post(`${base}/results/batch`, rowsOf.results(), headers));
    expect(results.outcomes[0].problem.title).toBe(title);
  });
});

everyAnswer(() => harness);
