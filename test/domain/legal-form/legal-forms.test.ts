import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legalFormsPage } from '../../../scripts/generate/legal-forms.ts';
import { type LegalFormCode, legalFormCodes, legalForms, ruleOn } from '../../../src/domain/legal-form/index.ts';
import { paragraphsOf, type Rule, ruleAmong, type Sourced } from '../../../src/domain/legal-form/rule.ts';
import { isCalendarDate } from '../../../src/domain/shared/dates.ts';
import { labelFor, locales } from '../../../src/domain/shared/language.ts';

const forms = legalFormCodes.map((code) => ({ code, ...legalForms[code] }));
const rows = forms.flatMap(({ code, country, rules }) =>
  rules.map((rule) => ({ code, country, from: rule.from, rule })),
);
const factsOf = (rule: Rule): [string, Sourced<unknown>][] =>
  Object.entries(rule).flatMap(([name, fact]) => (typeof fact === 'object' ? [[name, fact]] : []));

describe('every row of the table', () => {
  test.each(rows)('$code from $from has dates that exist, in their order', ({ rule: { from, to } }) => {
    expect(isCalendarDate(from)).toBe(true);
    if (to !== undefined) expect([isCalendarDate(to), from <= to]).toEqual([true, true]);
  });

  test.each(rows)('$code from $from has a source, or a question, for each of its facts', ({ rule }) => {
    const facts = factsOf(rule);
    expect(facts.length).toBeGreaterThanOrEqual(7);
    for (const [name, { source, question }] of facts) {
      if (source === 'to-be-confirmed') expect(question?.trim(), name).toBeTruthy();
      else
        for (const { statute, paragraph, url } of source) {
          expect(statute, name).toMatch(/\(\d{3,4}[:/]\d{3,4}\)/);
          expect(paragraph, name).toMatch(/\d+( [a-z])? §§?$/);
          expect(new URL(url).protocol, name).toBe('https:');
        }
    }
  });

  test('is confirmed by no lawyer so far', () => {
    expect(rows.filter(({ rule }) => rule.confirmedByLawyer)).toEqual([]);
  });

  test.each(rows)('$code from $from cites statutes of its own country', ({ country, rule }) => {
    for (const [name, { source }] of factsOf(rule)) {
      if (source === 'to-be-confirmed') continue;
      const countries = source.map(({ statute }) => (/\(\d{4}:\d+\)/.test(statute) ? 'SE' : 'FI'));
      expect(new Set(countries), name).toEqual(new Set([country]));
    }
  });

  test.each(rows)('$code from $from: a cap is in the currency of its country', ({ country, rule: { fee } }) => {
    const cap = fee.is.capPerCredit;
    if (cap) expect([cap.currency, cap.amount > 0]).toEqual([country === 'SE' ? 'SEK' : 'EUR', true]);
  });

  test.each(rows)('$code from $from: who may be charged may also take part', ({ rule: { fee, audience } }) => {
    expect(audience.is).not.toHaveLength(0);
    expect(audience.is).toEqual(expect.arrayContaining([...fee.is.persons]));
  });

  test.each(rows)('$code from $from: nobody pays alone for what nobody applies for alone', ({ rule }) => {
    if (!rule.application.is.includes('individual')) expect(rule.fee.is).toMatchObject({ persons: [], clients: true });
    if (rule.audience.is.includes('client-named')) expect(rule.application.is).toContain('client');
  });

  test.each(rows)('$code from $from: sizes and caps speak of credits only where there can be some', ({ rule }) => {
    const { size, credits, fee, syllabus } = rule;
    if (credits.is === 'forbidden')
      expect([size, fee.is.capPerCredit, syllabus.is]).toEqual([undefined, undefined, false]);
    if (size) expect((size.is.least ?? 0) <= (size.is.most ?? Infinity)).toBe(true);
  });
});

describe('the periods of a form', () => {
  test.each(forms)('$code: one begins on the day after the one before ends', ({ rules }) => {
    const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    for (const [index, { to }] of rules.entries()) {
      const next = (rules as readonly Rule[])[index + 1];
      expect(next?.from).toBe(to && dayAfter(to));
    }
  });

  const dates = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('never overlap: on every date at most one rule holds, and it is the one that is found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...legalFormCodes), dates, (code, date) => {
        const all = legalForms[code].rules.filter(({ from, to }) => from <= date && date <= (to ?? '9999-12-31'));
        expect(all.length).toBeLessThanOrEqual(1);
        expect(ruleOn(code, date)).toBe(all[0]);
      }),
    );
  });

  test.each([
    ['fi-open-university', '2014-12-31', undefined],
    ['fi-open-university', '2015-01-01', 15],
    ['fi-open-university', '2024-04-30', 15],
    ['fi-open-university', '2024-05-01', 45],
    ['fi-open-uas', '2024-05-01', 45],
    ['fi-separate-studies', '2024-04-30', 15],
    ['fi-specialisation', '2026-01-01', 120],
  ] as const)('%s on %s has the cap %s', (code, date, amount) => {
    expect(ruleOn(code, date)?.fee.is.capPerCredit?.amount).toBe(amount);
  });

  test('a rule that ended does not hold on the day after', () => {
    const ended: Rule = { ...legalForms.other.rules[0], from: '2020-01-01', to: '2020-12-31' };
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((date) => ruleAmong([ended], date))).toEqual([
      undefined,
      ended,
      ended,
      undefined,
    ]);
  });
});

