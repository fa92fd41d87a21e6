import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../src/pages/messages.ts';
import { prefixes } from '../../src/pages/shell/negotiation.ts';
import { renderProblem } from '../../src/pages/shell/problem-page.tsx';
import { award, fakeServices, offering, report, type Fixture } from './fakes.ts';
import { coursePath, get, submit } from './requests.ts';
import { summary } from './summary.ts';
import { all, credited, inFinland } from './paths.ts';
import { completeContent, contentWith, hoursOnlyContent, runFormsOf } from '../samples/content.ts';

const offeringPath = '/institutions/provsjo/offerings/o-1';
const paths = {
  catalogue: '/',
  institution: '/institutions/provsjo',
  microcredential: coursePath,
  version: `${coursePath}/versions/2`,
  offering: offeringPath,
  certificate: '/certificates/token',
  award: '/records/1',
  verify: '/verify',
};

describe.each(all)('in /%s', (prefix, locale) => {
  test.each(Object.entries(paths))('%s renders', async (name, path) => {
    const { status, html, headers } = await get(`/${prefix}${path}`, credited);
    expect(status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="/);
    expect(html).toContain('<main id="content"');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
    expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    const isPrivate = name === 'certificate' || name === 'verify';
    expect(headers.get('Cache-Control')).toBe(isPrivate ? 'private, no-store' : 'public, max-age=60');
    expect(html.length).toBeLessThan(40_000);
  });

  test('nothing is loaded from elsewhere, and nothing is styled or run in the page', async () => {
    for (const path of Object.values(paths)) {
      const { html } = await get(`/${prefix}${path}`, credited);
      const loaded = [
        ...html.matchAll(
          /<(?:link rel="(?:stylesheet|preload|icon)"|script|img|form)[^>]*?(?:href|src|action)="([^"]*)"/g,
        ),
      ];
      expect(loaded.length).toBeGreaterThan(3);
      expect(loaded.map(([, address]) => address).filter((address) => !/^\/(?!\/)/.test(address ?? ''))).toEqual([]);
      expect(html).not.toMatch(/\sstyle="|<style|\son[a-z]+="|javascript:/);
      expect(html.replaceAll('<script type="application/ld+json">', '')).not.toContain('<script');
    }
  });

  test('says that there is nothing', async () => {
    for (const path of [
      '/nothing',
      '/institutions/nowhere',
      '/certificates/unknown',
      '/records/unknown',
      '/institutions/provsjo/offerings/unknown',
      `${coursePath}/versions/9`,
      `${coursePath}/versions/x`,
    ]) {
      const { status, html } = await get(`/${prefix}${path}`);
      expect(status).toBe(404);
      expect(html).toContain(messagesFor[locale].problems.notFound.title);
      expect(html).toContain(`<html lang="${locale}"`);
    }
  });
});

describe('the kind of Swedish', () => {
  const langOf = async (path: string, fixture: Partial<Fixture>) =>
    /<html lang="([^"]+)"/.exec((await get(path, fixture)).html)?.[1];
  test.each(['institution', 'microcredential', 'offering', 'certificate', 'award'] as const)(
    'is the institution’s on %s',
    async (name) => {
      for (const prefix of ['sv', 'sv-fi']) {
        expect(await langOf(`/${prefix}${paths[name]}`, inFinland)).toBe('sv-FI');
        expect(await langOf(`/${prefix}${paths[name]}`, {})).toBe('sv-SE');
      }
      expect(await langOf(`/fi${paths[name]}`, inFinland)).toBe('fi');
    },
  );
  test('is the address’s on the catalogue, whose rows each count as their country does', async () => {
    for (const prefix of ['sv', 'sv-fi'] as const) {
      const { html } = await get(`/${prefix}/`);
      expect(html).toContain(`<html lang="${prefixes[prefix]}"`);
      expect(html).toContain('3 hp');
      expect(html).toContain('3 sp');
    }
  });
});

describe('a course without credits', () => {
  const fixture: Partial<Fixture> = {
    content: contentWith({ legalForms: ['se-commissioned-no-credits'] }, hoursOnlyContent),
    offerings: [{ ...offering, forms: runFormsOf({ legalForms: ['se-commissioned-no-credits'] }) }],
  };
  test.each(all)('never speaks of credits in /%s', async (prefix) => {
    // Own summary as well: a document may say more than the form allows.
    const { credits: _, ...rest } = summary;
    const plain = {
      ...rest,
      legalForm: 'se-commissioned-no-credits',
      certificateName: { sv: 'intyg', en: 'certificate', fi: 'todistus' },
    };
    for (const each of [
      fixture,
      { ...fixture, report: { ...report, summary: { ...plain, credits: 3, depthCode: 'A1N' } } },
    ]) {
      const pages = await Promise.all(
        ['/institutions/provsjo', coursePath, '/certificates/t', '/records/1', offeringPath].map((path) =>
          get(`/${prefix}${path}`, each),
        ),
      );
      pages.push(await submit(`/${prefix}/verify`, { text: '{}' }, each));
      for (const { html } of pages) {
        const said = html.match(/(?<!\p{L})(hp|sp|op|ECTS)(?!\p{L})|.{20}(credits|poäng|opintopist|kursbevis).{20}/iu);
        expect(said?.[0]).toBeUndefined();
      }
      for (const { html } of pages.slice(1, 3)) expect(html).toMatch(/\b(12|80)\s(hours|timmar|tuntia)/);
    }
  });
});

