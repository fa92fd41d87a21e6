import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/domain/language.ts';
import { messagesFor } from '../../src/pages/messages/index.ts';

/** Every message as text, by its path; a message that is a function is called with the name of its hole. */
function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (hole: string) => string)('…')]];
  return Object.entries(value as object).flatMap(([key, member]) => flat(member, path ? `${path}.${key}` : key));
}
const texts = Object.fromEntries(locales.map((locale) => [locale, new Map(flat(messagesFor[locale], ''))])) as Record<
  Locale,
  Map<string, string>
>;

/** What may be the same word in two languages. */
const same: Readonly<Record<string, readonly string[]>> = {
  'sv-SE': ['checks.format.name', 'checks.status.name', 'outcomes.passed', 'course.version', 'course.versionNumber'],
  fi: [],
};

describe.each(locales)('the messages in %s', (locale) => {
  test('are all there, and none is empty', () => {
    expect([...texts[locale].keys()]).toEqual([...texts.en.keys()]);
    expect([...texts[locale]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  test('are sentences that begin large and end with a stop where they are longer', () => {
    const long = [...texts[locale]].filter(([path, text]) => text.length > 60 && path !== 'service');
    expect(long.filter(([, text]) => !/[.:…]$/.test(text))).toEqual([]);
  });
});

test.each(['sv-SE', 'fi'] as const)('%s is translated', (locale) => {
  const untranslated = [...texts[locale]].filter(
    ([path, text]) => text === texts.en.get(path) && !same[locale]?.includes(path),
  );
  expect(untranslated).toEqual([]);
});

test('Swedish of Finland has its own words where they differ', () => {
  const differs = [
    'strip.credits',
    'creditsValue',
    'strip.hours',
    'course.offerings',
    'offering.learningCentre',
    'record.grade',
  ];
  for (const path of differs) expect(texts['sv-FI'].get(path)).not.toBe(texts['sv-SE'].get(path));
});

/** The column "never" of the words of the interface. */
const never: Readonly<Record<Locale, RegExp>> = {
  'sv-SE':
    /mikromeritering|\binstitution|meritpoäng|förväntade studieresultat|inlärningsmöjlighet|examensbevis|staplingsbar|enkät|underskrift|\berkänd|bevis\/intyg|\bgiltig\b/i,
  'sv-FI':
    /mikromeritering|\binstitution|meritpoäng|förväntade studieresultat|inlärningsmöjlighet|examensbevis|staplingsbar|enkät|underskrift|\berkänd|uppdragsutbildning|uppdragsgivare|lärosäte|lärcentrum|kursbevis|betyg|högskolepoäng|\bgiltig\b/i,
  fi: /tilauskoulutus|(?<!kunnan )oppimiskesku|opintopolku|tutkintotodistus|allekirjoitus/i,
  en: /\bstackable\b|\bvalid\b(?<!Not yet valid)/i,
};
test.each(locales)('%s has no word that words.md forbids', (locale) => {
  expect([...texts[locale]].filter(([, text]) => never[locale].test(text))).toEqual([]);
});
