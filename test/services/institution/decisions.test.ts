import { beforeEach, describe, expect, test } from 'vitest';
import { beginStory, place, story, fixture } from '../../setup/begun.ts';
import { expectRefusedUnchanged, type Place, revokeDecision } from '../../setup/index.ts';

beforeEach(beginStory);
const read = (id: string, person: keyof Place['actors'] = 'admin') =>
  fixture.services.decisions.read(place.actors[person], place.slug, id);
const protect = () =>
  fixture.services.registrations.protect(place.actors.confidant, place.slug, story.registration.learnerId, true);
const revocation = async () => (await fixture.revocations())[0]?.id ?? 'none';

describe('a decision', () => {
  test('behind each legal act can be read: who, when, on what ground', async () => {
    const { version, completion, award } = story;
    expect(await read(version.version.decisionId)).toMatchObject({ kind: 'publish', personId: place.actors.editor.id });
    expect(await read(completion.decisionId)).toMatchObject({ kind: 'result', personId: place.actors.examiner.id });
    expect(await read(award.decisionId)).toMatchObject({ kind: 'award', personId: place.actors.everything.id });
    await fixture.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
    expect(await read(await revocation())).toMatchObject({ kind: 'revoke', personId: place.actors.issuer.id });
  });

  test('is read by a reviewer, a registrar, an issuer or an administrator', async () => {
    for (const person of ['reviewer', 'registrar', 'issuer', 'admin'] as const) {
      await expect(read(story.award.decisionId, person)).resolves.toBeDefined();
    }
    for (const person of ['editor', 'examiner'] as const) {
      await expectRefusedUnchanged(fixture, () => read(story.award.decisionId, person), 'role-missing');
    }
  });

  test('about a person under protection is hidden with the person; about a version it is not', async () => {
    await fixture.services.awarding.revoke(place.actors.issuer, place.slug, story.award.id, revokeDecision);
    await protect();
    for (const id of [story.completion.decisionId, story.award.decisionId, await revocation()]) {
      await expectRefusedUnchanged(fixture, () => read(id, 'everythingButSight'), 'not-found');
      await expect(read(id, 'confidant')).resolves.toBeDefined();
    }
    await expect(read(story.version.version.decisionId, 'everythingButSight')).resolves.toBeDefined();
  });
});
