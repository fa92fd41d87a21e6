import { describe, expect, test } from 'vitest';
import { demoInstitutions } from '../../demo/institutions.ts';
import { demoMicrocredentials } from '../../demo/microcredentials/index.ts';
import { demoOfferings } from '../../demo/offerings.ts';
import { demoLearners } from '../../demo/people/index.ts';
import { isCalendarDate } from '../../src/domain/shared/dates.ts';
import { legalForms, ruleOn } from '../../src/domain/legal-form/index.ts';
import { offeringFaults } from '../../src/domain/catalogue/offering.ts';
import { publishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { roles } from '../../src/domain/institution/staff.ts';
import {
  createMicrocredentialBody,
  createOfferingBody,
  microcredentialContent,
} from '../../src/generated/validators.js';
import { contentOf, found, institutionOf, microcredentialOf, publicationOf, today, twice } from './found.ts';

/** Every map of languages within a value, with the place where it stands. */
const languageMaps = (value: unknown, path = ''): [string, Record<string, unknown>][] => {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, Record<string, unknown>][] =
    'sv' in value || 'fi' in value || 'en' in value ? [[path, { ...value }]] : [];
  return own.concat(Object.entries(value).flatMap(([key, inner]) => languageMaps(inner, `${path}/${key}`)));
};

