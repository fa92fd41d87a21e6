import { type Harness, type Place, startHarness } from './harness.ts';
import { complete, must, offeringInput, publishCourse, register, somebody } from './story.ts';

/** A course of the south that the north may give, and the steps of an agreement about it. */
export async function startHosting(fresh?: Parameters<typeof startHarness>[0]) {
  const harness: Harness = await startHarness(fresh);
  const owner: Place = harness.south;
  const host: Place = harness.north;
  await publishCourse(owner, 'klippor');
  const agreementAt = (place: Place, id: string, act = '') => `${place.base}/hosting-agreements/${id}${act}`;
  const offer = (change: object = {}) =>
    owner.as.admin.post(`${owner.base}/microcredentials/klippor/hosting-agreements`, {
      host: host.slug,
      version: 1,
      awardedBy: 'owner',
      ...change,
    });
  const open = (id: string, change: object = {}) =>
    host.as.registrar.post(agreementAt(host, id, '/offerings'), { ...offeringInput, ...change });
  return {
    harness,
    owner,
    host,
    agreementAt,
    offer,
    open,
    end: async (id: string) => must(await owner.as.admin.post(agreementAt(owner, id, '/end'))),
    async accepted(change: object = {}): Promise<string> {
      const { id } = must(await offer(change), 201);
      must(await host.as.admin.post(agreementAt(host, id, '/accept')));
      return id as string;
    },
    /** A person of the host who completed a run of the owner's course. */
    async completedAtHost(agreement: string, learner = somebody()) {
      const run = must(await open(agreement), 201);
      const registration = await register(host, run.id, learner);
      return { run, registration, completion: await complete(host, registration.id) };
    },
  };
}

export type Hosting = Awaited<ReturnType<typeof startHosting>>;
