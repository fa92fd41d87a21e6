import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../../setup/every-answer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectRefused } from '../../setup/refusals.ts';
import { must, openOffering, publishCourse, register, somebody } from '../../setup/story.ts';

let harness: Harness;
let offering: { id: string };
beforeAll(async () => {
  harness = await startHarness();
  await publishCourse(harness.north, 'vatten');
  offering = await openOffering(harness.north, 'vatten');
});
afterAll(() => harness.close());

describe('a person', () => {
  const invalid = { status: 422, code: 'registration-invalid' };
  const send = (body: object) =>
    harness.north.as.registrar.post(`${harness.north.base}/offerings/${offering.id}/registrations`, body);
  const named = (changed: object) => ({ form: 'other', learner: { ...somebody(), ...changed } });

  test('who is sent twice gets the registration that stands', async () => {
    const { id, learnerId } = await register(harness.north, offering.id);
    const before = await harness.dump();
    const again = await send({ form: 'other', learnerId });
    expect([again.status, again.body.id]).toEqual([200, id]);
    expect(await harness.dump()).toBe(before);
  });

  test('of whom something differs, or who is two at once, is refused', async () => {
    const [one, two] = [somebody(), somebody()];
    for (const person of [one, two]) must(await send({ form: 'other', learner: person }));
    const changed = { ...one, birthDate: '1990-02-27' };
    const differs = { status: 409, code: 'registration-differs', at: '#/learner/birthDate', says: /stands/ };
    await expectRefused(harness, () => send({ form: 'other', learner: changed }), differs);
    const both = { ...one, identifiers: [...one.identifiers, ...two.identifiers] };
    const ambiguous = { status: 409, code: 'person-ambiguous', at: '#/learner/identifiers' };
    await expectRefused(harness, () => send({ form: 'other', learner: both }), ambiguous);
  });

  test.each([
    ['of 2099', 'personnummer', '209902289805'],
    ['of the form of a samordningsnummer', 'personnummer', '199002889801'],
    ['with a wrong check digit', 'personnummer', '199002289801'],
    ['of the form of a personnummer', 'samordningsnummer', '199002289801'],
  ])('with a number %s is refused, and the answer does not repeat it', async (_, kind, value) => {
    const at = '#/learner/identifiers/0/value';
    const sending = () => send(named({ identifiers: [{ kind, value }] }));
    await expectRefused(harness, sending, { ...invalid, at });
    expect((await sending()).text).not.toContain(value);
  });
});

everyAnswer(() => harness);
