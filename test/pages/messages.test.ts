/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../src/domain/shared/code-lists.ts';
import { type Locale, locales } from '../../src/domain/shared/language.ts';
import { legalForms } from '../../src/domain/legal-form/index.ts';
import { messagesFor } from '../../src/pages/messages.ts';

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
  'sv-SE': [
    'checks.format.name',
    'checks.status.name',
    'presented.of.format.name',
    'offering.state',
    'outcomes.passed',
    'course.version',
    'record.versionNumber',
  ],
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

test('no two folders of messages have the same key, and all of them are joined', () => {
  const folders = import.meta.glob<Readonly<Record<string, Record<Locale, object>>>>(
    '../../src/pages/**/{messages,kinds,presented}/index.ts',
    { eager: true },
  );
  const keys = Object.values(folders).flatMap((folder) => Object.values(folder).flatMap(({ en }) => Object.keys(en)));
  expect(keys.sort()).toEqual(Object.keys(messagesFor.en).sort());
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

/** What readers stumbled over, and what stands there instead. */
const heard: Readonly<Record<Locale, Readonly<{ gone: RegExp; instead: Readonly<Record<string, string>> }>>> = {
  'sv-SE': {
    gone: /^Form$|Underkänd$|Stämplat|stämplade filen|gick bra|inom den tid som det utfärdats|visar inte ensam|Det som kontrollerades|^Det som intyget säger$|redovisning|som den var|^Beteckning$|^Ingen$|Ingenting större/,
    instead: {
      'checks.format.name': 'Format',
      'checks.period.name': 'Giltighetstid',
      'outcomes.passed': 'OK',
      'outcomes.failed': 'Stämmer inte',
      'record.sealedOn': 'Elektroniskt stämplat',
      'certificate.json': 'Ladda ner intyget som fil (JSON)',
      'verdicts.valid.meaning': 'Alla kontroller som är aktuella är gjorda och godkända.',
      'checks.period.passed': 'Intyget gäller i dag.',
      'found.checks': 'Så kontrollerades intyget',
      'verify.summary': 'Uppgifter i intyget',
      'certificate.record': 'Alla uppgifter',
      'certificate.course': 'Kursbeskrivning när intyget utfärdades',
      'record.credential': 'Intygets id',
      'strip.noLevel': 'Utan nivå',
      'record.certificate': 'Vid godkänt resultat',
      'record.standsAlone': 'Fristående',
    },
  },
  'sv-FI': { gone: /^Studieprestation$|Stämplat/, instead: { 'record.completedOn': 'Avlagd' } },
  fi: {
    gone: /^Opintosuoritus$|^Leimattu$|leimattu todistus|sen ajan sisällä, jolle|estetty|estänyt|EQF [678]: kuten|sellaisena kuin se oli|Mitä todistuksessa lukee|Vastuukorkeakoulu/,
    instead: {
      'record.completedOn': 'Suorituspäivä',
      'record.sealedOn': 'Sähköisesti leimattu',
      'certificate.json': 'Lataa todistus tiedostona (JSON)',
      'checks.period.passed': 'Todistus on voimassaoloajallaan.',
      'verdicts.suspended.word': 'Tilapäisesti keskeytetty',
      'certificate.course': 'Kuvaus myöntämishetkellä',
      'verify.summary': 'Todistuksen tiedot',
      'record.awardedBy': 'Myöntävä korkeakoulu',
    },
  },
  en: {
    gone: /^Form$|^Time: Passed|^Depth$|^Passed$/,
    instead: {
      'checks.format.name': 'Format',
      'strip.form': 'Mode of study',
      'checks.period.name': 'Validity period',
      'record.depth': 'Course depth',
    },
  },
};
test.each(locales)('%s says what readers asked for', (locale) => {
  // The form of teaching is still called a form in Swedish; only the check is not.
  const looked = [...texts[locale]].filter(([path]) => !(path === 'strip.form' && locale.startsWith('sv')));
  expect(looked.filter(([, text]) => heard[locale].gone.test(text))).toEqual([]);
  for (const [path, text] of Object.entries(heard[locale].instead)) expect(texts[locale].get(path), path).toBe(text);
});

test('the catalogue in Swedish of Finland says once what the ministry calls a micro-credential', () => {
  const named = [...texts['sv-FI']].filter(([, text]) => text.includes('liten kompetenshelhet'));
  expect(named.map(([path]) => path)).toEqual(['catalogue.lead']);
  expect([...texts['sv-SE']].filter(([, text]) => text.includes('kompetenshelhet'))).toEqual([]);
});

test('code lists and forms of education say what readers asked for', () => {
  const labels = Object.values(legalForms).map(({ label }) => label.fi);
  expect(labels).toContain('Räätälöity koulutus, josta saa opintopisteitä (Ruotsi)');
  expect(labels.filter((label) => /, opintopisteitä/.test(label))).toEqual([]);
  const modes = codeLists.mode.map(({ label }) => label.sv);
  expect(modes).toEqual(expect.arrayContaining(['nät och campus', 'projekt']));
});
