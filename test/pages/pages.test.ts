import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/shared/language.ts';
import { verdicts } from '../../src/domain/verification/verification.ts';
import { messagesFor } from '../../src/pages/messages.ts';
import { prefixes } from '../../src/pages/shell/negotiation.ts';
import { renderProblem } from '../../src/pages/shell/problem-page.tsx';
import { award, fakeServices, finnish, offering, report, swedish, type World } from './fakes.ts';
import { coursePath, get, submit } from './requests.ts';
import { summary, withCredits, withoutCredits } from './samples.ts';

const all = Object.entries(prefixes);
const paths = {
  catalogue: '/',
  institution: '/institutions/norrland',
  microcredential: coursePath,
  version: `${coursePath}/versions/2`,
  certificate: '/certificates/token',
  award: '/awards/1',
  verify: '/verify',
};
const credited = { report: { ...report, summary } };
const inFinland: Partial<World> = {
  institution: finnish,
  content: { ...withCredits, legalForm: 'fi-open-university' },
  report,
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
      '/awards/unknown',
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
  const langOf = async (path: string, world: Partial<World>) =>
    /<html lang="([^"]+)"/.exec((await get(path, world)).html)?.[1];
  test.each(['institution', 'microcredential', 'certificate', 'award'] as const)(
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
  const world: Partial<World> = { content: withoutCredits, offerings: [{ ...offering, application: 'client' }] };
  test.each(all)('never speaks of credits in /%s', async (prefix) => {
    // Own summary as well: a document may say more than the form allows.
    const { credits: _, ...rest } = summary;
    const plain = {
      ...rest,
      legalForm: 'se-commissioned-no-credits',
      certificateName: { sv: 'intyg', en: 'certificate', fi: 'todistus' },
    };
    for (const each of [
      world,
      { ...world, report: { ...report, summary: { ...plain, credits: 3, depthCode: 'A1N' } } },
    ]) {
      const pages = await Promise.all(
        ['/institutions/norrland', coursePath, '/certificates/t', '/awards/1'].map((path) =>
          get(`/${prefix}${path}`, each),
        ),
      );
      pages.push(await submit(`/${prefix}/verify`, { text: '{}' }, each));
      for (const { html } of pages) {
        const said = html.match(/(?<!\p{L})(hp|sp|op|ECTS)(?!\p{L})|.{20}(credits|poäng|opintopist|kursbevis).{20}/iu);
        expect(said?.[0]).toBeUndefined();
        expect(html).toMatch(/24|80/);
      }
    }
  });
});

describe('the verdict', () => {
  const words = {
    valid: ['Äkta och gällande', 'Aito ja voimassa', 'Genuine and in force'],
    revoked: ['Återkallat', 'Peruttu', 'Revoked'],
    suspended: ['Tillfälligt spärrat', 'Tilapäisesti keskeytetty', 'Suspended'],
    expired: ['Har gått ut', 'Vanhentunut', 'Expired'],
    notYetValid: ['Gäller inte än', 'Ei vielä voimassa', 'Not yet valid'],
    malformed: ['Fel i formen', 'Virheellinen muoto', 'Faulty form'],
    invalid: ['Inte äkta', 'Ei aito', 'Not genuine'],
    undetermined: ['Kunde inte kontrolleras', 'Ei voitu tarkistaa', 'Could not be checked'],
  } as const;
  const wordIn = (locale: Locale, word: keyof typeof words) =>
    words[word][locale === 'fi' ? 1 : locale === 'en' ? 2 : 0];
  const shown = (html: string) => /class="verdict-word">([^<]*)</.exec(html)?.[1];

  test.each(all)('is the exact word in /%s, with a shape of its own', async (prefix, locale) => {
    const shapes = new Set<string>();
    for (const verdict of verdicts) {
      const checked = { report: { ...report, verdict } };
      for (const { html } of [
        await get(`/${prefix}/certificates/t`, checked),
        await submit(`/${prefix}/verify`, { text: '{}' }, checked),
      ]) {
        expect(shown(html)).toBe(wordIn(locale, verdict));
        const { outline, mark } = /<path d="(?<outline>[^"]+)" fill="#fff".*?<path d="(?<mark>[^"]+)"/.exec(
          html,
        )!.groups!;
        shapes.add(`${outline} ${mark}`);
      }
    }
    expect(shapes.size).toBe(verdicts.length);
  });
  test('comes before the certificate, and each check has its outcome in words', async () => {
    const { html } = await get('/en/certificates/t', credited);
    expect(html.indexOf('verdict-word')).toBeLessThan(html.indexOf(award.nameAsAwarded));
    expect(html.match(/data-outcome="passed"/g)).toHaveLength(5);
    expect(html).toContain('The certificate states no time limit.');
  });
});

