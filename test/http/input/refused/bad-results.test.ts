import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { expectRefused, expectSame } from '../../setup/refusals.ts';
import { resultInput, must } from '../../setup/story.ts';
import { at, beginStory, harness, malformed, nowhere, registered, story } from './north-story.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

describe('a result is refused', () => {
  const invalid = { status: 422, code: 'result-invalid' };
  const decided = { status: 422, code: 'decision-invalid' };
  const inRegister = { system: 'Ladok', id: 'L1', attestedBy: 'Ada Attestant', attestedAt: '2026-10-02T08:00:00Z' };
  const only = (change: object) => ({ examinerId: undefined, decidedIn: { ...inRegister, ...change } });
  const examined = {
    place: 'examination-room',
    supervision: 'supervised-with-id',
    form: 'written-examination',
    identity: { how: 'photo-id', checkedBy: 'institution' },
  };
  type Refused = Readonly<{ status: number; code: string }>;
  type Row = readonly [title: string, changed: object, refusal: Refused, pointer: string, says?: RegExp];
  const rows: readonly Row[] = [
    ['without a registration', { registrationId: nowhere }, invalid, '#/registrationId', /no registration/],
    ['for an id that is none', { registrationId: 'first' }, malformed, '#/registrationId'],
    ['of tomorrow', { date: '2026-10-16' }, invalid, '#/date', /after today, 2026-10-15/],
    ['of the year 9999', { date: '9999-12-31' }, invalid, '#/date'],
    ['before its offering began', { date: '2026-08-30' }, invalid, '#/date', /before the offering starts/],
    ['of 31 September', { date: '2026-09-31' }, invalid, '#/date', /exists/],
    ['of “yesterday”', { date: 'yesterday' }, malformed, '#/date'],
    ['with a grade outside the scheme', { grade: 'A' }, invalid, '#/grade', /one of U, G, VG/],
    ['with a grade in small letters', { grade: 'g' }, invalid, '#/grade'],
    ['with a grade that is a number', { grade: 5 }, malformed, '#/grade'],
    ['by an examiner who is not there', { examinerId: nowhere }, invalid, '#/examinerId', /no member of staff/],
    ['on a ground of another act', { decision: { ground: 'misconduct' } }, decided, '#/decision/ground'],
    [
      'with a decision of tomorrow',
      { decision: { ground: 'examination', date: '2026-10-16' } },
      decided,
      '#/decision/date',
    ],
    [
      'with a decision of the year 0',
      { decision: { ground: 'examination', date: '0000-01-01' } },
      decided,
      '#/decision/date',
      /before 1900-01-01/,
    ],
    [
      'with a decision from before the result',
      { date: '2026-10-01', decision: { ground: 'examination', date: '2026-09-30' } },
      decided,
      '#/decision/date',
      /before the result, 2026-10-01/,
    ],
    ['by nobody', { examinerId: undefined }, invalid, '#/examinerId', /which register has decided/],
    ['by an examiner and a register', { decidedIn: inRegister }, invalid, '#/examinerId', /no second decision/],
    ['of a register that nobody attested', only({ attestedBy: undefined }), malformed, '#/decidedIn/attestedBy'],
    ['of a register at no time', only({ attestedAt: undefined }), malformed, '#/decidedIn/attestedAt'],
    ['of a register on a day without a time', only({ attestedAt: '2026-10-02' }), malformed, '#/decidedIn/attestedAt'],
    [
      'attested in a minute',
      only({ attestedAt: '2026-10-15T09:01:00Z' }),
      invalid,
      '#/decidedIn/attestedAt',
      /after now/,
    ],
    ['attested before its day', only({ attestedAt: '2026-09-30T12:00:00Z' }), invalid, '#/decidedIn/attestedAt'],
    ['attested before the course', only({ attestedAt: '2026-08-01T12:00:00Z' }), invalid, '#/decidedIn/attestedAt'],
    ['of a register without a name', only({ system: ' ' }), invalid, '#/decidedIn/system', /no character/],
    [
      'examined in a place that is none',
      { examination: { ...examined, place: 'home' } },
      malformed,
      '#/examination/place',
    ],
    [
      'unsupervised, with the identity checked on site',
      { examination: { ...examined, supervision: 'unsupervised-with-id' } },
      invalid,
      '#/examination/identity/how',
      /Nobody was there/,
    ],
    [
      'with everything wrong, all of it named',
      { grade: 'A', date: '2026-10-16', examinerId: nowhere },
      invalid,
      '#/examinerId',
    ],
  ];
  let free: string;
  beforeAll(async () => {
    free = await registered();
  });

  test.each(rows.map((row) => ({ title: row[0], row })))(
    '$title',
    async ({ row: [, changed, refusal, pointer, says] }) => {
      const body = () => ({ ...resultInput(harness.north, free), ...changed });
      const expected = { ...refusal, ...(says && { says }) };
      const send = () => harness.north.as.registrar.post(at('/results'), body());
      await expectRefused(harness, send, { ...expected, at: pointer });
    },
  );

  test.each(rows.map((row) => ({ title: row[0], row })))(
    '$title, in a batch too, where it does not hold up the others',
    async ({ row: [, changed, refusal, pointer] }) => {
      const bad = { ...resultInput(harness.north, free), ...changed };
      const batch = { results: [bad, { ...bad }] };
      const send = () => harness.north.as.registrar.post(at('/results/batch'), batch);
      const before = await harness.dump();
      const { body, status } = await send();
      expectSame(before, await harness.dump());
      expect([status, body.outcomes.length]).toEqual([200, 2]);
      for (const [index, outcome] of body.outcomes.entries()) {
        const { code, status: own } = refusal;
        expect(outcome).toMatchObject({
          index,
          outcome: 'refused',
          problem: { status: own, type: `/problems/${code}` },
        });
        const places = outcome.problem.errors.map((error: { pointer: string }) => error.pointer);
        expect(places).toContain(pointer.replace('#', `#/results/${index}`));
      }
    },
  );

  test('twice', async () => {
    const again = () =>
      harness.north.as.registrar.post(at('/results'), resultInput(harness.north, story.registration.id));
    await expectRefused(harness, again, { status: 409, code: 'already-completed', says: /completed/ });
  });

  test('101 times at once, or no time', async () => {
    const send = (count: number) => () =>
      harness.north.as.registrar.post(at('/results/batch'), {
        results: Array(count).fill(resultInput(harness.north, free)),
      });
    await expectRefused(harness, send(101), { ...malformed, at: '#/results', says: /100/ });
    await expectRefused(harness, send(0), { ...malformed, at: '#/results' });
  });
});

