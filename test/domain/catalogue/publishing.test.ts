import { describe, expect, test } from 'vitest';
import { type DomainError, type ErrorCode } from '../../../src/domain/shared/errors.ts';
import {
  type Draft,
  type DraftState,
  draftStates,
  type Microcredential,
  stateOf,
} from '../../../src/domain/catalogue/microcredential.ts';
import {
  demandEditable,
  demandPublishable,
  type Step,
  steps,
  take,
  workingCopy,
} from '../../../src/domain/catalogue/publishing.ts';

const author = 'author';
const colleague = 'colleague';

const draftIn = (state: DraftState): Draft => ({
  content: {},
  state,
  revision: 3,
  editors: [author],
  updatedAt: new Date(0),
});
const base = { id: 'm', institutionId: 'i', slug: 'vatten', createdAt: new Date(0) };
const places: Readonly<Record<string, Microcredential>> = {
  draft: { ...base, draft: draftIn('draft') },
  'in review': { ...base, draft: draftIn('in-review') },
  approved: { ...base, draft: draftIn('approved') },
  published: { ...base, publishedVersion: 1 },
  'published, next in draft': { ...base, publishedVersion: 1, draft: draftIn('draft') },
  'published, next in review': { ...base, publishedVersion: 1, draft: draftIn('in-review') },
  'published, next approved': { ...base, publishedVersion: 1, draft: draftIn('approved') },
  withdrawn: { ...base, publishedVersion: 1, withdrawnAt: new Date(1) },
  // No service makes this one; should it ever be, nothing is done with it.
  'withdrawn with a draft': { ...base, publishedVersion: 1, draft: draftIn('approved'), withdrawnAt: new Date(1) },
};

type Deed = Step | 'edit' | 'publish where review is required' | 'publish where review is waived';
const deeds: Readonly<Record<Deed, (microcredential: Microcredential) => unknown>> = {
  submit: (microcredential) => take('submit', microcredential, author),
  return: (microcredential) => take('return', microcredential, colleague),
  approve: (microcredential) => take('approve', microcredential, colleague),
  edit: (microcredential) => demandEditable(microcredential).state,
  'publish where review is required': (microcredential) => demandPublishable(microcredential, 'required').state,
  'publish where review is waived': (microcredential) => demandPublishable(microcredential, 'waived').state,
};

const no = 'state-forbids';
const never = 'version-immutable';
/** For each place and deed the state that it leads to (or that it is allowed in), or the refusal. */
const table: readonly (readonly [string, Readonly<Record<Deed, DraftState | ErrorCode>>])[] = (
  [
    // submit, return, approve, edit, publish where review is required, publish where it is waived
    ['draft', ['in-review', no, no, 'draft', no, 'draft']],
    ['in review', [no, 'draft', 'approved', no, no, 'in-review']],
    ['approved', [no, 'draft', no, no, 'approved', 'approved']],
    ['published', [never, never, never, never, never, never]],
    ['published, next in draft', ['in-review', no, no, 'draft', no, 'draft']],
    ['published, next in review', [no, 'draft', 'approved', no, no, 'in-review']],
    ['published, next approved', [no, 'draft', no, no, 'approved', 'approved']],
    ['withdrawn', [no, no, no, no, no, no]],
    ['withdrawn with a draft', [no, no, no, no, no, no]],
  ] as const
).map(([place, row]) => [
  place,
  Object.fromEntries(Object.keys(deeds).map((deed, index) => [deed, row[index]])) as Record<Deed, DraftState>,
]);

const every = table.flatMap(([place, row]) => Object.entries(row).map(([deed, ending]) => ({ place, deed, ending })));

describe('the state machine', () => {
  test('is asked about every place and deed', () => {
    expect(table.map(([place]) => place)).toEqual(Object.keys(places));
    expect(Object.keys(steps).every((step) => step in deeds)).toBe(true);
    expect(every).toHaveLength(9 * 6);
  });

  test.each(every)('$place · $deed → $ending', ({ place, deed, ending }) => {
    const microcredential = places[place] as Microcredential;
    const before = structuredClone(microcredential);
    const attempt = () => deeds[deed as Deed](microcredential);
    if ((draftStates as readonly string[]).includes(ending)) expect(attempt()).toBe(ending);
    else expect(attempt).toThrow(expect.objectContaining({ code: ending }) as DomainError);
    expect(microcredential).toEqual(before);
  });

  test('every state of a draft can be reached and left', () => {
    const reached = new Set<string>(['draft', ...Object.values(steps).map(({ to }) => to)]);
    const left = new Set<string>(Object.values(steps).flatMap(({ from }) => from));
    expect([...reached].sort()).toEqual([...draftStates].sort());
    // An approved draft is left by publication as well.
    expect([...left].sort()).toEqual([...draftStates].sort());
  });

  test('the refusal says where it stands and where it would have to be', () => {
    const attempt = () => take('approve', places['draft'] as Microcredential, colleague);
    expect(attempt).toThrow('It is a draft; to approve it, it must be in review.');
  });
});

describe('approval', () => {
  const inReview = (editors: readonly string[]): Microcredential => ({
    ...base,
    draft: { ...draftIn('in-review'), editors },
  });

  test('is never given by anyone who wrote the draft', () => {
    for (const editors of [[author], [author, colleague], [colleague, author]]) {
      expect(() => take('approve', inReview(editors), author)).toThrow(
        expect.objectContaining({ code: 'own-draft' }) as DomainError,
      );
    }
  });

  test('is given by anyone else', () => {
    expect(take('approve', inReview([author]), colleague)).toBe('approved');
  });

  test('an author may return what they wrote: that certifies nothing', () => {
    expect(take('return', inReview([author]), author)).toBe('draft');
  });
});

describe('the working copy', () => {
  test('of a published micro-credential is none', () => {
    expect(() => workingCopy(places['published'] as Microcredential)).toThrow(
      'A published version never changes. Start a draft of the next version and edit that.',
    );
  });

  test('is the draft where there is one', () => {
    const microcredential = places['draft'] as Microcredential;
    expect(workingCopy(microcredential)).toBe(microcredential.draft);
  });
});

describe('where a micro-credential stands', () => {
  test.each([
    ['draft', 'draft'],
    ['in review', 'in-review'],
    ['approved', 'approved'],
    ['published', 'published'],
    ['published, next in draft', 'published'],
    ['published, next approved', 'published'],
    ['withdrawn', 'withdrawn'],
    ['withdrawn with a draft', 'withdrawn'],
  ])('%s: %s', (place, state) => {
    expect(stateOf(places[place] as Microcredential)).toBe(state);
  });
});
