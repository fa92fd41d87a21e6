import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ResultInput } from '../../../src/domain/enrolment/result.ts';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../../src/domain/enrolment/registration.ts';
import type { BatchOutcome } from '../../../src/services/enrolment/results.ts';
import {
  createWorld,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type World,
  worldAfter,
} from '../../setup/index.ts';

const day = 24 * 60 * 60 * 1000;
let world: World;
let place: Place;
let offering: Offering;
let registration: Registration;
const begin = worldAfter(async ({ published, offered, registered, provsjo }) => {
  await published(provsjo);
  const offering = await offered(provsjo);
  return { offering, registration: await registered(provsjo, offering) };
});
beforeEach(async () => {
  ({
    made: { offering, registration },
    ...world
  } = await begin());
  place = world.provsjo;
});

const input = (change: Partial<ResultInput> = {}): ResultInput => ({
  registrationId: registration.id,
  grade: 'G',
  date: '2026-02-27',
  examinerId: place.actors.examiner.id,
  ...change,
});
const record = (change: Partial<ResultInput> = {}, key?: string, actor = place.actors.registrar) =>
  world.services.results.record(actor, place.slug, input(change), key);
const recordAll = (inputs: readonly ResultInput[], key?: string, actor = place.actors.registrar) =>
  world.services.results.recordAll(actor, place.slug, inputs, key);
const kept = async () => (await world.db.selectFrom('result').select('id').execute()).length;

describe('a result', () => {
  test('is the decision of the examiner, whoever types it in', async () => {
    for (const actor of [place.actors.registrar, place.machine]) {
      const { registrationId } = { registrationId: (await world.registered(place, await world.offered(place))).id };
      const completion = await record({ registrationId }, undefined, actor);
      const decision = await world.ports.stores.decisions.find(place.institution.id, completion.decisionId);
      expect(decision).toMatchObject({
        kind: 'result',
        personId: place.actors.examiner.id,
        capacity: 'examiner',
        ground: 'examination',
        date: '2026-02-27',
        subjectId: completion.id,
      });
    }
  });

  test('may rest on recognised learning, with a case number', async () => {
    const decision = {
      ground: 'recognised-learning',
      capacity: 'course coordinator',
      date: '2026-03-01',
      caseNumber: 'FS 1',
    };
    const { decisionId } = await record({ decision });
    const recorded = await world.ports.stores.decisions.find(place.institution.id, decisionId);
    expect(recorded).toMatchObject(decision);
  });

  test.each([
    ['without a registration', { registrationId: 'none' }, 'result-invalid', ['#/registrationId']],
    ['with a grade outside the scheme', { grade: 'A' }, 'result-invalid', ['#/grade']],
    ['in the future', { date: '2026-03-03' }, 'result-invalid', ['#/date']],
    ['before the offering began', { date: '2026-01-18' }, 'result-invalid', ['#/date']],
    ['on no day', { date: '2026-02-30' }, 'result-invalid', ['#/date']],
    ['by nobody who works there', { examinerId: 'nobody' }, 'result-invalid', ['#/examinerId']],
    [
      'by nobody, of another scheme, in the future',
      { grade: 'A', date: '2027-01-01', examinerId: '' },
      'result-invalid',
      ['#/grade', '#/date', '#/examinerId'],
    ],
    ['on no ground of a result', { decision: { ground: 'board-decision' } }, 'decision-invalid', ['#/decision/ground']],
    [
      'decided in the future',
      { decision: { ground: 'examination', date: '2026-03-03' } },
      'decision-invalid',
      ['#/decision/date'],
    ],
  ] as const)('%s is refused, and nothing is kept', async (_, change, code, pointers) => {
    await expectRefusedUnchanged(world, () => record(change), code, ...pointers);
  });

  test('by an examiner who has left is refused', async () => {
    await world.services.institutions.endStaff(place.slug, place.actors.examiner.id);
    await expectRefusedUnchanged(world, () => record(), 'result-invalid', '#/examinerId');
  });

  test('for a version that is not published is refused', async () => {
    await world.tamper('delete from microcredential_version');
    await expectRefusedUnchanged(world, () => record(), 'state-forbids');
  });

  test('twice is refused', async () => {
    await record();
    await expectRefusedUnchanged(world, () => record({ grade: 'VG' }), 'already-completed');
  });

  test('fifty times at once is recorded once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => record()));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'already-completed' });
    expect(await kept()).toBe(1);
  });

  test('is dated by the day where the institution is', async () => {
    // 22.30 UTC in winter: half past eleven in Sweden, half past midnight in Finland.
    world.clock.set('2026-03-02T22:30:00Z');
    await expectRefusedUnchanged(world, () => record({ date: '2026-03-03' }), 'result-invalid', '#/date');
    const { koesaari } = world;
    await world.published(koesaari);
    const there = await world.registered(koesaari, await world.offered(koesaari));
    await expect(world.completed(koesaari, there, { date: '2026-03-03' })).resolves.toMatchObject({
      date: '2026-03-03',
    });
  });

  test('is recorded by a registrar or an administrator and by nobody else', async () => {
    for (const person of ['editor', 'reviewer', 'issuer', 'examiner'] as const) {
      await expectRefusedUnchanged(world, () => record({}, undefined, place.actors[person]), 'role-missing');
    }
    await expect(record({}, undefined, place.actors.admin)).resolves.toMatchObject({ grade: 'G' });
  });
});

