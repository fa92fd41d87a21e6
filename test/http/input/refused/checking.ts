import { foreignIssuer } from '../../setup/foreign-issuer.ts';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { expectSame } from '../../setup/refusals.ts';
import { must, type Story, wholeStory } from '../../setup/story.ts';

export let harness: Harness;
export let ours: Story;
export let theirs: Story;
export let foreign: Awaited<ReturnType<typeof foreignIssuer>>;
export const beginStories = async () => {
  harness = await startHarness();
  ours = await wholeStory(harness.north, 'vatten');
  theirs = await wholeStory(harness.south, 'klippor');
  foreign = await foreignIssuer(harness.network, 'lore.example');
  await foreign.publishList('revocation', [7]);
  await foreign.publishList('suspension', [8]);
};

export type Outcomes = Readonly<Record<string, string>>;
/** Checks it, sees that nothing was written for that, and returns the verdict and each check that did not pass. */
export async function check(credential: unknown) {
  const before = await harness.dump();
  const answer = await harness.anyone.post('/api/v1/verify', { credential });
  expectSame(before, await harness.dump());
  const { verdict, checks, summary } = must(answer, 200);
  const open = checks.filter(({ outcome }: any) => outcome !== 'passed');
  const outcomes: Outcomes = Object.fromEntries(open.map(({ name, outcome }: any) => [name, outcome]));
  const problemOf = (name: string) => checks.find((one: any) => one.name === name)?.problem;
  return { verdict, outcomes, problemOf, checks, summary };
}

export const changed = (document: any, change: (copy: any) => void): any => {
  const copy = structuredClone(document);
  change(copy);
  return copy;
};
