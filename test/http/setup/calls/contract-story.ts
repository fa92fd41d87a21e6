import { type Harness, startHarness } from '../harness.ts';
import { complete, draftCourse, register, type Story, wholeStory } from '../story.ts';

export let harness: Harness;
export let story: Story;
export const beginStory = async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
};

export const at = (path: string) => `${harness.south.base}${path}`;
export const as = () => harness.south.as;
export const nowhere = '00000000-0000-4000-8000-000000000000';
export const decision = { ground: 'delegated-decision' };
/** A person with a result that nobody has awarded. */
export const completed = async () => complete(harness.south, (await register(harness.south, story.offering.id)).id);
export const registered = async () => (await register(harness.south, story.offering.id)).id as string;
export const underReview = async (slug: string) => {
  await draftCourse(harness.south, slug);
  await as().editor.post(at(`/microcredentials/${slug}/submit`));
};
