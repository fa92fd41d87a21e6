import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, versionOf, writer } from '../../credentials/fixture.ts';
import { lostIn } from './leaves.ts';
import { dutch, imported, namesIn, objectsIn, read, spot } from './imported.ts';
import { hoursOnlyContent, unevenContent } from '../../samples/content.ts';

describe('nothing is lost', () => {
  const foundWithAchievement = namesIn('found').filter((name) => {
    const achievement = read('found', name)?.credentialSubject?.achievement;
    return achievement !== undefined && !name.startsWith('poison');
  });

  test('there are samples to look at', () => {
    expect(namesIn('open-badges-nl')).toHaveLength(4);
    expect(foundWithAchievement.length).toBeGreaterThan(10);
  });

  test.each([
    ...namesIn('open-badges-nl').map((name) => ['open-badges-nl', name] as const),
    ...foundWithAchievement.map((name) => ['found', name] as const),
  ])('of %s/%s: each value is in the draft or named in the notes', (folder, name) => {
    const document = read(folder, name);
    const { content, notes } = imported(document);
    expect(lostIn(document, content, notes)).toEqual([]);
  });

  test.each([
    ['with credits', unevenContent],
    ['without credits', hoursOnlyContent],
  ])('of a credential of ours, %s', async (_, ours) => {
    const document = writer.compose(factsOf(await versionOf(ours)));
    const { content, notes } = imported(document);
    expect(lostIn(document, content, notes)).toEqual([]);
    expect(JSON.stringify({ content, notes })).not.toContain(
      (document['credentialSubject'] as { learnerName: string }).learnerName,
    );
  });

  test('of any member that is added anywhere: it is named', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[a-z]{3,12}Added$/), fc.uuid(), (at, member, value) => {
        const document = dutch('uvh_at_microcredential_full_1');
        const owners = objectsIn(document);
        owners[at % owners.length]![member] = value;
        const { content, notes } = imported(document);
        expect(lostIn(document, content, notes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the test itself notices a loss', () => {
    const document = dutch('uvh_at_microcredential_full_1');
    const { content, notes } = imported(document);
    const quiet = notes.filter(({ pointer }) => !pointer.includes('image'));
    expect(
      lostIn(document, { ...content, title: {} }, quiet)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual([`${spot}/image/id`, `${spot}/image/type`, `${spot}/name`]);
  });
});
