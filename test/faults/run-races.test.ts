import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Offering, OfferingInput } from '../../src/domain/catalogue/offering.ts';
import type { RegistrationInput } from '../../src/domain/enrolment/registration.ts';
import type { Services } from '../../src/services/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { found, type Place, registrationOf, resultOf, servicesOn } from './setup/institution.ts';
import { codeOf, inTurn } from './setup/waiting.ts';

// PGlite runs one transaction after another, so nothing could fail there.
describeOnPostgres('a run that two want something of at once, on PostgreSQL:', () => {
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

  const input: OfferingInput = {
    startDate: '2026-01-12',
    endDate: '2030-12-31',
    language: 'sv',
    attendance: 'online',
    forms: [{ form: 'fi-continuing-education', audience: ['everyone'], application: 'individual' }],
  };
  const open = async (more: Partial<OfferingInput> = {}): Promise<Offering> =>
    (await services.offerings.create(place.actor, place.slug, place.code, { ...input, ...more })).offering;
  const registering = ({ id }: Offering, name: string, more: Partial<RegistrationInput> = {}) =>
    services.registrations.register(place.actor, place.slug, id, { ...registrationOf(name), ...more });
  const register = (run: Offering, name: string, more?: Partial<RegistrationInput>) =>
    codeOf(registering(run, name, more));
  const record = (id: string) => codeOf(services.results.record(place.actor, place.slug, resultOf(place, id)));
  const cancel = ({ id }: Offering) =>
    codeOf(services.offerings.cancel(place.actor, place.slug, id, { sv: 'Inställt.' }));
  const change = ({ id }: Offering, more: Partial<OfferingInput>) =>
    codeOf(services.offerings.change(place.actor, place.slug, id, { seen: '*', input: { ...input, ...more } }));
  const both = (first: () => Promise<unknown>, second: () => Promise<unknown>) =>
    inTurn({ pool: database.pool, other: other.db }, place.actor.institutionId, [first, second]);
  const takenIn = async ({ id, institutionId }: Offering) => {
    const rows = await database.db
      .selectFrom('registration')
      .select('learner_id')
      .where('institution_id', '=', institutionId)
      .where('offering_id', '=', id)
      .execute();
    return rows.length;
  };
  const resultsOf = (registrationId: string) =>
    database.db.selectFrom('result').select('id').where('registration_id', '=', registrationId).execute();

  describe('the last place', () => {
    test('goes to whoever came first', async () => {
      const run = await open({ places: 1 });
      const outcomes = await both(() => register(run, 'Först Kommen'), () => register(run, 'Sist Kommen')); // prettier-ignore
      expect(outcomes).toEqual(['done', 'offering-full']);
      expect(await takenIn(run)).toBe(1);
    });

    test('goes to one of twelve who come at once, alone and in batches', async () => {
      const run = await open({ places: 3 });
      const inBatch = async (names: readonly string[]) => {
        const inputs = names.map(registrationOf);
        const outcomes = await services.registrations.registerAll(place.actor, place.slug, run.id, { inputs });
        return outcomes.map((each) => ('refusal' in each ? each.refusal.code : 'done'));
      };
      const numbered = (from: number) => Array.from({ length: 4 }, (_, index) => `Sökande ${from + index}`);
      const outcomes = await Promise.all([
        ...numbered(0).map((name) => register(run, name)),
        inBatch(numbered(4)),
        inBatch(numbered(8).toReversed()),
      ]);
      expect(outcomes.flat().toSorted()).toEqual([
        ...Array.from({ length: 3 }, () => 'done'),
        ...Array.from({ length: 9 }, () => 'offering-full'),
      ]);
      expect(await takenIn(run)).toBe(3);
    });

    test('is not there any more where the places were made fewer meanwhile', async () => {
      const run = await open({ places: 2 });
      await registering(run, 'Redan Där');
      const outcomes = await both(() => change(run, { places: 1 }), () => register(run, 'För Sen')); // prettier-ignore
      expect(outcomes).toEqual(['done', 'offering-full']);
      const again = await open({ places: 2 });
      await registering(again, 'Redan Här');
      expect(
        await both(
          () => register(again, 'I Tid'),
          () => change(again, { places: 1 }),
        ),
      ).toEqual([
        // prettier-ignore
        'done',
        'offering-invalid',
      ]);
    });
  });

  describe('one id of a register', () => {
    test('sent twice is one person with one registration', async () => {
      const run = await open();
      const from = { source: 'Virta', externalId: 'V-1' };
      const twice = await both(
        () => registering(run, 'Samma Person', from),
        () => registering(run, 'Samma Person', from),
      );
      expect(twice).toMatchObject([{ isNew: true }, { isNew: false }]);
      const [first, second] = twice as Awaited<ReturnType<typeof registering>>[];
      expect(second?.registration).toEqual(first?.registration);
      expect(await takenIn(run)).toBe(1);
    });

    test('sent with two names is refused for the second, and takes no place', async () => {
      const run = await open({ places: 2 });
      const from = { source: 'Virta', externalId: 'V-2' };
      const outcomes = await both(() => register(run, 'Ett Namn', from), () => register(run, 'Annat Namn', from)); // prettier-ignore
      expect(outcomes).toEqual(['done', 'registration-differs']);
      expect(await takenIn(run)).toBe(1);
    });

    test('sent for two runs is refused for the second', async () => {
      const [one, another] = [await open(), await open()];
      const from = { source: 'Virta', externalId: 'V-3' };
      const outcomes = await both(() => register(one, 'Två Kurser', from), () => register(another, 'Två Kurser', from)); // prettier-ignore
      expect(outcomes).toEqual(['done', 'registration-invalid']);
      expect([await takenIn(one), await takenIn(another)]).toEqual([1, 0]);
    });
  });

  describe('a result', () => {
    const begun = async () => {
      const run = await open();
      return { run, id: (await registering(run, `Prövad ${run.id}`)).registration.id };
    };

    test('that is recorded while the run is cancelled is refused', async () => {
      const { run, id } = await begun();
      expect(await both(() => cancel(run), () => record(id))).toEqual(['done', 'state-forbids']); // prettier-ignore
      expect(await resultsOf(id)).toEqual([]);
    });

    test('that came first stays, and the run is cancelled after it', async () => {
      const { run, id } = await begun();
      expect(await both(() => record(id), () => cancel(run))).toEqual(['done', 'done']); // prettier-ignore
      expect(await resultsOf(id)).toHaveLength(1);
    });

    test('and a new first day after it: whichever comes second is refused', async () => {
      const later = { startDate: '2030-01-01' };
      const one = await begun();
      expect(await both(() => record(one.id), () => change(one.run, later))).toEqual(['done', 'offering-invalid']); // prettier-ignore
      const another = await begun();
      expect(await both(() => change(another.run, later), () => record(another.id))).toEqual(['done', 'result-invalid']); // prettier-ignore
      expect(await resultsOf(another.id)).toEqual([]);
    });

    test('of several runs at once, in other orders, and cancelling them, wait for each other and not in a circle', async () => {
      const several = await Promise.all(Array.from({ length: 4 }, begun));
      const batch = (ids: readonly string[]) =>
        codeOf(services.results.recordAll(place.actor, place.slug, ids.map((id) => resultOf(place, id)))); // prettier-ignore
      const ids = several.map(({ id }) => id);
      const outcomes = await Promise.all([
        batch(ids),
        ...several.map(({ run }) => cancel(run)),
        batch(ids.toReversed()),
      ]);
      expect(new Set(outcomes)).toEqual(new Set(['done']));
    });
  });

  test('and the chain of events is whole', async () => {
    expect((await services.institutions.checkAudit(place.slug)).firstBroken).toBeUndefined();
  });
});
