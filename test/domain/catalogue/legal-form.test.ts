import { describe, expect, test } from 'vitest';
import { legalFormCodes, legalForms } from '../../../src/domain/legal-form/index.ts';
import { labelFor, locales } from '../../../src/domain/shared/language.ts';

const forms = legalFormCodes.map((code) => ({ code, ...legalForms[code] }));

describe('the table of legal forms', () => {
  test('has a row for each code and no other', () => {
    expect(Object.keys(legalForms)).toEqual([...legalFormCodes]);
  });

  test.each(forms)('$code has a label of its own in every locale', ({ code, label }) => {
    for (const locale of locales) {
      const mine = labelFor(label, locale);
      expect(mine.trim()).not.toBe('');
      for (const other of forms) if (other.code !== code) expect(labelFor(other.label, locale)).not.toBe(mine);
    }
  });

  test.each(forms)('$code names its country in its code', ({ code, country }) => {
    expect(code === 'other' ? undefined : code.slice(0, 2).toUpperCase()).toBe(country);
  });

  test('"kursbevis" is the name of the paper only where Swedish law gives one: with credits, in Sweden', () => {
    const withKursbevis = forms.filter(({ certificateName }) => Object.values(certificateName).includes('kursbevis'));
    expect(withKursbevis.map(({ code }) => code)).toEqual(['se-regular', 'se-commissioned-credits']);
    for (const form of withKursbevis) expect([form.country, form.credits]).toEqual(['SE', 'required']);
  });

  test.each(forms)('$code calls its certificate what the words of the interface allow', ({ certificateName }) => {
    expect(['kursbevis', 'intyg']).toContain(certificateName.sv);
    expect(certificateName.fi).toBe('todistus');
    expect(certificateName.en).toMatch(/certificate$/);
    expect(Object.values(certificateName).join(' ')).not.toMatch(/examensbevis|diploma|degree/);
  });

  test.each(forms)('$code: a syllabus is demanded only where credits are', ({ syllabusRequired, credits }) => {
    if (syllabusRequired) expect(credits).toBe('required');
  });

  test.each(forms)('$code: no one pays alone for what no one applies for alone', (form) => {
    if (!form.individualApplication) expect(form.feeToPersons).toBe(false);
  });

  test.each(forms)('$code: only regular education and the open university have students', ({ code, learners }) => {
    expect(learners).toBe(code === 'se-regular' || code === 'fi-open-university' ? 'student' : 'participant');
  });

  test('Swedish public education takes no fee of a natural person', () => {
    for (const form of forms) if (form.country === 'SE') expect(form.feeToPersons).toBe(false);
  });

  test('in Finland nothing is called "uppdragsutbildning" or "tilauskoulutus": that is another legal thing there', () => {
    for (const { country, label } of forms) {
      expect(label.fi).not.toMatch(/tilauskoulutus/i);
      if (country === 'FI') expect(labelFor(label, 'sv-FI')).not.toMatch(/uppdragsutbildning/i);
    }
  });
});
