import { describe, expect, test } from 'vitest';
import { copyOf, mayBeCopied, withProvenance } from '../../../../src/domain/catalogue/description/copy.ts';
import { publishGate } from '../../../../src/domain/catalogue/publish-gate.ts';
import type { CompleteContent } from '../../../../src/domain/catalogue/microcredential.ts';
import { DomainError } from '../../../../src/domain/shared/errors.ts';
import { licence } from '../../../../src/generated/vocab.ts';
import { completeContent, contentWith } from '../../../samples/content.ts';

const version = 'https://merit.example/institutions/provsjo/microcredentials/vatten/versions/1';
const institution = { sv: 'Provsjö högskola' };
const content = contentWith({
  licence: 'cc-by-4',
  themes: [{ code: 'vatten', label: { sv: 'Vatten' } }],
  funding: { programme: { sv: 'Planen' } },
  exampleToReuse: { whatWorked: { sv: 'Korta filmer.' } },
  syllabus: { code: 'VA101', decisionDate: '2026-01-15' },
});
const source = { version, content, institution, slug: 'provsjo' };
const provenance = { version, title: content.title, institution, licence: 'cc-by-4' as const };

test.each(licence)('$code lets others copy, or does not', ({ code }) => {
  expect(mayBeCopied({ licence: code })).toBe(code !== 'all-rights-reserved');
});

test('what has no licence may not be copied', () => {
  expect(mayBeCopied({})).toBe(false);
});

describe('a copy at another institution', () => {
  const { content: copied, dropped } = copyOf(source, false);

  test('has nothing that only the institution of the source can say', () => {
    const gone = ['awardingBodies', 'legalForms', 'themes', 'syllabus', 'funding', 'exampleToReuse'];
    expect(gone.filter((name) => Object.hasOwn(copied, name))).toEqual([]);
    expect(copied.qualityAssurance).toEqual(content.qualityAssurance.map(({ type }) => ({ type })));
    expect([...dropped].sort()).toEqual(
      [...gone, ...content.qualityAssurance.map((_, index) => `qualityAssurance/${index}/body`)]
        .map((name) => `#/${name}`)
        .sort(),
    );
  });

  test('has the rest, and says where it comes from', () => {
    const { awardingBodies: _, legalForms: __, themes: ___, syllabus: ____, funding: _____, ...rest } = content;
    const { exampleToReuse: ______, qualityAssurance: _______, ...same } = rest;
    expect(copied).toMatchObject(same);
    expect(copied.provenance).toEqual(provenance);
  });

  test('is told by the gate what it lacks', () => {
    const codes = publishGate(copied, { country: 'FI', on: '2026-10-15' }).faults.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['awarding-body-missing', 'legal-form-missing', 'quality-body-missing']),
    );
  });
});

test('a copy at the same institution keeps its bodies, forms and themes, and loses what is of one course', () => {
  const { content: copied, dropped } = copyOf(source, true);
  const decisions = ['#/awardingBodies/0/decision', '#/awardingBodies/1/decision'];
  expect(dropped).toEqual(['#/syllabus', '#/funding', '#/exampleToReuse', ...decisions]);
  const { legalForms, qualityAssurance, themes } = content;
  const awardingBodies = content.awardingBodies.map(({ decision: _, ...body }) => body);
  expect(copied.awardingBodies).toEqual(awardingBodies);
  expect(copied).toMatchObject({ awardingBodies, legalForms, qualityAssurance, themes, provenance });
});

test('a copy at the same institution has no partners', () => {
  const own = { institution: 'provsjo', name: institution, country: 'SE' } as const;
  const partner = { institution: 'koesaari', name: { fi: 'Koesaari' }, country: 'FI' } as const;
  const [first] = content.qualityAssurance;
  const joint = contentWith({
    awardingBodies: [{ ...own, decision: { date: '2026-01-12' } }, partner],
    qualityAssurance: [{ ...first!, body: partner }],
  });
  const copy = copyOf({ ...source, content: joint }, true);
  expect(copy.content.awardingBodies).toEqual([own]);
  expect(copy.content.qualityAssurance).toEqual([{ ...first, body: undefined }]);
  expect(copy.dropped).toEqual(
    expect.arrayContaining(['#/awardingBodies/0/decision', '#/awardingBodies/1', '#/qualityAssurance/0/body']),
  );
});

test('what the source does not have is not called dropped', () => {
  const plain = contentWith({ themes: undefined, funding: undefined, exampleToReuse: undefined, syllabus: undefined });
  const { awardingBodies } = copyOf({ ...source, content: plain }, true).content;
  expect(copyOf({ ...source, content: { ...plain, awardingBodies } as CompleteContent }, true).dropped).toEqual([]);
});

describe('where a description was copied from', () => {
  test('stays, whether the author repeats it or leaves it out', () => {
    const { provenance: _, ...without } = completeContent;
    expect(withProvenance(without, provenance)).toEqual({ ...without, provenance });
    const inOtherOrder = { ...provenance, title: Object.fromEntries(Object.entries(provenance.title).reverse()) };
    expect(withProvenance({ ...without, provenance: inOtherOrder }, provenance)).toEqual({ ...without, provenance });
    expect(withProvenance(without, undefined)).toEqual(without);
  });

  test.each([
    ['is invented', provenance, undefined],
    ['names another version', { ...provenance, version: `${version}0` }, provenance],
    ['loses its licence', { ...provenance, licence: undefined }, provenance],
    ['calls the source otherwise', { ...provenance, title: { sv: 'Min egen' } }, provenance],
    ['names another institution', { ...provenance, institution: {} }, provenance],
  ])('is refused where it %s', (_, given, stands) => {
    const content = { provenance: given } as Parameters<typeof withProvenance>[0];
    expect(() => withProvenance(content, stands)).toThrow(DomainError);
  });
});
