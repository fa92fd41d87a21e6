import { beforeEach, describe, expect, test } from 'vitest';
import type { ResultInput } from '../../../src/domain/enrolment/result.ts';
import { expectRefusedUnchanged } from '../../setup/index.ts';
import { fixture, input, kept, offering, place, recordAll, startRegistered } from './recording.ts';

beforeEach(startRegistered);

const decidedIn = { system: 'Ladok', id: 'L1', attestedBy: 'Ada Attestant', attestedAt: '2026-02-28T08:00:00Z' };
const registered = (change: Partial<ResultInput> = {}): ResultInput => {
  const { examinerId: _, ...rest } = input();
  return { ...rest, decidedIn, ...change };
};
const attested = (day: number) => ({ decidedIn: { ...decidedIn, attestedAt: `2026-03-0${day}T08:00:00Z` } });
const { results } = { results: () => fixture.services.results };
const send = (change: Partial<ResultInput> = {}, key?: string, actor = place.actors.registrar) =>
  results().record(actor, place.slug, registered(change), key);
const recorded = async (change: Partial<ResultInput> = {}) => {
  const outcome = await send(change);
  if (!('result' in outcome)) throw new Error('a task came of it');
  return outcome.result;
};
const tasked = async (change: Partial<ResultInput> = {}) => {
  const outcome = await send(change);
  if (!('task' in outcome)) throw new Error('a result came of it');
  return outcome.task;
};
const tasks = async (state?: 'open' | 'done') =>
  (await results().tasks(place.actors.registrar, place.slug, state, { limit: 50 })).items;
const award = async () => fixture.awarded(place, await recorded());
const actions = async () =>
  (await fixture.ports.stores.audit.list(place.institution.id)).map(({ action, subjects }) => [action, subjects]);

describe('a result of a register', () => {
  test('is on record without an examiner and without a decision here', async () => {
    const before = await fixture.db.selectFrom('decision').select('id').execute();
    const result = await recorded();
    expect(result).toMatchObject({ decidedIn: { ...decidedIn, attestedAt: new Date(decidedIn.attestedAt) } });
    expect(result).not.toHaveProperty('examinerId');
    expect(result).not.toHaveProperty('decisionId');
    expect(await fixture.db.selectFrom('decision').select('id').execute()).toEqual(before);
    expect((await actions()).at(-1)).toEqual(['result-recorded', [result.id]]);
  });

  test('is kept with its lines in one form', async () => {
    const result = await recorded({ decidedIn: { ...decidedIn, attestedBy: ' A\u030asa ', id: ' L1 ' } });
    expect(result.decidedIn).toMatchObject({ attestedBy: 'Åsa', id: 'L1' });
    expect(await send()).toEqual({ result });
  });

  test.each([
    [
      'a second from now',
      { decidedIn: { ...decidedIn, attestedAt: '2099-01-01T00:00:00Z' } },
      ['#/decidedIn/attestedAt'],
    ],
    ['with an examiner, too', { examinerId: 'anybody' }, ['#/examinerId', '#/examinerId']],
    ['decided here, too', { decision: { ground: 'examination' } }, ['#/decision']],
  ] as const)('%s is refused, and nothing is kept', async (_, change, pointers) => {
    await expectRefusedUnchanged(fixture, () => send(change), 'result-invalid', ...pointers);
  });

  test('that fails awards nothing, and a passing one may follow it', async () => {
    const failed = await recorded({ grade: 'U' });
    expect(failed.passed).toBe(false);
    await expectRefusedUnchanged(fixture, () => fixture.awarded(place, failed), 'content-invalid', '#/completionId');
    const passed = await recorded({ decidedIn: { ...decidedIn, id: 'L2' } });
    await expect(fixture.awarded(place, passed)).resolves.toMatchObject({ completionId: passed.id, grade: 'G' });
  });

  test('for another registration under the same id is refused', async () => {
    await recorded();
    const { id: registrationId } = await fixture.registered(place, offering);
    await expectRefusedUnchanged(fixture, () => send({ registrationId }), 'result-invalid', '#/decidedIn/id');
  });
});

