import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { toViolation } from '../../../src/domain/catalogue/gate-finding.ts';
import { locales } from '../../../src/domain/shared/language.ts';
import { legalFormCodes } from '../../../src/domain/legal-form/index.ts';
import type { CompleteContent, MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { passPublishGate, publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { completeContent, finnishContent, hoursOnlyContent } from '../../samples/content.ts';

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', ' ', 'Förstå', 'understand this', '\u0000'));
const languageMap = fc.dictionary(fc.constantFrom('sv', 'fi', 'en', 'de'), text, { maxKeys: 3 });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const number = fc.oneof(fc.double(), fc.constantFrom(0, -1, 0.3, 0.4, 6, 9, 59.9, 60, 80));

/** Any draft that the type allows: each element there or not, and whatever stands in it. */
const drafts = fc.record(
  {
    title: languageMap,
    description: languageMap,
    learningOutcomes: list(fc.record({ text: languageMap })),
    workload: fc.record({ hours: number, ects: number }, { requiredKeys: ['hours'] }),
    level: fc.oneof(fc.record({ eqf: number }), fc.record({ notApplicable: fc.constant(true), reason: languageMap })),
    cycle: fc.constantFrom('short', 'first', 'second', 'third'),
    depthCode: fc.constantFrom('G1N', 'A1F', 'BXX', 'GXX'),
    assessmentTypes: list(fc.constantFrom('quiz', 'portfolio')),
    participation: fc.record({ modes: list(fc.constantFrom('online', 'onsite')) }),
    qualityAssurance: list(fc.record({ type: fc.constant('institutional-licence'), body: languageMap })),
    fields: list(fc.constant('0712')),
    languages: list(fc.constantFrom('sv', 'fi')),
    gradingScheme: fc.record({ grades: list(fc.record({ value: text, passes: fc.boolean() })) }),
    awardingBodies: list(fc.record({ name: languageMap, country: fc.constantFrom('SE', 'FI') })),
    legalForms: list(fc.constantFrom(...legalFormCodes)),
    otherFormReason: languageMap,
    syllabus: fc.record({ code: text, decisionDate: fc.oneof(text, fc.constant('2026-01-15')) }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MicrocredentialContent>;

const names = [...Object.keys(completeContent), 'otherFormReason'] as (keyof CompleteContent)[];
/** A complete one with some of its elements replaced, so that many cases pass and many nearly do. */
const nearlyComplete = fc
  .tuple(
    fc.constantFrom(completeContent, hoursOnlyContent, finnishContent),
    drafts,
    fc.array(fc.nat(names.length - 1), { maxLength: 2 }),
  )
  .map(([base, draft, replaced]) => {
    const chosen = replaced.map((index) => names[index % names.length]).filter((name) => name !== undefined);
    return { ...base, ...Object.fromEntries(chosen.map((name) => [name, draft[name]]).filter(([, value]) => value)) };
  });
const publications = fc.record({
  country: fc.constantFrom('SE', 'FI', 'NO'),
  on: fc.constantFrom('2026-09-01', '2024-04-30', '2014-12-31', '1993-01-01'),
});
const anything = fc.oneof(drafts, nearlyComplete);

describe('for any draft whatsoever', () => {
  test('the gate answers, with a pointer into the content and a sentence for each fault and warning', () => {
    fc.assert(
      fc.property(anything, publications, (content, publication) => {
        const { faults, warnings } = publishGate(content, publication);
        for (const found of [...faults, ...warnings]) {
          for (const locale of locales) {
            const { pointer, detail, pointers = [] } = toViolation(found, locale);
            for (const each of [pointer, ...pointers]) expect(each).toMatch(/^#\/[a-zA-Z]+(\/[a-zA-Z0-9]+)*$/);
            expect(detail.trim()).not.toBe('');
          }
        }
      }),
    );
  });

  test('it passes exactly where there is no fault, warned of or not', () => {
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(anything, publications, (content, publication) => {
        const { faults } = publishGate(content, publication);
        try {
          expect(passPublishGate(content, publication)).toBe(content);
          seen.passed += 1;
          expect(faults).toEqual([]);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          seen.refused += 1;
          expect(error.violations).toEqual(faults.map((fault) => toViolation(fault, 'en')));
          expect(faults).not.toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
    // Otherwise one half of the promise was never looked at.
    expect(seen.passed).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(10);
  });

  test('what passes has every element that a certificate needs', () => {
    fc.assert(
      fc.property(nearlyComplete, publications, (content, publication) => {
        if (publishGate(content, publication).faults.length > 0) return;
        const passed = passPublishGate(content, publication);
        for (const map of [passed.title, passed.description, ...passed.learningOutcomes.map((each) => each.text)]) {
          expect(Object.values(map).join('').trim()).not.toBe('');
        }
        expect(passed.workload.hours).toBeGreaterThan(0);
        expect(passed.gradingScheme.grades.some(({ passes }) => passes)).toBe(true);
        const { ects } = passed.workload;
        if (ects !== undefined) expect(ects >= 0.4 && ects < 60).toBe(true);
        if ('eqf' in passed.level) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(passed.level.eqf);
      }),
      { numRuns: 400 },
    );
  });

  test('the gate changes nothing in what it looks at', () => {
    fc.assert(
      fc.property(anything, publications, (content, publication) => {
        const before = structuredClone(content);
        publishGate(content, publication);
        expect(content).toEqual(before);
      }),
    );
  });
});
