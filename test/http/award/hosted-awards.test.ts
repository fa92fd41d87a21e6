import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import type { Harness, Place } from '../setup/harness.ts';
import { type Hosting, startHosting } from '../setup/hosting.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import { award, credentialOf, must, outcomesMet } from '../setup/story.ts';

let harness: Harness;
let owner: Place;
let host: Place;
let steps: Hosting;
beforeAll(async () => {
  steps = await startHosting();
  ({ harness, owner, host } = steps);
});
afterAll(() => harness.close());

describe('where the owner awards', () => {
  test('it sees what waits for it, and no more of the people', async () => {
    const id = await steps.accepted();
    const { run, registration, completion } = await steps.completedAtHost(id);
    expect(run).toMatchObject({ givenBy: host.slug, awardedBy: owner.slug, version: 1 });
    expect(run.microcredential).toContain(`/institutions/${owner.slug}/`);
    const { items } = must(await owner.as.issuer.get(`${owner.base}/hosted-completions`));
    expect(items).toEqual([
      {
        completionId: completion.id,
        host: host.slug,
        offering: run.address,
        microcredential: `${run.microcredential}/versions/1`,
        version: 1,
        legalForm: 'other',
        nameAsAwarded: expect.any(String),
        grade: 'G',
        completedOn: '2026-10-01',
      },
    ]);
    for (const path of [
      `/learners/${registration.learnerId}`,
      `/registrations/${registration.id}`,
      `/results/${completion.id}`,
      `/offerings/${run.id}/registrations`,
    ])
      expectProblem(await owner.as.confidential.get(owner.base + path), { status: 404, code: 'not-found' });
    await steps.end(id);
  });

  test('the host cannot award, and the owner does; the host sees it and does not revoke it', async () => {
    const id = await steps.accepted();
    const { completion, registration } = await steps.completedAtHost(id);
    const byHost = () =>
      host.as.issuer.post(`${host.base}/awards`, { completionId: completion.id, decision: outcomesMet });
    await expectRefused(harness, byHost, { status: 422, code: 'content-invalid' });
    const made = await award(owner, completion.id);
    expect(made).toMatchObject({ awardedBy: owner.slug, givenBy: host.slug, courseOf: owner.slug, state: 'issued' });
    expect(must(await host.as.registrar.get(`${host.base}/awards/${made.id}`))).toMatchObject({ id: made.id });
    const others = must(await host.as.registrar.get(`${host.base}/awards?by=others`)).items;
    expect(others.map((one: { id: string }) => one.id)).toContain(made.id);
    expect(must(await host.as.registrar.get(`${host.base}/awards`)).items).toEqual([]);
    const revoke = () =>
      host.as.issuer.post(`${host.base}/awards/${made.id}/revoke`, { decision: { ground: 'misconduct' } });
    await expectRefused(harness, revoke, { status: 409, code: 'state-forbids', says: new RegExp(owner.slug) });
    const again = await owner.as.issuer.post(`${owner.base}/awards`, {
      completionId: completion.id,
      decision: outcomesMet,
    });
    expectProblem(again, { status: 409, code: 'already-awarded' });
    const page = `${host.base}/awards/${made.id}/certificate-page`;
    const { address } = must(await host.as.registrar.put(page, { on: true }));
    expect((await harness.anyone.get(new URL(address).pathname)).status).toBe(200);
    must(
      await host.as.confidential.put(`${host.base}/learners/${registration.learnerId}/protection`, { protected: true }),
    );
    expect((await harness.anyone.get(new URL(address).pathname)).status).toBe(404);
    expectProblem(await owner.as.issuer.get(`${owner.base}/awards/${made.id}`), { status: 404, code: 'not-found' });
    await steps.end(id);
  });

  test('the certificate names both and verifies', async () => {
    const id = await steps.accepted();
    const { completion } = await steps.completedAtHost(id);
    const made = await award(owner, completion.id);
    await steps.end(id);
    const credential = await credentialOf(owner, made.id);
    expect(credential.issuer.id).toContain(`:${owner.slug}`);
    expect(credential.credentialSubject.providedBy).toMatchObject({ legalName: { sv: expect.any(String) } });
    expect(credential.credentialSubject.courseOwner).toBeUndefined();
    const report = must(await harness.anyone.post('/api/v1/verify', { credential }));
    expect(report.verdict).toBe('valid');
    expect(report.summary.givenBy).toMatchObject([{ id: expect.stringContaining(`:${host.slug}`) }]);
  });

  test('a completion of another run of the host is not for it to award', async () => {
    const id = await steps.accepted({ awardedBy: 'host' });
    const { completion } = await steps.completedAtHost(id);
    const answer = () =>
      owner.as.issuer.post(`${owner.base}/awards`, { completionId: completion.id, decision: outcomesMet });
    await expectRefused(harness, answer, { status: 422, code: 'content-invalid' });
    await steps.end(id);
  });
});

describe('where the host awards', () => {
  test('the certificate is the host’s, of the owner’s course, and verifies while the owner says so', async () => {
    const id = await steps.accepted({ awardedBy: 'host' });
    const { completion } = await steps.completedAtHost(id);
    const made = await award(host, completion.id);
    expect(made).toMatchObject({ awardedBy: host.slug, givenBy: host.slug, courseOf: owner.slug });
    const credential = await credentialOf(host, made.id);
    expect(credential.issuer.id).toContain(`:${host.slug}`);
    expect(credential.credentialSubject.courseOwner).toMatchObject({ id: expect.stringContaining(`:${owner.slug}`) });
    const verify = async () => must(await harness.anyone.post('/api/v1/verify', { credential }));
    const { verdict, summary } = await verify();
    expect(verdict).toBe('valid');
    expect(summary.awardingBodies).toMatchObject([{ id: expect.stringContaining(`:${host.slug}`) }]);
    expect(summary.courseOf).toMatchObject([{ id: expect.stringContaining(`:${owner.slug}`) }]);
    await steps.end(id);
    expect((await verify()).verdict).toBe('valid');
    expectProblem(await owner.as.issuer.get(`${owner.base}/awards/${made.id}`), { status: 404, code: 'not-found' });
  });

  test('what the owner says of it stands at the address of the course', async () => {
    const document = must(await harness.anyone.get(`/institutions/${owner.slug}/microcredentials/klippor`));
    expect(document.givenElsewhere).toContainEqual({
      institution: expect.stringContaining(`:${host.slug}`),
      name: expect.any(Object),
      page: expect.stringContaining(`/institutions/${host.slug}`),
      version: 1,
      awards: true,
      since: '2026-10-15',
      until: '2026-10-15',
    });
  });
});

test('what was awarded stands when the agreement has ended and the course is withdrawn', async () => {
  const credentials: unknown[] = [];
  for (const [awardedBy, place] of [
    ['owner', owner],
    ['host', host],
  ] as const) {
    const id = await steps.accepted({ awardedBy });
    const { completion } = await steps.completedAtHost(id);
    credentials.push(await credentialOf(place, (await award(place, completion.id)).id));
    await steps.end(id);
  }
  must(await owner.as.editor.post(`${owner.base}/microcredentials/klippor/withdraw`));
  for (const credential of credentials)
    expect(must(await harness.anyone.post('/api/v1/verify', { credential })).verdict).toBe('valid');
});

everyAnswer(() => harness);
