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
import {
  anyCountryContent,
  finnishContent,
  hoursOnlyContent,
  runFormsOf,
  sharedContent,
} from '../../../samples/content.ts';

let harness: Harness;
let offering: { id: string };
beforeAll(async () => {
  harness = await startHarness();
  await publishCourse(harness.north, 'vatten');
  await publishCourse(harness.north, 'myr', hoursOnlyContent);
  await publishCourse(harness.north, 'uppdrag', { ...hoursOnlyContent, legalForms: ['se-commissioned-no-credits'] });
  await publishCourse(harness.north, 'delad', sharedContent);
  await publishCourse(harness.south, 'vesi', finnishContent);
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
  const shared = runFormsOf(sharedContent);
  const other = (changed: object) => ({ forms: [{ ...runFormsOf(anyCountryContent)[0], ...changed }] });
  const priced = (changed: object) =>
    other({ price: { amount: 1, currency: 'SEK', payers: ['everyone'], ...changed } });
  const rows: readonly (readonly [
    string,
    string,
    Partial<Record<keyof OfferingInput | 'price', unknown>>,
    typeof invalid,
    string,
  ])[] = [
    ['that ends before it starts', 'vatten', { endDate: '2026-08-30' }, invalid, '#/endDate'],
    ['that starts on 31 June', 'vatten', { startDate: '2026-06-31' }, invalid, '#/startDate'],
    ['that takes applications after its end', 'vatten', other({ applyBy: '2026-12-19' }), invalid, '#/forms/0/applyBy'],
    ['in a language that was not published', 'vatten', { language: 'fi' }, invalid, '#/language'],
    ['in a mode that was not published', 'vatten', { attendance: 'onsite' }, invalid, '#/attendance'],
    ['in no form', 'vatten', { forms: [] }, malformed, '#/forms'],
    ['without a word of its forms', 'vatten', { forms: undefined }, malformed, '#/forms'],
    ['in a form that nobody knows', 'vatten', other({ form: 'se-magic' }), malformed, '#/forms/0/form'],
    ['in a form that its version does not list', 'vatten', { forms: shared }, invalid, '#/forms/0/form'],
    ['in one form twice', 'delad', { forms: [...shared, shared[0]] }, invalid, '#/forms/3/form'],
    ['for nobody at all', 'vatten', other({ audience: [] }), malformed, '#/forms/0/audience'],
    ['to apply for at a script', 'vatten', other({ applyAt: 'javascript:alert(1)' }), malformed, '#/forms/0/applyAt'],
    ['in an unknown language', 'vatten', { language: 'xx' }, malformed, '#/language'],
    ['at more than full pace', 'vatten', { pace: 101 }, malformed, '#/pace'],
    ['for nobody', 'vatten', { places: 0 }, malformed, '#/places'],
    ['for half a person', 'vatten', { places: 1.5 }, malformed, '#/places'],
    ['for a negative sum', 'vatten', priced({ amount: -1 }), malformed, '#/forms/0/price/amount'],
    ['for dollars', 'vatten', priced({ currency: 'USD' }), malformed, '#/forms/0/price/currency'],
    ['for money of nobody', 'vatten', priced({ payers: [] }), invalid, '#/forms/0/price/payers'],
    ['for money, without a word of whom', 'vatten', priced({ payers: undefined }), malformed, '#/forms/0/price/payers'],
    ['with a member that nobody knows', 'vatten', { price: 1 }, malformed, '#/price'],
  ];
  test.each(rows)('%s', async (_, slug, changed, refusal, at) => {
    await expectRefused(harness, () => offer(slug, changed), { ...refusal, at });
  });

  type Unlawful = readonly [string, slug: string, index: number, changed: object, at: string, paragraph: RegExp];
  const paid = (amount: number, ...payers: string[]) => ({ price: { amount, currency: 'SEK', payers } });
  const unlawful: readonly Unlawful[] = [
    [
      'for money of all, where only some may be charged',
      'delad',
      0,
      paid(1, 'everyone'),
      'price/payers',
      /4 kap\. 4 §/,
    ],
    ['for money of those who pay no fee', 'delad', 0, paid(1, 'fee-exempt'), 'price/payers', /4 kap\. 4 §/],
    ['for money of whom a client sends', 'delad', 1, paid(1, 'client-named'), 'price/payers', /\(2002:760\).* 2 §/],
    [
      'to individuals, where a client sends its people',
      'delad',
      1,
      { application: 'individual' },
      'application',
      /2 §/,
    ],
    ['to everyone, where a client sends its people', 'delad', 2, { audience: ['everyone'] }, 'audience', /2 §/],
    ['to everyone, where two groups are told apart', 'delad', 0, { audience: ['everyone'] }, 'audience', /4 kap\. 4 §/],
    ['to groups that a client registers', 'delad', 0, { application: 'client' }, 'application', /1 kap\. 4 §/],
  ];
  test.each(unlawful)('%s, with the paragraph', async (_, slug, index, changed, at, paragraph) => {
    const forms = shared.map((form, place) => (place === index ? { ...form, ...changed } : form));
    const refusal = { ...invalid, at: `#/forms/${index}/${at}`, says: paragraph };
    await expectRefused(harness, () => offer(slug, { forms }), refusal);
  });

  test.each([
    ['above the cap of today', '2026-08-31', 135.01, /135 EUR at most: 45 EUR a credit .*\(1082\/2009\) 2 §/],
    ['above the cap of its time', '2024-04-30', 45.01, /45 EUR at most: 15 EUR a credit .*\(1082\/2009\) 2 §/],
  ])('for a fee %s', async (_, startDate, amount, says) => {
    const price = { amount, currency: 'EUR', payers: ['everyone'] };
    const forms = [{ ...runFormsOf(finnishContent)[0], price }];
    const body = { ...offeringInput, startDate, forms };
    const send = () => harness.south.as.registrar.post(`${harness.south.base}/microcredentials/vesi/offerings`, body);
    await expectRefused(harness, send, { ...invalid, at: '#/forms/0/price/amount', says });
  });

  test('in a form that the law had not when it starts', async () => {
    const body = { ...offeringInput, startDate: '2014-12-31', forms: runFormsOf(finnishContent) };
    const send = () => harness.south.as.registrar.post(`${harness.south.base}/microcredentials/vesi/offerings`, body);
    const says = /not in force on 2014-12-31.*yliopistolaki \(558\/2009\) 7 §/;
    await expectRefused(harness, send, { ...invalid, at: '#/forms/0/form', says });
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
  const other = { form: 'other', learner };
  const long = 'å'.repeat(201);
  const named = (changed: object) => ({ form: 'other', learner: { ...learner, ...changed } });
  type Row = readonly [string, Partial<Record<keyof RegistrationInput, unknown>>, typeof invalid, string];
  const rows: readonly Row[] = [
    ['of nobody', { form: 'other' }, invalid, '#/learner'],
    ['of somebody new and known', { ...other, learnerId: nowhere }, invalid, '#/learner'],
    ['of a person who is not there', { form: 'other', learnerId: nowhere }, invalid, '#/learnerId'],
    ['in a form that its run does not open', { ...other, form: 'se-regular' }, invalid, '#/form'],
    ['with a source and no id there', { ...other, source: 'register' }, invalid, '#/externalId'],
    ['with an id and no source', { ...other, externalId: '1' }, invalid, '#/externalId'],
    ['of somebody born tomorrow', named({ birthDate: '2026-10-16' }), invalid, '#/learner/birthDate'],
    ['of somebody born on 30 February', named({ birthDate: '1990-02-30' }), invalid, '#/learner/birthDate'],
    ['in an unknown form', { ...other, form: 'se-magic' }, malformed, '#/form'],
    ['in no form', { learner }, malformed, '#/form'],
    ['without a name', { form: 'other', learner: { email: 'a@epost.invalid' } }, malformed, '#/learner/nameAsAwarded'],
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

  test('under the id of another registration', async () => {
    const sourced = (changed: object) => ({ form: 'other', source: 'register', externalId: '4711', ...changed });
    const person = somebody();
    const { body, status } = await send(sourced({ learner: person }));
    expect(status).toBe(201);
    const elsewhere = await openOffering(harness.north, 'vatten');
    const refusal = { ...invalid, at: '#/externalId', says: /in use/ };
    await expectRefused(harness, () => send(sourced({ learner: somebody() }), elsewhere.id), refusal);
    const before = await harness.dump();
    const again = await send(sourced({ learner: person }));
    expect([again.status, again.body]).toEqual([200, body]);
    expect(await harness.dump()).toBe(before);
  });

  test('without its client, or with one, where one run has both', async () => {
    const { id } = must(await offer('delad', { forms: runFormsOf(sharedContent) }));
    const client = { name: 'Bruket' };
    const commissioned = { form: 'se-commissioned-no-credits', learner };
    await expectRefused(harness, () => send(commissioned, id), { ...invalid, at: '#/client', says: /for a client/ });
    const student = { form: 'se-regular', learner, client };
    await expectRefused(harness, () => send(student, id), {
      ...invalid,
      at: '#/client',
      says: /for themselves.*\(högskolelagen .* 4 §;/,
    });
    await expectRefused(harness, () => send(other, id), { ...invalid, at: '#/form', says: /se-regular, se-comm/ });
  });
});

everyAnswer(() => harness);
