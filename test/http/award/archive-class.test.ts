import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { must, register, resultInput, type Story, wholeStory } from '../setup/story.ts';

const archiveClasses = {
  result: { code: 'ARKIV-3.2', text: 'Resultat på kurs' },
  award: { code: 'ARKIV-3.3', text: 'Intyg över kurs', years: 10 },
};
const archive = {
  result: { code: 'ARKIV-3.2', text: 'Resultat på kurs' },
  award: { code: 'ARKIV-3.3', text: 'Intyg över kurs', keptUntil: '2036-10-15' },
};
let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());
const at = (path: string) => `${harness.north.base}${path}`;
const read = async (path: string) => must(await harness.north.as.admin.get(at(path)));

describe('the archive class of results and awards', () => {
  test('is not told before the institution has written it', async () => {
    for (const path of [`/results/${story.completion.id}`, `/awards/${story.award.id}`])
      expect(await read(path)).not.toHaveProperty('archive');
  });

  test('is told wherever staff read them, of what was there before, too', async () => {
    await harness.services.institutions.change('provsjo', { archiveClasses });
    expect((await read(`/results/${story.completion.id}`)).archive).toEqual(archive.result);
    expect((await read(`/awards/${story.award.id}`)).archive).toEqual(archive.award);
    for (const kind of ['result', 'award'] as const) {
      const { items } = await read(`/${kind}s`);
      expect(items.map((item: any) => item.archive)).toEqual(items.map(() => archive[kind]));
    }
    const { registrar, issuer } = harness.north.as;
    const [one, other] = [
      await register(harness.north, story.offering.id),
      await register(harness.north, story.offering.id),
    ];
    const made = must(await registrar.post(at('/results'), resultInput(harness.north, one.id)), 201);
    expect(made.archive).toEqual(archive.result);
    const batch = { results: [resultInput(harness.north, other.id)] };
    const { outcomes } = must(await registrar.post(at('/results/batch'), batch));
    expect(outcomes[0].result.archive).toEqual(archive.result);
    const award = { completionId: made.id, decision: { ground: 'outcomes-met' } };
    expect(must(await issuer.post(at('/awards'), award), 201).archive).toEqual(archive.award);
  });

  test('stands in no certificate and on no public page', async () => {
    const { as } = harness.north;
    const credential = await as.issuer.get(at(`/awards/${story.award.id}/credential`));
    const page = must(await as.registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: true }));
    const certificate = new URL(page.address).pathname;
    const answers = [
      credential,
      await harness.anyone.get(certificate, { Accept: 'text/html' }),
      await harness.anyone.get(`/sv${certificate}`),
      await harness.anyone.get(`/records/${story.award.id}`),
      await harness.anyone.get('/institutions/provsjo'),
      await harness.anyone.get(at('')),
    ];
    for (const { text, path } of answers) expect([path, text.includes('ARKIV')]).toEqual([path, false]);
  });
});

everyAnswer(() => harness);
