import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Registration } from '../../../src/domain/enrolment/registration.ts';
import type { BatchOutcome } from '../../../src/services/enrolment/results.ts';
import { createFixture, expectRefusedUnchanged } from '../../setup/index.ts';
import { input, kept, offering, place, record, recordAll, startRegistered, fixture } from './recording.ts';

beforeEach(startRegistered);

describe('a batch', () => {
  const registrations = async (count: number) => {
    const made: Registration[] = [];
    for (let index = 0; index < count; index += 1) made.push(await fixture.registered(place, offering));
    return made;
  };
  const brief = (outcomes: readonly BatchOutcome[]) =>
    outcomes.map((outcome) => {
      if ('refusal' in outcome) return outcome.refusal.code;
      return 'task' in outcome ? 'correction-needed' : outcome.result.registrationId;
    });

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
    const before = await fixture.snapshot();
    expect(brief(await recordAll(inputs))).toEqual(made.map(() => 'already-completed'));
    expect(await fixture.snapshot()).toBe(before);
  });

  test('sent again under its key gets the same answers, refusals too, and nothing more is recorded', async () => {
    const [one] = await registrations(1);
    const inputs = [input({ registrationId: one?.id ?? '' }), input({ grade: 'A' })];
    const first = await recordAll(inputs, 'k');
    const before = await fixture.snapshot();
    expect(await recordAll(inputs, 'k')).toEqual(first);
    expect(await fixture.snapshot()).toBe(before);
    await expectRefusedUnchanged(fixture, () => recordAll([...inputs].reverse(), 'k'), 'idempotency-conflict');
  });

  test('sent again under its key counts in and out, though one of its people is protected by now', async () => {
    const [one, two] = await registrations(2);
    const inputs = [input({ registrationId: one?.id ?? '' }), input({ registrationId: two?.id ?? '' })];
    await recordAll(inputs, 'k');
    await fixture.services.registrations.protect(place.actors.confidant, place.slug, one?.learnerId ?? '', true);
    const again = await recordAll(inputs, 'k');
    expect(brief(again)).toEqual(['not-found', two?.id]);
  });

  test('that a fault of ours interrupts leaves nothing behind', async () => {
    let recorded = 0;
    const broken = await createFixture({
      canonicalJson: (value) => {
        if ((value as { action?: string }).action === 'result-recorded') recorded += 1;
        if (recorded === 2) throw new Error('out of order');
        return fixture.ports.canonicalJson(value);
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

  test('of any mixture counts out what it counted in, and completes each registration at most once', async () => {
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
        const recorded = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
        // A registration may fail more than once.
        const completed = recorded.filter(({ passed }) => passed).map(({ registrationId }) => registrationId);
        expect(new Set(completed).size).toBe(completed.length);
        expect((await kept()) - before).toBe(recorded.length);
      }),
      { numRuns: 30 },
    );
    expect(await kept()).toBeGreaterThan(0);
  });
});
