import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/domain/shared/language.ts';
import type { Claim } from '../../../src/domain/verification/verification.ts';
import { messagesFor } from '../../../src/pages/messages.ts';
import { report } from '../fakes.ts';
import { all, inFinland } from '../paths.ts';
import { coursePath, get, submit } from '../requests.ts';
import { summary } from '../summary.ts';

const promised = { assessmentTypes: ['written-examination'], supervision: { type: 'supervised-with-id' } } as const;
const examination = {
  place: 'learning-centre',
  supervision: 'supervised-with-id',
  form: 'written-examination',
  identity: { how: 'photo-id', checkedBy: 'learning-centre' },
} as const;
const decidedIn = { system: 'Ladok', id: 'L-118', attestedAt: '2026-10-12T09:30:00Z' };

/** The page of the certificate, and the answer of the verify page, for what a document says. */
const pagesOf = async (prefix: string, said: Partial<Claim>) => {
  // A document is read in the Swedish of its issuer's country.
  const country = prefix === 'sv-fi' ? 'FI' : 'SE';
  const issuer = { ...summary.issuer!, country };
  const where = country === 'FI' ? inFinland : {};
  const fixture = { ...where, report: { ...report, summary: { ...summary, issuer, ...said } } };
  const both = [
    await get(`/${prefix}/certificates/t`, fixture),
    await submit(`/${prefix}/verify`, { text: '{}' }, fixture),
  ];
  return both.map(({ html }) => html.replace(/<\/?(?:bdi|code|span)[^>]*>/g, ''));
};
const rowOf = (html: string, label: string) => new RegExp(`<dt>${label}</dt><dd>(.*?)</dd>`).exec(html)?.[1];

const words: Readonly<Record<Locale, readonly [where: string, identity: string, attested: string]>> = {
  'sv-SE': ['på ett lärcentrum', 'identitet: fotolegitimation (kontroll: lärcentrumet)', 'attesterat 12 oktober 2026'],
  'sv-FI': [
    'på ett studiecenter',
    'identitet: identitetsbevis med foto (kontroll: studiecentret)',
    'attesterat 12 oktober 2026',
  ],
  fi: [
    'opiskelukeskuksessa',
    'henkilöllisyys: kuvallinen henkilöllisyystodistus (tarkistaja: opiskelukeskus)',
    'vahvistettu 12. lokakuuta 2026',
  ],
  en: ['at a learning centre', 'identity: photo ID (checked by the learning centre)', 'attested 12 October 2026'],
};

describe.each(all)('how a person was examined, in /%s,', (prefix, locale) => {
  const { m } = { m: messagesFor[locale] };
  const [where, identity, attested] = words[locale];
  const { promised: course, happened: holder } = m.said.examined;

  test('is said once where it was as the course says', async () => {
    for (const html of await pagesOf(prefix, { ...promised, examination })) {
      expect(rowOf(html, m.record.supervision)).toMatch(new RegExp(`^[^<]*; ${where}; ${escaped(identity)}$`));
      expect(html).not.toContain(`${course}:`);
      expect(html).not.toContain(`${holder}:`);
    }
  });

  test('is said beside what the course says where it was otherwise', async () => {
    const otherwise = { ...examination, form: 'oral-examination', supervision: 'supervised-without-id' } as const;
    for (const html of await pagesOf(prefix, { ...promised, examination: otherwise }))
      for (const label of [m.record.assessment, m.record.supervision])
        expect(rowOf(html, label)).toMatch(new RegExp(`^<p>${course}: [^<]+</p><p>${holder}: [^<]+</p>$`));
  });

  test('stands on the first page, with the register that decided', async () => {
    const [certificate = ''] = await pagesOf(prefix, { ...promised, examination, decidedIn });
    const sheet = /<article class="sheet">(.*?)<\/article>/s.exec(certificate)?.[1] ?? '';
    expect(sheet).toContain(`${where}; ${identity}`);
    expect(sheet).toContain(`${m.said.examined.decidedIn}: Ladok, L-118, ${attested}`);
  });

  test('is followed by the register that decided', async () => {
    for (const html of await pagesOf(prefix, { decidedIn }))
      expect(rowOf(html, m.said.examined.decidedIn)).toBe(`Ladok, L-118, ${attested}`);
  });
});

test.each([
  ['online', 'online', true],
  ['onsite', 'online', false],
  ['online', 'at-work', false],
  ['onsite', 'at-work', true],
  [undefined, 'online', true],
] as const)('promised %s, examined %s: said once is %s', async (place, was, isOnce) => {
  const supervision = { ...promised.supervision, ...(place && { place }) };
  for (const html of await pagesOf('en', { ...promised, supervision, examination: { ...examination, place: was } }))
    expect(html.includes(`${messagesFor.en.said.examined.promised}:`)).toBe(!isOnce);
});

test('several forms that the course may use stand beside the one that was used', async () => {
  const assessmentTypes = ['written-examination', 'project-work'];
  for (const html of await pagesOf('en', { assessmentTypes, examination }))
    expect(rowOf(html, 'Assessment')).toBe(
      '<p>According to the course: Written examination, project work</p><p>For the holder: Written examination</p>',
    );
});

test('a course says what it promises, and a certificate that says no more shows no more', async () => {
  expect((await get(`/en${coursePath}`)).html).toContain('Supervised with ID verification');
  for (const html of await pagesOf('en', promised)) {
    expect(rowOf(html, 'Supervision of the assessment')).toBe('Supervised with ID verification');
    expect(html).not.toContain('sheet-examined');
  }
});

const escaped = (text: string) => text.replace(/[()]/g, '\\$&');
