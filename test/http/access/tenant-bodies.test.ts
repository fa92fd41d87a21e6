import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyCountryContent } from '../../samples/content.ts';
import type { Answer } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { must, openOffering, resultInput, somebody, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
/** What belongs to the other institution. */
let theirs: Story;
beforeAll(async () => {
  harness = await startHarness();
  await wholeStory(harness.north, 'vatten');
  theirs = await wholeStory(harness.south, 'klippor', anyCountryContent);
});
afterAll(() => harness.close());

describe('in a body that is otherwise good', () => {
  const refused = async (sent: Promise<Answer>, pointer: string) => {
    const answer = await sent;
    expect([answer.status, answer.body.errors?.[0]?.pointer], answer.text).toEqual([422, pointer]);
    expect(answer.text).not.toMatch(/koesaari/i);
  };
  const { as, base } = { as: () => harness.north.as, base: () => harness.north.base };

  test('the unit of another institution is no owner', async () => {
    const body = { slug: 'agd', ownerUnit: 'VESI', content: {} };
    await refused(as().editor.post(`${base()}/microcredentials`, body), '#/ownerUnit');
  });

  test('a learner of another institution cannot be registered', async () => {
    const { id } = await openOffering(harness.north, 'vatten');
    const body = { form: 'other', learnerId: theirs.registration.learnerId };
    await refused(as().confidential.post(`${base()}/offerings/${id}/registrations`, body), '#/learnerId');
  });

  test('a member of the staff of another institution is no examiner', async () => {
    const { id } = await openOffering(harness.north, 'vatten');
    const registration = must(
      await as().registrar.post(`${base()}/offerings/${id}/registrations`, { form: 'other', learner: somebody() }),
    );
    const body = resultInput(harness.south, registration.id);
    await refused(as().registrar.post(`${base()}/results`, body), '#/examinerId');
  });
});

everyAnswer(() => harness);
