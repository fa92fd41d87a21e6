import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, Summary } from '../../src/domain/verification/verification.ts';
import { isolated, withoutControls } from '../../src/pages/shell/text-direction.ts';
import { award, offering, swedish, type Fixture } from './fakes.ts';
import { reports, reportWith } from './reports.ts';
import { coursePath, get, submit } from './requests.ts';
import { type TextNode, textNodes } from './text-nodes.ts';
import { completeContent } from '../samples/content.ts';

const controls = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
const anyControl = new RegExp(`[${controls}]`);
/** Marks the beginning and the end of what a person wrote. */
const begin = '\ue000';
const end = '\ue001';
const turned = (text: string) =>
  text
    .split('\n\n')
    .map((paragraph) => `${begin}\u202e\u2066${paragraph}\u2069\u2069\u202c\u200f${end}`)
    .join('\n\n');

/** Written by us, or by a code list; everything else in a document is a person's. */
const ours = new Set(['alg', 'verdict', 'kind', 'name', 'outcome', 'reason', 'legalForm', 'type', 'kind', 'country']);
const oursUnder = new Set([
  'modes',
  'languages',
  'fields',
  'assessmentTypes',
  'activities',
  'qualityAssurance',
  'checks',
  'accent',
]);

/** The same with every text that a person may have written marked, and turned in its direction. */
function written<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (isPersons(value, key) ? turned(value) : value) as T;
  if (Array.isArray(value)) return value.map((each) => written(each, key)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, oursUnder.has(name) ? member : written(member, name)]),
  ) as T;
}
const isPersons = (text: string, key: string) => !ours.has(key) && !/^https?:|^did:/.test(text);

const isSetApart = ({ within }: TextNode) =>
  within.some(({ name, attributes }) => name === 'bdi' || (name !== 'html' && /\sdir="/.test(attributes)));

/** Our words on one side, a person's on the other, and nothing that turns them. */
function expectApart(html: string): void {
  const nodes = textNodes(html);
  const visible = nodes.filter(({ within }) => !within.some(({ name }) => name === 'textarea' || name === 'title'));
  const persons = visible.filter(({ text }) => text.includes(begin) || text.includes(end));
  expect(persons.length).toBeGreaterThan(0);
  for (const node of persons) {
    expect(node.text, 'our words stand outside').toMatch(new RegExp(`^${begin}[^${begin}${end}]*(${end}|\u00a0…)$`));
    expect(isSetApart(node), node.text).toBe(true);
  }
  for (const { text } of visible) expect(text).not.toMatch(anyControl);
  for (const [, value] of html.replace(/<script.*?<\/script>/gs, '').matchAll(/="([^"]*)"/g))
    expect(value).not.toMatch(anyControl);
  const title = nodes.find(({ within }) => within.some(({ name }) => name === 'title'))!.text;
  expect(title.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(anyControl);
}

const fixture = (report: Report): Partial<Fixture> => ({
  report,
  institution: { ...swedish, name: written(swedish.name) },
  content: {
    ...written(completeContent),
    legalForms: completeContent.legalForms,
    stackability: { ...written(completeContent.stackability), kind: 'can-be-part-of' },
    cycle: 'second',
    depthCode: 'A1N',
    supervision: completeContent.supervision!,
    opportunityType: 'course',
    syllabus: { ...written(completeContent.syllabus!), decisionDate: '2026-03-02' },
  },
  offerings: [{ ...offering, ...written({ location: offering.location!, learningCentre: offering.learningCentre! }) }],
  award: { ...award, nameAsAwarded: turned(award.nameAsAwarded), grade: turned('VG') },
});

describe.each(['sv', 'fi', 'en'])('a text that a person wrote, in /%s,', (prefix) => {
  test.each(['/', '/institutions/provsjo', coursePath, '/certificates/t', '/records/1'])(
    'is set apart on %s',
    async (path) => {
      const summary = written(reports['everything']!.summary);
      expectApart((await get(`/${prefix}${path}`, fixture({ ...reports['revoked']!, summary }))).html);
    },
  );
  test.each(['everything', 'severalResults', 'severalClaims', 'rightToLeft', 'unclearLevel', 'invalid', 'revoked'])(
    'is set apart in the result %s',
    async (name) => {
      const report = reports[name]!;
      const checks = report.checks.map((check) => ({
        ...check,
        source: turned('https://a.example/'),
        problem: { type: turned('about:x'), title: turned('Title'), detail: turned('“x” is wrong') },
      }));
      const changed = { ...report, checks, summary: written(report.summary), fetchedFrom: turned('x') };
      expectApart((await submit(`/${prefix}/verify`, { text: '{}' }, { report: changed })).html);
    },
  );
});

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...controls),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('א', 'ب', '<', '&'),
    ),
  )
  .map((parts) => parts.join(''));

test('whatever a person wrote, the words of the page stay outside it', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, async (one, other, third) => {
      const mark = (given: string) => `${begin}${given.replaceAll(begin, '').replaceAll(end, '')}${end}`;
      const summary: Summary = {
        learner: mark(one),
        title: { sv: mark(other) },
        issuer: { id: 'did:key:z6Mk', name: { fi: mark(third) } },
        grade: mark(third),
        level: { eqf: mark(one) },
        awardedOn: mark(other),
        // A comma in one of them decides what parts them.
        languages: [mark(one.replaceAll(',', '')), mark(third.replaceAll(',', ''))],
      };
      const { html } = await submit('/sv/verify', { text: '{}' }, { report: reportWith('valid', {}, { summary }) });
      const [marked, plain] = [
        textNodes(html),
        textNodes(
          (await submit('/sv/verify', { text: '{}' }, { report: reportWith('valid', {}, { summary: blank }) })).html,
        ),
      ];
      expectApart(html);
      const own = (nodes: readonly TextNode[]) => nodes.filter((node) => !isSetApart(node)).map((node) => node.text);
      expect(own(marked)).toEqual(own(plain));
    }),
    { numRuns: 60 },
  );
});
const blank: Summary = {
  learner: 'x',
  title: { sv: 'x' },
  issuer: { id: 'did:key:z6Mk', name: { fi: 'x' } },
  grade: 'x',
  level: { eqf: 'x' },
  awardedOn: 'x',
  languages: ['x', 'x'],
};

test('a title is isolated only where it runs from right to left, and never ends an isolate of ours', () => {
  expect(isolated('Kurs')).toBe('Kurs');
  expect(isolated('HTML و CSS: تصميم')).toBe('\u2068HTML و CSS: تصميم\u2069');
  expect(isolated('א\u2069\u202e')).toBe('\u2068א\u2069');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => !anyControl.test(withoutControls(given))));
});

test('an address keeps its meaning, and shows no control as such', async () => {
  const homepage = 'https://a.example/\u202egpj.exe';
  const { html } = await submit(
    '/en/verify',
    { text: '{}' },
    { report: reportWith('valid', {}, { summary: { homepage } }) },
  );
  expect(html).toContain('href="https://a.example/%E2%80%AEgpj.exe"');
  expect(html).toContain('<bdi dir="ltr">https://a.example/gpj.exe</bdi>');
});
