import { createWorld, type Place, type Story, type World, worldAfter } from './world.ts';

/** What `beforeEach` makes anew, at the institution Provsjö. */
export let world: World;
export let place: Place;
export let story: Story;

/** Nothing has happened yet. */
export const beginEmpty = async (): Promise<void> => {
  world = await createWorld();
  place = world.provsjo;
};

const afterStory = worldAfter(({ story: tell, provsjo }) => tell(provsjo));
/** One award has been made. */
export const beginStory = async (): Promise<void> => {
  ({ made: story, ...world } = await afterStory());
  place = world.provsjo;
};
