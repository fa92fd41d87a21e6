import { describe, expect, test } from 'vitest';
import { toViolation } from '../../../../src/domain/catalogue/gate-finding.ts';
import { gateMessages } from '../../../../src/domain/catalogue/gate-messages/index.ts';
import type { MicrocredentialContent } from '../../../../src/domain/catalogue/microcredential.ts';
import { publishGate } from '../../../../src/domain/catalogue/publish-gate.ts';
import { locales } from '../../../../src/domain/shared/language.ts';

const emblem = 'ab'.repeat(32);
const known = { themes: new Map([['vatten', { sv: 'Vatten' }]]), emblems: new Set([emblem]) };
const publication = { country: 'SE', on: '2026-10-15', known };
const programme = { sv: 'Återhämtningsplanen', en: 'The recovery plan' };

/** What the gate says of these members, among all that it says of a draft that has nothing else. */
function found(content: MicrocredentialContent, on = publication) {
  const members = Object.keys(content).map((name) => `#/${name}`);
  const ofThem = ({ pointer }: { pointer: string }) => members.some((member) => pointer.startsWith(member));
  const { faults, warnings } = publishGate(content, on);
  return {
    faults: faults.filter(ofThem).map(({ code, pointer }) => `${code} ${pointer}`),
    warnings: warnings
      .filter(ofThem)
      .map(({ code, pointer }) => `${code} ${pointer}`)
      .filter((each) => !each.startsWith('language-missing')),
  };
}

const bad: readonly (readonly [string, MicrocredentialContent, readonly string[]])[] = [
  ['a theme that is not of the list', { themes: [{ code: 'eld' }] }, ['theme-unknown #/themes/0/code']],
  ['a theme without a code', { themes: [{}] }, ['theme-unknown #/themes/0/code']],
  ['a theme twice', { themes: [{ code: 'vatten' }, { code: 'vatten' }] }, ['theme-twice #/themes/1/code']],
  ['a keyword of blanks', { keywords: { sv: ['vatten', '  '] } }, ['keyword-unfit #/keywords/sv/1']],
  ['an empty keyword', { keywords: { en: [''] } }, ['keyword-unfit #/keywords/en/0']],
  ['a keyword of two lines', { keywords: { en: ['water\nice'] } }, ['keyword-unfit #/keywords/en/0']],
  ['a keyword that turns the text around', { keywords: { fi: ['\u202evesi'] } }, ['keyword-unfit #/keywords/fi/0']],
  ['funding by nobody', { funding: { code: '1' } }, ['funding-programme-missing #/funding/programme']],
  [
    'a day that does not exist',
    { funding: { programme, until: '2026-02-30', then: programme } },
    ['funding-date-impossible #/funding/until'],
  ],
  [
    'an emblem of somebody else',
    { funding: { programme, emblem: 'cd'.repeat(32) } },
    ['emblem-unknown #/funding/emblem'],
  ],
  ['an example of nothing', { exampleToReuse: {} }, ['what-worked-missing #/exampleToReuse/whatWorked']],
  [
    'an example in blanks',
    { exampleToReuse: { whatWorked: { sv: ' ' } } },
    ['what-worked-missing #/exampleToReuse/whatWorked'],
  ],
  [
    'a copy of what is CC BY-SA under another licence',
    { licence: 'cc-by-4', provenance: { licence: 'cc-by-sa-4' } },
    ['licence-not-kept #/licence'],
  ],
];

const good: readonly (readonly [string, MicrocredentialContent])[] = [
  ['a theme of the list', { themes: [{ code: 'vatten' }] }],
  ['keywords', { keywords: { sv: ['dricksvatten', 'fällning'], en: ['drinking water'] } }],
  ['funding with all that it may have', { funding: { programme, until: '2027-12-31', emblem, then: programme } }],
  ['funding without an end', { funding: { programme } }],
  ['an example to reuse', { exampleToReuse: { whatWorked: programme } }],
  ['a copy that keeps CC BY-SA', { licence: 'cc-by-sa-4', provenance: { licence: 'cc-by-sa-4' } }],
  [
    'a copy of what is CC BY under a licence of its own',
    { licence: 'all-rights-reserved', provenance: { licence: 'cc-by-4' } },
  ],
];

describe('the gate', () => {
  test.each(bad)('refuses %s', (_, content, faults) => {
    expect(found(content).faults).toEqual(faults);
  });

  test.each(good)('lets pass %s', (_, content) => {
    expect(found(content)).toEqual({ faults: [], warnings: [] });
  });

  test('knows no theme and no emblem where the institution has none', () => {
    const { faults } = publishGate(
      { themes: [{ code: 'vatten' }], funding: { programme, emblem } },
      { country: 'SE', on: '2026-10-15' },
    );
    expect(faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['theme-unknown', 'emblem-unknown']));
  });

  test.each([
    ['2026-10-14', ['funding-ended #/funding/until']],
    ['2026-10-15', []],
  ])('warns where the money ended before today: %s', (until, warnings) => {
    expect(found({ funding: { programme, until, then: programme } }).warnings).toEqual(warnings);
  });

  test('advises to say what happens when the money ends', () => {
    expect(found({ funding: { programme, until: '2027-12-31' } }).warnings).toEqual([
      'funding-then-missing #/funding/then',
    ]);
  });

  test('lets a funder speak of credits where the course gives none, and nobody else', () => {
    const content: MicrocredentialContent = {
      legalForms: ['se-open-no-credits'],
      funding: { programme: { en: '10 ECTS for all' } },
      targetGroups: { text: { sv: 'Den som vill ha 3 hp' } },
      keywords: { sv: ['hp'], en: ['ECTS'] },
    };
    expect(found(content).faults.filter((each) => each.startsWith('credit-word'))).toEqual([
      'credit-word #/targetGroups/text/sv',
      'credit-word #/keywords/en/0',
    ]);
  });

  test.each(locales)('says it in %s', (locale) => {
    const codes = bad.flatMap(([, content]) => publishGate(content, publication).faults);
    for (const finding of codes) {
      const { detail } = toViolation(finding, locale);
      expect(detail).toMatch(/\S/);
      expect(detail).not.toMatch(/\{|undefined/);
    }
    expect(gateMessages[locale].sentences['emblem-unknown']).toMatch(/emblem|tunnu/i);
  });
});
