import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { must, offeringInput, publishCourse } from '../../setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await publishCourse(harness.north, 'vatten');
});
afterAll(() => harness.close());

const open = (changed: object) =>
  harness.north.as.registrar.post(`${harness.north.base}/microcredentials/vatten/offerings`, {
    ...offeringInput,
    ...changed,
  });
const usual = { kind: 'meeting', date: '2026-09-14', from: '09:00', to: '12:00' };
const sitting = (changed: object) => ({ sessions: [{ ...usual, kind: 'examination', ...changed }] });

describe('a run is refused', () => {
  const malformed = { status: 400, code: 'malformed-request' };
  const invalid = { status: 422, code: 'offering-invalid' };
  test.each([
    ['with a sitting before it', sitting({ date: '2026-08-30' }), invalid, '#/sessions/0/date'],
    ['with a sitting a year after it', sitting({ date: '2027-12-18' }), invalid, '#/sessions/0/date'],
    ['with a sitting on 31 September', sitting({ date: '2026-09-31' }), invalid, '#/sessions/0/date'],
    ['with a sitting at 25 o’clock', sitting({ from: '25:00' }), malformed, '#/sessions/0/from'],
    ['with a sitting that ends early', sitting({ to: '08:00' }), invalid, '#/sessions/0/to'],
    ['with seats below zero', sitting({ seats: -1 }), malformed, '#/sessions/0/seats'],
    ['with a sitting of no kind', sitting({ kind: 'party' }), malformed, '#/sessions/0/kind'],
    ['with a list of no sessions', { sessions: [] }, malformed, '#/sessions'],
    ['with nobody to ask', { contact: {} }, malformed, '#/contact'],
    ['with a contact that nobody sees', { contact: { name: '\u200b' } }, invalid, '#/contact/name'],
    ['with a contact written backwards', { contact: { name: 'a\u202eb' } }, invalid, '#/contact/name'],
    ['at a learning centre written backwards', { learningCentre: 'a\u202eb' }, invalid, '#/learningCentre'],
    ['with no number to call', { contact: { phone: 'ring mig' } }, malformed, '#/contact/phone'],
    ['with a contact at a script', { contact: { url: 'javascript:alert(1)' } }, malformed, '#/contact/url'],
    ['that is attended in no known way', { attendance: 'blended' }, malformed, '#/attendance'],
  ] as const)('%s: %j', async (_, changed, refusal, at) => {
    await expectRefused(harness, () => open(changed), { ...refusal, at });
  });
});

test('sessions are answered in the order in which they take place, then and later', async () => {
  const late = { ...usual, date: '2026-10-01' };
  const made = must(await open({ sessions: [late, usual], contact: { email: 'kurs@demo.invalid' } }));
  expect(made.sessions).toEqual([usual, late]);
  const read = await harness.anyone.get(`${harness.north.base}/offerings/${made.id}`);
  expect(read.body).toEqual(made);
});
