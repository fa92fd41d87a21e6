import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../../src/services/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { awardOf, resultOf, found, type Place, register, servicesOn } from './setup/institution.ts';
import { codeOf, inTurn } from './setup/waiting.ts';
import { decidedHere } from '../setup/decided-here.ts';

// PGlite runs one transaction after another, so nothing could fail there.
describeOnPostgres('a person is erased and awarded at the same time, on PostgreSQL:', () => {
  let database: FreshPostgres;
  /** As another process has it. */
  let other: ReturnType<typeof connect>;
  let services: Services;
  let place: Place;

  beforeAll(async () => {
    database = await freshPostgres();
    other = connect(database.url);
    services = await servicesOn(database.db, 'http://localhost:1', randomBytes(32).toString('base64'));
    place = await found(services);
  });
  afterAll(async () => {
    await other.db.destroy();
    await database.drop();
  });

  async function personToAward() {
    const registrationId = await register(services, place, 'Utsatt Person');
    const completion = decidedHere(
      await services.results.record(place.actor, place.slug, resultOf(place, registrationId)),
    );
    const { learnerId } = await services.registrations.read(place.actor, place.slug, registrationId);
    return { learnerId, completionId: completion.id };
  }
  const award = (completionId: string) =>
    codeOf(services.awarding.make(place.actor, place.slug, awardOf(completionId)));
  const erase = (learnerId: string) => codeOf(services.erasing.erase(place.slug, learnerId));

  const both = (first: () => Promise<unknown>, second: () => Promise<unknown>) =>
    inTurn({ pool: database.pool, other: other.db }, place.actor.institutionId, [first, second]);

  const awardsOf = (learnerId: string) =>
    database.db.selectFrom('award').select('id').where('learner_id', '=', learnerId).execute();
  const isWhole = async () => (await services.institutions.checkAudit(place.slug)).firstBroken === undefined;

  describe.each([true, false])('where archiving is %s', (archiveDuty) => {
    beforeAll(async () => void (await services.institutions.change(place.slug, { archiveDuty })));

    test('who awards first has awarded, and what may go of it goes', async () => {
      const { learnerId, completionId } = await personToAward();
      const [awarded, erased] = await both(() => award(completionId), () => erase(learnerId)); // prettier-ignore
      expect(erased).toBe('done');
      // The award may be gone before it is signed.
      expect(archiveDuty ? ['done'] : ['done', 'not-found']).toContain(awarded);
      expect(await awardsOf(learnerId)).toHaveLength(archiveDuty ? 1 : 0);
      expect(await isWhole()).toBe(true);
    });

    test('who erases first leaves nobody to award', async () => {
      const { learnerId, completionId } = await personToAward();
      const [erased, awarded] = await both(() => erase(learnerId), () => award(completionId)); // prettier-ignore
      expect(erased).toBe('done');
      // What is archived has no second way any more to tell the person from a namesake.
      expect(awarded).toBe(archiveDuty ? 'gate-refused' : 'content-invalid');
      expect(await awardsOf(learnerId)).toEqual([]);
      expect(await isWhole()).toBe(true);
    });
  });
});
