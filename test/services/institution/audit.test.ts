import { beforeEach, describe, expect, test } from 'vitest';
import { genesis } from '../../../src/domain/institution/audit-chain.ts';
import { firstBrokenLink } from '../../../src/services/institution/audit.ts';
import type { AuditEvent } from '../../../src/services/ports/index.ts';
import { createFixture, expectRefusal, type Place, revokeDecision, type Fixture } from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});
const events = (of: Place = place) => fixture.ports.stores.audit.list(of.institution.id);
const brokenIn = (chain: readonly AuditEvent[]) => firstBrokenLink(chain, fixture.ports);
const actions = async () => (await events()).map(({ action }) => action);

/** Everything that leaves an event, once. */
async function everything(): Promise<void> {
  const { services } = fixture;
  const { slug, actors } = place;
  await fixture.drafted(place);
  await services.drafting.submit(actors.editor, slug, 'vatten');
  await services.drafting.return(actors.reviewer, slug, 'vatten', 'Once more.');
  await services.drafting.update(
    actors.editor,
    slug,
    'vatten',
    { publishedVersion: 0, revision: 1 },
    { content: place.content },
  );
  await services.drafting.submit(actors.editor, slug, 'vatten');
  await services.drafting.approve(actors.reviewer, slug, 'vatten');
  await services.catalogue.publish(actors.editor, slug, 'vatten', { ground: 'board-decision' });
  const offering = await fixture.offered(place);
  const registration = await fixture.registered(place, offering);
  const award = await fixture.awarded(place, await fixture.completed(place, registration));
  await services.awarding.showPage(actors.registrar, slug, award.id, true);
  await services.awarding.showPage(actors.registrar, slug, award.id, false);
  await services.awarding.revoke(actors.issuer, slug, award.id, revokeDecision);
  await services.registrations.protect(actors.confidant, slug, registration.learnerId, true);
  await services.registrations.protect(actors.confidant, slug, registration.learnerId, false);
  await services.drafting.startNext(actors.editor, slug, 'vatten');
  await services.catalogue.withdraw(actors.editor, slug, 'vatten');
  await services.institutions.rotateSigningKey(slug);
  await services.institutions.revokeKey(slug, actors.editor.keyId);
}

describe('the audit chain', () => {
  test('has an event for everything that changed something, in order', async () => {
    const before = (await actions()).length;
    await everything();
    expect((await actions()).slice(before)).toEqual([
      'draft-created',
      'draft-submitted',
      'draft-returned',
      'draft-changed',
      'draft-submitted',
      'draft-approved',
      'published',
      'offering-opened',
      'registered',
      'result-recorded',
      'awarded',
      'issued',
      'page-on',
      'page-off',
      'revoked',
      'person-protected',
      'protection-ended',
      'draft-started',
      'withdrawn',
      'signing-key-added',
      'signing-key-retired',
      'key-revoked',
    ]);
  });

  test('begins with the setting up of the institution, by the operator', async () => {
    const [first, second] = await events();
    expect(first).toMatchObject({
      sequence: 1,
      action: 'institution-created',
      actor: 'operator',
      previousHash: genesis,
    });
    expect(second).toMatchObject({ sequence: 2, action: 'staff-added', previousHash: first?.hash });
  });

  test('is unbroken after everything, at every institution', async () => {
    await everything();
    await fixture.story(fixture.koesaari);
    for (const each of [place, fixture.koesaari]) {
      const chain = await events(each);
      expect(await brokenIn(chain)).toBeUndefined();
      expect(await fixture.services.institutions.checkAudit(each.slug)).toEqual({
        events: chain.length,
        since: 0,
        firstBroken: undefined,
        lastHash: chain.at(-1)?.hash,
      });
    }
  });

  test('is each institution’s own', async () => {
    const before = await events(fixture.koesaari);
    await everything();
    expect(await events(fixture.koesaari)).toEqual(before);
  });

  test('is unbroken where much happens at once', async () => {
    await fixture.published(place);
    const offering = await fixture.offered(place);
    const made = await Promise.all(Array.from({ length: 20 }, () => fixture.registered(place, offering)));
    await Promise.all(
      made.map(async (registration) => fixture.awarded(place, await fixture.completed(place, registration))),
    );
    const chain = await events();
    expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => index + 1));
    expect(await brokenIn(chain)).toBeUndefined();
  });

  test('has no event for what was refused, nor for what was only read', async () => {
    await fixture.story(place);
    const before = await events();
    await expectRefusal(() => fixture.drafted(place), 'already-exists');
    await expectRefusal(
      () => fixture.services.drafting.approve(place.actors.reviewer, place.slug, 'vatten'),
      'version-immutable',
    );
    await fixture.services.drafting.list(place.actors.editor, place.slug, { limit: 10 });
    await fixture.services.awarding.list(place.actors.issuer, place.slug, { limit: 10 });
    expect(await events()).toEqual(before);
  });

  test('names the person behind a decision and the decision', async () => {
    const { award } = await fixture.story(place);
    await fixture.services.awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
    const last = (await events()).at(-1);
    const [decision] = await fixture.revocations();
    expect(last).toMatchObject({
      action: 'revoked',
      actor: place.actors.issuer.id,
      subjects: [award.id, decision?.id],
      detail: { ground: 'awarded-in-error' },
    });
  });
});

