import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awaited } from '../../../../src/domain/catalogue/joint/joint-gate.ts';
import { partnerStates } from '../../../../src/domain/catalogue/joint/partnership.ts';
import type { CompleteContent, MicrocredentialContent } from '../../../../src/domain/catalogue/microcredential.ts';
import { asNextDraft, asPublished } from '../../../../src/domain/catalogue/known-bodies.ts';
import { passPublishGate, passToPublish, publishGate } from '../../../../src/domain/catalogue/publish-gate.ts';
import { completeContent } from '../../../samples/content.ts';

const bodyOf = (slug: string) => ({
  slug,
  id: `did:web:merit.example:institutions:${slug}`,
  name: { sv: slug },
  country: 'SE' as const,
  homepage: `https://${slug}.example/`,
});
const owner = bodyOf('provsjo');
const partner = { ...bodyOf('koesaari'), state: 'agreed' as const };
const stranger = {
  ...bodyOf('tredje'),
  identifiers: [{ kind: 'ror' as const, value: 'https://ror.org/0skarga36' }],
};
const publication = {
  country: 'SE',
  on: '2026-03-01',
  institutions: [owner, partner],
  partners: [partner],
  others: [stranger],
};

const day = '2026-02-01';
const outside = { name: { sv: 'Branschrådet' }, country: 'SE', homepage: 'https://branschradet.example/' } as const;
const awardedBy = (...awardingBodies: readonly object[]) =>
  ({ ...completeContent, awardingBodies }) as MicrocredentialContent;
const own = { institution: 'provsjo' };
const faultsOf = (...bodies: readonly object[]) =>
  publishGate(awardedBy(...bodies), publication).faults.map(({ code, pointer }) => `${code} ${pointer}`);

describe('a body outside this service', () => {
  const of = (change: object) => ({ ...outside, decision: { date: day }, ...change });
  test.each([
    ['with a homepage and a decision', of({}), []],
    ['with a ROR', of({ homepage: undefined, id: 'https://ror.org/0k0esaa02' }), []],
    ['that decided on the day of publication', of({ decision: { date: '2026-03-01', reference: 'B 7' } }), []],
    ['that nobody can look up', of({ homepage: undefined }), ['outside-body-address #/awardingBodies/1']],
    ['without a decision', outside, ['outside-decision-missing #/awardingBodies/1/decision']],
    ['whose decision has no day', of({ decision: {} }), ['outside-decision-missing #/awardingBodies/1/decision']],
    [
      'that decided on no day',
      of({ decision: { date: '2026-02-30' } }),
      ['outside-decision-impossible #/awardingBodies/1/decision/date'],
    ],
    [
      'that decides tomorrow',
      of({ decision: { date: '2026-03-02' } }),
      ['outside-decision-late #/awardingBodies/1/decision/date'],
    ],
    [
      'that is an institution here, by its homepage',
      of({ homepage: 'http://www.tredje.example' }),
      ['body-is-here #/awardingBodies/1'],
    ],
    [
      'by its homepage, spelled in another way',
      of({ homepage: 'https://tredje.example//%2F' }),
      ['body-is-here #/awardingBodies/1'],
    ],
    [
      'by what it is called, whatever its homepage',
      of({ name: { fi: ' TREDJE ' }, homepage: 'https://annan.example/' }),
      ['body-is-here #/awardingBodies/1'],
    ],
    [
      'whose reference turns the direction of the text',
      of({ decision: { date: day, reference: 'B \u202E7' } }),
      ['outside-decision-reference #/awardingBodies/1/decision/reference'],
    ],
    [
      'whose reference is blank',
      of({ decision: { date: day, reference: ' ' } }),
      ['outside-decision-reference #/awardingBodies/1/decision/reference'],
    ],
    ['by its ROR', of({ id: 'https://ror.org/0skarga36' }), ['body-is-here #/awardingBodies/1']],
    ['that is a partner here, written out', of({ homepage: partner.homepage }), ['body-is-here #/awardingBodies/1']],
  ])('%s', (_, body, expected) => {
    expect(faultsOf(own, body)).toEqual(expected);
  });

  test('that awards alone is asked for nothing more than before, and for no impossible day', () => {
    const { homepage: _, ...written } = outside;
    expect(faultsOf(written)).toEqual([]);
    expect(faultsOf({ ...written, decision: { date: '2026-02-30' } })).toEqual([
      'outside-decision-impossible #/awardingBodies/0/decision/date',
    ]);
  });

  test('may be the owner itself: nobody else’s decision is told', () => {
    expect(faultsOf(of({ homepage: owner.homepage }), of({}))).toEqual([]);
  });
});

