import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyCountryContent, contentWith, finnishContent } from '../../samples/content.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import type { Harness, Place } from '../setup/harness.ts';
import { type Hosting, startHosting } from '../setup/hosting.ts';
import { expectProblem, expectRefused } from '../setup/refusals.ts';
import { must, offeringInput, publishCourse } from '../setup/story.ts';

let harness: Harness;
let owner: Place;
let host: Place;
let steps: Hosting;
beforeAll(async () => {
  steps = await startHosting();
  ({ harness, owner, host } = steps);
});
afterAll(() => harness.close());

const { awardingBodies } = anyCountryContent;

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
    const answer = await expectRefused(harness, () => steps.offer(change), {
      status: code === 'malformed-request' ? 400 : 422,
      code,
    });
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(answer.body.errors[0].detail).toMatch(says);
  });

  test('is made once for a host and a version, and again when the one before has ended', async () => {
    const { id } = must(await steps.offer(), 201);
    await expectRefused(harness, () => steps.offer({ awardedBy: 'host' }), { status: 409, code: 'already-exists' });
    await steps.end(id);
    await steps.end(must(await steps.offer(), 201).id);
  });

  test('of a course that several award leaves the awards to its owner', async () => {
    const other = { name: { sv: 'Institutet' }, country: 'NO', homepage: 'https://institutet.example/' } as const;
    const bodies = [...anyCountryContent.awardingBodies, other].map((body) => ({
      homepage: 'https://nordvik.example/',
      ...body,
      decision: { date: '2026-01-14' },
    }));
    await publishCourse(owner, 'gemensam', contentWith({ awardingBodies: bodies }, anyCountryContent));
    const joint = (awardedBy: string) =>
      owner.as.admin.post(`${owner.base}/microcredentials/gemensam/hosting-agreements`, {
        host: host.slug,
        version: 1,
        awardedBy,
      });
    await expectRefused(harness, () => joint('host'), { status: 422, code: 'content-invalid', at: '#/awardedBy' });
    must(await joint('owner'), 201);
  });

  test('of a version that the law of the host’s country knows no form of is refused', async () => {
    await publishCourse(owner, 'inhemsk', contentWith({ awardingBodies }, finnishContent));
    const abroad = () =>
      owner.as.admin.post(`${owner.base}/microcredentials/inhemsk/hosting-agreements`, {
        host: host.slug,
        version: 1,
        awardedBy: 'owner',
      });
    await expectRefused(harness, abroad, { status: 422, code: 'content-invalid', at: '#/host', says: /country/ });
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
    const { id } = must(await steps.offer(), 201);
    await expectRefused(harness, () => by().as.admin.post(steps.agreementAt(by(), id, `/${act}`)), {
      status: 409,
      code: 'state-forbids',
    });
    await steps.end(id);
  });

  test('lets no run begin before it is accepted, after it was declined, or when it has ended', async () => {
    const refused = (id: string, says: RegExp) =>
      expectRefused(harness, () => steps.open(id), { status: 409, code: 'state-forbids', says });
    const { id } = must(await steps.offer(), 201);
    await refused(id, /Accept it first/);
    must(await host.as.admin.post(steps.agreementAt(host, id, '/decline')));
    await refused(id, /declined/);
    const next = await steps.accepted();
    must(await host.as.admin.post(steps.agreementAt(host, next, '/end')));
    await refused(next, /ended/);
  });

  test('lets no run begin later than it says, and none that the version does not allow', async () => {
    const id = await steps.accepted({ startsUntil: '2026-12-01' });
    const late = await steps.open(id, { startDate: '2026-12-02' });
    expectProblem(late, { status: 422, code: 'offering-invalid' });
    expect(late.body.errors).toEqual([
      { pointer: '#/startDate', detail: 'By the agreement a run starts on 2026-12-01 at the latest.' },
    ]);
    const foreign = await steps.open(id, {
      forms: [{ form: 'fi-open-university', audience: ['everyone'], application: 'individual' }],
    });
    expect(foreign.body.errors[0].pointer).toBe('#/forms/0/form');
    await steps.end(id);
  });

  test('is for the host to open runs under, not for the owner', async () => {
    const id = await steps.accepted();
    const answer = await owner.as.editor.post(steps.agreementAt(owner, id, '/offerings'), offeringInput);
    expectProblem(answer, { status: 409, code: 'state-forbids' });
    await steps.end(id);
  });

  test('is not there for a third', async () => {
    const id = await steps.accepted();
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
    expect(must(await admin.get(steps.agreementAt(host, id))).state).toBe('accepted');
    await steps.end(id);
  });
});

test('runs at hosts stand among the runs of the course', async () => {
  const id = await steps.accepted();
  const run = must(await steps.open(id, { startDate: '2026-11-01' }), 201);
  const { items } = must(await harness.anyone.get(`${owner.base}/microcredentials/klippor/offerings`));
  expect(items).toContainEqual(run);
  expect(must(await harness.anyone.get(`${host.base}/offerings/${run.id}`))).toEqual(run);
  expectProblem(await harness.anyone.get(`${owner.base}/offerings/${run.id}`), { status: 404, code: 'not-found' });
  await steps.end(id);
});

everyAnswer(() => harness);