describe('a batch of results', () => {
  const batch = (...ids: readonly string[]) =>
    harness.north.as.registrar.post(at('/results/batch'), {
      results: ids.map((id) => resultInput(harness.north, id)),
    });
  const outcomes = ({ body }: { body: any }): string[] =>
    body.outcomes.map(({ outcome, problem }: any) => problem?.type.replace('/problems/', '') ?? outcome);

  test('has as many outcomes as results, in their order, also where one stands already', async () => {
    const [one, two] = [await registered(), await registered()];
    const answer = await batch(one, story.registration.id, nowhere, two);
    expect(outcomes(answer)).toEqual(['recorded', 'already-completed', 'result-invalid', 'recorded']);
    expect(answer.body.outcomes.map(({ index }: any) => index)).toEqual([0, 1, 2, 3]);
    expect(answer.body.outcomes[3].result.registrationId).toBe(two);
  });

  test('records each once where it names one twice', async () => {
    const [one, two] = [await registered(), await registered()];
    expect(outcomes(await batch(one, two, one, one))).toEqual([
      'recorded',
      'recorded',
      'already-completed',
      'already-completed',
    ]);
  });

  test('of nothing but known results changes nothing', async () => {
    const before = await harness.dump();
    const answer = await batch(...Array(100).fill(story.registration.id));
    expect(outcomes(answer)).toEqual(Array(100).fill('already-completed'));
    expectSame(before, await harness.dump());
  });

  test('with text that cannot be kept in one of them refuses that one, with its place', async () => {
    const [one, two] = [await registered(), await registered()];
    const odd = { ...resultInput(harness.north, two), decision: { ground: 'examination', caseNumber: '\u0000' } };
    const results = [resultInput(harness.north, one), odd];
    const { body } = await harness.north.as.registrar.post(at('/results/batch'), { results });
    expect(body.outcomes).toMatchObject([
      { outcome: 'recorded', result: { registrationId: one } },
      {
        outcome: 'refused',
        problem: { type: '/problems/malformed-request', errors: [{ pointer: '#/results/1/decision/caseNumber' }] },
      },
    ]);
  });
});

test('fifty results for one registration at once make one', async () => {
  const body = resultInput(harness.north, await registered());
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => harness.north.as.registrar.post(at('/results'), body)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(49).fill(409)]);
});

test('the chain of events is whole after all this', async () => {
  must(await harness.north.as.registrar.get(at('/results')));
  expect(await harness.services.institutions.checkAudit('provsjo')).toMatchObject({ firstBroken: undefined });
});

everyAnswer(() => harness);