describe('an Idempotency-Key', () => {
  test('with the same body gets the same answer, and nothing more is recorded', async () => {
    const first = await record({}, 'k');
    const before = await world.snapshot();
    world.clock.advance(1000);
    expect(await record({}, 'k')).toEqual(first);
    expect(await world.snapshot()).toBe(before);
  });

  test('with the same body in another order of its members is the same', async () => {
    const first = await record({}, 'k');
    const { grade, date, ...rest } = input();
    const again = await world.services.results.record(
      place.actors.registrar,
      place.slug,
      { date, grade, ...rest },
      'k',
    );
    expect(again).toEqual(first);
  });

  test('with another body is refused', async () => {
    await record({}, 'k');
    await expectRefusedUnchanged(world, () => record({ grade: 'VG' }, 'k'), 'idempotency-conflict');
  });

  test('is remembered for 24 hours and then is new', async () => {
    const first = await record({}, 'k');
    world.clock.advance(day);
    expect(await record({}, 'k')).toEqual(first);
    world.clock.advance(1);
    await expectRefusal(() => record({}, 'k'), 'already-completed');
    const other = await world.registered(place, await world.offered(place));
    await expect(record({ registrationId: other.id }, 'k')).resolves.toMatchObject({ registrationId: other.id });
  });

  test('of what was refused is free: the mended body may come under it', async () => {
    await expectRefusedUnchanged(world, () => record({ grade: 'A' }, 'k'), 'result-invalid');
    await expect(record({ grade: 'G' }, 'k')).resolves.toMatchObject({ grade: 'G' });
  });

  test('sent twice at once records once, and both get the answer', async () => {
    const [one, other] = await Promise.all([record({}, 'k'), record({}, 'k')]);
    expect(one).toEqual(other);
    expect(await kept()).toBe(1);
  });

  test('of one caller is no key of another', async () => {
    await record({}, 'k');
    await expectRefusal(() => record({}, 'k', place.actors.admin), 'already-completed');
  });

  test('of one operation is no key of another', async () => {
    await record({}, 'k');
    const [outcome] = await recordAll([input()], 'k');
    expect(outcome).toMatchObject({ refusal: { code: 'already-completed' } });
  });

  test('is kept as a digest, never as it was sent', async () => {
    await record({}, 'Lo 19900505-1234');
    expect(await world.snapshot()).not.toContain('19900505-1234');
  });
});