describe('the check of a chain', () => {
  /** A chain of some length with the event at `index` changed. */
  const tampered = async (index: number, change: Partial<AuditEvent>): Promise<AuditEvent[]> => {
    const chain = [...(await events())];
    chain[index] = { ...(chain[index] as AuditEvent), ...change };
    return chain;
  };

  test.each([
    ['the actor', { actor: 'somebody else' }],
    ['the action', { action: 'draft-created' }],
    ['the subjects', { subjects: [] }],
    ['the detail', { detail: { roles: 'admin' } }],
    ['the time', { at: new Date('2020-01-01T00:00:00Z') }],
    ['the institution', { institutionId: 'another' }],
    ['the number', { sequence: 99 }],
    ['the hash', { hash: 'f'.repeat(64) }],
    ['what it hangs on', { previousHash: 'f'.repeat(64) }],
  ])('finds the event in which %s was changed', async (_, change) => {
    for (const index of [0, 3, (await events()).length - 1]) {
      expect(await brokenIn(await tampered(index, change))).toBe(index + 1);
    }
  });

  test('finds an event that was changed and given a hash that fits it', async () => {
    const chain = await events();
    const forged = { ...(chain[3] as AuditEvent), actor: 'somebody else' };
    const { linkText } = await import('../../../src/services/institution/audit.ts');
    const hash = await fixture.ports.sha256(fixture.ports.canonicalJson(linkText(forged)));
    expect(await brokenIn(await tampered(3, { ...forged, hash }))).toBe(5);
  });

  test('finds where an event was left out, put in or moved', async () => {
    const chain = await events();
    const [one, two, three, ...rest] = chain as [AuditEvent, AuditEvent, AuditEvent, ...AuditEvent[]];
    expect(await brokenIn([one, three, ...rest])).toBe(2);
    expect(await brokenIn([two, three, ...rest])).toBe(1);
    expect(await brokenIn([one, one, two, three, ...rest])).toBe(2);
    expect(await brokenIn([one, three, two, ...rest])).toBe(2);
  });

  test('has nothing to say of an empty chain', async () => {
    expect(await brokenIn([])).toBeUndefined();
  });

  test('is asked for by the name of the institution, and finds what was changed in the database', async () => {
    const mine = `institution_id = '${place.institution.id}'`;
    await fixture.tamper(`update audit_event set actor = 'somebody else' where ${mine} and sequence = 2`);
    expect((await fixture.services.institutions.checkAudit(place.slug)).firstBroken).toBe(2);
    expect((await fixture.services.institutions.checkAudit('koesaari')).firstBroken).toBeUndefined();
  });
});
