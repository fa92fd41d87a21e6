import { beforeEach, describe, expect, test } from 'vitest';
import { createServices } from '../../../src/services/index.ts';
import {
  awardDecision,
  createFixture,
  expectRefusal,
  type Place,
  revokeDecision,
  type Fixture,
} from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});

const awardSignatures = () => fixture.signing.signatures.filter(({ id }) => id.includes('/records/'));
const documentsOf = (awardId: string) =>
  fixture.db.selectFrom('signed_document').selectAll().where('award_id', '=', awardId).execute();
const issuedEvents = async (awardId: string) =>
  (await fixture.ports.stores.audit.list(place.institution.id)).filter(
    ({ action, subjects }) => action === 'issued' && subjects.includes(awardId),
  );
const listed = async () =>
  (await fixture.services.awarding.list(place.actors.everything, place.slug, { limit: 100 })).items;

describe('an award', () => {
  test('is never signed where it was revoked before, and a repeated request says so', async () => {
    await fixture.story(place, { code: 'before' });
    const { completion } = await fixture.examined(place);
    const { awarding, issuing } = fixture.services;
    const input = { completionId: completion.id, decision: awardDecision };
    const make = () => awarding.make(place.actors.issuer, place.slug, input, 'k');
    fixture.signing.failNext(1);
    const { award } = await make();
    const before = awardSignatures().length;
    await awarding.revoke(place.actors.issuer, place.slug, award.id, revokeDecision);
    expect(await issuing.resume()).toBe(0);
    const revoked = { id: award.id, state: 'revoked', revokedAt: expect.any(Date) };
    expect((await make()).award).toMatchObject(revoked);
    expect((await listed()).map((one) => one.award)).toContainEqual(expect.objectContaining(revoked));
    expect(awardSignatures()).toHaveLength(before);
    expect(await documentsOf(award.id)).toEqual([]);
    await expectRefusal(() => awarding.credential(place.actors.issuer, place.slug, award.id), 'not-issued');
    await expectRefusal(() => awarding.showPage(place.actors.issuer, place.slug, award.id, true), 'not-issued');
    expect(await awarding.showPage(place.actors.issuer, place.slug, award.id, false)).toBeUndefined();
  });

  test('revoked while it is being signed has no signature, and nothing says that it was issued', async () => {
    const { completion } = await fixture.examined(place);
    const { writer } = fixture.ports;
    const services = createServices({
      ...fixture.ports,
      writer: {
        ...writer,
        async secure(format, unsigned, securing) {
          if (!unsigned.text.includes('/records/')) return writer.secure(format, unsigned, securing);
          const made = (await listed()).find((one) => one.award.completionId === completion.id);
          await services.awarding.revoke(place.actors.issuer, place.slug, made?.award.id ?? '', revokeDecision);
          return writer.secure(format, unsigned, securing);
        },
      },
    });
    const input = { completionId: completion.id, decision: awardDecision };
    const { award } = await services.awarding.make(place.actors.issuer, place.slug, input);
    expect(award).toMatchObject({ state: 'revoked', revokedAt: expect.any(Date) });
    expect(await documentsOf(award.id)).toEqual([]);
    expect(await issuedEvents(award.id)).toEqual([]);
  });
});