describe('a batch', () => {
  const registrations = async (count: number) => {
    const made: Registration[] = [];
    for (let index = 0; index < count; index += 1) made.push(await world.registered(place, offering));
    return made;
  };
  const brief = (outcomes: readonly BatchOutcome[]) =>
    outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.result.registrationId));

  test('has as many outcomes as results, in their order; one refused holds up no other', async () => {
    const [one, two, three] = await registrations(3);
    await record({ registrationId: two?.id ?? '' });
    const outcomes = await recordAll([
      input({ registrationId: one?.id ?? '' }),
      input({ registrationId: 'none' }),
      input({ registrationId: two?.id ?? '' }),
      input({ registrationId: three?.id ?? '', grade: 'A', date: '2027-01-01' }),
      input({ registrationId: three?.id ?? '' }),
      input({ registrationId: three?.id ?? '' }),
      input({ decision: { ground: 'because' } }),
    ]);
    expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(brief(outcomes)).toEqual([
      one?.id,
      'result-invalid',
      'already-completed',
      'result-invalid',
      three?.id,
      'already-completed',
      'decision-invalid',
    ]);
    expect(await kept()).toBe(3);
  });

  test('points at the place in the batch where a refusal is', async () => {
    const outcomes = await recordAll([input({ registrationId: 'none' }), input({ grade: 'A', date: '2027-01-01' })]);
    const pointers = outcomes.map((outcome) =>
      'refusal' in outcome ? outcome.refusal.violations.map(({ pointer }) => pointer) : [],
    );
    expect(pointers).toEqual([['#/results/0/registrationId'], ['#/results/1/grade', '#/results/1/date']]);
  });

  test('of a hundred that all stand already is a hundred refusals', async () => {
    const made = await registrations(20);
    const inputs = made.map(({ id }) => input({ registrationId: id }));
    await recordAll(inputs);
    const before = await world.snapshot();
    expect(brief(await recordAll(inputs))).toEqual(made.map(() => 'already-completed'));
    expect(await world.snapshot()).toBe(before);
  });

  test('sent again under its key gets the same answers, refusals too, and nothing more is recorded', async () => {
    const [one] = await registrations(1);
    const inputs = [input({ registrationId: one?.id ?? '' }), input({ grade: 'A' })];
    const first = await recordAll(inputs, 'k');
    const before = await world.snapshot();
    expect(await recordAll(inputs, 'k')).toEqual(first);
    expect(await world.snapshot()).toBe(before);
    await expectRefusedUnchanged(world, () => recordAll([...inputs].reverse(), 'k'), 'idempotency-conflict');
  });

  test('sent again under its key counts in and out, though one of its people is protected by now', async () => {
    const [one, two] = await registrations(2);
    const inputs = [input({ registrationId: one?.id ?? '' }), input({ registrationId: two?.id ?? '' })];
    await recordAll(inputs, 'k');
    await world.services.registrations.protect(place.actors.confidant, place.slug, one?.learnerId ?? '', true);
    const again = await recordAll(inputs, 'k');
    expect(brief(again)).toEqual(['not-found', two?.id]);
  });

  test('that a fault of ours interrupts leaves nothing behind', async () => {
    let recorded = 0;
    const broken = await createWorld({
      canonicalJson: (value) => {
        if ((value as { action?: string }).action === 'result-recorded') recorded += 1;
        if (recorded === 2) throw new Error('out of order');
        return world.ports.canonicalJson(value);
      },
    });
    await broken.published(broken.provsjo);
    const run = await broken.offered(broken.provsjo);
    const made = [await broken.registered(broken.provsjo, run), await broken.registered(broken.provsjo, run)];
    const { actors, slug } = broken.provsjo;
    // The first of the two is recorded; the audit event of the second fails.
    const before = await broken.snapshot();
    const inputs = made.map(({ id }) => input({ registrationId: id, examinerId: actors.examiner.id }));
    await expect(broken.services.results.recordAll(actors.registrar, slug, inputs)).rejects.toThrow('out of order');
    expect(await broken.snapshot()).toBe(before);
  });

  test('of any mixture counts out what it counted in, and records each registration at most once', async () => {
    const made = await registrations(4);
    const ids = fc.constantFrom(...made.map(({ id }) => id), 'none');
    const inputs = fc.array(
      fc.record({
        registrationId: ids,
        grade: fc.constantFrom('G', 'VG', 'U', 'A'),
        date: fc.constantFrom('2026-02-27', '2027-01-01'),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(inputs, async (given) => {
        const before = await kept();
        const outcomes = await recordAll(given.map((each) => input(each)));
        expect(outcomes.map(({ index }) => index)).toEqual(given.map((_, index) => index));
        const recorded = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result.registrationId] : []));
        expect(new Set(recorded).size).toBe(recorded.length);
        expect((await kept()) - before).toBe(recorded.length);
      }),
      { numRuns: 30 },
    );
    expect(await kept()).toBeGreaterThan(0);
  });
});
