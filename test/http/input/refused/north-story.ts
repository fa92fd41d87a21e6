import { type Harness, startHarness } from '../../setup/harness.ts';
import { register, type Story, wholeStory } from '../../setup/story.ts';

export let harness: Harness;
export let story: Story;
export const beginStory = async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
};

export const malformed = { status: 400, code: 'malformed-request' };
export const nowhere = '00000000-0000-4000-8000-000000000000';
export const registered = async () => (await register(harness.north, story.offering.id)).id as string;
export const at = (path: string) => `${harness.north.base}${path}`;