describe('a certificate page', () => {
  test('stays out of search engines and links to its data', async () => {
    const { html, headers } = await get('/sv/certificates/abc_-1');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('href="/certificates/abc_-1?format=json"');
    expect(html).toContain('Kursbevis');
    expect(html).not.toContain('rel="canonical"');
  });
  test('is called as the legal form says', async () => {
    expect((await get('/sv/certificates/t', inFinland)).html).toContain('<p class="sheet-kind">Intyg</p>');
    expect((await get('/fi/certificates/t', inFinland)).html).toContain('<p class="sheet-kind">Todistus</p>');
  });
});

describe('an award’s address', () => {
  test('says nothing of whom', async () => {
    const { html } = await get('/sv/awards/1');
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
  test('show on the page of a version only the runs of that version', async () => {
    const world = { offerings: [{ ...offering, version: 1 }] };
    expect((await get(`/en${coursePath}`, world)).html).toContain('Sundsvall campus');
    expect((await get(`/en${coursePath}/versions/1`, world)).html).toContain('Sundsvall campus');
    expect((await get(`/en${coursePath}/versions/2`, world)).html).toContain('No offering is planned');
  });
  test('in a cell part by semicolons what has commas of its own', async () => {
    const activities = ['workshop-seminar-or-conference', 'self-motivated-study'] as const;
    const content = { ...withCredits, participation: { modes: ['online', 'onsite'], activities } } as const;
    const { html } = await get(`/en${coursePath}`, { content });
    expect(html).toContain('<dd>Workshop, seminar or conference; self-motivated study</dd>');
    expect(html).toContain('<dd>Online, on site</dd>');
  });
  test('of skills do so too', async () => {
    const skills = ['data, models', 'law'].map((en) => ({ iri: `https://skills.example/${en.length}`, label: { en } }));
    const content = { ...withCredits, learningOutcomes: [{ ...withCredits.learningOutcomes[0]!, skills }] };
    const { words } = await get(`/en${coursePath}`, { content });
    expect(words).toContain('>data, models</a>; <a ');
  });
});

describe('the title', () => {
  const titleOf = (html: string) => /<title>([^<]*)</.exec(html)?.[1];
  const revoked = { report: { ...report, summary, verdict: 'revoked' } } as const;
  test.each(all)(
    'begins with the verdict where a certificate must not be relied on, in /%s',
    async (prefix, locale) => {
      const { word } = messagesFor[locale].verdicts.revoked;
      expect(titleOf((await get(`/${prefix}/certificates/t`, revoked)).html)).toMatch(new RegExp(`^${word} – `));
      expect(titleOf((await get(`/${prefix}/certificates/t`, credited)).html)).toMatch(/^(Kursbevis|Todistus|Course)/);
    },
  );
  test.each(all)('begins with the answer where something was checked, in /%s', async (prefix, locale) => {
    const { verdicts, verify } = messagesFor[locale];
    const beginning = async (text: string, world: Partial<World> = {}) =>
      titleOf((await submit(`/${prefix}/verify`, { text }, world)).html)?.split(' – ')[0];
    expect(await beginning('{}', credited)).toBe(verdicts.valid.word);
    expect(await beginning('{}', revoked)).toBe(verdicts.revoked.word);
    expect(await beginning('['.repeat(65))).toBe(verify.notAccepted);
    expect(await beginning('')).toBe(verify.nothingYet);
    expect(titleOf((await get(`/${prefix}/verify`)).html)).toMatch(new RegExp(`^${verify.title}`));
  });
  test('has no soft hyphen', async () => {
    expect(titleOf((await get('/fi/')).html)).toBe('Pienet osaamiskokonaisuudet – mikromerit-palvelu');
  });
});

describe('a grade', () => {
  const words = {
    ...withCredits,
    gradingScheme: {
      grades: [
        { value: 'Godkänd', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } },
        { value: 'Underkänd', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
        { value: 'Fx', passes: false, label: { sv: 'otillräcklig', fi: 'riittämätön', en: 'insufficient' } },
      ],
    },
  };
  const passed = { ...summary, grade: 'Godkänd' };
  const world: Partial<World> = {
    content: words,
    award: { ...award, grade: 'Godkänd' },
    report: { ...report, summary: passed },
  };
  const inSwedish = (word: string) => `(<bdi lang="sv">${word}</bdi>)`;
  const plain = (html: string) => html.replace(/<bdi>([^<]*)<\/bdi>/g, '$1');
  test.each([
    [
      'sv',
      '<dd>Godkänd</dd>',
      '<li>Godkänd</li><li>Underkänd</li>',
      'Fx – otillräcklig<span class="quiet"> (underkänt)',
    ],
    ['fi', `<dd>Hyväksytty ${inSwedish('Godkänd')}</dd>`, `<li>Hylätty ${inSwedish('Underkänd')}</li>`, '(hylätty)'],
    ['en', `<dd>Pass ${inSwedish('Godkänd')}</dd>`, `<li>Fail ${inSwedish('Underkänd')}</li>`, '(fail)'],
  ])('that is a word is said once, in the language of the page, in /%s', async (prefix, grade, scale, failing) => {
    const { html } = await get(`/${prefix}/certificates/t`, world);
    expect(plain(html).split(grade)).toHaveLength(3);
    expect(plain((await submit(`/${prefix}/verify`, { text: '{}' }, world)).html)).toContain(grade);
    const course = plain((await get(`/${prefix}${coursePath}`, world)).html);
    expect(course).toContain(scale);
    expect(course).toContain(failing);
    expect(course.match(/<span class="quiet"> \(/g)).toHaveLength(1);
  });
  test('that is a symbol has its label', async () => {
    expect((await get('/sv/certificates/t', credited)).words).toContain('<dd>VG – Väl godkänd</dd>');
  });
});

describe('the national level', () => {
  test.each(all)('follows from the EQF level and the country, and is said to, in /%s', async (prefix, locale) => {
    for (const [country, level] of [
      ['SE', { en: 'SeQF level 7', fi: 'SeQF-taso 7', sv: 'SeQF-nivå 7' }],
      ['FI', { en: 'FiNQF level 7', fi: 'FiNQF-taso 7', sv: 'FiNQF-nivå 7' }],
    ] as const) {
      const { m, expected } = {
        m: messagesFor[locale],
        expected: level[locale === 'fi' || locale === 'en' ? locale : 'sv'],
      };
      const own = { ...summary, issuer: { ...summary.issuer!, country } };
      const world = { ...(country === 'FI' ? inFinland : {}), report: { ...report, summary: own } };
      for (const { html } of [
        await get(`/${prefix}/certificates/t`, world),
        await submit(`/${prefix}/verify`, { text: '{}' }, world),
        await get(`/${prefix}${coursePath}`, world),
      ])
        expect(html).toContain(m.level.derived(expected));
    }
  });
  test('that a document names is not called derived, and elsewhere there is none', async () => {
    const shown = async (changes: object) =>
      (await submit('/en/verify', { text: '{}' }, { report: { ...report, summary: { ...summary, ...changes } } })).html;
    const named = await shown({ level: { eqf: '7', national: 'SeQF-7' } });
    expect(named).toContain('<dd>SeQF level 7</dd>');
    expect(await shown({ issuer: { id: 'did:web:x', country: 'NO' } })).not.toContain('National level');
  });
});

describe('a record', () => {
  const standing = (statement?: object): Partial<World> => ({
    content: { ...withCredits, stackability: { kind: 'stand-alone', ...statement } },
  });
  test('gives the author’s words on what stands alone, otherwise ours', async () => {
    const words = standing({ statement: { en: 'It may be cited as prior learning.' } });
    for (const path of [coursePath, '/certificates/t']) {
      expect((await get(`/en${path}`, words)).html).toContain('It may be cited as prior learning.');
      expect((await get(`/en${path}`, standing())).html).toContain('Nothing larger; it stands on its own.');
    }
  });
  test('says when the certificate was sealed, and from when it is in force as the document writes it', async () => {
    const { html } = await get('/en/certificates/t', credited);
    expect(html).toContain('<dt>Sealed</dt><dd>23 November 2026</dd>');
    expect(html).toContain('<dt>In force from</dt><dd>5 November 2026 at 09:00 UTC</dd>');
    const later = { report: { ...report, summary: { ...summary, validFrom: '2027-01-01T00:30:00+09:00' } } };
    const shown = '<dt>In force from</dt><dd>1 January 2027 at 00:30 UTC+09:00</dd>';
    expect((await get('/en/certificates/t', later)).html).toContain(shown);
  });
  test('of a certificate names the syllabus and its decision', async () => {
    expect((await get('/sv/certificates/t', credited)).words).toMatch(/DT7123<\/a>, beslutad 2 mars 2026/);
  });
  test('names on the first page all who award together', async () => {
    const awardingBodies = [{ name: swedish.name }, { name: finnish.name }];
    const { words } = await get('/en/certificates/t', {
      report: { ...report, summary: { ...summary, awardingBodies } },
    });
    expect(words).toContain('<p>Norrland University of Technology</p><p>Archipelago University</p>');
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
