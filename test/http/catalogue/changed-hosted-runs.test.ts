import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Hosting, startHosting } from '../setup/hosting.ts';
import { expectRefused } from '../setup/refusals.ts';
import { must, offeringInput } from '../setup/story.ts';

let steps: Hosting;
beforeAll(async () => {
  steps = await startHosting();
});
afterAll(() => steps.harness.close());

test('a run of another’s course is corrected by its host alone, within what the agreement lets start', async () => {
  const { harness, host, owner } = steps;
  const agreement = await steps.accepted({ startsUntil: '2026-10-31' });
  const run = must(await steps.open(agreement), 201);
  const put = (change: object, place = host) =>
    place.as.registrar.put(`${place.base}/offerings/${run.id}`, { ...offeringInput, ...change }, { 'If-Match': '*' });
  const moved = must(await put({ startDate: '2026-10-31', pace: 25 }), 200);
  expect(moved).toEqual({ ...run, startDate: '2026-10-31', pace: 25, state: 'open' });
  const late = { status: 422, code: 'offering-invalid', at: '#/startDate', says: /By the agreement/ };
  await expectRefused(harness, () => put({ startDate: '2026-11-01' }), late);
  await expectRefused(harness, () => put({}, owner), { status: 404, code: 'not-found' });
  await steps.end(agreement);
  // What was opened goes on, and so does what is said of it; it only starts on no other day.
  must(await put({ startDate: '2026-10-31', contact: { email: 'kurs@demo.invalid' } }), 200);
  await expectRefused(harness, () => put({ startDate: '2026-10-30' }), { status: 409, code: 'state-forbids' });
});

test('a course that begins next at a host says so, and the host lists it among its own', async () => {
  const { harness, host, owner } = steps;
  const agreement = await steps.accepted();
  const run = must(await steps.open(agreement, { startDate: '2026-10-20' }), 201);
  const { items } = must(await harness.anyone.get(`/api/v1/microcredentials?institution=${owner.slug}`));
  expect(items[0].nextStart).toBe('2026-10-20');
  const page = (slug: string) => harness.anyone.get(`/sv/institutions/${slug}`, { Accept: 'text/html' });
  const address = `/institutions/${host.slug}/offerings/${run.id}`;
  expect((await page(host.slug)).text).toContain(address);
  expect((await page(owner.slug)).text).not.toContain(address);
});

everyAnswer(() => steps.harness);