describe('institutions', () => {
  test.each(demoInstitutions.map((one) => [one.slug, one] as const))(
    '%s cannot be mistaken for a real one',
    (_, one) => {
      for (const name of [one.name.sv, one.name.fi, one.name.en]) expect(name).toMatch(/demo/iu);
      expect(one.homepage).toMatch(/^https:\/\/demo\.invalid\//u);
    },
  );

  test.each(demoInstitutions.map((one) => [one.slug, one] as const))(
    '%s has units, staff for every role, and readable pages',
    (_, one) => {
      expect(one.units).toHaveLength(2);
      expect(twice(one.units.map(({ code }) => code))).toEqual([]);
      expect(twice(one.staff.map(({ key }) => key))).toEqual([]);
      expect(new Set(one.staff.flatMap((member) => member.roles))).toEqual(new Set(roles));
      expect(one.staff.find(({ key }) => key === 'examiner')?.roles).toEqual([]);
      expect(one.staff.find(({ key }) => key === 'confidential')?.roles).toEqual(['registrar', 'confidential']);
      expect(contrastOnWhite(one.accent)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('no two members of the staff have one name', () => {
    expect(twice(demoInstitutions.flatMap(({ staff }) => staff.map(({ name }) => name)))).toEqual([]);
  });
});

/** WCAG 2.2 contrast ratio of `#rrggbb` on white. */
function contrastOnWhite(colour: string): number {
  expect(colour).toMatch(/^#[0-9a-f]{6}$/u);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe.each(demoMicrocredentials.map((one) => [one.slug, one] as const))('micro-credential %s', (_, one) => {
  const { content } = one;
  const institution = institutionOf(one.institution);

  test('passes the publish gate without a remark', () => {
    expect(publishGate(content, publicationOf(one.institution, one.partners))).toEqual({ faults: [], warnings: [] });
  });

  test('is what the schemas describe', () => {
    microcredentialContent(content);
    expect(microcredentialContent.errors).toBeNull();
    const { slug, ownerUnit, reviewBy } = one;
    createMicrocredentialBody({ slug, ownerUnit, reviewBy, content });
    expect(createMicrocredentialBody.errors).toBeNull();
  });

  test('has an owner and a day of review in 2027', () => {
    expect(institution.units.map(({ code }) => code)).toContain(one.ownerUnit);
    expect(isCalendarDate(one.reviewBy)).toBe(true);
    expect(one.reviewBy).toMatch(/^2027-/u);
  });

  test('is awarded by its institution, under the name that it has there', () => {
    const { slug, name, country, homepage } = institution;
    const own = { institution: slug, id: `did:web:demo.example:institutions:${slug}`, name, country, homepage };
    expect(contentOf(one.slug).awardingBodies).toContainEqual(own);
  });

  test('says everything in Swedish, Finnish and English', () => {
    for (const [path, map] of languageMaps(content))
      expect([path, ...Object.keys(map).sort()]).toEqual([path, 'en', 'fi', 'sv']);
  });

  test('is described in two to four sentences, with two to five outcomes', () => {
    for (const text of Object.values(content.description ?? {})) {
      const sentences = [...new Intl.Segmenter('sv', { granularity: 'sentence' }).segment(text)].length;
      expect([text, sentences >= 2 && sentences <= 4]).toEqual([text, true]);
    }
    expect(content.learningOutcomes?.length).toBeGreaterThanOrEqual(2);
    expect(content.learningOutcomes?.length).toBeLessThanOrEqual(5);
  });

  const forms = found(content.legalForms, 'its legal forms');
  test('speaks of credits only where it gives some', () => {
    if (forms.every((form) => ruleOn(form, today)?.credits.is !== 'forbidden'))
      return expect(content.workload?.ects).toBeGreaterThan(0);
    const { legalForms: _codes, ...texts } = content;
    const credits = /\b(hp|sp|op|ECTS|credits?|poäng|opintopiste\p{L}*|kursbevis)\b/iu;
    const compounds = /poäng|opintopist|kursbevis/iu;
    expect(JSON.stringify({ slug: one.slug, ...texts })).not.toMatch(credits);
    return expect(JSON.stringify(texts)).not.toMatch(compounds);
  });
});

describe('the catalogue', () => {
  const contents = demoMicrocredentials.map(({ content }) => content);

  test('has eight micro-credentials: seven published, one in a review that is required', () => {
    expect(demoMicrocredentials).toHaveLength(8);
    const inReview = demoMicrocredentials.filter(({ target }) => target === 'in-review');
    expect(inReview.map(({ institution }) => institutionOf(institution).review)).toEqual(['required']);
  });

  test('names everything once', () => {
    expect(twice(demoInstitutions.map(({ slug }) => slug))).toEqual([]);
    expect(twice(demoMicrocredentials.map(({ slug }) => slug))).toEqual([]);
    expect(twice(demoOfferings.map(({ key }) => key))).toEqual([]);
    expect(twice(demoLearners.map(({ key }) => key))).toEqual([]);
  });

  /** What the demo leaves out: forms whose courses look on every page like those of a form that it shows. */
  const left = ['fi-degree-module', 'fi-open-uas', 'fi-separate-studies', 'fi-specialisation', 'other', 'se-ordered'];

  test('shows the usual legal forms of both countries, one joint award and one without a level', () => {
    const forms = new Set(contents.flatMap(({ legalForms: codes }) => codes));
    expect([...forms].sort()).toEqual(
      Object.keys(legalForms)
        .filter((code) => !left.includes(code))
        .sort(),
    );
    expect(contents.filter(({ awardingBodies }) => awardingBodies?.length === 3)).toHaveLength(1);
    expect(contents.filter(({ level }) => level && 'notApplicable' in level)).toHaveLength(1);
  });
});

describe.each(demoOfferings.map((one) => [one.key, one] as const))('offering %s', (_, one) => {
  test('is possible and is what the schema describes', () => {
    expect(microcredentialOf(one.microcredential).target).toBe('published');
    expect(offeringFaults(one.input, contentOf(one.microcredential))).toEqual([]);
    createOfferingBody(one.input);
    expect(createOfferingBody.errors).toBeNull();
  });
});

test('every published micro-credential has an offering, and some are still to come', () => {
  const offered = new Set(demoOfferings.map(({ microcredential }) => microcredential));
  expect([...offered].sort()).toEqual(
    demoMicrocredentials
      .filter(({ target }) => target === 'published')
      .map(({ slug }) => slug)
      .sort(),
  );
  expect(demoOfferings.some(({ input }) => input.startDate.startsWith('2027-'))).toBe(true);
  expect(demoOfferings.some(({ input }) => input.endDate <= today)).toBe(true);
});
