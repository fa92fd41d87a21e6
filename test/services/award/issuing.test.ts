import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createServices } from '../../../src/services/index.ts';
import { awardDecision, createFixture, expectRefusal, type Place, type Fixture } from '../../setup/index.ts';
import { firstDocument, toText } from '../../../src/services/award/documents.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});
const awards = async () =>
  (await fixture.services.awarding.list(place.actors.everything, place.slug, { limit: 100 })).items.map(
    ({ award }) => award,
  );
async function signed(awardId: string) {
  const { stores, writer } = fixture.ports;
  const document = await stores.documents.findCurrent(place.institution.id, firstDocument(writer, awardId));
  return document && toText(document);
}
const documents = () => fixture.db.selectFrom('signed_document').selectAll().execute();
/** The institutions whose credentials wait for a signature. */
const unsigned = async () =>
  (await documents()).filter(({ bytes }) => bytes === null).map(({ institution_id }) => institution_id);
const awardSignatures = () => fixture.signing.signatures.filter(({ id }) => id.includes('/records/'));
const issuedEvents = async () =>
  (await fixture.ports.stores.audit.list(place.institution.id)).filter(({ action }) => action === 'issued');

/** An award whose signature never came: the process died between preparing and signing. */
async function killed(options?: Parameters<Fixture['examined']>[1]) {
  // The lists are out already, so that it is the credential whose signature fails.
  if (fixture.signing.signatures.length === 0) await fixture.story(place, { code: 'before' });
  const { completion } = await fixture.examined(place, options);
  fixture.signing.failNext(1);
  const attempt = fixture.services.awarding.make(place.actors.issuer, place.slug, {
    completionId: completion.id,
    decision: awardDecision,
  });
  expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
  const award = (await awards()).find(({ completionId }) => completionId === completion.id);
  if (!award) throw new Error('the award was not recorded');
  fixture.clock.advance(1);
  return { award, completion };
}

describe('an award whose process was killed before it was signed', () => {
  test('is on record as prepared, and its credential is not issued yet', async () => {
    const { award } = await killed();
    expect(award.state).toBe('prepared');
    await expectRefusal(
      () => fixture.services.awarding.credential(place.actors.issuer, place.slug, award.id),
      'not-issued',
    );
    await expectRefusal(
      () => fixture.services.awarding.showPage(place.actors.issuer, place.slug, award.id, true),
      'not-issued',
    );
  });

  test('is counted once, when it is issued at last', async () => {
    const onIssued = vi.fn();
    const { issuing } = createServices({ ...fixture.ports, onIssued });
    await killed();
    fixture.signing.failNext(1);
    await issuing.resume();
    expect(onIssued).not.toHaveBeenCalled();
    await issuing.resume();
    await issuing.resume();
    expect(onIssued).toHaveBeenCalledTimes(1);
  });

  test('is not awarded a second time', async () => {
    const { completion } = await killed();
    const again = () =>
      fixture.services.awarding.make(place.actors.issuer, place.slug, {
        completionId: completion.id,
        decision: awardDecision,
      });
    await expectRefusal(again, 'already-awarded');
  });

  test('is finished by resume, exactly once', async () => {
    const { award } = await killed();
    const before = awardSignatures().length;
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect((await awards()).find(({ id }) => id === award.id)?.state).toBe('issued');
    const credential = await signed(award.id);
    expect(await fixture.services.issuing.resume()).toBe(0);
    expect(await signed(award.id)).toEqual(credential);
    expect(awardSignatures()).toHaveLength(before + 1);
    expect((await issuedEvents()).filter(({ subjects }) => subjects.includes(award.id))).toHaveLength(1);
  });

  test('is signed as it was prepared, whatever happened since', async () => {
    const { award } = await killed();
    const [prepared] = (await documents()).filter(({ award_id }) => award_id === award.id);
    fixture.clock.advance(60_000);
    await fixture.services.issuing.resume();
    const { proof: _, ...document } = JSON.parse((await signed(award.id))?.text ?? '');
    expect(document).toEqual(JSON.parse(prepared?.unsigned ?? ''));
  });

  test('is finished once by two that resume at the same time', async () => {
    const { award } = await killed();
    const before = awardSignatures().length;
    const finished = await Promise.all([fixture.services.issuing.resume(), fixture.services.issuing.resume()]);
    expect(finished.reduce((sum, count) => sum + count)).toBe(1);
    expect(awardSignatures()).toHaveLength(before + 1);
    expect((await issuedEvents()).filter(({ subjects }) => subjects.includes(award.id))).toHaveLength(1);
  });

  test('is finished by whoever asks again under the same key', async () => {
    await fixture.story(place, { code: 'before' });
    const { completion } = await fixture.examined(place);
    const make = () =>
      fixture.services.awarding.make(
        place.actors.issuer,
        place.slug,
        { completionId: completion.id, decision: awardDecision },
        'k',
      );
    fixture.signing.failNext(1);
    expect(await make()).toMatchObject({ award: { state: 'prepared' } });
    expect((await make()).award.state).toBe('issued');
    expect(await fixture.services.issuing.resume()).toBe(0);
  });

  test('leaves the audit chain whole', async () => {
    await killed();
    await fixture.services.issuing.resume();
    expect((await fixture.services.institutions.checkAudit(place.slug)).firstBroken).toBeUndefined();
  });
});