describe('sent again', () => {
  test('unchanged, it is the same answer and nothing new, with any key', async () => {
    const result = await recorded();
    const before = await fixture.snapshot();
    expect(await send()).toEqual({ result });
    expect(await fixture.snapshot()).toBe(before);
    expect(await send({}, 'a key')).toEqual({ result });
    expect(await kept()).toBe(1);
  });

  test('fifty times at once it is recorded once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => recorded()));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await kept()).toBe(1);
  });

  test('with a changed grade, it opens one task and changes nothing else', async () => {
    const result = await recorded();
    const task = await tasked({ grade: 'VG', ...attested(1) });
    expect(task).toMatchObject({ resultId: result.id, state: 'open', grade: 'VG', passed: true });
    expect(await results().read(place.actors.registrar, place.slug, result.id)).toEqual(result);
    const before = await fixture.snapshot();
    expect(await tasked({ grade: 'VG', ...attested(1) })).toEqual(task);
    expect(await fixture.snapshot()).toBe(before);
    expect(await tasks('open')).toEqual([task]);
    expect((await actions()).at(-1)).toEqual(['correction-task-opened', [task.id, result.id]]);
  });

  test('with a further change, it is the same task, which says the newest', async () => {
    await recorded();
    const first = await tasked({ grade: 'VG', ...attested(1) });
    const second = await tasked({ grade: 'U', ...attested(2) });
    expect(second).toEqual({ ...first, grade: 'U', passed: false, attestedAt: new Date('2026-03-02T08:00:00Z') });
    expect(await tasks()).toEqual([second]);
  });

  test('as it was, attested anew, it ends the task', async () => {
    const result = await recorded();
    const { id } = await tasked({ grade: 'VG', ...attested(1) });
    expect(await send(), 'an old message').toEqual({ result });
    expect(await tasks('open')).toHaveLength(1);
    expect(await send(attested(2))).toEqual({ result });
    expect(await tasks('open')).toEqual([]);
    expect(await tasks('done')).toMatchObject([{ id, state: 'done' }]);
    expect((await tasks('done'))[0]).not.toHaveProperty('settledBy');
  });

  test('after the award, changed, it leaves the award as it is', async () => {
    const { id } = await award();
    const read = () => fixture.services.awarding.credential(place.actors.registrar, place.slug, id);
    const before = await read();
    const task = await tasked({ grade: 'U', ...attested(1) });
    expect(task.state).toBe('open');
    expect(await read()).toEqual(before);
    const correct = () => send({ grade: 'U', ...attested(1), corrects: task.resultId });
    await expectRefusedUnchanged(fixture, correct, 'state-forbids');
    expect(await tasks('open')).toEqual([task]);
  });

  test('in a batch each has its own outcome', async () => {
    const result = await recorded();
    const other = await fixture.registered(place, offering);
    const outcomes = await recordAll([
      registered(),
      registered({ grade: 'VG', ...attested(1) }),
      registered({ registrationId: other.id, decidedIn: { ...decidedIn, id: 'L2' } }),
      registered({ registrationId: other.id }),
    ]);
    expect(outcomes).toMatchObject([
      { result: { id: result.id } },
      { task: { resultId: result.id } },
      { result: { registrationId: other.id } },
      { refusal: { code: 'result-invalid', violations: [{ pointer: '#/results/3/decidedIn/id' }] } },
    ]);
  });
});

describe('a task is done', () => {
  test('when the register’s newest word takes the place of the result', async () => {
    const { id: corrects } = await recorded();
    const { id } = await tasked({ grade: 'VG', ...attested(1) });
    const second = await recorded({ grade: 'VG', ...attested(1), corrects });
    expect(second).toMatchObject({ corrects, grade: 'VG' });
    expect(await tasks()).toMatchObject([{ id, state: 'done', settledBy: second.id, doneAt: fixture.clock.now() }]);
    expect(await send({ grade: 'VG', ...attested(1) }), 'once more').toEqual({ result: second });
    expect(await kept()).toBe(2);
  });

  test('but not by what the register said before', async () => {
    const { id: corrects } = await recorded();
    await tasked({ grade: 'VG', ...attested(2) });
    const late = () => send({ grade: 'U', ...attested(1), corrects });
    await expectRefusedUnchanged(fixture, late, 'result-invalid', '#/decidedIn/attestedAt');
  });

  test('when an examiner mends what was recorded for the wrong person, whose id is then free', async () => {
    const { id: corrects } = await recorded();
    const other = await fixture.registered(place, offering);
    const { id } = await tasked({ grade: 'VG', ...attested(1) });
    const mend = { ...input({ grade: 'U', corrects }), decision: { ground: 'clerical-error' } };
    await results().record(place.actors.registrar, place.slug, mend);
    expect(await tasks('done')).toMatchObject([{ id }]);
    await expectRefusedUnchanged(fixture, () => send(), 'already-corrected');
    await expect(recorded({ registrationId: other.id })).resolves.toMatchObject({ registrationId: other.id });
  });
});

test('a correction says everything anew', async () => {
  const examination = { place: 'online', supervision: 'supervised-without-id', form: 'quiz' } as const;
  const { id: corrects } = await recorded({ examination });
  const second = await recorded({ ...attested(1), corrects });
  expect(second).not.toHaveProperty('examination');
});

test('of a person under protection, a task is there for the role confidential alone', async () => {
  const { registrationId } = await recorded();
  const { id } = await tasked({ grade: 'VG' });
  const { registrar, confidant } = place.actors;
  const { registrations } = fixture.services;
  const { learnerId } = await registrations.read(registrar, place.slug, registrationId);
  await registrations.protect(confidant, place.slug, learnerId, true);
  await expectRefusedUnchanged(fixture, () => results().task(registrar, place.slug, id), 'not-found');
  expect(await tasks()).toEqual([]);
  await expect(results().task(confidant, place.slug, id)).resolves.toMatchObject({ id });
  await expectRefusedUnchanged(fixture, () => send({ grade: 'U' }), 'result-invalid', '#/registrationId');
});

test('a result of which the register says something else by now is not awarded', async () => {
  const result = await recorded();
  const task = await tasked({ grade: 'U', ...attested(1) });
  const refusal = await expectRefusedUnchanged(fixture, () => fixture.awarded(place, result), 'state-forbids');
  expect(refusal.message).toContain(task.id);
  await send(attested(2));
  expect(await tasks('open')).toEqual([]);
  expect(await fixture.awarded(place, result)).toMatchObject({ completionId: result.id });
});
