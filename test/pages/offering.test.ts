import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../src/pages/messages.ts';
import { formatDate, formatDateRange } from '../../src/pages/components/text/formats.ts';
import { offering } from './fakes.ts';
import { all as everyLocale } from './paths.ts';
import { get } from './requests.ts';

const path = '/institutions/provsjo/offerings/o-1';
const full = {
  ...offering,
  contact: { name: 'Kursexpeditionen', email: 'kurs+ml@demo.invalid', phone: '+46 60 1', url: 'https://demo.invalid/' },
  sessions: [
    {
      kind: 'meeting',
      date: '2027-01-18',
      from: '13:00',
      to: '15:00',
      title: { sv: 'Uppstart', fi: 'Aloitus', en: 'Kick-off' },
      place: { sv: 'Sal A', fi: 'Sali A', en: 'Room A' },
      seats: 12,
    },
    { kind: 'examination', date: '2027-05-03', online: true },
  ],
} as const;
const hours = { 'sv-SE': '13:00–15:00', 'sv-FI': '13:00–15:00', fi: '13.00–15.00', en: '13:00–15:00' };

describe.each(everyLocale)('the page of a run, in /%s', (prefix, locale) => {
  // The institution is in Sweden, and Swedish is written as there.
  const all = messagesFor[locale === 'sv-FI' ? 'sv-SE' : locale];
  const { offering: words } = all;

  test('says where it stands, its sessions and whom to ask', async () => {
    const { html } = await get(`/${prefix}${path}`, { offerings: [full] });
    for (const said of [
      words.states.open,
      words.sessionKinds.meeting,
      words.sessionKinds.examination,
      words.online,
      words.seats('12'),
      hours[locale],
      { sv: 'Uppstart', fi: 'Aloitus', en: 'Kick-off' }[locale.slice(0, 2) as 'sv' | 'fi' | 'en'],
      'Kursexpeditionen',
      'href="mailto:kurs%2Bml@demo.invalid"',
      '+46 60 1',
      'href="https://demo.invalid/"',
      'https://mikromerit.example/institutions/provsjo/offerings/o-1',
      `href="/${prefix}/institutions/provsjo/microcredentials/vattenrening/versions/2"`,
    ])
      expect(html).toContain(said);
  });

  test('skips no level of heading where it is open in several forms', async () => {
    const forms = (['se-regular', 'se-commissioned-credits'] as const).map((form) => ({ ...offering.forms[0]!, form }));
    const { html } = await get(`/${prefix}${path}`, { offerings: [{ ...full, forms }] });
    const levels = [...html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    expect(levels).toContain(3);
  });

  test('has no empty section where nothing is known of sessions or contact', async () => {
    const { html } = await get(`/${prefix}${path}`);
    expect(html).not.toContain(`<h2>${words.sessions}</h2>`);
    expect(html).not.toContain(`<h2>${words.contact}</h2>`);
  });

  test.each([
    ['cancelled', { cancelledAt: new Date(0) }],
    ['ended', { startDate: '2020-01-01', endDate: '2020-02-01' }],
    ['planned', { forms: offering.forms.map((form) => ({ ...form, applyBy: '2020-01-01' })) }],
  ] as const)('says that it is %s', async (state, change) => {
    const { html } = await get(`/${prefix}${path}`, { offerings: [{ ...offering, ...change }] });
    expect(html).toContain(`<dd>${words.states[state]}</dd>`);
  });

  test('says why it is cancelled', async () => {
    const cancelled = { ...offering, cancelledAt: new Date(0), cancelReason: { sv: 'Få.', fi: 'Vähän.', en: 'Few.' } };
    const { html } = await get(`/${prefix}${path}`, { offerings: [cancelled] });
    expect(html).toContain(words.cancelReason);
    expect(html).toContain({ sv: 'Få.', fi: 'Vähän.', en: 'Few.' }[locale.slice(0, 2) as 'sv' | 'fi' | 'en']);
  });

  test('stands on the page of its institution, with its course, its days and how to apply, on the first part alone', async () => {
    const apply = { ...offering.forms[0]!, applyAt: 'https://demo.invalid/apply', applicationCode: 'DEMO-1' };
    const { html, words: text } = await get(`/${prefix}/institutions/provsjo`, {
      offerings: [{ ...full, forms: [apply] }],
    });
    for (const said of [
      `<a href="/${prefix}${path}">`,
      all.institution.coming,
      words.states.open,
      words.applicationCode,
      'DEMO-1',
      'href="https://demo.invalid/apply"',
    ])
      expect(html).toContain(said);
    expect(text).toContain(formatDateRange(offering.startDate, offering.endDate, locale));
    const later = await get(`/${prefix}/institutions/provsjo?cursor=x`, { offerings: [full] });
    expect(later.html).not.toContain(all.institution.coming);
    const none = await get(`/${prefix}/institutions/provsjo`, { offerings: [] });
    expect(none.html).not.toContain(all.institution.coming);
  });

  test('names each of its forms there with the way into it', async () => {
    const forms = [
      offering.forms[0]!,
      { form: 'se-commissioned-credits', audience: ['client-named'], application: 'client' } as const,
    ];
    const { html } = await get(`/${prefix}/institutions/provsjo`, { offerings: [{ ...offering, forms }] });
    expect(html).toContain(words.individual);
    expect(html).toContain(words.client);
  });

  test('says in the catalogue when it begins', async () => {
    const { words: text } = await get(`/${prefix}/`);
    expect(text.split(all.nextStart(formatDate(offering.startDate, locale)))).toHaveLength(2);
  });

  test('is linked from the page of its course', async () => {
    const { html } = await get(`/${prefix}/institutions/provsjo/microcredentials/vattenrening`);
    expect(html).toContain(`<a href="/${prefix}${path}">`);
  });
});
