import { expect, test } from 'vitest';
import { canonicalText } from '../../src/credentials/index.ts';
import { createSecondOpinion } from '../../src/runtime/second-opinion/second-opinion.ts';
import { completeContent } from '../samples/content.ts';
import { addresses, factsOf, versionOf } from '../credentials/fixture.ts';

const ask = createSecondOpinion(addresses.base);

test('another process composes the award from what is on record, and says what the library makes of it', async () => {
  const facts = factsOf(await versionOf(completeContent));
  const [one, other] = await Promise.all([ask('open-badge-3', facts), ask('open-badge-3', facts)]);
  expect(one).toBe(await canonicalText(addresses.base, 'open-badge-3', facts));
  expect(other).toBe(one);
  expect(one).toContain(facts.award.nameAsAwarded);
});

test('what it cannot work out it does not answer, and says nothing of whom it was asked about', async () => {
  const facts = factsOf(await versionOf(completeContent));
  await expect(ask('a form that nobody knows', facts)).rejects.toThrow(/^The other process has no answer\.$/);
  expect(await ask('open-badge-3', facts)).toContain(facts.award.nameAsAwarded);
});
