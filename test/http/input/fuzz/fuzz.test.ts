import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { operationTable } from '../../../../src/generated/operations.ts';
import type { Client } from '../../setup/client.ts';
import { everyAnswer } from '../../setup/every-answer.ts';
import { expectSame } from '../../setup/refusals.ts';
import { resultInput, offeringInput, outcomesMet, somebody } from '../../setup/story.ts';
import { beginStory, free, harness, member, partnership, story } from './oddities.ts';
import { anyCountryContent } from '../../../samples/content.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

type Written = Extract<(typeof operationTable)[keyof typeof operationTable], { hasBody: true }>;
type Id = {
  [K in keyof typeof operationTable]: (typeof operationTable)[K] extends Written ? K : never;
}[keyof typeof operationTable];

const decision = {
  ground: 'delegated-decision',
  capacity: 'head',
  body: 'board',
  date: '2026-10-01',
  caseNumber: 'A 1',
};
const fullOffering = () => ({
  ...offeringInput,
  pace: 50,
  places: 50,
  location: { sv: 'A' },
  contact: { email: 'kurs@demo.invalid' },
  sessions: [{ kind: 'meeting', date: '2026-09-14', from: '09:00' }],
});
/** A good body for each operation that takes one: leave one out and this does not compile. */
const good: Readonly<Record<Id, () => unknown>> = {
  createMicrocredential: () => ({
    slug: 'fuzz',
    ownerUnit: 'VESI',
    reviewBy: '2027-01-01',
    content: anyCountryContent,
  }),
  updateDraft: () => ({ ownerUnit: 'VESI', reviewBy: '2027-01-01', content: anyCountryContent }),
  returnDraft: () => ({ note: 'Skriv om.' }),
  publishMicrocredential: () => ({ decision }),
  invitePartner: () => ({ mayEdit: true }),
  updatePartnershipDraft: () => ({ content: anyCountryContent }),
  decideOnPartnership: () => ({ outcome: 'refused', note: 'Nej.', decision }),
  cancelOffering: () => ({ reason: { sv: 'Få.' } }),
  createOffering: fullOffering,
  updateOffering: fullOffering,
  offerHosting: () => ({
    host: 'provsjo',
    version: 1,
    awardedBy: 'owner',
    startsUntil: '2027-01-01',
    caseNumber: 'A 1',
  }),
  createHostedOffering: () => offeringInput,
  createRegistration: () => ({
    form: 'other',
    client: { name: 'A' },
    source: 'a',
    externalId: 'b',
    learner: somebody(),
  }),
  createRegistrations: () => ({
    registrations: [
      { form: 'other', source: 'a', externalId: 'c', learner: somebody() },
      { form: 'other', sameLearnerAs: { source: 'a', externalId: 'b' } },
    ],
  }),
  updateLearner: () => somebody(),
  protectLearner: () => ({ protected: true, alias: 'A' }),
  recordResult: () => ({
    ...resultInput(harness.south, free.registration),
    decision: { ground: 'examination' },
  }),
  recordResults: () => ({
    results: [resultInput(harness.south, free.registration), resultInput(harness.south, story.registration.id)],
  }),
  makeAward: () => ({ completionId: free.completion, decision: outcomesMet }),
  makeAwards: () => ({ completions: [free.completion, story.completion.id], decision: outcomesMet }),
  revokeAward: () => ({ decision: { ground: 'misconduct', date: '2026-10-15' } }),
  setCertificatePage: () => ({ on: true }),
  verifyCredential: () => ({ credential: story.credential }),
};

afterEach(() => {
  const written: string[] = [];
  for (const name in {}) written.push(name);
  expect(written).toEqual([]);
});

type Json = any;
/** Every place in a value, as the steps to it. */
const places = (value: Json, path: readonly string[] = []): (readonly string[])[] =>
  value !== null && typeof value === 'object'
    ? [path, ...Object.keys(value).flatMap((name) => places(value[name], [...path, name]))]
    : [path];

/** The value with another in one of its places, or without that place. */
function altered(value: Json, path: readonly string[], put: unknown, isGone: boolean): Json {
  if (path.length === 0) return put;
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((one, step) => one[step], copy);
  if (isGone) delete parent[last];
  else parent[last] = put;
  return copy;
}

const alteredBody = (make: () => unknown) =>
  fc.tuple(fc.nat(), member, fc.boolean()).map(([at, put, isGone]) => {
    const body = make();
    const all = places(body);
    return altered(body, all[at % all.length] ?? [], put, isGone);
  });

const parametersOf = (path: string, slug: string) =>
  path
    .replace(':institution', 'koesaari')
    .replace(':microcredential', slug)
    .replace(':offering', story.offering.id)
    .replace(':learner', story.registration.learnerId)
    .replace(':partnership', partnership)
    .replace(':partner', 'provsjo')
    .replace(':award', story.award.id);

function clientFor(id: Id): Client {
  if (id === 'verifyCredential') return harness.anyone;
  if (id === 'invitePartner') return harness.south.as.admin;
  return /Microcredential|Draft|decideOn/.test(id) ? harness.south.as.author : harness.south.as.confidential;
}

describe('whatever is sent to', () => {
  test.each(Object.keys(good) as Id[])(
    '%s is no fault of ours, and changes nothing where it is refused',
    async (id) => {
      const { method, path } = operationTable[id];
      const at = parametersOf(path, id === 'createOffering' ? 'klippor' : 'utkast');
      const client = clientFor(id);
      // What a check finds changed in a list it publishes first, so that is done before.
      await harness.anyone.post('/api/v1/verify', { credential: story.credential });
      let before = await harness.dump();
      const send = async (body: string) => {
        const read = /^(updateDraft|\w*Partnership\w*)$/.test(id) ? at.replace(/\/(draft|decision)$/, '') : undefined;
        const current = read === undefined ? undefined : await client.get(read);
        const headers = { 'If-Match': current?.headers.get('ETag') ?? '*' };
        const answer = await client.send(method.toUpperCase(), at, { body, headers });
        expect(answer.status, answer.text).toBeLessThan(500);
        const after = await harness.dump();
        if (answer.status >= 300 || id === 'verifyCredential') expectSame(before, after);
        before = after;
      };
      const body = fc.oneof({ weight: 3, arbitrary: alteredBody(good[id]) }, { weight: 1, arbitrary: member });
      await fc.assert(
        fc.asyncProperty(body, (value) => send(JSON.stringify(value))),
        { numRuns: 60 },
      );
    },
  );
});

everyAnswer(() => harness);