describe('a certificate page', () => {
  test('stays out of search engines and links to its data', async () => {
    const { html, headers } = await get('/sv/certificates/abc_-1');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('href="/certificates/abc_-1?format=json"');
    expect(html).toContain('Intyg');
    expect(html).not.toContain('rel="canonical"');
  });
  test('is called as the legal form says', async () => {
    expect((await get('/sv/certificates/t', inFinland)).html).toContain('<p class="sheet-kind"><bdi>Intyg</bdi></p>');
    expect((await get('/fi/certificates/t', inFinland)).html).toContain(
      '<p class="sheet-kind"><bdi>Todistus</bdi></p>',
    );
  });
});

describe('an award’s address', () => {
  test('says nothing of whom', async () => {
    const { html } = await get('/sv/records/1');
    expect(html).not.toContain(award.nameAsAwarded);
    expect(html).not.toContain('VG');
    expect(html).toContain('href="/sv/verify"');
  });
});

describe('lists', () => {
  test('lead to the next page and back, in the same language', async () => {
    const { html } = await get('/fi/?cursor=x', { next: 'a/b=' });
    expect(html).toContain('href="/fi/?cursor=a%2Fb%3D"');
    expect(html).toContain('href="/fi/">Ensimmäiselle sivulle');
    expect(html).toContain('href="/sv/?cursor=x"');
  });
  test('keep what else was asked of them', async () => {
    const { html } = await get('/fi/?level=7%22&cursor=x', { next: 'a/b=' });
    expect(html).toContain('href="/fi/?level=7%22&amp;cursor=a%2Fb%3D"');
    expect(html).toContain('href="/fi/?level=7%22">Ensimmäiselle sivulle');
  });
  test('show on the page of a version only the runs of that version', async () => {
    const fixture = { offerings: [{ ...offering, version: 1 }] };
    expect((await get(`/en${coursePath}`, fixture)).html).toContain('Sundsvall campus');
    expect((await get(`/en${coursePath}/versions/1`, fixture)).html).toContain('Sundsvall campus');
    expect((await get(`/en${coursePath}/versions/2`, fixture)).html).toContain('No offering is planned');
  });
  test('in a cell part by semicolons what has commas of its own', async () => {
    const activities = ['workshop-seminar-or-conference', 'self-motivated-study'] as const;
    const content = { ...completeContent, participation: { modes: ['online', 'onsite'], activities } } as const;
    const { html } = await get(`/en${coursePath}`, { content });
    expect(html).toContain('<dd>Workshop, seminar or conference; self-motivated study</dd>');
    expect(html).toContain('<dd>Online, on site</dd>');
  });
  test('of skills do so too', async () => {
    const skills = ['data, models', 'law'].map((en) => ({ iri: `https://skills.example/${en.length}`, label: { en } }));
    const content = { ...completeContent, learningOutcomes: [{ ...completeContent.learningOutcomes[0]!, skills }] };
    const { words } = await get(`/en${coursePath}`, { content });
    expect(words).toContain('>data, models</a>; <a ');
  });
});

test('an error of ours is thrown on, so that it is logged', async () => {
  const services = { ...fakeServices(), catalogue: { list: () => Promise.reject(new Error('the database is away')) } };
  const { status } = await get('/sv/', {}, services as never);
  expect(status).toBe(500);
});

test.each(all)('what cannot be answered right now has words of its own in /%s', async (prefix, locale) => {
  const app = new Hono().get('*', (c) => renderProblem(c, c.req.query('busy') === undefined ? 429 : 503));
  for (const [query, status, problem] of [
    ['', 429, 'tooMany'],
    ['?busy', 503, 'busy'],
  ] as const) {
    const reply = await app.request(`/${prefix}/verify${query}`);
    expect(reply.status).toBe(status);
    expect(await reply.text()).toContain(messagesFor[locale].problems[problem].title);
    expect(reply.headers.get('Cache-Control')).toBe('private, no-store');
  }
});
