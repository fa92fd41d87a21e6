import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { contractFaults } from '../setup/contract-check.ts';
import { type Harness, startHarness } from '../setup/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => harness.close());

const busy = () =>
  vi.spyOn(harness.services.catalogue, 'list').mockRejectedValue(new DomainError('busy', 'Others are at work.'));

test('a busy service says so as a problem of the contract, with the time to come again, and logs no fault', async () => {
  busy();
  const answer = await harness.anyone.get('/api/v1/microcredentials');
  expect(answer).toMatchObject({
    status: 503,
    body: { type: '/problems/busy', status: 503, detail: 'Others are at work.' },
  });
  expect(answer.headers.get('Retry-After')).toBe('5');
  expect(contractFaults(answer)).toEqual([]);
  expect(harness.logged).toEqual([]);
});

test('and to a person as a page', async () => {
  busy();
  const answer = await harness.anyone.get('/sv/', { Accept: 'text/html' });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('5');
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/);
  expect(harness.logged).toEqual([]);
});

test('one institution reads so much at once and no more, and nobody else waits for it', async () => {
  let inside = 0;
  let most = 0;
  let open = () => {};
  const held = new Promise<void>((resolve) => (open = resolve));
  const { registrations } = harness.services;
  const learners = registrations.learners.bind(registrations);
  vi.spyOn(registrations, 'learners').mockImplementation(async (actor, slug, page) => {
    if (slug === harness.south.slug) return learners(actor, slug, page);
    most = Math.max(most, (inside += 1));
    await held;
    inside -= 1;
    return learners(actor, slug, page);
  });
  const { north, south } = harness;
  const waiting = Array.from({ length: 9 }, () => north.as.registrar.get(`${north.base}/learners`));
  while (inside < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await south.as.registrar.get(`${south.base}/learners`)).status).toBe(200);
  expect((await harness.anyone.get(`/institutions/${north.slug}/did.json`)).status).toBe(200);
  expect((await north.as.registrar.get('/api/v1/microcredentials')).status, 'what is public is nobody’s share').toBe(
    200,
  );
  open();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
  expect(most).toBe(3);
});
