import fc from 'fast-check';
import { type Harness, startHarness } from '../../setup/harness.ts';
import { complete, draftCourse, invite, register, type Story, wholeStory } from '../../setup/story.ts';

export let harness: Harness;
export let story: Story;
export let free: Readonly<{ registration: string; completion: string }>;
/** Of a course in review at the other institution. */
export let partnership: string;
export const beginStory = async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
  await draftCourse(harness.south, 'utkast');
  await draftCourse(harness.north, 'gemensam');
  partnership = await invite(harness.north, 'gemensam', harness.south);
  const [one, two] = [
    await register(harness.south, story.offering.id),
    await register(harness.south, story.offering.id),
  ];
  free = { registration: one.id, completion: (await complete(harness.south, two.id)).id };
};

/** Texts that have broken services before. */
export const odd = fc.constantFrom<unknown>(
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'ÅÄÖ',
  "'; drop table award; --",
  '%00',
  '../../..',
  '<script>',
  '{{7*7}}',
  '${x}',
  'null',
  '0',
  'NaN',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  'x'.repeat(10_000),
  -1,
  0,
  1e308,
  1e-308,
  0.1,
  2 ** 53,
  true,
  false,
  null,
  [],
  {},
  [[]],
  { sv: '' },
);
/** What every plain object has without being given it, as a text and as the name of a member. */
const inherited = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
export const member = fc.oneof(
  odd,
  inherited,
  fc.dictionary(inherited, fc.oneof(inherited, odd), { maxKeys: 2, noNullPrototype: true }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);
