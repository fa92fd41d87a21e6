import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused, type Refusal } from '../setup/refusals.ts';
import { complete, must, offeringInput, openOffering, publishCourse, register } from '../setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await publishCourse(harness.north, 'vatten');
});
afterAll(() => harness.close());

let id: string;
beforeEach(async () => {
  ({ id } = await openOffering(harness.north, 'vatten'));
});
const at = () => `${harness.north.base}/offerings/${id}`;
const office = () => harness.north.as.registrar;
const tag = async () => (await office().get(at())).headers.get('ETag') ?? '';
const put = (change: object = {}, headers: Record<string, string> = { 'If-Match': '*' }) =>
  office().put(at(), { ...offeringInput, ...change }, headers);

const meeting = { kind: 'meeting', date: '2026-09-14', from: '13:00', to: '15:00' };

test('a correction is answered, read, and seen on the page of the run', async () => {
  const change = {
    endDate: '2026-11-30',
    places: 12,
    sessions: [{ ...meeting, place: { sv: 'Sal Älven' } }],
    contact: { name: 'Kurskansliet', email: 'kurs@demo.invalid' },
  };
  const answer = await put(change, { 'If-Match': await tag() });
  expect(must(answer, 200)).toMatchObject({ id, ...offeringInput, ...change });
  expect(answer.headers.get('ETag')).toBe(await tag());
  expect((await harness.anyone.get(at())).body).toEqual(answer.body);
  const page = await harness.anyone.get(`/sv/institutions/provsjo/offerings/${id}`, { Accept: 'text/html' });
  expect(page.text).toContain('Sal Älven');
  expect(page.text).toContain('Kurskansliet');
});

test('the tag follows what is said of the run and where it stands, and a change is based on what is said', async () => {
  const first = await tag();
  expect(first).toMatch(/^"[0-9a-f]{64}-running"$/);
  must(await put({ places: 1 }));
  const second = await tag();
  expect(second).not.toBe(first);
  await register(harness.north, id);
  expect(await tag()).toBe(second);
  const elsewhere = second.replace('running', 'planned');
  must(await put({ places: 2 }, { 'If-Match': elsewhere }), 200);
  must(await put({ places: 2 }, { 'If-Match': `"x", ${await tag()}` }), 200);
});

test('of two who correct it at once on the same state, one is told so', async () => {
  const headers = { 'If-Match': await tag() };
  const answers = await Promise.all([put({ pace: 25 }, headers), put({ pace: 50 }, headers)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

describe('a correction is refused', () => {
  const stale: Refusal = { status: 412, code: 'precondition-failed', says: /changed after you read it/ };
  test.each<readonly [string, string | undefined, Refusal]>([
    [
      'without a state that it is based on',
      undefined,
      { status: 428, code: 'precondition-required', says: /offering/ },
    ],
    ['with no tag', 'x', { status: 400, code: 'malformed-request', at: '#/If-Match' }],
    ['with a tag of a draft', '"1-0-0-0"', stale],
    ['with a digest alone', `"${'0'.repeat(64)}"`, stale],
    ['with the digest of something else', `"${'0'.repeat(64)}-running"`, stale],
    ['with an empty list', '', stale],
  ])('%s', async (_, ifMatch, refusal) => {
    await expectRefused(harness, () => put({}, ifMatch === undefined ? {} : { 'If-Match': ifMatch }), refusal);
  });

  test('with a weak tag, as a compressed answer has it', async () => {
    const weak = `W/${await tag()}`;
    await expectRefused(harness, () => put({}, { 'If-Match': weak }), stale);
  });

  const malformed = { status: 400, code: 'malformed-request' };
  const invalid = { status: 422, code: 'offering-invalid' };
  test.each<readonly [string, object, Refusal]>([
    ['to end before it starts', { endDate: '2026-08-01' }, { ...invalid, at: '#/endDate' }],
    ['to start on no day', { startDate: '2026-02-30' }, { ...invalid, at: '#/startDate' }],
    ['to no form', { forms: [] }, { ...malformed, at: '#/forms' }],
    [
      'to a form that its version does not list',
      { forms: [{ form: 'se-regular', audience: ['fee-exempt'], application: 'individual' }] },
      { ...invalid, at: '#/forms/0/form' },
    ],
    ['to a language that its version is not given in', { language: 'fi' }, { ...invalid, at: '#/language' }],
    ['to an attendance that its version has not', { attendance: 'onsite' }, { ...invalid, at: '#/attendance' }],
    [
      'to a sitting before it',
      { sessions: [{ ...meeting, date: '2026-01-01' }] },
      { ...invalid, at: '#/sessions/0/date' },
    ],
    ['to another version', { version: 2 }, { ...malformed, at: '#/version' }],
    ['to a state', { state: 'open' }, { ...malformed, at: '#/state' }],
    ['to no places', { places: 0 }, { ...malformed, at: '#/places' }],
  ])('%s: %j', async (_, change, refusal) => {
    await expectRefused(harness, () => put(change), refusal);
  });

  test('where it takes from who is registered', async () => {
    const { id: registration } = await register(harness.north, id);
    await register(harness.north, id);
    await complete(harness.north, registration);
    const refusal = { ...invalid, at: ['#/places', '#/startDate'], says: /leave at least 2 places/ };
    await expectRefused(harness, () => put({ places: 1, startDate: '2026-10-02' }), refusal);
  });

  test('where it is cancelled, whatever was read', async () => {
    must(await office().post(`${at()}/cancel`, { reason: { sv: 'Få.' } }));
    for (const condition of ['*', '"x"'])
      await expectRefused(harness, () => put({}, { 'If-Match': condition }), { status: 409, code: 'state-forbids' });
  });

  test('where there is none', async () => {
    id = '00000000-0000-4000-8000-000000000000';
    await expectRefused(harness, () => put(), { status: 404, code: 'not-found' });
  });
});

everyAnswer(() => harness);
