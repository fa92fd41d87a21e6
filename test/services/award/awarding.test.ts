import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/domain/shared/errors.ts';
import { beginEmpty, fixture, place } from '../../setup/begun.ts';
import type { Result } from '../../../src/domain/enrolment/result.ts';
import {
  awardDecision,
  completeContent,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  revokeDecision,
} from '../../setup/index.ts';

const page = { limit: 100 };
beforeEach(beginEmpty);
const make = (
  completion: Result,
  {
    key,
    actor = place.actors.issuer,
    decision = awardDecision,
  }: Readonly<{ key?: string; actor?: Place['machine']; decision?: { ground: string; date?: string } }> = {},
) => fixture.services.awarding.make(actor, place.slug, { completionId: completion.id, decision }, key);
const revoke = (id: string, decision: { ground: string } = revokeDecision, actor = place.actors.issuer) =>
  fixture.services.awarding.revoke(actor, place.slug, id, decision);
const expectRefusedHere = (work: () => unknown, code: ErrorCode, ...pointers: string[]) =>
  expectRefusedUnchanged(fixture, work, code, ...pointers);
const credentialOf = (id: string) => fixture.services.awarding.credential(place.actors.issuer, place.slug, id);
const bits = async () => {
  const { statusLists } = fixture.ports.stores;
  const [list] = await statusLists.list(place.institution.id);
  return list ? statusLists.setIndexes(place.institution.id, { listId: list.id, purpose: 'revocation' }) : [];
};
const awardSignatures = () => fixture.signing.signatures.filter(({ id }) => id.includes('/records/'));

describe('an award', () => {
  test('is issued at once: decided, recorded, signed and stored', async () => {
    const { completion, registration, version } = await fixture.examined(place);
    const { award, microcredentialSlug: slug, certificateToken } = await make(completion);
    expect(award).toMatchObject({
      state: 'issued',
      completionId: completion.id,
      learnerId: registration.learnerId,
      nameAsAwarded: 'Märta Ålöf',
      grade: completion.grade,
      completedOn: '2026-02-27',
      awardedOn: '2026-03-02',
      version: 1,
      versionDigest: version.version.digest,
    });
    expect(slug).toBe('vatten');
    expect(certificateToken).toBeUndefined();
    const credential = await credentialOf(award.id);
    expect(JSON.parse(credential.text)).toMatchObject({
      id: `https://credentials.example/records/${award.id}`,
      achievement: { id: version.version.id, digest: version.version.digest },
      proof: { type: 'FakeProof' },
    });
    expect(credential.issuedAt).toEqual(fixture.clock.now());
    expect(credential.etag).toBe(await fixture.ports.sha256(credential.text));
  });

  test('rests on the decision of the person behind the key', async () => {
    const { completion } = await fixture.examined(place);
    const { award } = await make(completion);
    const decision = await fixture.ports.stores.decisions.find(place.institution.id, award.decisionId);
    expect(decision).toMatchObject({
      kind: 'award',
      personId: place.actors.issuer.id,
      ground: 'outcomes-met',
      capacity: 'head of department',
      subjects: [award.id],
    });
  });

  test('of one completion is made once', async () => {
    const { completion } = await fixture.story(place);
    await expectRefusedHere(() => make(completion), 'already-awarded');
  });

  test('of one completion, asked for fifty times at once, is made and signed once', async () => {
    const { completion } = await fixture.examined(place);
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => make(completion)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'already-awarded' });
    expect(awardSignatures()).toHaveLength(1);
  });

  test('asked for again under its key is the same award, and is not signed again', async () => {
    const { completion } = await fixture.examined(place);
    const first = await make(completion, { key: 'k' });
    expect(await make(completion, { key: 'k' })).toEqual(first);
    expect(awardSignatures()).toHaveLength(1);
    await expectRefusedHere(
      () => make(completion, { key: 'k', decision: { ground: 'learner-request' } }),
      'idempotency-conflict',
    );
  });

  test('is made by an issuer, and by nobody else and no machine', async () => {
    const { completion } = await fixture.examined(place);
    for (const person of ['editor', 'reviewer', 'registrar', 'admin', 'confidant'] as const)
      await expectRefusedHere(() => make(completion, { actor: place.actors[person] }), 'role-missing');
    await expectRefusedHere(() => make(completion, { actor: place.machine }), 'key-cannot-decide');
  });

  test.each([
    [{ ground: 'board-decision' }, 'decision-invalid', '#/decision/ground'],
    [{ ground: 'outcomes-met', date: '2026-03-03' }, 'decision-invalid', '#/decision/date'],
    [{ ground: 'outcomes-met', date: '2026-02-26' }, 'gate-refused', '#/decision/date'],
  ] as const)('decided like %o is refused', async (decision, code, pointer) => {
    const { completion } = await fixture.examined(place);
    await expectRefusedHere(() => make(completion, { decision }), code, pointer);
    expect(fixture.signing.signatures).toEqual([]);
  });

  test('of a person of whom only a name is known is stopped at the issue gate', async () => {
    const { completion } = await fixture.examined(place, { learner: { nameAsAwarded: 'Märta Ålöf' } });
    await expectRefusedHere(() => make(completion), 'gate-refused', '#/learner');
  });

  test('of no completion is refused where the id is', async () => {
    await expectRefusedHere(
      () =>
        fixture.services.awarding.make(place.actors.issuer, place.slug, {
          completionId: 'none',
          decision: awardDecision,
        }),
      'content-invalid',
      '#/completionId',
    );
  });

  test('certifies the version that was followed, whatever was published since', async () => {
    const { completion, version } = await fixture.examined(place);
    const { drafting, catalogue } = fixture.services;
    await drafting.startNext(place.actors.editor, place.slug, 'vatten');
    const content = { ...completeContent, title: { sv: 'Något annat', fi: 'Muuta', en: 'Something else' } };
    await drafting.update(place.actors.editor, place.slug, 'vatten', { publishedVersion: 1, revision: 1 }, { content });
    await drafting.submit(place.actors.editor, place.slug, 'vatten');
    await drafting.approve(place.actors.reviewer, place.slug, 'vatten');
    await catalogue.publish(place.actors.editor, place.slug, 'vatten', { ground: 'board-decision' });
    const { award } = await make(completion);
    expect(award).toMatchObject({ version: 1, versionDigest: version.version.digest });
    const { text } = await credentialOf(award.id);
    expect(JSON.parse(text).achievement).toMatchObject({ id: version.version.id, title: completeContent.title });
    expect(text).not.toContain('Något annat');
  });

  test('takes a place of its own in the status list, even where chance gives one that is taken', async () => {
    await fixture.published(place);
    const offering = await fixture.offered(place);
    const awards = [];
    for (const drawn of [
      [7, 7],
      [7, 7, 8],
    ]) {
      fixture.draws.push(...drawn);
      awards.push(
        await fixture.awarded(place, await fixture.completed(place, await fixture.registered(place, offering))),
      );
    }
    expect(awards.map(({ status }) => status.index)).toEqual([7, 8]);
  });

  test('is listed for those who may read about people, and the credential is theirs to fetch', async () => {
    const { award } = await fixture.story(place);
    for (const person of ['registrar', 'issuer', 'admin'] as const) {
      const { items } = await fixture.services.awarding.list(place.actors[person], place.slug, page);
      expect(items.map((each) => each.award.id)).toEqual([award.id]);
    }
    await expectRefusal(() => fixture.services.awarding.list(place.actors.editor, place.slug, page), 'role-missing');
    await expectRefusal(
      () => fixture.services.awarding.credential(place.actors.editor, place.slug, award.id),
      'role-missing',
    );
  });
});

