import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { nearlyFinished, unfinished } from '../../domain/catalogue/unfinished.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { must } from '../setup/story.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

let count = 0;

test('a draft that lacks any parts, at any depth, is kept as it was sent, and its gate says what is missing', async () => {
  const { as, base } = harness.north;
  await fc.assert(
    fc.asyncProperty(fc.oneof(unfinished, nearlyFinished), async (content) => {
      const slug = `ofardig-${(count += 1)}`;
      const pointers = publishGate(content, { country: 'SE', on: '2026-10-15' }).faults.map(({ pointer }) => pointer);
      const made = await as.editor.post(`${base}/microcredentials`, { slug, content });
      expect([made.status, made.text.slice(0, 500)]).toEqual([201, expect.any(String)]);
      const { body } = await as.editor.get(`${base}/microcredentials/${slug}`);
      expect(body.draft.content).toEqual(content);
      expect(body.gate.faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
      const { status, body: refused } = await as.editor.post(`${base}/microcredentials/${slug}/submit`);
      expect(status).toBe(pointers.length > 0 ? 422 : 200);
      if (status === 422) expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    }),
    { numRuns: 60 },
  );
});

test('a draft is replaced by half of itself, and by nothing', async () => {
  const { as, base } = harness.north;
  must(await as.editor.post(`${base}/microcredentials`, { slug: 'halva', content: {} }));
  for (const content of [{ workload: { ects: 3 } }, { level: {} }, { learningOutcomes: [{}] }, {}]) {
    must(await as.editor.put(`${base}/microcredentials/halva/draft`, { content }, { 'If-Match': '*' }));
    expect((await as.editor.get(`${base}/microcredentials/halva`)).body.draft.content).toEqual(content);
  }
});

everyAnswer(() => harness);
