import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal, expectRefusedUnchanged } from '../../setup/index.ts';
import { input, kept, place, record, recordAll, startRegistered, fixture } from './recording.ts';

const day = 24 * 60 * 60 * 1000;

beforeEach(startRegistered);

describe('an Idempotency-Key', () => {
  test('with the same body gets the same answer, and nothing more is recorded', async () => {
    const first = await record({}, 'k');
    const before = await fixture.snapshot();
    fixture.clock.advance(1000);
    expect(await record({}, 'k')).toEqual(first);
    expect(await fixture.snapshot()).toBe(before);
  });

  test('with the same body in another order of its members is the same', async () => {
    const first = await record({}, 'k');
    const { grade, date, ...rest } = input();
    const again = await fixture.services.results.record(
      place.actors.registrar,
      place.slug,
      { date, grade, ...rest },
      'k',
    );
    expect(again).toEqual({ result: first });
  });

  test('with another body is refused', async () => {
    await record({}, 'k');
    await expectRefusedUnchanged(fixture, () => record({ grade: 'VG' }, 'k'), 'idempotency-conflict');
  });

  test('is remembered for 24 hours and then is new', async () => {
    const first = await record({}, 'k');
    fixture.clock.advance(day);
    expect(await record({}, 'k')).toEqual(first);
    fixture.clock.advance(1);
    await expectRefusal(() => record({}, 'k'), 'already-completed');
    const other = await fixture.registered(place, await fixture.offered(place));
    await expect(record({ registrationId: other.id }, 'k')).resolves.toMatchObject({ registrationId: other.id });
  });

  test('of what was refused is free: the mended body may come under it', async () => {
    await expectRefusedUnchanged(fixture, () => record({ grade: 'A' }, 'k'), 'result-invalid');
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
    expect(await fixture.snapshot()).not.toContain('19900505-1234');
  });
});
