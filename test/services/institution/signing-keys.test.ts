import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, fixture, place } from '../../setup/begun.ts';
import { awardDecision, expectRefusal, expectRefusedUnchanged } from '../../setup/index.ts';

beforeEach(beginEmpty);

const institutions = () => fixture.services.institutions;
const keys = () => institutions().listSigningKeys(place.slug);
const actionsSince = async (before: number) =>
  (await fixture.ports.stores.audit.list(place.institution.id)).slice(before).map(({ action }) => action);
const eventCount = async () => (await fixture.ports.stores.audit.list(place.institution.id)).length;
/** By which key each document was signed, newest last. */
const signers = () => fixture.signing.signatures.map(({ keyId }) => keyId);

describe('rotation', () => {
  test('makes a new key of each kind that there is, and retires those before', async () => {
    await institutions().addSigningKey(place.slug, 'fake-2');
    const before = await eventCount();
    fixture.clock.advance(1000);
    await institutions().rotateSigningKey(place.slug);
    const found = await keys();
    expect(found.map(({ algorithm, retiredAt }) => [algorithm, retiredAt !== undefined])).toEqual(
      expect.arrayContaining([
        ['fake', true],
        ['fake-2', true],
        ['fake', false],
        ['fake-2', false],
      ]),
    );
    expect((await actionsSince(before)).toSorted()).toEqual([
      'signing-key-added',
      'signing-key-added',
      'signing-key-retired',
      'signing-key-retired',
    ]);
  });

  test('of one kind leaves the others', async () => {
    const added = await institutions().addSigningKey(place.slug, 'fake-2');
    await institutions().rotateSigningKey(place.slug, 'fake-2');
    const inForce = (await keys()).filter(({ retiredAt }) => !retiredAt);
    expect(inForce.map(({ algorithm }) => algorithm).toSorted()).toEqual(['fake', 'fake-2']);
    expect(inForce.map(({ id }) => id)).not.toContain(added.id);
  });

  test('leaves the seals, which a certificate stands behind', async () => {
    const seal = await institutions().addSigningKey(place.slug, 'fake-2', 'seal');
    await institutions().rotateSigningKey(place.slug);
    expect(await keys()).toContainEqual(seal);
  });

  test('between deciding and signing: another key signs, once', async () => {
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(10);
    const { award } = await fixture.services.awarding.make(place.actors.issuer, place.slug, {
      completionId: completion.id,
      decision: awardDecision,
    });
    expect(award.state).toBe('prepared');
    fixture.signing.failNext(0);
    const old = (await keys()).map(({ id }) => id);
    await institutions().rotateSigningKey(place.slug);
    fixture.clock.advance(60_000);
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect(old).not.toContain(signers().at(-1));
    const issued = (await fixture.ports.stores.audit.list(place.institution.id)).filter(
      ({ action }) => action === 'issued',
    );
    expect(issued).toHaveLength(1);
  });
});

describe('a key that is missing', () => {
  const retireAll = () => fixture.tamper(`update signing_key set retired_at = '2026-01-01T00:00:00Z'`);

  test('is named, with the command that adds it', async () => {
    const { completion } = await fixture.examined(place);
    await retireAll();
    const make = () =>
      fixture.services.awarding.make(place.actors.issuer, place.slug, {
        completionId: completion.id,
        decision: awardDecision,
      });
    const refusal = await expectRefusedUnchanged(fixture, make, 'state-forbids');
    expect(refusal.message).toMatch(/provsjo has no fake key in force for credentials\..*signing-key add provsjo/);
    await institutions().addSigningKey(place.slug, 'fake');
    expect((await make()).award.state).toBe('issued');
  });

  test('is put there by a rotation', async () => {
    await retireAll();
    await institutions().rotateSigningKey(place.slug);
    expect((await keys()).filter(({ retiredAt }) => !retiredAt)).toHaveLength(1);
  });
});

describe('a key in strange hands', () => {
  const list = () =>
    fixture.services.publicDocuments.statusList(place.slug, '1', 'revocation', false).then((found) => found?.text);

  test('signs nothing more, and what signs in its place is made with its revocation', async () => {
    const [first] = await keys();
    const before = await eventCount();
    const next = await institutions().revokeSigningKey(place.slug, first!.id);
    expect(await actionsSince(before)).toEqual(['signing-key-revoked', 'signing-key-added']);
    expect((await fixture.ports.stores.signingKeys.current(place.institution.id, 'fake', 'credentials'))?.id).toBe(
      next?.id,
    );
    await fixture.story(place);
    expect(new Set(signers())).toEqual(new Set([next?.id]));
  });

  test('has no successor where another signs, or nothing needs it', async () => {
    const other = await institutions().addSigningKey(place.slug, 'fake-2');
    expect(await institutions().revokeSigningKey(place.slug, other.id)).toBeUndefined();
    const [first] = await keys();
    fixture.clock.advance(1000);
    await institutions().addSigningKey(place.slug, 'fake');
    expect(await institutions().revokeSigningKey(place.slug, first!.id)).toBeUndefined();
  });

  test('has its status lists signed by another at once, so that certificates of other keys stay good', async () => {
    await fixture.story(place);
    const before = await list();
    fixture.clock.advance(60_000);
    const [first] = await keys();
    const next = await institutions().revokeSigningKey(place.slug, first!.id);
    expect(await list()).not.toBe(before);
    expect(signers().at(-1)).toBe(next?.id);
  });

  test('is revoked once, or as of an earlier moment', async () => {
    const [first] = await keys();
    const hour = 3_600_000;
    const ago = (hours: number) => new Date(fixture.clock.now().getTime() - hours * hour);
    const revoke = (at?: Date) => institutions().revokeSigningKey(place.slug, first!.id, at);
    await revoke(ago(1));
    await expectRefusedUnchanged(fixture, () => revoke(), 'state-forbids');
    await revoke(ago(2));
    expect((await keys())[0]?.revokedAt).toEqual(ago(2));
    await expectRefusal(() => revoke(ago(-1)), 'malformed-request');
  });
});
