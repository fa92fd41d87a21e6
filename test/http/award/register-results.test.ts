import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused, expectSame } from '../setup/refusals.ts';
import { award, credentialOf, must, register, registerResult, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const at = (path: string) => `${harness.north.base}${path}`;
const as = () => harness.north.as;
const send = (body: object) => as().registrar.post(at('/results'), body);
const registered = async () => (await register(harness.north, story.offering.id)).id as string;
const openTasks = async () => must(await as().registrar.get(at('/correction-tasks?state=open'))).items;
const examination = {
  place: 'learning-centre',
  supervision: 'supervised-with-id',
  form: 'oral-examination',
  identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' },
};

describe('a result that a register decided', () => {
  test('is awarded, and the certificate refers to the register and says how the person was examined', async () => {
    const completion = must(await send(registerResult(await registered(), { examination })), 201);
    expect(completion).toMatchObject({ examination, decidedIn: { system: 'Ladok', attestedBy: 'Ada Attestant' } });
    const credential = await credentialOf(harness.north, (await award(harness.north, completion.id)).id);
    const { result } = credential.credentialSubject;
    expect(result[0]).toMatchObject({ decidedInRegister: 'Ladok', examinationPlace: 'learning-centre' });
    expect(JSON.stringify(credential)).not.toMatch(/Attestant|Lärcentrum/);
    const { verdict, summary } = must(await harness.anyone.post('/api/v1/verify', { credential }));
    // The address of this service is nowhere that a verifier may ask, so the answer is open; what it says is read.
    expect(['valid', 'undetermined']).toContain(verdict);
    const { name: _, ...identity } = examination.identity;
    expect(summary.examination).toEqual({ ...examination, identity });
    expect(summary.decidedIn).toEqual({
      system: 'Ladok',
      id: completion.decidedIn.id,
      attestedAt: '2026-10-02T08:00:00Z',
    });
  });

  test('sent again unchanged is the same answer, and nothing new', async () => {
    const body = registerResult(await registered());
    const first = await send(body);
    const before = await harness.dump();
    const again = await send(body);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expectSame(before, await harness.dump());
  });
});

describe('a grade that was changed in the register after the award', () => {
  let body: ReturnType<typeof registerResult>;
  let awarded: any;
  let task: any;
  let credential: unknown;
  beforeAll(async () => {
    body = registerResult(await registered());
    awarded = await award(harness.north, must(await send(body), 201).id);
    credential = await credentialOf(harness.north, awarded.id);
  });

  test('makes a task, at an address of its own and in words', async () => {
    const answer = await send({ ...body, grade: 'VG' });
    task = must(answer, 202);
    expect(task).toMatchObject({ state: 'open', grade: 'VG', passed: true, resultId: awarded.completionId });
    expect(task.detail).toMatch(/^The register says VG of 2026-10-01, attested at .*Nothing was changed/);
    const location = answer.headers.get('Location') ?? '';
    expect(location).toBe(at(`/correction-tasks/${task.id}`));
    expect(must(await as().registrar.get(location))).toEqual(task);
  });

  test('makes it once', async () => {
    const before = await harness.dump();
    expect(must(await send({ ...body, grade: 'VG' }), 202)).toEqual(task);
    expectSame(before, await harness.dump());
    expect(await openTasks()).toEqual([task]);
    expect(must(await as().registrar.get(at('/correction-tasks?state=done'))).items).toEqual([]);
  });

  test('changes neither the result nor the award nor its certificate', async () => {
    const result = must(await as().registrar.get(at(`/results/${awarded.completionId}`)));
    expect(result).toMatchObject({ grade: 'G' });
    expect(result).not.toHaveProperty('correctedBy');
    const { state, grade } = must(await as().issuer.get(at(`/awards/${awarded.id}`)));
    expect([state, grade]).toEqual(['issued', 'G']);
    expect(await credentialOf(harness.north, awarded.id)).toEqual(credential);
  });

  test('is not put right while the award lives, and ends the task when it is', async () => {
    const correction = { ...body, grade: 'VG', corrects: awarded.completionId };
    await expectRefused(harness, () => send(correction), { status: 409, code: 'state-forbids' });
    const decision = { ground: 'result-annulled', caseNumber: 'FS 7' };
    must(await as().issuer.post(at(`/awards/${awarded.id}/revoke`), { decision }));
    const { id } = must(await send(correction), 201);
    expect(await openTasks()).toEqual([]);
    const done = must(await as().registrar.get(at(`/correction-tasks/${task.id}`)));
    expect(done).toMatchObject({ state: 'done', settledBy: id });
    expect(done.detail).toContain(`The result ${id} took the place`);
    expect(await award(harness.north, id)).toMatchObject({ grade: 'VG' });
  });
});

test('a batch says of each what became of it', async () => {
  const [one, two] = [registerResult(await registered()), registerResult(await registered())];
  must(await send(one), 201);
  const results = [one, { ...one, grade: 'U' }, two, { ...two, decidedIn: one.decidedIn }];
  const { outcomes } = must(await as().registrar.post(at('/results/batch'), { results }));
  expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'recorded',
    'correction-needed',
    'recorded',
    'refused',
  ]);
  expect(outcomes[1].correctionTask).toMatchObject({ state: 'open', grade: 'U', passed: false });
});

everyAnswer(() => harness);
