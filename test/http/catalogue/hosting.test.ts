import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, type Place, startHarness } from '../setup/harness.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import {
  award,
  complete,
  credentialOf,
  must,
  offeringInput,
  outcomesMet,
  publishCourse,
  register,
  somebody,
} from '../setup/story.ts';

let harness: Harness;
/** The owner of the course, and who gives it. */
let owner: Place;
let host: Place;
beforeAll(async () => {
  harness = await startHarness();
  owner = harness.south;
  host = harness.north;
  await publishCourse(owner, 'klippor');
});
afterAll(() => harness.close());

const offer = (change: object = {}) =>
  owner.as.admin.post(`${owner.base}/microcredentials/klippor/hosting-agreements`, {
    host: host.slug,
    version: 1,
    awardedBy: 'owner',
    ...change,
  });
const agreementAt = (place: Place, id: string, act = '') => `${place.base}/hosting-agreements/${id}${act}`;
const open = (id: string, change: object = {}) =>
  host.as.registrar.post(agreementAt(host, id, '/offerings'), { ...offeringInput, ...change });
const end = async (id: string) => must(await owner.as.admin.post(agreementAt(owner, id, '/end')));

async function accepted(change: object = {}): Promise<string> {
  const { id } = must(await offer(change), 201);
  must(await host.as.admin.post(agreementAt(host, id, '/accept')));
  return id as string;
}

/** A person of the host who completed a run of the owner's course. */
async function completedAtHost(agreement: string, learner = somebody()) {
  const run = must(await open(agreement), 201);
  const registration = await register(host, run.id, learner);
  return { run, registration, completion: await complete(host, registration.id) };
}

describe('an offer', () => {
  test.each([
    ['to itself', { host: 'koesaari' }, 'content-invalid', '#/host', /without any agreement/],
    ['to nobody', { host: 'ingenstans' }, 'content-invalid', '#/host', /No institution is called/],
    ['of a version that is not there', { version: 2 }, 'content-invalid', '#/version', /No version 2/],
    ['until a day that is past', { startsUntil: '2026-10-14' }, 'content-invalid', '#/startsUntil', /past/],
    ['until a day that does not exist', { startsUntil: '2027-02-29' }, 'content-invalid', '#/startsUntil', /exists/],
    ['with a direction of text', { caseNumber: 'FS \u202E1' }, 'content-invalid', '#/caseNumber', /./],
    ['that says of nobody who awards', { awardedBy: 'both' }, 'malformed-request', '#/awardedBy', /./],
  ])('%s is refused', async (_, change, code, pointer, says) => {
    const answer = await expectRefused(harness, () => offer(change), {
      status: code === 'malformed-request' ? 400 : 422,
      code,
    });
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(answer.body.errors[0].detail).toMatch(says);
  });

  test('is made once for a host and a version, and again when the one before has ended', async () => {
    const { id } = must(await offer(), 201);
    await expectRefused(harness, () => offer({ awardedBy: 'host' }), { status: 409, code: 'already-exists' });
    await end(id);
    await end(must(await offer(), 201).id);
  });

  test('of a course that is withdrawn is refused', async () => {
    await publishCourse(owner, 'nedlagd');
    must(await owner.as.editor.post(`${owner.base}/microcredentials/nedlagd/withdraw`));
    const withdrawn = () =>
      owner.as.admin.post(`${owner.base}/microcredentials/nedlagd/hosting-agreements`, {
        host: host.slug,
        version: 1,
        awardedBy: 'owner',
      });
    await expectRefused(harness, withdrawn, { status: 409, code: 'state-forbids', says: /withdrawn/ });
  });
});

