import { describe, expect, test } from 'vitest';
import type { LanguageMap } from '../../src/domain/shared/language.ts';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import type { Report } from '../../src/domain/verification/verification.ts';
import { award, offering, report, swedish, type Fixture } from './fakes.ts';
import { coursePath, get, submit } from './requests.ts';
import { completeContent } from '../samples/content.ts';

const poison = `</script><script>alert(1)</script>"onmouseover="alert(2)" '><img src=x onerror=alert(3)>&amp;`;
const map = { sv: poison };
const javascript = 'javascript:alert(4)';

const content: CompleteContent = {
  ...completeContent,
  title: map,
  description: map,
  learningOutcomes: [{ text: map, skills: [{ iri: javascript, label: map }] }],
  prerequisites: map,
  furtherInformation: map,
  homepage: javascript,
  qualityAssurance: [{ type: 'institutional-quality-assurance', body: { name: map }, reference: javascript }],
  gradingScheme: { title: map, description: map, grades: [{ value: poison, passes: true, label: map }] },
  stackability: { kind: 'can-be-part-of', statement: map, of: [{ title: map, url: javascript }] },
  awardingBodies: [{ name: map, country: 'SE', homepage: javascript }],
  syllabus: { code: poison, decisionDate: poison, url: javascript },
};
const hostileDetails: Pick<Offering, 'contact' | 'sessions'> = {
  contact: { name: poison, email: poison, phone: poison, url: javascript },
  sessions: [{ kind: 'meeting', date: poison, from: poison, to: poison, title: map, place: map }],
};
const hostileReport: Report = {
  ...report,
  fetchedFrom: javascript,
  checkedAt: poison,
  checks: report.checks.map((check) => ({
    ...check,
    source: poison,
    time: poison,
    problem: { type: poison, title: poison, detail: poison },
  })),
  summary: {
    id: poison,
    learner: poison,
    title: map,
    issuer: { id: poison, name: { [poison]: poison } as LanguageMap, country: poison },
    achievement: javascript,
    level: { eqf: poison, national: poison },
    cycle: poison,
    depthCode: poison,
    credits: 1,
    learningOutcomes: [{ text: map, skills: [{ iri: javascript }] }],
    languages: [poison],
    modes: [poison],
    fields: [poison],
    grade: poison,
    homepage: javascript,
    legalForm: '__proto__',
    syllabus: javascript,
    awardedOn: poison,
    supervision: { type: poison, place: poison },
    examination: { place: poison, supervision: poison, form: poison, identity: { how: poison, checkedBy: poison } },
    decidedIn: { system: poison, id: poison, attestedAt: poison },
    stackability: { kind: poison, of: [{ title: map, url: javascript }] },
    certificateName: map,
    learnerNames: [poison, poison],
    learnerEmail: poison,
    description: map,
    criteria: map,
    criteriaUrl: javascript,
    describedBy: [{ name: map, homepage: javascript }],
    evidence: [{ name: map, description: map, url: javascript }],
    identifiers: [{ value: poison, type: poison }],
    results: [{ value: poison, status: poison, description: map, scale: { min: poison, max: poison } }],
    gradeScale: { min: poison, max: poison, required: poison },
    qualityAssurance: [{ type: poison, body: map, text: map, reference: javascript }],
    claims: [
      { learner: poison, title: map, level: { eqfSeveral: [poison] }, results: [{ status: '__proto__' }] },
      { title: map, level: { eqfUnclear: [poison] }, learnerEmail: poison },
    ],
  },
};
const fixture: Partial<Fixture> = {
  institution: { ...swedish, name: map, homepage: javascript, accent: `#fff"><script>` },
  content,
  offerings: [{ ...offering, location: map, learningCentre: poison, ...hostileDetails }],
  award: { ...award, nameAsAwarded: poison, grade: poison },
  next: poison,
  report: hostileReport,
};

function expectHarmless(html: string) {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html);
  const page = data ? html.replace(data[0], '') : html;
  // Quotes in text are written as entities, so that what stands between quotes is the value of an attribute.
  const tags = page.replace(/"[^"]*"/g, '""').match(/<script|<img src=x|<[^>]*\son\w+=|""\w/g);
  expect(tags).toBeNull();
  expect(html).not.toMatch(/(?:href|src|action)="\s*javascript:/i);
  expect(html).toContain('&lt;script&gt;');
  if (data) expect(JSON.parse(data[1]!)).toMatchObject({ '@type': expect.stringMatching(/^Course/), name: poison });
}

describe.each(['sv', 'fi'])('hostile text in /%s', (prefix) => {
  test.each([
    '/',
    '/institutions/provsjo',
    coursePath,
    '/institutions/provsjo/offerings/o-1',
    '/certificates/t',
    '/records/1',
  ])('is harmless on %s', async (path) => {
    expectHarmless((await get(`/${prefix}${path}`, fixture)).html);
  });
  test('is harmless in a result of checking', async () => {
    expectHarmless((await submit(`/${prefix}/verify`, { text: '{}' }, fixture)).html);
  });
  test('is harmless in a result where there is one of each', async () => {
    const { claims: _, ...summary } = hostileReport.summary;
    const one = { report: { ...hostileReport, summary } };
    expectHarmless((await submit(`/${prefix}/verify`, { text: '{}' }, one)).html);
  });
  test('is harmless in what was typed', async () => {
    const { html } = await submit(`/${prefix}/verify`, { text: `${'['.repeat(65)}</textarea>${poison}` });
    expectHarmless(html);
    expect(html.match(/<\/textarea>/g)).toHaveLength(1);
  });
  test('is harmless in the address', async () => {
    const { html } = await get(`/${prefix}/institutions/%22%3E%3Cscript%3E?cursor="><script>`, {});
    expect(html).not.toMatch(/"><script>/);
  });
});