test('nobody writes out an institution here as the one that assures the quality', () => {
  const [first] = completeContent.qualityAssurance;
  const assuredBy = (body: object) =>
    publishGate({ ...awardedBy(own), qualityAssurance: [{ ...first, body }] }, publication);
  const { faults } = assuredBy({ name: { sv: 'Tredje' }, country: 'SE' });
  expect(faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['body-is-here #/qualityAssurance/0/body']);
  expect(assuredBy(outside).faults).toEqual([]);
});

test.each([
  ['the owner, chosen and written out', [own, { ...outside, homepage: owner.homepage, decision: { date: day } }]],
  [
    'one of outside, by its homepage',
    ['https://branschradet.example', 'http://www.branschradet.example/'].map((homepage) => ({
      ...outside,
      homepage,
      decision: { date: day },
    })),
  ],
])('%s does not award twice', (_, bodies) => {
  expect(faultsOf(...bodies)).toEqual(['body-twice #/awardingBodies/1']);
});

test('the next version asks bodies outside for their decision anew, and keeps who they are', () => {
  const decision = { date: day };
  const content = awardedBy({ ...own, decision }, { ...outside, decision }) as CompleteContent;
  expect(asNextDraft(content).awardingBodies).toEqual([{ ...own, decision }, outside]);
});

describe('a partner', () => {
  const chosen = { institution: 'koesaari' };
  const inState = (state: (typeof partnerStates)[number]) => ({
    ...publication,
    institutions: state === 'left' ? [owner] : publication.institutions,
    partners: [{ ...partner, state }],
  });

  test.each(partnerStates)('that is %s lets a course be published, or does not; it may be submitted', (state) => {
    const content = awardedBy(own, chosen);
    const still = awaited(content, inState(state)).map(({ code, pointer }) => `${code} ${pointer}`);
    expect(still).toEqual(state === 'agreed' ? [] : [`partner-${state} #/awardingBodies/1/institution`]);
    if (state === 'agreed') expect(passToPublish(content, inState(state))).toBe(content);
    else expect(() => passToPublish(content, inState(state))).toThrow(/cannot be published/);
    expect(passPublishGate(content, inState(state))).toBe(content);
  });

  test.each(partnerStates)('that is %s and assures the quality is asked likewise', (state) => {
    const [first] = completeContent.qualityAssurance;
    const content = { ...awardedBy(own), qualityAssurance: [{ ...first, body: chosen }] } as MicrocredentialContent;
    const still = awaited(content, inState(state)).map(({ code, pointer }) => `${code} ${pointer}`);
    expect(still).toEqual(state === 'agreed' ? [] : [`partner-${state} #/qualityAssurance/0/body/institution`]);
    expect(passPublishGate(content, inState(state))).toBe(content);
  });

  test('that is not named keeps nobody from publishing', () => {
    expect(awaited(awardedBy(own), inState('refused'))).toEqual([]);
    expect(awaited(awardedBy(own, outside), inState('left'))).toEqual([]);
  });

  test('that was not invited may not be named', () => {
    expect(faultsOf(own, { institution: 'tredje' })).toEqual(['body-unknown #/awardingBodies/1/institution']);
  });

  test('is published only where each has agreed, in whatever order they are named', () => {
    const states = fc.array(fc.constantFrom(...partnerStates), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(states, (all) => {
        const partners = all.map((state, index) => ({ ...bodyOf(`p${index}`), state }));
        const content = awardedBy(own, ...partners.map(({ slug: institution }) => ({ institution })));
        const found = awaited(content, { partners });
        expect(found.length).toBe(all.filter((state) => state !== 'agreed').length);
      }),
    );
  });
});

describe('what is published', () => {
  const decisions = new Map([
    ['provsjo', { date: '2026-02-20', reference: 'PH 1' }],
    ['koesaari', { date: '2026-02-21' }],
  ]);
  const published = (bodies: readonly object[], more: object = { decisions }) =>
    asPublished(awardedBy(...bodies) as CompleteContent, { ...publication, ...more }).awardingBodies;

  test('says when each institution decided, whatever the draft says of it', () => {
    const invented = { decision: { date: '1999-01-01', reference: 'påhittad' } };
    const bodies = published([
      { ...own, ...invented },
      { institution: 'koesaari', ...invented },
    ]);
    expect(bodies.map(({ decision }) => decision)).toEqual([...decisions.values()]);
  });

  test('keeps what the author tells of a body outside', () => {
    const decision = { date: day, reference: 'B 7' };
    expect(published([own, { ...outside, decision }])[1]).toEqual({ ...outside, decision });
  });

  test('says nothing of a decision where there is none', () => {
    const [body] = published([{ ...own, decision: { date: day } }], {});
    expect(body).not.toHaveProperty('decision');
  });
});
