import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { createStatusPublishing } from '../../../src/services/award/status-publishing.ts';
import {
  createFixture,
  expectRefusal,
  type Place,
  revokeDecision,
  type Fixture,
  fixtureAfter,
} from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});

const revocation = 'https://credentials.example/institutions/provsjo/status/1/revocation';
/** As strangers get it: cached, perhaps a second old. */
const asStranger = () => fixture.services.publicDocuments.statusList(place.slug, '1', 'revocation', false);
/** As our own checks read it. */
const asOurselves = () => fixture.services.publicDocuments.at(revocation);
const setIn = (document: Readonly<{ text: string }> | undefined): number[] => JSON.parse(document?.text ?? '{}').set;
const rebuilds = (list = revocation) => fixture.signing.signatures.filter(({ id }) => id === list);
const revoke = (awardId: string) =>
  fixture.services.awarding.revoke(place.actors.issuer, place.slug, awardId, revokeDecision);

/** The same lists where no transaction can be had. */
const busyFixture = () => {
  const transact = () => Promise.reject(new DomainError('busy', 'Others are at work.'));
  return { lists: createStatusPublishing({ ...fixture.ports, transact }) };
};

/** As many issued awards, at the indexes 100, 101 … */
async function awards(count: number): Promise<string[]> {
  await fixture.published(place);
  const offering = await fixture.offered(place);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    fixture.draws.push(100 + index);
    ids.push(
      (await fixture.awarded(place, await fixture.completed(place, await fixture.registered(place, offering)))).id,
    );
  }
  // The lists are out since the first award, and rest now.
  fixture.clock.advance(1000);
  return ids;
}