describe('a revocation', () => {
  test('sets the bit of this award and no other, and is a decision on a ground', async () => {
    fixture.draws.push(500);
    const { award } = await fixture.story(place);
    const other = await fixture.story(place, { code: 'annat' });
    expect(await bits()).toEqual([]);
    const revoked = await revoke(award.id);
    expect(revoked.award).toMatchObject({ state: 'revoked', revokedAt: fixture.clock.now() });
    expect(await bits()).toEqual([500]);
    expect((await fixture.services.awarding.read(place.actors.issuer, place.slug, other.award.id)).award.state).toBe(
      'issued',
    );
    expect(await fixture.revocations()).toEqual([
      expect.objectContaining({
        person_id: place.actors.issuer.id,
        ground: 'awarded-in-error',
        subjects: [award.id],
      }),
    ]);
  });

  test('does not touch the list of suspensions', async () => {
    const { award } = await fixture.story(place);
    await revoke(award.id);
    const { statusLists } = fixture.ports.stores;
    const [list] = await statusLists.list(place.institution.id);
    const suspensions = { listId: list?.id ?? '', purpose: 'suspension' } as const;
    expect(await statusLists.setIndexes(place.institution.id, suspensions)).toEqual([]);
  });

  test('happens once', async () => {
    const { award } = await fixture.story(place);
    await revoke(award.id);
    await expectRefusedHere(() => revoke(award.id), 'already-revoked');
  });

  test('asked for twice at once happens once', async () => {
    const { award } = await fixture.story(place);
    const both = await Promise.allSettled([revoke(award.id), revoke(award.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await fixture.revocations()).toHaveLength(1);
  });

  test.each(['', 'because', 'outcomes-met', undefined as unknown as string])(
    'on the ground %j is refused',
    async (ground) => {
      const { award } = await fixture.story(place);
      await expectRefusedHere(() => revoke(award.id, { ground }), 'decision-invalid', '#/decision/ground');
    },
  );

  test('is decided by an issuer, and by nobody else and no machine', async () => {
    const { award } = await fixture.story(place);
    for (const person of ['editor', 'reviewer', 'registrar', 'admin'] as const)
      await expectRefusedHere(() => revoke(award.id, revokeDecision, place.actors[person]), 'role-missing');
    await expectRefusedHere(() => revoke(award.id, revokeDecision, place.machine), 'key-cannot-decide');
  });

  test('leaves the credential where it is: it is the list that says so', async () => {
    const { award } = await fixture.story(place);
    const before = await credentialOf(award.id);
    await revoke(award.id);
    expect(await credentialOf(award.id)).toEqual(before);
    fixture.clock.advance(1000);
    const report = await fixture.services.verifying.verify(JSON.parse(before.text), fixture.clock.now());
    expect(report.verdict).toBe('revoked');
  });
});
