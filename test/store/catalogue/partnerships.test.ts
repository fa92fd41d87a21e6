import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Partnership } from '../../../src/domain/catalogue/joint/partnership.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';
import { at, decisionOf, noon, partnershipOf } from '../records.ts';

describe.each(databases)('partnerships, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: ReturnType<typeof createStores>;
  let owner: Fixture;
  let partner: Fixture;
  let other: Fixture;
  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    owner = await createFixture(stores, 'owner');
    partner = await createFixture(stores, 'partner');
    other = await createFixture(stores, 'other');
  });
  afterAll(() => database.close());
  const found = (id: string) => stores.partnerships.find('partner', id);

  test('are read back as they were written, undecided, decided, left and invited anew', async () => {
    const first = partnershipOf(owner.microcredential, 'partner', 'p1');
    await stores.partnerships.insert(first);
    expect(await found('p1')).toStrictEqual(first);
    const decided: Partnership = {
      ...first,
      mayEdit: false,
      invitedAt: at('2026-03-02T08:00:00.001Z'),
      leftAt: noon,
      decision: { outcome: 'refused', contentDigest: 'a'.repeat(64), decisionId: partner.decision.id, note: 'Nej.' },
    };
    await stores.partnerships.update(decided);
    expect(await found('p1')).toStrictEqual(decided);
    await stores.partnerships.update(first);
    expect(await found('p1')).toStrictEqual(first);
    expect(await stores.partnerships.ofOwner('owner')).toStrictEqual([first]);
    expect(await stores.partnerships.courses('partner', ['p1'])).toStrictEqual([owner.microcredential]);
    expect(await stores.partnerships.courses('partner', [])).toEqual([]);
  });

  test('are one for each course and partner, and none of an institution with itself', async () => {
    const again = partnershipOf(owner.microcredential, 'partner', 'p2');
    await expect(stores.partnerships.insert(again)).rejects.toMatchObject({ code: 'already-exists' });
    const itself = partnershipOf(owner.microcredential, 'owner', 'p3');
    await expect(stores.partnerships.insert(itself)).rejects.toThrow(/another/);
  });

  test('are listed by the page, the newest first', async () => {
    const later = at('2026-03-05T12:00:00.000Z');
    await stores.partnerships.insert({ ...partnershipOf(other.microcredential, 'partner', 'p4'), invitedAt: later });
    const first = await stores.partnerships.list('partner', { limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual(['p4']);
    const second = await stores.partnerships.list('partner', { limit: 1, cursor: first.next! });
    expect(second).toMatchObject({ items: [{ id: 'p1' }] });
    expect(second.next).toBeUndefined();
  });

  test('have a decision of the partner and of nobody else, and a refusal says why', async () => {
    const first = (await found('p1'))!;
    const decision = { outcome: 'agreed', contentDigest: 'b'.repeat(64), decisionId: other.decision.id } as const;
    // Checked at the end of the transaction; outside of one, at once.
    await expect(stores.partnerships.update({ ...first, decision })).rejects.toThrow(/foreign key/);
    const mute = { ...decision, outcome: 'refused', decisionId: partner.decision.id } as const;
    await expect(stores.partnerships.update({ ...first, decision: mute })).rejects.toThrow(/note_of_refusal/);
  });

  test('leave decisions behind versions, with their days; the partnership may go', async () => {
    await stores.decisions.insert({
      ...decisionOf('partner', 'joined', partner.member.id),
      kind: 'join',
      ground: 'board-decision',
    });
    const of = { institutionId: 'owner', microcredentialId: owner.microcredential.id, number: 1 };
    await stores.partnerships.insertBehind({ ...of, partnerId: 'partner', decisionId: 'joined' });
    await stores.partnerships.remove((await found('p1'))!);
    expect(await found('p1')).toBeUndefined();
    const behind = [{ version: 1, institution: 'partner', decision: 'joined', date: '2026-03-01' }];
    expect(await stores.partnerships.behind('owner', owner.microcredential.id)).toEqual(behind);
    expect(await stores.partnerships.behind('owner', owner.microcredential.id, 2)).toEqual([]);
    const anothers = { ...of, partnerId: 'other', decisionId: 'joined' };
    await expect(stores.partnerships.insertBehind(anothers)).rejects.toThrow(/foreign key/);
    const unpublished = { ...of, number: 2, partnerId: 'other', decisionId: other.decision.id };
    await expect(stores.partnerships.insertBehind(unpublished)).rejects.toThrow(/foreign key/);
  });
});