describe('an agreement', () => {
  test.each([
    ['is accepted by the host alone', 'accept', () => owner],
    ['is declined by the host alone', 'decline', () => owner],
    ['that is only offered is not ended by the host', 'end', () => host],
  ])('%s', async (_, act, by) => {
    const { id } = must(await offer(), 201);
    await expectRefused(harness, () => by().as.admin.post(agreementAt(by(), id, `/${act}`)), {
      status: 409,
      code: 'state-forbids',
    });
    await end(id);
  });

  test('lets no run begin before it is accepted, after it was declined, or when it has ended', async () => {
    const refused = (id: string, says: RegExp) =>
      expectRefused(harness, () => open(id), { status: 409, code: 'state-forbids', says });
    const { id } = must(await offer(), 201);
    await refused(id, /Accept it first/);
    must(await host.as.admin.post(agreementAt(host, id, '/decline')));
    await refused(id, /declined/);
    const next = await accepted();
    must(await host.as.admin.post(agreementAt(host, next, '/end')));
    await refused(next, /ended/);
  });

  test('lets no run begin later than it says, and none that the version does not allow', async () => {
    const id = await accepted({ startsUntil: '2026-12-01' });
    const late = await open(id, { startDate: '2026-12-02' });
    expectProblem(late, { status: 422, code: 'offering-invalid' });
    expect(late.body.errors).toEqual([
      { pointer: '#/startDate', detail: 'By the agreement a run starts on 2026-12-01 at the latest.' },
    ]);
    const foreign = await open(id, {
      forms: [{ form: 'fi-open-university', audience: ['everyone'], application: 'individual' }],
    });
    expect(foreign.body.errors[0].pointer).toBe('#/forms/0/form');
    await end(id);
  });

  test('is for the host to open runs under, not for the owner', async () => {
    const id = await accepted();
    const answer = await owner.as.editor.post(agreementAt(owner, id, '/offerings'), offeringInput);
    expectProblem(answer, { status: 409, code: 'state-forbids' });
    await end(id);
  });

  test('is not there for a third', async () => {
    const id = await accepted();
    const { admin } = harness.north.as;
    const third = await harness.services.institutions.create({
      ...(await harness.services.institutions.bySlug(host.slug)),
      slug: 'tredje',
    });
    const member = await harness.services.institutions.addStaff(third.slug, 'Tredje', ['admin']);
    const { key } = await harness.services.institutions.addStaffKey(third.slug, member.id);
    for (const act of ['', '/accept', '/end', '/offerings']) {
      const path = `/api/v1/institutions/tredje/hosting-agreements/${id}${act}`;
      const client = harness.withKey(key);
      const answer = act === '' ? await client.get(path) : await client.post(path, offeringInput);
      expectProblem(answer, { status: 404, code: 'not-found' });
    }
    expect(must(await admin.get(agreementAt(host, id))).state).toBe('accepted');
    await end(id);
  });
});

describe('where the owner awards', () => {
  test('it sees what waits for it, and no more of the people', async () => {
    const id = await accepted();
    const { run, registration, completion } = await completedAtHost(id);
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
    await end(id);
  });

  test('the host cannot award, and the owner does; the host sees it and does not revoke it', async () => {
    const id = await accepted();
    const { completion, registration } = await completedAtHost(id);
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
    await end(id);
  });

  test('the certificate names both and verifies', async () => {
    const id = await accepted();
    const { completion } = await completedAtHost(id);
    const made = await award(owner, completion.id);
    await end(id);
    const credential = await credentialOf(owner, made.id);
    expect(credential.issuer.id).toContain(`:${owner.slug}`);
    expect(credential.credentialSubject.providedBy).toMatchObject({ legalName: { sv: expect.any(String) } });
    expect(credential.credentialSubject.courseOwner).toBeUndefined();
    const report = must(await harness.anyone.post('/api/v1/verify', { credential }));
    expect(report.verdict).toBe('valid');
    expect(report.summary.givenBy).toMatchObject([{ id: expect.stringContaining(`:${host.slug}`) }]);
  });

  test('a completion of another run of the host is not for it to award', async () => {
    const id = await accepted({ awardedBy: 'host' });
    const { completion } = await completedAtHost(id);
    const answer = () =>
      owner.as.issuer.post(`${owner.base}/awards`, { completionId: completion.id, decision: outcomesMet });
    await expectRefused(harness, answer, { status: 422, code: 'content-invalid' });
    await end(id);
  });
});

describe('where the host awards', () => {
  test('the certificate is the host’s, of the owner’s course, and verifies while the owner says so', async () => {
    const id = await accepted({ awardedBy: 'host' });
    const { completion } = await completedAtHost(id);
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
    await end(id);
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

test('runs at hosts stand among the runs of the course', async () => {
  const id = await accepted();
  const run = must(await open(id, { startDate: '2026-11-01' }), 201);
  const { items } = must(await harness.anyone.get(`${owner.base}/microcredentials/klippor/offerings`));
  expect(items).toContainEqual(run);
  expect(must(await harness.anyone.get(`${host.base}/offerings/${run.id}`))).toEqual(run);
  expectProblem(await harness.anyone.get(`${owner.base}/offerings/${run.id}`), { status: 404, code: 'not-found' });
  await end(id);
});

everyAnswer(() => harness);
