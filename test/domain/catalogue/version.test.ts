import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import {
  achievementLocales,
  achievementIn,
  composeVersion,
  languageOfAward,
} from '../../../src/domain/catalogue/version.ts';
import { locales, textFor } from '../../../src/domain/shared/language.ts';
import { completeContent } from '../../samples/content.ts';

describe('the document of a published version', () => {
  const facts = {
    addresses: createAddresses('https://credentials.example'),
    institution: { slug: 'provsjo', name: { sv: 'Provsjö högskola' }, country: 'SE' as const },
    slug: 'vatten',
    number: 2,
    content: completeContent,
    achievements: { 'se-regular': { sv: { id: 'a' } } },
    publishedAt: new Date('2026-03-02T09:00:00.999Z'),
  };

  test('is found at its own id and says what of, by whom and when', () => {
    expect(composeVersion(facts)).toEqual({
      id: 'https://credentials.example/institutions/provsjo/microcredentials/vatten/versions/2',
      type: 'Microcredential',
      formatVersion: 2,
      isVersionOf: 'https://credentials.example/institutions/provsjo/microcredentials/vatten',
      version: 2,
      publishedAt: '2026-03-02T09:00:00Z',
      institution: {
        id: 'did:web:credentials.example:institutions:provsjo',
        page: 'https://credentials.example/institutions/provsjo',
        name: { sv: 'Provsjö högskola' },
        country: 'SE',
      },
      content: completeContent,
      achievements: { 'se-regular': { sv: { id: 'a' } } },
    });
  });

  test('carries every element of the standard as it was written', () => {
    expect(composeVersion(facts).content).toBe(completeContent);
  });
});

describe('the languages of a version’s achievements', () => {
  const sweden = { defaultLocale: 'sv-SE', country: 'SE' } as const;
  const finland = { defaultLocale: 'fi', country: 'FI' } as const;

  test.each([
    [{ sv: 'Vatten', fi: 'Vesi', en: 'Water' }, sweden, { sv: 'sv-SE', fi: 'fi', en: 'en' }],
    [{ sv: 'Vatten', fi: 'Vesi', en: 'Water' }, finland, { sv: 'sv-FI', fi: 'fi', en: 'en' }],
    // Which Swedish it writes is its own choice, where that is the language of the house.
    [{ sv: 'Vatten' }, { defaultLocale: 'sv-SE', country: 'FI' } as const, { sv: 'sv-SE' }],
    [{ sv: 'Vatten', de: 'Wasser' }, finland, { sv: 'sv-FI' }],
    [{ sv: ' ', en: 'Water' }, sweden, { en: 'en' }],
    [{ no: 'Vann', de: 'Wasser' }, finland, { de: 'fi' }],
  ])('of %j are those that the service speaks: %j', (title, speaker, expected) => {
    expect(Object.fromEntries(achievementLocales(title, speaker))).toEqual(expected);
  });

  const text = fc.constantFrom('', ' ', 'text');
  const titles = fc
    .record({ sv: text, fi: text, en: text, de: text, nb: text }, { requiredKeys: [] })
    .filter((title) => Object.values(title).some((one) => one === 'text'));
  test('have that of an award among them, whatever the institution has come to write in since', () => {
    fc.assert(
      fc.property(titles, fc.constantFrom(...locales), fc.constantFrom(...locales), (title, then, now) => {
        const published = achievementLocales(title, { defaultLocale: then, country: 'SE' });
        const language = languageOfAward({ title }, { defaultLocale: now, country: 'SE' });
        expect([...published.keys()]).toContain(language);
        // As a page in that language shows the title, where the service speaks one of its languages.
        if (['sv', 'fi', 'en'].includes(language)) expect(textFor(title, now)?.language).toBe(language);
      }),
    );
  });

  test('a form or a language that was not published is a fault of ours', () => {
    const document = JSON.stringify({ achievements: { 'se-regular': { sv: { id: 'a' } } } });
    expect(achievementIn(document, 'se-regular', 'sv')).toEqual({ id: 'a' });
    expect(() => achievementIn(document, 'se-regular', 'fi')).toThrow('form se-regular and the language fi');
    expect(() => achievementIn(document, 'se-ordered', 'sv')).toThrow('form se-ordered and the language sv');
  });
});
