import { createFixture, type Place, type Story, type Fixture, fixtureAfter } from './fixture.ts';

/** What `beforeEach` makes anew, at the institution Provsjö. */
export let fixture: Fixture;
export let place: Place;
export let story: Story;

/** Nothing has happened yet. */
export const beginEmpty = async (): Promise<void> => {
  fixture = await createFixture();
  place = fixture.provsjo;
};

const afterStory = fixtureAfter(({ story: tell, provsjo }) => tell(provsjo));
/** One award has been made. */
export const beginStory = async (): Promise<void> => {
  ({ made: story, ...fixture } = await afterStory());
  place = fixture.provsjo;
};
