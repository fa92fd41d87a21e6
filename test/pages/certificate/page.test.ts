import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/domain/shared/language.ts';
import { verdicts } from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { award, finnish, report, swedish, type Fixture } from '../fakes.ts';
import { coursePath, get, submit } from '../requests.ts';
import { summary } from '../summary.ts';
import { all, credited, inFinland } from '../paths.ts';
import { completeContent } from '../../samples/content.ts';

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
    const beginning = async (text: string, fixture: Partial<Fixture> = {}) =>
      titleOf((await submit(`/${prefix}/verify`, { text }, fixture)).html)?.split(' – ')[0];
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
    ...completeContent,
    gradingScheme: {
      grades: [
        { value: 'Godkänd', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } },
        { value: 'Underkänd', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } },
        { value: 'Fx', passes: false, label: { sv: 'otillräcklig', fi: 'riittämätön', en: 'insufficient' } },
      ],
    },
  };
  const passed = { ...summary, grade: 'Godkänd' };
  const fixture: Partial<Fixture> = {
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
    const { html } = await get(`/${prefix}/certificates/t`, fixture);
    expect(plain(html).split(grade)).toHaveLength(3);
    expect(plain((await submit(`/${prefix}/verify`, { text: '{}' }, fixture)).html)).toContain(grade);
    const course = plain((await get(`/${prefix}${coursePath}`, fixture)).html);
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
      const fixture = { ...(country === 'FI' ? inFinland : {}), report: { ...report, summary: own } };
      for (const { html } of [
        await get(`/${prefix}/certificates/t`, fixture),
        await submit(`/${prefix}/verify`, { text: '{}' }, fixture),
        await get(`/${prefix}${coursePath}`, fixture),
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
  const standing = (statement?: object): Partial<Fixture> => ({
    content: { ...completeContent, stackability: { kind: 'stand-alone', ...statement } },
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
    expect((await get('/sv/certificates/t', credited)).words).toMatch(/VA101<\/a>, beslutad 15 januari 2026/);
  });
  test('names on the first page all who award together', async () => {
    const awardingBodies = [{ name: swedish.name }, { name: finnish.name }];
    const { words } = await get('/en/certificates/t', {
      report: { ...report, summary: { ...summary, awardingBodies } },
    });
    expect(words).toContain('<p>Provsjö University College</p><p>Koesaari University</p>');
  });
});
