import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';
import { learnerOf, noon, registrationOf } from '../records.ts';

describe.each(databases)('a run that is replaced, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let fixture: Fixture;
  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('has what is new and nothing of before, and keeps the form that people have', async () => {
    const { offering } = fixture;
    const fuller: Offering = {
      ...offering,
      endDate: '2026-03-31',
      pace: 50,
      places: 3,
      location: { sv: 'Umeå' },
      contact: { email: 'kurs@example.org' },
      sessions: [
        { kind: 'teaching', date: '2026-01-20' },
        { kind: 'examination', date: '2026-02-20', from: '09:00' },
      ],
      forms: [
        { form: 'se-regular', audience: ['fee-exempt'], application: 'individual', applicationCode: 'UMU-1' },
        { ...offering.forms[0]!, applyBy: '2026-02-01' },
      ],
    };
    for (const next of [fuller, offering, fuller]) {
      await stores.offerings.replace(next);
      expect(await stores.offerings.find('umu', offering.id)).toStrictEqual(next);
    }
    const others = { ...fuller, forms: fuller.forms.slice(0, 1) };
    await expect(stores.offerings.replace(others)).rejects.toThrow(/foreign key/);
  });

  test('stays cancelled, and of its version', async () => {
    const run = { ...fixture.offering, id: 'cancelled' };
    await stores.offerings.insert(run);
    const cancelled = { ...run, cancelledAt: noon, cancelReason: { sv: 'Få.' } };
    await stores.offerings.cancel(cancelled);
    await stores.offerings.replace({ ...run, version: 7 });
    expect(await stores.offerings.find('umu', 'cancelled')).toStrictEqual(cancelled);
  });

  test('is used by those who are registered, in each form, and by the first of their results', async () => {
    const run: Offering = {
      ...fixture.offering,
      id: 'used',
      forms: [
        ...fixture.offering.forms,
        { form: 'se-regular', audience: ['fee-exempt'], application: 'individual' },
        { form: 'other', audience: ['everyone'], application: 'individual' },
      ],
    };
    await stores.offerings.insert(run);
    expect(await stores.registrations.findUse('umu', 'used')).toEqual({ registered: new Map() });
    for (const [id, form] of [
      ['u1', 'se-regular'],
      ['u2', 'se-regular'],
      ['u3', 'se-commissioned-no-credits'],
    ] as const) {
      const learner = learnerOf('umu', id);
      await stores.learners.insert({ ...learner, protected: id === 'u2' });
      await stores.registrations.insert({ ...registrationOf(run, learner, id), form });
    }
    for (const [id, date] of [
      ['u1', '2026-02-03'],
      ['u2', '2026-02-01'],
    ] as const)
      await stores.results.insert({ ...fixture.completion, id: `${id}-result`, registrationId: id, date });
    expect(await stores.registrations.findUse('umu', 'used')).toEqual({
      registered: new Map([
        ['se-commissioned-no-credits', 1],
        ['se-regular', 2],
      ]),
      firstResult: '2026-02-01',
    });
  });
});
