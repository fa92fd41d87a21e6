import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  demandDecidable,
  demandInvitable,
  demandMayEdit,
  demandPartner,
  partnerOutcomes,
  type Partnership,
  partnerState,
  partnerStates,
} from '../../../../src/domain/catalogue/joint/partnership.ts';
import { type Draft, draftStates, type Microcredential } from '../../../../src/domain/catalogue/microcredential.ts';

const at = new Date('2026-10-15T09:00:00Z');
const invited: Partnership = {
  id: 'p1',
  institutionId: 'partner',
  ownerId: 'owner',
  microcredentialId: 'm1',
  mayEdit: true,
  invitedAt: at,
};
const decided = (outcome: 'agreed' | 'refused', contentDigest: string): Partnership => ({
  ...invited,
  decision: { outcome, contentDigest, decisionId: 'd1', note: 'Nej.' },
});
const left = { ...invited, leftAt: at };
const draftIn = (state: Draft['state']): Microcredential => ({
  id: 'm1',
  institutionId: 'owner',
  slug: 'vatten',
  createdAt: at,
  draft: { content: {}, state, revision: 1, editors: [], updatedAt: at },
});
const agreed = { outcome: 'agreed', contentDigest: 'now' } as const;
const refusalOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('where a partner stands', () => {
  test.each([
    ['nothing is decided', invited, 'now', 'undecided'],
    ['it agreed to this text', decided('agreed', 'now'), 'now', 'agreed'],
    ['it refused this text', decided('refused', 'now'), 'now', 'refused'],
    ['it agreed to another text', decided('agreed', 'before'), 'now', 'outdated'],
    ['it refused another text', decided('refused', 'before'), 'now', 'outdated'],
    ['there is no text to decide on', decided('agreed', 'before'), undefined, 'agreed'],
    ['it left after it agreed', { ...decided('agreed', 'now'), leftAt: at }, 'now', 'left'],
  ] as const)('%s', (_, partnership, digest, state) => {
    expect(partnerState(partnership, digest)).toBe(state);
  });

  test('is one of five, and agreed only for the very text that was agreed to', () => {
    const texts = fc.constantFrom('a', 'b', 'c');
    const any = fc.record({
      outcome: fc.constantFrom(...partnerOutcomes),
      on: texts,
      now: texts,
      hasLeft: fc.boolean(),
      hasDecided: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ outcome, on, now, hasLeft, hasDecided }) => {
        const partnership = { ...(hasDecided ? decided(outcome, on) : invited), ...(hasLeft && { leftAt: at }) };
        const state = partnerState(partnership, now);
        expect(partnerStates).toContain(state);
        expect(state === 'agreed').toBe(hasDecided && !hasLeft && outcome === 'agreed' && on === now);
      }),
    );
  });
});

describe('a decision', () => {
  test.each([
    ['on a text in review', invited, draftIn('in-review'), agreed, undefined],
    ['on an approved text', invited, draftIn('approved'), agreed, undefined],
    ['on a text that is still written', invited, draftIn('draft'), agreed, 'state-forbids'],
    ['of one that left', left, draftIn('in-review'), agreed, 'state-forbids'],
    ['to agree twice', decided('agreed', 'now'), draftIn('in-review'), agreed, 'state-forbids'],
    ['to agree to another text', decided('agreed', 'before'), draftIn('in-review'), agreed, undefined],
    ['to agree after a refusal', decided('refused', 'now'), draftIn('in-review'), agreed, undefined],
    ['to refuse', invited, draftIn('approved'), { ...agreed, outcome: 'refused', note: 'Nej.' }, undefined],
    ['to refuse without a word', invited, draftIn('approved'), { ...agreed, outcome: 'refused' }, 'content-invalid'],
    [
      'to refuse with what nobody sees',
      invited,
      draftIn('approved'),
      { ...agreed, outcome: 'refused', note: '\u200b' },
      'content-invalid',
    ],
    [
      'to refuse with a blank',
      invited,
      draftIn('approved'),
      { ...agreed, outcome: 'refused', note: ' ' },
      'content-invalid',
    ],
  ] as const)('%s', (_, partnership, microcredential, next, code) => {
    expect(refusalOf(() => demandDecidable(partnership, microcredential, next))).toBe(code);
  });

  test('is of a draft: what is published never changes', () => {
    const { draft: _, ...published } = { ...draftIn('approved'), publishedVersion: 1 };
    expect(refusalOf(() => demandDecidable(invited, published, agreed))).toBe('version-immutable');
    expect(refusalOf(() => demandDecidable(invited, { ...published, withdrawnAt: at }, agreed))).toBe('state-forbids');
  });
});

test('only a partner edits, and only one that was invited to', () => {
  expect(refusalOf(() => demandMayEdit(invited))).toBeUndefined();
  expect(refusalOf(() => demandMayEdit({ ...invited, mayEdit: false }))).toBe('state-forbids');
  expect(refusalOf(() => demandMayEdit(left))).toBe('state-forbids');
  expect(refusalOf(() => demandPartner(left))).toBe('state-forbids');
});

test.each(draftStates)('another institution is invited to a course that is %s, and never the owner', (state) => {
  expect(refusalOf(() => demandInvitable(draftIn(state), 'partner'))).toBeUndefined();
  expect(refusalOf(() => demandInvitable(draftIn(state), 'owner'))).toBe('state-forbids');
  expect(refusalOf(() => demandInvitable({ ...draftIn(state), withdrawnAt: at }, 'partner'))).toBe('state-forbids');
});
