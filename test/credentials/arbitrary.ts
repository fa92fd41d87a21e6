import fc from 'fast-check';
import type { LanguageMap } from '../../src/domain/shared/language.ts';
import { legalFormCodes } from '../../src/domain/legal-form/index.ts';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import {
  assessment,
  country,
  cycle,
  depthCode,
  iscedF,
  language,
  learningActivity,
  learningOpportunity,
  licence,
  mode,
  qualityAssurance,
  skillType,
  supervision,
  targetGroup,
} from '../../src/generated/vocab.ts';

const codeIn = <C extends string>(list: readonly Readonly<{ code: C }>[]) =>
  fc.constantFrom(...list.map(({ code }) => code));
const some = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.uniqueArray(item, { minLength: 1, maxLength });
/** As the publish gate lets it through: something in it can be seen. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
const map: fc.Arbitrary<LanguageMap> = fc.dictionary(codeIn(language), text, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const url = fc.webUrl({ validSchemes: ['https'], withFragments: true, withQueryParameters: true });

/** For whom and about what it is, and who paid. */
const description = {
  targetGroups: fc.record({ codes: some(codeIn(targetGroup)), text: map }, { requiredKeys: ['codes'] }),
  themes: fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[a-z0-9]{1,9}$/), label: map }), {
    selector: ({ code }) => code,
    minLength: 1,
    maxLength: 3,
  }),
  keywords: fc.dictionary(codeIn(language), some(text), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  funding: fc.record(
    {
      programme: map,
      project: map,
      code: text,
      until: fc.constant('2031-12-31'),
      emblem: fc.constant('c0ffee'.padEnd(64, '0')),
      sentence: map,
      then: map,
    },
    { requiredKeys: ['programme'] },
  ),
  licence: codeIn(licence),
};

/** Content within the contract; the publish gate's further rules do not matter to a credential. */
export const content: fc.Arbitrary<CompleteContent> = fc.record(
  {
    title: map,
    description: map,
    learningOutcomes: fc.array(
      fc.record(
        {
          text: map,
          type: codeIn(skillType),
          skills: fc.array(fc.record({ iri: url, label: map }), { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ['text'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    workload: fc.record(
      { hours: fc.integer({ min: 1, max: 200_000 }).map((n) => n / 100), ects: fc.constantFrom(0.5, 1, 1.5, 7.5, 30) },
      { requiredKeys: ['hours'] },
    ),
    level: fc.oneof(
      fc.record({ eqf: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ notApplicable: fc.constant(true as const), reason: map }),
    ),
    cycle: codeIn(cycle),
    depthCode: codeIn(depthCode),
    assessmentTypes: some(codeIn(assessment)),
    participation: fc.record(
      { modes: some(codeIn(mode)), activities: some(codeIn(learningActivity)) },
      { requiredKeys: ['modes'] },
    ),
    qualityAssurance: fc.array(
      fc.record(
        { type: codeIn(qualityAssurance), body: fc.record({ name: map }), reference: url },
        { requiredKeys: ['type', 'body'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    fields: some(codeIn(iscedF)),
    languages: some(codeIn(language)),
    prerequisites: map,
    supervision: fc.record(
      { type: codeIn(supervision), place: fc.constantFrom('online' as const, 'onsite' as const) },
      { requiredKeys: ['type'] },
    ),
    gradingScheme: fc.record(
      {
        title: map,
        description: map,
        grades: fc.array(
          fc.record({ value: text, passes: fc.boolean(), label: map }, { requiredKeys: ['value', 'passes'] }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ['grades'] },
    ),
    stackability: fc.record(
      {
        kind: fc.constantFrom('stand-alone' as const, 'can-be-part-of' as const),
        statement: map,
        of: fc.array(fc.record({ title: map, url }, { requiredKeys: ['title'] }), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['kind'] },
    ),
    furtherInformation: map,
    homepage: url,
    awardingBodies: fc.array(
      fc.record(
        { name: map, country: codeIn(country), homepage: url, decision: fc.constant({ date: '2026-01-12' }) },
        { requiredKeys: ['name', 'country'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    legalForms: some(fc.constantFrom(...legalFormCodes)),
    otherFormReason: map,
    syllabus: fc.record(
      { code: text, decisionDate: fc.constant('2026-05-04'), url },
      { requiredKeys: ['code', 'decisionDate'] },
    ),
    opportunityType: codeIn(learningOpportunity),
    ...description,
  },
  {
    requiredKeys: [
      'title',
      'description',
      'learningOutcomes',
      'workload',
      'level',
      'assessmentTypes',
      'participation',
      'qualityAssurance',
      'fields',
      'languages',
      'gradingScheme',
      'awardingBodies',
      'legalForms',
    ],
  },
);
