import type { Session } from '../../../src/domain/catalogue/run/session.ts';
import type { Result } from '../../../src/domain/enrolment/result.ts';
import type { OfferingForm } from '../../../src/domain/catalogue/offering-form.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, everyone, learnerOf, noon, offeringOf, registeredOf, registrationOf, taskOf } from '../records.ts';
import { createFixture, type Fixture } from '../fixture.ts';

const fail = (): never => {
  throw new Error('it was decided nowhere');
};
const decidedInOf = (id: string) => ({ ...(registeredOf('umu', 'any', 'any').decidedIn ?? fail()), id });

/** Deep equality that tells an absent member from an undefined one. */
const same = (found: unknown, written: unknown) => expect(found).toStrictEqual(written);

describe.each(databases)('what is written is read back the same, on %s', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
  });
  afterAll(() => database.close());

  test('offerings, bare and full', async () => {
    same(await stores.offerings.find('umu', fixture.offering.id), fixture.offering);
    const full = {
      ...offeringOf(fixture.version, 'o2'),
      pace: 50,
      places: 30,
      location: { sv: 'Umeå' },
      learningCentre: 'Lärcentrum Lycksele',
      contact: { name: 'Studentcentrum', email: 'kurs@example.org', phone: '+46 90 1', url: 'https://umu.example/' },
      sessions: [
        { kind: 'teaching', date: '2026-01-20' },
        {
          kind: 'examination',
          date: '2026-02-20',
          from: '09:00',
          to: '13:00',
          title: { sv: 'Salstentamen' },
          place: { sv: 'Östra paviljongen' },
          online: false,
          seats: 12,
        },
      ] satisfies Session[],
      forms: [
        {
          form: 'se-regular',
          audience: ['fee-exempt', 'fee-liable'],
          application: 'individual',
          price: { amount: 1250.5, currency: 'SEK', payers: ['fee-liable'] },
          applyFrom: '2025-12-01',
          applyBy: '2026-01-02',
          applyAt: 'https://apply.example/1',
          applicationCode: 'UMU-12345',
          applicationTerm: 'VT2026',
        },
        { form: 'se-commissioned-credits', audience: ['client-named'], application: 'client' },
      ] satisfies OfferingForm[],
      cancelledAt: noon,
      cancelReason: { sv: 'För få anmälda.' },
    };
    await stores.offerings.insert(full);
    same(await stores.offerings.find('umu', 'o2'), full);
  });

  test('learners, bare and full, with their identifiers in order', async () => {
    same(await stores.learners.find('umu', fixture.learner.id, everyone), fixture.learner);
    const full = {
      ...learnerOf('umu', 'l2'),
      givenName: 'Åsa',
      familyName: 'Öberg',
      birthDate: '1990-02-28',
      email: 'asa@example.org',
      alias: 'Person 7',
      identifiers: [
        { kind: 'student-number' as const, value: '7', from: '2020-01-01', to: '2021-01-01' },
        { kind: 'personnummer' as const, value: '19900228-1234' },
      ],
    };
    await stores.learners.insert(full);
    same(await stores.learners.find('umu', 'l2', everyone), full);
  });

  test('registrations, bare and full, also by where they came from', async () => {
    same(await stores.registrations.find('umu', fixture.registration.id, everyone), fixture.registration);
    const learner = learnerOf('umu', 'l3');
    const full = {
      ...registrationOf(fixture.offering, learner, 'r3'),
      client: { name: 'Umeå kommun', organisationNumber: '212000-2627' },
      source: 'ladok',
      externalId: '42',
    };
    await stores.learners.insert(learner);
    await stores.registrations.insert(full);
    same(await stores.registrations.find('umu', 'r3', everyone), full);
    same(await stores.registrations.findBySource('umu', 'ladok', '42'), full);
    expect(await stores.registrations.findBySource('umu', 'ladok', '43')).toBeUndefined();
    const pairs = [
      { source: 'ladok', externalId: '43' },
      { source: 'virta', externalId: '42' },
    ];
    expect(await stores.registrations.findBySources('umu', pairs)).toEqual([]);
    expect(await stores.registrations.findBySources('umu', [])).toEqual([]);
    same(await stores.registrations.findBySources('umu', [...pairs, { source: 'ladok', externalId: '42' }]), [full]);
  });

  test('results', async () => {
    same(await stores.results.find('umu', fixture.completion.id, everyone), fixture.completion);
    same(await stores.results.list('umu', { limit: 5 }, everyone), { items: [fixture.completion] });
  });

  test('results, and what corrects them', async () => {
    const learner = learnerOf('umu', 'examined');
    await stores.learners.insert(learner);
    await stores.registrations.insert(registrationOf(fixture.offering, learner, 'examined'));
    const base = { ...fixture.completion, registrationId: 'examined' };
    const failed = { ...base, id: 'r1', grade: 'U', passed: false };
    const passed = { ...base, id: 'r2', createdAt: at('2026-03-02T00:00:00Z') };
    const mended = { ...passed, id: 'r3', corrects: 'r2', createdAt: at('2026-03-03T00:00:00Z') };
    await createTransact(database.db)(async ({ results }) => {
      for (const result of [failed, passed, mended]) await results.insert(result);
    });
    same(await stores.results.ofRegistration('umu', 'examined'), [failed, { ...passed, correctedBy: 'r3' }, mended]);
    same(await stores.results.find('umu', 'r2', everyone), { ...passed, correctedBy: 'r3' });
    expect(await stores.results.ofRegistration('umu', 'nobody')).toEqual([]);
    expect(await stores.results.isAwarded('umu', 'r3')).toBe(false);
    expect(await stores.results.isAwarded('umu', fixture.completion.id)).toBe(true);
  });

  const registered = async (id: string, change: Partial<Result> = {}) => {
    const learner = learnerOf('umu', `of-${id}`);
    await stores.learners.insert(learner);
    await stores.registrations.insert(registrationOf(fixture.offering, learner, `for-${id}`));
    const result = { ...registeredOf('umu', `for-${id}`, id), ...change };
    await stores.results.insert(result);
    return result;
  };

  test('results of a register, with how the person was examined', async () => {
    const examination = {
      place: 'learning-centre',
      supervision: 'supervised-with-id',
      form: 'oral-examination',
      identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' },
    } as const;
    const full = await registered('d1', { examination });
    same(await stores.results.find('umu', 'd1', everyone), full);
    same(await stores.results.listDecidedIn('umu', 'Ladok', 'L1'), [full]);
    expect(await stores.results.listDecidedIn('umu', 'Peppi', 'L1')).toEqual([]);
    await expect(registered('d2')).rejects.toMatchObject({ code: 'already-exists' });
    const mended = { ...full, id: 'd3', corrects: 'd1', createdAt: at('2026-03-03T00:00:00Z') };
    await createTransact(database.db)(({ results }) => results.insert(mended));
    same(await stores.results.listDecidedIn('umu', 'Ladok', 'L1'), [{ ...full, correctedBy: 'd3' }, mended]);
  });

  test('results have a decision here or an attestation elsewhere, and never both or half of one', async () => {
    const { decidedIn = fail(), ...bare } = registeredOf('umu', fixture.registration.id, 'odd');
    const { attestedAt: _, ...half } = { ...decidedIn, id: 'L9' };
    const both = { decidedIn, examinerId: fixture.member.id, decisionId: fixture.decision.id };
    for (const odd of [{}, both, { decidedIn: half }, { examinerId: fixture.member.id }])
      await expect(stores.results.insert({ ...bare, passed: false, ...odd } as Result)).rejects.toThrow(/check/);
  });

  test('correction tasks, open and done', async () => {
    const result = await registered('t1', { decidedIn: { ...decidedInOf('L7') } });
    const task = taskOf(result, 'task');
    await stores.correctionTasks.insert(task);
    same(await stores.correctionTasks.find('umu', 'task', everyone), task);
    same(await stores.correctionTasks.findOpen('umu', 't1'), task);
    await expect(stores.correctionTasks.insert({ ...task, id: 'second' })).rejects.toMatchObject({
      code: 'already-exists',
    });
    const changed = { ...task, grade: 'U', passed: false };
    await stores.correctionTasks.update(changed);
    expect(await stores.correctionTasks.finish('umu', { resultId: 't1', doneAt: noon })).toBe('task');
    const done = { ...changed, state: 'done' as const, doneAt: noon };
    same(await stores.correctionTasks.find('umu', 'task', everyone), done);
    expect(await stores.correctionTasks.findOpen('umu', 't1')).toBeUndefined();
    expect(await stores.correctionTasks.finish('umu', { resultId: 't1', doneAt: noon })).toBeUndefined();
    await stores.correctionTasks.update(task);
    same(await stores.correctionTasks.find('umu', 'task', everyone), done);
    for (const [state, items] of [
      [undefined, [done]],
      ['open', []],
      ['done', [done]],
    ] as const)
      same((await stores.correctionTasks.list('umu', state, { limit: 5 }, everyone)).items, items);
  });
});