describe('the forms', () => {
  test.each(forms)('$code has a label of its own in every locale', ({ code, label }) => {
    for (const locale of locales) {
      const mine = labelFor(label, locale);
      expect(mine.trim()).not.toBe('');
      for (const other of forms) if (other.code !== code) expect(labelFor(other.label, locale)).not.toBe(mine);
    }
  });

  test.each(forms)('$code names its country in its code, or asks for a reason', ({ code, country, reasonRequired }) => {
    expect(code === 'other' ? undefined : code.slice(0, 2).toUpperCase()).toBe(country);
    expect(reasonRequired).toBe(country ? undefined : true);
  });

  test('"kursbevis" is the name of the paper in Sweden only, with credits, and on request', () => {
    const named = rows.filter(({ rule }) => rule.certificate.is.name.sv === 'kursbevis');
    expect(named.map(({ code }) => code)).toEqual(['se-regular', 'se-commissioned-credits', 'se-ordered']);
    for (const { rule } of named) expect([rule.credits.is, rule.certificate.is.onRequest]).toEqual(['required', true]);
    for (const { rule } of rows) expect(rule.certificate.is.name.fi).toBe('todistus');
  });

  test.each(rows)('$code from $from calls its paper what the words of the interface allow', ({ rule }) => {
    const { name } = rule.certificate.is;
    expect(['kursbevis', 'intyg']).toContain(name.sv);
    expect(name.en).toMatch(/certificate$/);
    expect(Object.values(name).join(' ')).not.toMatch(/examensbevis|diploma|degree/);
  });

  test('no person pays for Swedish education but those whom the law on tuition fees names', () => {
    const charged = rows.filter(({ country, rule }) => country === 'SE' && rule.fee.is.persons.length > 0);
    expect(charged.map(({ code, rule }) => [code, rule.fee.is.persons])).toEqual([['se-regular', ['fee-liable']]]);
  });

  test('those who study under the law are students, and all others are participants', () => {
    const students = rows.filter(({ rule }) => rule.learners.is === 'student').map(({ code }) => code);
    expect([...new Set(students)]).toEqual([
      'se-regular',
      'se-ordered',
      'fi-open-university',
      'fi-open-uas',
      'fi-separate-studies',
      'fi-specialisation',
      'fi-degree-module',
    ]);
  });

  test('in Finland nothing is called "uppdragsutbildning" or "tilauskoulutus": that is another legal thing there', () => {
    for (const { country, label } of forms) {
      expect(label.fi).not.toMatch(/tilauskoulutus/i);
      if (country === 'FI') expect(labelFor(label, 'sv-FI')).not.toMatch(/uppdragsutbildning/i);
    }
  });

  test.each([
    ['se-regular', 'fee', /^högskolelagen \(1992:1434\) 4 kap\. 4 §; förordningen \(2010:543\)/],
    ['fi-open-university', 'fee', /\(1082\/2009\) 2 §$/],
    ['fi-specialisation', 'size', /\(794\/2004\) 20 b §; .*\(1129\/2014\) 3 §$/],
  ] as const)('%s: a refusal for its %s can name the paragraph', (code: LegalFormCode, fact, paragraph) => {
    expect(paragraphsOf(ruleOn(code, '2026-01-01')![fact]!)).toMatch(paragraph);
    expect(paragraphsOf(legalForms.other.rules[0].fee)).toBeUndefined();
  });
});

describe('docs/legal-forms.md', () => {
  const text = readFileSync(new URL('../../../docs/legal-forms.md', import.meta.url), 'utf8');

  test('is what the rows make of it', async () => {
    expect(await legalFormsPage()).toBe(text);
  });

  test('asks every question of the rows', () => {
    const asked = text.slice(text.indexOf('## To be confirmed'));
    for (const { rule } of rows) {
      for (const [, { question }] of factsOf(rule)) if (question) expect(asked).toContain(question);
    }
  });
});