describe('a status list', () => {
  test('is out, for both purposes, before the first credential that points to it', async () => {
    await awards(1);
    const signed = fixture.signing.signatures.map(({ id }) => id.replace(/records\/.*/, 'records/…'));
    expect(signed).toEqual([
      revocation,
      'https://credentials.example/institutions/provsjo/status/1/suspension',
      'https://credentials.example/records/…',
    ]);
  });

  test('is a signed document with its time and a tag, and nothing is set at first', async () => {
    await awards(1);
    const list = await asStranger();
    expect(setIn(list)).toEqual([]);
    expect(JSON.parse(list?.text ?? '')).toMatchObject({
      id: revocation,
      ttlSeconds: 60,
      proof: { type: 'FakeProof' },
    });
    expect(list?.etag).toBe(await fixture.ports.sha256(list?.text ?? ''));
    expect(list?.publishedAt).toEqual(new Date('2026-03-02T09:00:01Z'));
  });

  test('that nothing was changed in is not signed again, however long and however often it is read', async () => {
    await awards(1);
    const first = await asStranger();
    for (const wait of [0, 1000, 86_400_000]) {
      fixture.clock.advance(wait);
      expect(await asStranger()).toEqual(first);
      expect(await asOurselves()).toEqual(first);
    }
    expect(rebuilds()).toHaveLength(1);
  });

  test('is rebuilt for the first who reads it after a change', async () => {
    const [id = ''] = await awards(1);
    const before = await asStranger();
    await revoke(id);
    expect(rebuilds()).toHaveLength(1);
    const after = await asStranger();
    expect(setIn(after)).toEqual([100]);
    expect(after?.etag).not.toBe(before?.etag);
    expect(rebuilds()).toHaveLength(2);
    expect(rebuilds('https://credentials.example/institutions/provsjo/status/1/suspension')).toHaveLength(1);
  });

  test('is rebuilt at most once a second: a stranger gets the last one meanwhile, without waiting', async () => {
    const [one = '', two = ''] = await awards(2);
    await revoke(one);
    expect(setIn(await asStranger())).toEqual([100]);
    await revoke(two);
    for (const wait of [0, 400, 599]) {
      fixture.clock.advance(wait);
      expect(setIn(await asStranger())).toEqual([100]);
    }
    expect(fixture.clock.waits).toEqual([]);
    fixture.clock.advance(1);
    expect(setIn(await asStranger())).toEqual([100, 101]);
  });

  test('is fresh for our own checks: they wait for the rest of the second, and every change made so far is in it', async () => {
    const [one = '', two = ''] = await awards(2);
    await revoke(one);
    await asOurselves();
    fixture.clock.advance(300);
    await revoke(two);
    expect(setIn(await asOurselves())).toEqual([100, 101]);
    expect(fixture.clock.waits).toEqual([700]);
  });

  test('is signed once for twenty who read it at the same time after a change', async () => {
    const [id = ''] = await awards(1);
    await revoke(id);
    const lists = await Promise.all(Array.from({ length: 20 }, asStranger));
    expect(new Set(lists.map((list) => list?.etag)).size).toBe(1);
    expect(lists.map(setIn)).toEqual(lists.map(() => [100]));
    expect(rebuilds()).toHaveLength(2);
  });

  test('is signed once for twenty of our own checks that wait at the same time', async () => {
    const [one = '', two = ''] = await awards(2);
    await revoke(one);
    await asOurselves();
    await revoke(two);
    const lists = await Promise.all(Array.from({ length: 20 }, asOurselves));
    expect(lists.map(setIn)).toEqual(lists.map(() => [100, 101]));
    expect(rebuilds()).toHaveLength(3);
  });

  test('is signed at most once a second under a stream of revocations and readers', async () => {
    const ids = await awards(30);
    const from = rebuilds().length;
    const start = fixture.clock.now().getTime();
    for (const id of ids) {
      await revoke(id);
      await Promise.all([asStranger(), asStranger(), asOurselves()]);
      fixture.clock.advance(100);
    }
    const seconds = (fixture.clock.now().getTime() - start) / 1000;
    const times = rebuilds()
      .slice(from)
      .map(({ created }) => created.getTime());
    expect(times.length).toBeGreaterThan(2);
    expect(times.length).toBeLessThanOrEqual(Math.ceil(seconds));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    fixture.clock.advance(1000);
    expect(setIn(await asStranger())).toEqual(ids.map((_, index) => 100 + index));
  });

  // Whichever comes when: a reader who finds at the lock that the list is signed already clears no mark.
  const later = async (steps: number, work: () => Promise<unknown>) => {
    for (let step = 0; step < steps; step += 1) await new Promise(setImmediate);
    await work();
  };
  const steps = [0, 1, 3, 9];
  const begin = fixtureAfter(async (made) => {
    fixture = made;
    place = fixture.provsjo;
    const ids = await awards(2);
    await revoke(ids[0] ?? '');
    return ids;
  });
  test.each(steps)('keeps the mark of a change that comes %d turns after a reader and before another', async (step) => {
    for (const after of steps) {
      const { made, ...begun } = await begin();
      fixture = begun;
      const two = made[1] ?? '';
      await Promise.all([asStranger(), later(step, () => revoke(two)), later(after, asStranger)]);
      fixture.clock.advance(1000);
      expect(setIn(await asStranger())).toEqual([100, 101]);
    }
  });

  test('whose signature fails is shown as it was last, stays marked, and is tried again after a while', async () => {
    const [id = ''] = await awards(1);
    await asStranger();
    await revoke(id);
    fixture.clock.advance(1000);
    fixture.signing.failNext(1);
    expect(setIn(await asStranger())).toEqual([]);
    expect(setIn(await asStranger()), 'nobody is made to wait for the next failure').toEqual([]);
    fixture.clock.advance(5001);
    expect(setIn(await asStranger())).toEqual([100]);
  });

  test('whose signature fails is not shown to our own checks', async () => {
    const [id = ''] = await awards(1);
    await asStranger();
    await revoke(id);
    fixture.signing.failNext(1);
    await expect(fixture.services.publicDocuments.statusList(place.slug, '1', 'revocation', true)).rejects.toThrow(
      'killed',
    );
  });

  test('that cannot be signed at the moment is shown to strangers as it was last, and to our own checks not at all', async () => {
    const [id = ''] = await awards(1);
    const before = await asStranger();
    await revoke(id);
    const { lists } = busyFixture();
    expect(await lists.read(place.institution.slug, 1, 'revocation')).toMatchObject({
      text: before?.text,
      changes: 1,
      published: 0,
    });
    await expectRefusal(() => lists.read(place.institution.slug, 1, 'revocation', true), 'busy');
    expect(setIn(await asStranger())).toEqual([100]);
  });

  test('is published once for the first awards of an institution, made at the same time', async () => {
    await fixture.published(place);
    const offering = await fixture.offered(place);
    const results = [];
    for (let count = 0; count < 10; count += 1) {
      results.push(await fixture.completed(place, await fixture.registered(place, offering)));
    }
    await Promise.all(results.map((completion) => fixture.awarded(place, completion)));
    expect(rebuilds()).toHaveLength(1);
    expect(rebuilds('https://credentials.example/institutions/provsjo/status/1/suspension')).toHaveLength(1);
  });

  test('that there is not is not found', async () => {
    const { publicDocuments } = fixture.services;
    expect(await publicDocuments.statusList(place.slug, '1', 'revocation', false)).toBeUndefined();
    await awards(1);
    expect(await publicDocuments.statusList(place.slug, '2', 'revocation', false)).toBeUndefined();
    expect(await publicDocuments.statusList(place.slug, '1', 'constructor', false)).toBeUndefined();
    expect(await publicDocuments.statusList('nowhere', '1', 'revocation', false)).toBeUndefined();
  });
});
