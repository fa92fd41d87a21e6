import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/domain/shared/language.ts';
import type { Claim } from '../../../src/domain/verification/verification.ts';
import { labelOf } from '../../../src/pages/components/text/codes.ts';
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

const words: Readonly<Record<Locale, readonly [sheet: string, identity: string, decided: string, attested: string]>> = {
  'sv-SE': [
    'Examination: skriftlig tentamen på ett lärcentrum; övervakad, med identitetskontroll',
    'Identiteten kontrollerades av lärcentrumet (fotolegitimation)',
    'Resultatet är beslutat i Ladok',
    'attesterat 12 oktober 2026',
  ],
  'sv-FI': [
    'Bedömning: skriftlig tentamen på ett studiecenter; övervakad, med identitetskontroll',
    'Identiteten kontrollerades av studiecentret (identitetsbevis med foto)',
    'Resultatet är beslutat i Ladok',
    'attesterat 12 oktober 2026',
  ],
  fi: [
    'Arviointi: kirjallinen tentti opiskelukeskuksessa; valvottu, henkilöllisyys tarkistettu',
    'Henkilöllisyyden tarkisti opiskelukeskus (kuvallinen henkilöllisyystodistus)',
    'Tulos on päätetty järjestelmässä Ladok',
    'vahvistettu 12. lokakuuta 2026',
  ],
  en: [
    'Assessment: written examination at a learning centre; supervised with ID verification',
    'Identity checked by the learning centre (photo ID)',
    'The result was decided in Ladok',
    'attested 12 October 2026',
  ],
};

describe.each(all)('how a person was examined, in /%s,', (prefix, locale) => {
  const { m } = { m: messagesFor[locale] };
  const [sheetLine, identity, decided, attested] = words[locale];
  const where = labelOf('examinationPlace', 'learning-centre', locale);
  const { promised: course, happened: holder } = m.said.examined;

  test('is said once where it was as the course says', async () => {
    for (const html of await pagesOf(prefix, { ...promised, examination })) {
      expect(rowOf(html, m.record.supervision)).toMatch(new RegExp(`^[^<]*, ${where}\\. ${escaped(identity)}$`));
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
    expect(sheet).toContain(`<p class="sheet-examined">${sheetLine}. ${identity}.</p>`);
    expect(sheet).toContain(`<p class="sheet-examined">${decided}, ${attested}.</p>`);
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

test.each([
  [{ place: 'online' }, 'Assessment: online.'],
  [{ form: 'portfolio' }, 'Assessment: portfolio.'],
  [{ supervision: 'unsupervised-without-id' }, 'Assessment: unsupervised without ID verification.'],
  [{ identity: { how: 'photo-id' } }, 'Assessment: Identity check: photo ID.'],
  [{ identity: { checkedBy: 'employer' } }, 'Assessment: Identity checked by the employer.'],
] as const)('of %j the first page says: %s', async (said, sentence) => {
  const [certificate] = await pagesOf('en', { examination: said });
  expect(certificate).toContain(`<p class="sheet-examined">${sentence}</p>`);
});

test.each([
  [{ id: 'L-118' }, 'Result decided in: L-118.'],
  [{ system: 'Ladok' }, 'The result was decided in Ladok.'],
] as const)('of a result decided in %j the first page says: %s', async (said, sentence) => {
  const [certificate] = await pagesOf('en', { decidedIn: said });
  expect(certificate).toContain(`<p class="sheet-examined">${sentence}</p>`);
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