describe('resume', () => {
  test('finishes everything that was left, at every institution, and says how many', async () => {
    await killed();
    await killed({ code: 'tre' });
    const { koesaari } = fixture;
    const { completion } = await fixture.examined(koesaari);
    fixture.signing.failNext(1);
    const attempt = fixture.services.awarding.make(koesaari.actors.issuer, koesaari.slug, {
      completionId: completion.id,
      decision: awardDecision,
    });
    expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
    fixture.clock.advance(1);
    expect(await fixture.services.issuing.resume()).toBe(3);
    expect(await unsigned()).toEqual([]);
    const later = expect.objectContaining({ level: 'error', message: 'an award is on record and could not be signed' });
    expect(fixture.logs).toEqual([
      later,
      later,
      later,
      expect.objectContaining({ level: 'info', facts: { count: 3 } }),
    ]);
  });

  test('leaves alone what is in the hands of another, until their lease runs out', async () => {
    const { award } = await killed();
    const until = (moment: string) =>
      fixture.tamper(
        `update signed_document set lease_token = 'another', lease_until = ${moment} where award_id = '${award.id}'`,
      );
    await until(`clock_timestamp() + interval '1 minute'`);
    expect(await fixture.services.issuing.resume()).toBe(0);
    expect((await awards()).find(({ id }) => id === award.id)?.state).toBe('prepared');
    await until('clock_timestamp()');
    expect(await fixture.services.issuing.resume()).toBe(1);
  });

  test('of a service that is alone takes what another held, which is gone', async () => {
    await killed();
    await fixture.tamper(`update signed_document set lease_token = 'gone',
      lease_until = clock_timestamp() + interval '1 minute' where bytes is null`);
    expect(await fixture.services.issuing.resume(true)).toBe(1);
  });

  test('has nothing to do, and nothing to say, where nothing was left', async () => {
    await fixture.story(place);
    expect(await fixture.services.issuing.resume()).toBe(0);
    expect(fixture.logs).toEqual([]);
  });

  test('that is killed itself is resumed', async () => {
    await killed();
    await killed({ code: 'tre' });
    fixture.signing.failNext(1);
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect(await fixture.services.issuing.resume()).toBe(1);
  });
});

describe('a credential that cannot be signed', () => {
  /** Prepared at Provsjö, whose only key is retired since; and after it one at Koesaari. */
  async function stuck() {
    await killed();
    const { koesaari } = fixture;
    const { completion } = await fixture.examined(koesaari);
    fixture.signing.failNext(1);
    expect(await fixture.awarded(koesaari, completion)).toMatchObject({ state: 'prepared' });
    await fixture.tamper(
      `update signing_key set retired_at = '${fixture.clock.now().toISOString()}'
       where institution_id = '${place.institution.id}'`,
    );
    fixture.clock.advance(1);
  }

  test('stays prepared until it can be', async () => {
    await stuck();
    await fixture.services.issuing.resume().catch(() => undefined);
    expect(await unsigned()).toContain(place.institution.id);
    await fixture.services.institutions.rotateSigningKey(place.slug);
    await fixture.services.issuing.resume();
    expect(await unsigned()).toEqual([]);
  });

  test('holds up no other', async () => {
    await stuck();
    await fixture.services.issuing.resume();
    expect(await unsigned()).toEqual([place.institution.id]);
  });
});
