import { describe, expect, test } from 'vitest';
import { categories, type GroundOf, learnerCategories } from '../../../src/domain/legal-form/categories.ts';
import { groundsOf } from '../../../src/domain/institution/decision.ts';
import { locales } from '../../../src/domain/shared/language.ts';

const rows = Object.entries(categories).flatMap(([category, { evaluation, revoke, correct }]) => [
  { category, act: 'evaluation', ground: 'evaluation', ...evaluation },
  ...revoke.map((each) => ({ category, act: 'revoke', ...each })),
  ...correct.map((each) => ({ category, act: 'correct', ...each })),
]);
const codesOf = (list: readonly GroundOf[]) => list.map(({ ground }) => ground);

describe('the table of categories', () => {
  test.each(rows)('$category, $act: $ground is named in every locale', ({ words }) => {
    for (const locale of locales) expect(words[locale].trim()).not.toBe('');
  });

  test.each(rows)('$category, $act: $ground has a source or a question in each country', ({ source }) => {
    for (const { source: citations, question } of [source.SE, source.FI]) {
      if (citations === 'to-be-confirmed') expect(question).toBeTruthy();
      else expect(citations.map(({ url }) => new URL(url).protocol)).toContain('https:');
    }
  });

  test('names each ground once', () => {
    for (const { revoke, correct } of Object.values(categories)) {
      for (const list of [codesOf(revoke), codesOf(correct)]) expect(new Set(list).size).toBe(list.length);
    }
  });

  test('students fall under the disciplinary rules of the law, participants under what was agreed', () => {
    expect(codesOf(categories.student.revoke)).toContain('misconduct');
    expect(codesOf(categories.participant.revoke)).not.toContain('misconduct');
    expect(codesOf(categories.participant.revoke)).toContain('agreement-breached');
  });

  test('a participant is nowhere called a student, and has no kursvärdering', () => {
    const { learner, evaluation, revoke } = categories.participant;
    const words = [learner, evaluation.words, ...revoke.map((each) => each.words)].flatMap((each) =>
      Object.values(each),
    );
    for (const word of words) expect(word).not.toMatch(/student|studerande|opiskelija|kursvärdering/i);
  });

  test.each(learnerCategories)('the grounds of a decision about a %s are those of the table', (category) => {
    for (const kind of ['revoke', 'correct'] as const)
      expect(groundsOf(kind, category)).toEqual(codesOf(categories[category][kind]));
  });

  test('without a category, a decision knows the grounds of all', () => {
    expect(groundsOf('revoke')).toEqual(expect.arrayContaining(['misconduct', 'agreement-breached']));
  });
});
