import { describe, expect, test } from 'vitest';
import {
  decide,
  type DecisionInput,
  type DecisionKind,
  decisionKinds,
  groundsOf,
} from '../../../src/domain/institution/decision.ts';
import { type LearnerCategory, learnerCategories } from '../../../src/domain/legal-form/categories.ts';
import { DomainError } from '../../../src/domain/shared/errors.ts';

const facts = {
  id: 'd1',
  institutionId: 'i1',
  personId: 'p1',
  recordedBy: 'p2',
  subjects: ['s1'],
  now: new Date('2026-03-02T09:00:00Z'),
  today: '2026-03-02',
};
const allGrounds = [...new Set(decisionKinds.flatMap((kind) => groundsOf(kind)))];
type Act = Readonly<{ kind: DecisionKind; category: LearnerCategory | undefined }>;
const acts = decisionKinds.flatMap((kind): readonly Act[] => {
  const hasCategory = kind === 'correct' || kind === 'revoke';
  return hasCategory ? learnerCategories.map((category) => ({ kind, category })) : [{ kind, category: undefined }];
});
const pairs = acts.flatMap(({ kind, category }) =>
  allGrounds.map((ground) => ({ kind, category, ground, isOne: groundsOf(kind, category).includes(ground) })),
);

function faultsOf(kind: DecisionKind, input: DecisionInput, category?: LearnerCategory) {
  try {
    decide(kind, input, { ...facts, category });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe('decision-invalid');
    return (error as DomainError).violations.map(({ pointer }) => pointer);
  }
}

describe('a decision', () => {
  test('records who decided what, in what capacity, for whom, when, on what ground and in which case', () => {
    const input = {
      ground: 'board-decision',
      capacity: 'chair',
      body: 'Subject board',
      date: '2026-02-27',
      caseNumber: 'FS 2026/12',
    };
    expect(decide('publish', input, facts)).toEqual({
      id: 'd1',
      institutionId: 'i1',
      kind: 'publish',
      personId: 'p1',
      subjects: ['s1'],
      recordedAt: facts.now,
      recordedBy: 'p2',
      ...input,
    });
  });

  test('is dated today where no date is given, and has no members that were not said', () => {
    const decision = decide('award', { ground: 'outcomes-met' }, facts);
    expect(decision.date).toBe('2026-03-02');
    expect(Object.keys(decision)).not.toEqual(expect.arrayContaining(['capacity']));
    expect('body' in decision || 'caseNumber' in decision).toBe(false);
  });

  test('keeps what was written in NFC, without blanks around it', () => {
    const input = { ground: 'outcomes-met', capacity: ' A\u030alder ', body: 'N\u00e4mnd ', caseNumber: ' FS 1' };
    expect(decide('award', input, facts)).toMatchObject({
      capacity: '\u00c5lder',
      body: 'N\u00e4mnd',
      caseNumber: 'FS 1',
    });
  });

  test.each([' ', 'a\nb', 'a\u202eb', '\u200b', 'a\u0000'])('has no capacity, body or case number like %j', (text) => {
    expect(faultsOf('award', { ground: 'outcomes-met', capacity: text, body: text, caseNumber: text })).toEqual([
      '#/decision/capacity',
      '#/decision/body',
      '#/decision/caseNumber',
    ]);
  });

  test.each(pairs)('to $kind ($category) on the ground $ground: $isOne', ({ kind, category, ground, isOne }) => {
    expect(faultsOf(kind, { ground }, category)).toEqual(isOne ? [] : ['#/decision/ground']);
  });

  test.each(acts)('to $kind ($category) has at least one ground, and none twice', ({ kind, category }) => {
    const grounds = groundsOf(kind, category);
    expect(grounds.length).toBeGreaterThan(0);
    expect(new Set(grounds).size).toBe(grounds.length);
  });

  test.each(['', ' ', 'Board-decision', 'constructor', 'length', undefined as unknown as string])(
    'never rests on %j',
    (ground) => {
      for (const { kind, category } of acts)
        expect(faultsOf(kind, { ground }, category)).toEqual(['#/decision/ground']);
    },
  );

  test.each([
    [
      'student',
      'misconduct',
      'The ground of this decision about a student is one of: awarded-in-error, result-annulled, misconduct, identity-error, learner-request.',
    ],
    [
      'participant',
      'agreement-breached',
      'The ground of this decision about a participant is one of: awarded-in-error, result-annulled, agreement-breached, identity-error, learner-request.',
    ],
  ] as const)('names the grounds that there are to revoke the award of a %s', (category, theirs, detail) => {
    const violations = [{ pointer: '#/decision/ground', detail }];
    const others = theirs === 'misconduct' ? 'agreement-breached' : 'misconduct';
    for (const ground of ['because', others])
      expect(() => decide('revoke', { ground }, { ...facts, category })).toThrow(
        expect.objectContaining({ violations }) as DomainError,
      );
    expect(decide('revoke', { ground: theirs }, { ...facts, category }).ground).toBe(theirs);
  });

  test.each([
    ['2026-03-02', []],
    ['2026-03-01', []],
    ['1999-12-31', []],
    ['1900-01-01', []],
    ['1899-12-31', ['#/decision/date']],
    ['0000-01-01', ['#/decision/date']],
    ['0202-03-02', ['#/decision/date']],
    ['2026-03-03', ['#/decision/date']],
    ['2027-01-01', ['#/decision/date']],
    ['2026-02-30', ['#/decision/date']],
    ['2026-3-2', ['#/decision/date']],
    ['', ['#/decision/date']],
    ['yesterday', ['#/decision/date']],
    ['2026-03-02T09:00:00Z', ['#/decision/date']],
  ])('dated %j has the faults %j, where today is 2026-03-02', (date, pointers) => {
    expect(faultsOf('award', { ground: 'outcomes-met', date })).toEqual(pointers);
  });

  test.each([
    ['2026-03-01', []],
    ['2026-02-20', []],
    ['2026-02-19', [{ pointer: '#/decision/date', detail: 'The decision is dated before the award, 2026-02-20.' }]],
    ['1999-12-31', [{ pointer: '#/decision/date', detail: 'The decision is dated before the award, 2026-02-20.' }]],
    [undefined, []],
  ])('about an award of 2026-02-20 dated %j has the faults %j', (date, violations) => {
    const since = { what: 'the award', date: '2026-02-20' };
    const input = { ground: 'awarded-in-error', ...(date !== undefined && { date }) };
    const made = () => decide('revoke', input, { ...facts, since, category: 'student' });
    if (violations.length === 0) expect(made().date).toBe(date ?? facts.today);
    else expect(made).toThrow(expect.objectContaining({ code: 'decision-invalid', violations }) as DomainError);
  });

  test('says both what is wrong with its ground and with its date', () => {
    expect(faultsOf('award', { ground: 'because', date: '2030-01-01' })).toEqual([
      '#/decision/ground',
      '#/decision/date',
    ]);
  });
});
