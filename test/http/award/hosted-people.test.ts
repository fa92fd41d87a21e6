import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import type { Harness, Place } from '../setup/harness.ts';
import { type Hosting, startHosting } from '../setup/hosting.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import { award, credentialOf, must, openOffering, register, somebody } from '../setup/story.ts';

let harness: Harness;
let owner: Place;
let host: Place;
let steps: Hosting;
let agreement: string;
beforeAll(async () => {
  steps = await startHosting();
  ({ harness, owner, host } = steps);
  agreement = await steps.accepted();
});
afterAll(() => harness.close());

test('neither registers a person of the other', async () => {
  const theirs = await register(owner, (await openOffering(owner, 'klippor')).id);
  const run = must(await steps.open(agreement), 201);
  const { learnerId } = await register(host, run.id);
  const attempts = [
    [host, run.id, theirs.learnerId],
    [owner, (await openOffering(owner, 'klippor')).id, learnerId],
  ] as const;
  for (const [place, offering, person] of attempts)
    await expectRefused(
      harness,
      () =>
        place.as.registrar.post(`${place.base}/offerings/${offering}/registrations`, {
          form: 'other',
          learnerId: person,
        }),
      { status: 422, code: 'registration-invalid', at: '#/learnerId' },
    );
  const atHost = () =>
    owner.as.registrar.post(`${owner.base}/offerings/${run.id}/registrations`, { form: 'other', learner: somebody() });
  await expectRefused(harness, atHost, { status: 404, code: 'not-found' });
});

describe('a person who is erased', () => {
  const erase = (place: Place, learner: string) => harness.services.erasing.erase(place.slug, learner);
  const change = (place: Place, archiveDuty: boolean) =>
    harness.services.institutions.change(place.slug, { archiveDuty });

  test('at the host keeps there what the award of the owner stands on, and nothing else', async () => {
    await change(host, false);
    const { registration, completion } = await steps.completedAtHost(agreement);
    const made = await award(owner, completion.id);
    const credential = await credentialOf(owner, made.id);
    expect(await erase(host, registration.learnerId)).toMatchObject({ isArchived: true });
    const learner = must(await host.as.registrar.get(`${host.base}/learners/${registration.learnerId}`));
    expect(Object.keys(learner).sort()).toEqual(['id', 'nameAsAwarded', 'protected']);
    expect(must(await owner.as.issuer.get(`${owner.base}/awards/${made.id}`))).toMatchObject({ state: 'issued' });
    expect(must(await harness.anyone.post('/api/v1/verify', { credential })).verdict).toBe('valid');
  });

  test('at the owner loses the award there; the host has its own left, and may then erase it all', async () => {
    await change(host, false);
    await change(owner, false);
    const { registration, completion } = await steps.completedAtHost(agreement);
    const key = { 'Idempotency-Key': 'once' };
    const input = { completionId: completion.id, decision: { ground: 'outcomes-met' } };
    const made = must(await owner.as.issuer.post(`${owner.base}/awards`, input, key), 201);
    const documents = await harness.services.personDocuments.list(owner.slug, registration.learnerId);
    expect(documents.documents).toEqual([{ kind: 'award', id: made.id, date: '2026-10-15' }]);
    const { tables } = await erase(owner, registration.learnerId);
    expect(tables.filter(({ deleted }) => deleted > 0).map(({ table }) => table)).toEqual([
      'signed_document',
      'award',
      'idempotency_key',
    ]);
    expectProblem(await owner.as.issuer.get(`${owner.base}/awards/${made.id}`), { status: 404, code: 'not-found' });
    expectProblem(await host.as.issuer.get(`${host.base}/awards/${made.id}`), { status: 404, code: 'not-found' });
    expect(await erase(host, registration.learnerId)).toMatchObject({ isArchived: false });
    await expect(erase(owner, registration.learnerId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('at an owner that archives loses the link alone', async () => {
    await change(owner, true);
    const { registration, completion } = await steps.completedAtHost(agreement);
    const made = await award(owner, completion.id);
    must(await owner.as.issuer.put(`${owner.base}/awards/${made.id}/certificate-page`, { on: true }));
    const { tables } = await erase(owner, registration.learnerId);
    expect(tables).toContainEqual({ table: 'award', emptied: 1, deleted: 0 });
    const kept = must(await owner.as.issuer.get(`${owner.base}/awards/${made.id}`));
    expect(kept).toMatchObject({ state: 'issued' });
    expect(kept).not.toHaveProperty('certificatePage');
    await expect(erase(owner, registration.learnerId)).rejects.toMatchObject({ code: 'state-forbids' });
  });
});

everyAnswer(() => harness);
