import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, type Place } from '../setup/harness.ts';
import { type Hosting, startHosting } from '../setup/hosting.ts';
import { complete, must, offeringInput, outcomesMet, publishCourse, register } from '../setup/story.ts';
import { anyCountryContent, contentWith } from '../../samples/content.ts';

const onPostgres = async () => {
  const { db, drop } = await freshPostgres();
  return { db, close: drop };
};
const rounds = Array.from({ length: 3 }, (_, index) => index);

/** PGlite takes one transaction after another, so it cannot lose a race. */
describeOnPostgres('two institutions at the same time, on PostgreSQL,', () => {
  let harness: Harness;
  let owner: Place;
  let host: Place;
  let steps: Hosting;
  let agreement: string;
  beforeAll(async () => {
    steps = await startHosting(onPostgres);
    ({ harness, owner, host } = steps);
    agreement = await steps.accepted();
    for (const { slug } of [owner, host]) await harness.services.institutions.change(slug, { archiveDuty: false });
  });
  afterAll(() => harness.close());

  const awardBy = ({ as, base }: Place, completionId: string, headers = {}) =>
    as.issuer.post(`${base}/awards`, { completionId, decision: outcomesMet }, headers);
  const erase = ({ slug }: Place, learnerId: string) =>
    harness.services.erasing.erase(slug, learnerId).then(
      ({ isArchived }) => (isArchived ? 'archived' : 'gone'),
      (error: unknown) => (error as { code?: string }).code ?? String(error),
    );
  const pageOf = ({ as, base }: Place, id: string) =>
    as.registrar.put(`${base}/awards/${id}/certificate-page`, { on: true });
  const rowsOf = (learnerId: string) =>
    harness.db.selectFrom('award').selectAll().where('learner_id', '=', learnerId).execute();

  test('one completion is awarded once, however often its owner asks', async () => {
    for (const round of rounds) {
      const { completion, registration } = await steps.completedAtHost(agreement);
      const key = { 'Idempotency-Key': `k-${round}` };
      const answers = await Promise.all([
        awardBy(owner, completion.id),
        awardBy(owner, completion.id, key),
        awardBy(host, completion.id),
        awardBy(owner, completion.id, key),
        awardBy(owner, completion.id),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(await rowsOf(registration.learnerId)).toHaveLength(1);
      expect(statuses[2]).toBe(422);
      expect(statuses.filter((status) => ![201, 202, 409, 422].includes(status))).toEqual([]);
    }
  });

  test('who is erased at the host while the owner awards is awarded and archived, or gone', async () => {
    for (const round of rounds) {
      const { completion, registration } = await steps.completedAtHost(agreement);
      const pause = round % 2 === 0 ? Promise.resolve() : new Promise((r) => setTimeout(r, 3 * round));
      const [made, erased] = await Promise.all([
        awardBy(owner, completion.id),
        pause.then(() => erase(host, registration.learnerId)),
      ]);
      const rows = await rowsOf(registration.learnerId);
      expect(['201 archived 1', '422 gone 0']).toContain(`${made.status} ${erased} ${rows.length}`);
    }
  });

  test('who comes under protection at the host while the owner awards and shows has no link', async () => {
    for (const round of rounds) {
      const { completion, registration } = await steps.completedAtHost(agreement);
      const protect = () =>
        host.as.confidential.put(`${host.base}/learners/${registration.learnerId}/protection`, { protected: true });
      const made = round % 2 === 0 ? must(await awardBy(owner, completion.id)) : undefined;
      const shown = async () => {
        const { id } = made ?? (await awardBy(owner, completion.id)).body;
        return id === undefined ? undefined : Promise.all([pageOf(owner, id), pageOf(host, id), pageOf(owner, id)]);
      };
      const [isProtected] = await Promise.all([protect(), shown()]);
      expect(isProtected.status).toBe(200);
      const rows = await rowsOf(registration.learnerId);
      expect(rows.map(({ certificate_token: token }) => token).filter((token) => token !== null)).toEqual([]);
    }
  });

  test('each awards people of the other: nobody waits for the other for ever', async () => {
    await publishCourse(
      host,
      'skogar',
      contentWith({ awardingBodies: anyCountryContent.awardingBodies.slice(0, 1) }, anyCountryContent),
    );
    const { id } = must(
      await host.as.admin.post(`${host.base}/microcredentials/skogar/hosting-agreements`, {
        host: owner.slug,
        version: 1,
        awardedBy: 'owner',
      }),
      201,
    );
    must(await owner.as.admin.post(`${owner.base}/hosting-agreements/${id}/accept`));
    const run = must(
      await owner.as.registrar.post(`${owner.base}/hosting-agreements/${id}/offerings`, offeringInput),
      201,
    );
    for (const _ of rounds) {
      const there = await Promise.all(Array.from({ length: 4 }, () => steps.completedAtHost(agreement)));
      const here = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const registration = await register(owner, run.id);
          return { registration, completion: await complete(owner, registration.id) };
        }),
      );
      const answers = await Promise.all([
        ...there.map(({ completion }) => awardBy(owner, completion.id)),
        ...here.map(({ completion }) => awardBy(host, completion.id)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
      const revoke = (place: Place, award: string) =>
        place.as.issuer.post(`${place.base}/awards/${award}/revoke`, { decision: { ground: 'awarded-in-error' } });
      const ids = answers.map(({ body }) => body.id as string);
      const acts = await Promise.all([
        ...ids.slice(0, 4).flatMap((one) => [revoke(owner, one), pageOf(host, one), pageOf(owner, one)]),
        ...ids.slice(4).flatMap((one) => [revoke(host, one), pageOf(owner, one), pageOf(host, one)]),
      ]);
      expect(acts.filter(({ status }) => status !== 200)).toEqual([]);
      const erased = await Promise.all([
        ...there.map(({ registration }) => erase(host, registration.learnerId)),
        ...there.map(({ registration }) => erase(owner, registration.learnerId)),
        ...here.map(({ registration }) => erase(host, registration.learnerId)),
        ...here.map(({ registration }) => erase(owner, registration.learnerId)),
      ]);
      expect(erased.filter((one) => !['gone', 'archived', 'not-found', 'state-forbids'].includes(one))).toEqual([]);
    }
    for (const { slug } of [owner, host])
      expect((await harness.services.institutions.checkAudit(slug)).firstBroken).toBeUndefined();
  });
  test('nothing else stands in the way', () => steps.end(agreement));

  test('an agreement that ends while a run is opened: the run is before it, or there is none', async () => {
    for (const round of rounds) {
      const id = await steps.accepted({ caseNumber: `A ${round}` });
      const [ended, ...opened] = await Promise.all([
        owner.as.admin.post(steps.agreementAt(owner, id, '/end')),
        steps.open(id),
        steps.open(id),
        host.as.admin.post(steps.agreementAt(host, id, '/end')),
      ]);
      expect([200, 409]).toContain(ended?.status);
      expect(opened.slice(0, 2).every(({ status }) => [201, 409].includes(status))).toBe(true);
      expect([ended?.status, opened[2]?.status].sort()).toEqual([200, 409]);
      const agreed = must(await owner.as.admin.get(steps.agreementAt(owner, id)));
      expect(agreed.state).toBe('ended');
      expect((await steps.open(id)).status).toBe(409);
    }
  });

  test('an offer that is accepted, declined and taken back at once becomes one of it', async () => {
    for (const round of rounds) {
      const { id } = must(await steps.offer({ caseNumber: `B ${round}` }), 201);
      const answers = await Promise.all([
        host.as.admin.post(steps.agreementAt(host, id, '/accept')),
        host.as.admin.post(steps.agreementAt(host, id, '/decline')),
        host.as.admin.post(steps.agreementAt(host, id, '/accept')),
        owner.as.admin.post(steps.agreementAt(owner, id, '/end')),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => ![200, 409].includes(status))).toEqual([]);
      expect(statuses.slice(0, 3).filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    }
  });

  everyAnswer(() => harness);
});
