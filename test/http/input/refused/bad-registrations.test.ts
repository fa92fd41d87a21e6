import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfferingInput } from '../../../../src/domain/catalogue/offering.ts';
import type { RegistrationInput } from '../../../../src/domain/enrolment/registration.ts';
import { everyAnswer } from '../../setup/every-answer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import {
  draftCourse,
  must,
  offeringInput,
  openOffering,
  publishCourse,
  register,
  somebody,
} from '../../setup/story.ts';
import { anyCountryContent, hoursOnlyContent } from '../../../samples/content.ts';

let harness: Harness;
let offering: { id: string };
beforeAll(async () => {
  harness = await startHarness();
  await publishCourse(harness.north, 'vatten');
  await publishCourse(harness.north, 'myr', hoursOnlyContent);
  await publishCourse(harness.north, 'uppdrag', { ...hoursOnlyContent, legalForm: 'se-commissioned-no-credits' });
  offering = await openOffering(harness.north, 'vatten');
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };
const nowhere = '00000000-0000-4000-8000-000000000000';
const offer = (slug: string, changed: object) =>
  harness.north.as.registrar.post(`${harness.north.base}/microcredentials/${slug}/offerings`, {
    ...offeringInput,
    ...changed,
  });

describe('an offering is refused', () => {
  const invalid = { status: 422, code: 'offering-invalid' };
  const rows: readonly (readonly [
    string,
    string,
    Partial<Record<keyof OfferingInput | 'price', unknown>>,
    typeof invalid,
    string,
  ])[] = [
    ['that ends before it starts', 'vatten', { endDate: '2026-08-30' }, invalid, '#/endDate'],
    ['that starts on 31 June', 'vatten', { startDate: '2026-06-31' }, invalid, '#/startDate'],
    ['that takes applications after its end', 'vatten', { applyBy: '2026-12-19' }, invalid, '#/applyBy'],
    ['in a language that was not published', 'vatten', { language: 'fi' }, invalid, '#/language'],
    ['in a mode that was not published', 'vatten', { mode: 'onsite' }, invalid, '#/mode'],
    ['for money, where the law asks none of persons', 'myr', { fee: { amount: 1, currency: 'SEK' } }, invalid, '#/fee'],
    ['to individuals, where a client sends its people', 'uppdrag', {}, invalid, '#/application'],
    ['in an unknown language', 'vatten', { language: 'xx' }, malformed, '#/language'],
    ['at more than full pace', 'vatten', { pace: 101 }, malformed, '#/pace'],
    ['for nobody', 'vatten', { places: 0 }, malformed, '#/places'],
    ['for half a person', 'vatten', { places: 1.5 }, malformed, '#/places'],
    ['for a negative sum', 'vatten', { fee: { amount: -1, currency: 'SEK' } }, malformed, '#/fee/amount'],
    ['for dollars', 'vatten', { fee: { amount: 1, currency: 'USD' } }, malformed, '#/fee/currency'],
    ['with a member that nobody knows', 'vatten', { price: 1 }, malformed, '#/price'],
  ];
  test.each(rows)('%s', async (_, slug, changed, refusal, at) => {
    await expectRefused(harness, () => offer(slug, changed), { ...refusal, at });
  });

  test('of what is not published, so that nobody can complete it', async () => {
    await draftCourse(harness.north, 'opublicerad', anyCountryContent);
    const unpublished = { status: 409, code: 'state-forbids', says: /not published yet/ };
    await expectRefused(harness, () => offer('opublicerad', {}), unpublished);
    const missing = { status: 404, code: 'not-found', says: /finns-inte/ };
    await expectRefused(harness, () => offer('finns-inte', {}), missing);
  });

  test('of what is withdrawn', async () => {
    await publishCourse(harness.north, 'nedlagd');
    must(await harness.north.as.admin.post(`${harness.north.base}/microcredentials/nedlagd/withdraw`));
    await expectRefused(harness, () => offer('nedlagd', {}), { status: 409, code: 'state-forbids', says: /withdrawn/ });
  });
});

describe('a change of what is known of a person is refused', () => {
  test.each([
    ['without a name', { email: 'a@epost.invalid' }, malformed, '#/nameAsAwarded'],
    [
      'with a date of birth that does not exist',
      { nameAsAwarded: 'A', birthDate: '1990-02-30' },
      { status: 422, code: 'content-invalid' },
      '#/birthDate',
    ],
    ['with protection, which is another act', { nameAsAwarded: 'A', protected: false }, malformed, '#/protected'],
  ])('%s', async (_, body, refusal, at) => {
    const { learnerId } = await register(harness.north, offering.id);
    const send = () => harness.north.as.registrar.put(`${harness.north.base}/learners/${learnerId}`, body);
    await expectRefused(harness, send, { ...refusal, at });
  });
});

describe('a registration is refused', () => {
  const invalid = { status: 422, code: 'registration-invalid' };
  const learner = somebody();
  const send = (body: object, id = offering.id) =>
    harness.north.as.registrar.post(`${harness.north.base}/offerings/${id}/registrations`, body);
  const other = { category: 'other', learner };
  const long = 'å'.repeat(201);
  const named = (changed: object) => ({ category: 'other', learner: { ...learner, ...changed } });
  type Row = readonly [string, Partial<Record<keyof RegistrationInput, unknown>>, typeof invalid, string];
  const rows: readonly Row[] = [
    ['of nobody', { category: 'other' }, invalid, '#/learner'],
    ['of somebody new and known', { ...other, learnerId: nowhere }, invalid, '#/learner'],
    ['of a person who is not there', { category: 'other', learnerId: nowhere }, invalid, '#/learnerId'],
    [
      'of a participant of commissioned education without a client',
      { ...other, category: 'commissioned' },
      invalid,
      '#/client',
    ],
    ['of a student, where there are none', { ...other, category: 'student' }, invalid, '#/category'],
    ['with a source and no id there', { ...other, source: 'register' }, invalid, '#/externalId'],
    ['with an id and no source', { ...other, externalId: '1' }, invalid, '#/externalId'],
    ['of somebody born tomorrow', named({ birthDate: '2026-10-16' }), invalid, '#/learner/birthDate'],
    ['of somebody born on 30 February', named({ birthDate: '1990-02-30' }), invalid, '#/learner/birthDate'],
    ['in an unknown category', { ...other, category: 'guest' }, malformed, '#/category'],
    [
      'without a name',
      { category: 'other', learner: { email: 'a@epost.invalid' } },
      malformed,
      '#/learner/nameAsAwarded',
    ],
    ['with a name of white space', named({ nameAsAwarded: ' \t' }), malformed, '#/learner/nameAsAwarded'],
    ['with a name that is a book', named({ nameAsAwarded: long }), malformed, '#/learner/nameAsAwarded'],
    ['with an address that is none', named({ email: 'hemma' }), malformed, '#/learner/email'],
    [
      'with an unknown identifier',
      named({ identifiers: [{ kind: 'face', value: '1' }] }),
      malformed,
      '#/learner/identifiers/0/kind',
    ],
    [
      'with an empty identifier',
      named({ identifiers: [{ kind: 'other', value: '' }] }),
      malformed,
      '#/learner/identifiers/0/value',
    ],
    ['of somebody who says they are protected', named({ protected: true }), malformed, '#/learner/protected'],
  ];
  test.each(rows)('%s', async (_, body, refusal, at) => {
    await expectRefused(harness, () => send(body), { ...refusal, at });
  });

  test('for an offering that is not there', async () => {
    await expectRefused(harness, () => send(other, nowhere), { status: 404, code: 'not-found', says: /no offering/ });
    await expectRefused(harness, () => send(other, 'first'), { ...malformed, at: '#/offering' });
  });

  test('twice, of the same person', async () => {
    const { learnerId } = await register(harness.north, offering.id);
    const again = () => send({ category: 'other', learnerId });
    await expectRefused(harness, again, { status: 409, code: 'already-exists', says: /registered/ });
  });

  test('under the id of another registration', async () => {
    const sourced = (changed: object) => ({ category: 'other', source: 'register', externalId: '4711', ...changed });
    const { body, status } = await send(sourced({ learner: somebody() }));
    expect(status).toBe(201);
    const elsewhere = await openOffering(harness.north, 'vatten');
    const refusal = { ...invalid, at: '#/externalId', says: /in use/ };
    await expectRefused(harness, () => send(sourced({ learner: somebody() }), elsewhere.id), refusal);
    const before = await harness.dump();
    const again = await send(sourced({ learner: somebody() }));
    expect([again.status, again.body]).toEqual([200, body]);
    expect(await harness.dump()).toBe(before);
  });

  test('to a client alone where the form says so', async () => {
    const { id } = must(await offer('uppdrag', { application: 'client' }));
    await expectRefused(harness, () => send(other, id), { ...invalid, at: '#/category', says: /commissioned/ });
  });
});

everyAnswer(() => harness);
