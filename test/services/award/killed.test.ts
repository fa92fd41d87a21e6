import { beforeEach, describe, expect, test } from 'vitest';
import { awardDecision, createWorld, type Place, type World } from '../../setup/index.ts';
import { firstDocument, toText } from '../../../src/services/award/documents.ts';

let world: World;
let place: Place;
beforeEach(async () => {
  world = await createWorld();
  place = world.provsjo;
});
const awards = async () =>
  (await world.services.awarding.list(place.actors.everything, place.slug, { limit: 100 })).items.map(
    ({ award }) => award,
  );
async function signed(awardId: string) {
  const { stores, writer } = world.ports;
  const document = await stores.documents.findCurrent(place.institution.id, firstDocument(writer, awardId));
  return document && toText(document);
}
const awardSignatures = () => world.signing.signatures.filter(({ id }) => id.includes('/awards/'));
const issuedEvents = async () =>
  (await world.ports.stores.audit.list(place.institution.id)).filter(({ action }) => action === 'issued');

describe('a process that is killed while it publishes the very first status lists', () => {
  test('leaves an award that resume finishes, and a credential that can be checked', async () => {
    const { completion } = await world.examined(place);
    world.signing.failNext(1);
    expect(await world.awarded(place, completion)).toMatchObject({ state: 'prepared' });
    const [award] = await awards();
    expect(award?.state).toBe('prepared');
    world.clock.advance(1);
    expect(await world.services.issuing.resume()).toBe(1);
    const credential = await signed(award?.id ?? '');
    const report = await world.services.verifying.verify(JSON.parse(credential?.text ?? ''), world.clock.now());
    expect(report.verdict).toBe('valid');
  });
});

describe('a process that is killed after signing and before storing', () => {
  test('has issued nothing; resume signs again, and one credential stands', async () => {
    // The last thing before the signed form is committed is its audit event.
    let dies = false;
    const { canonicalJson } = world.ports;
    world = await createWorld({
      canonicalJson(value) {
        if (dies && (value as { action?: string }).action === 'issued') throw new Error('killed before storing');
        return canonicalJson(value);
      },
    });
    place = world.provsjo;
    const { completion } = await world.examined(place);
    dies = true;
    const attempt = world.services.awarding.make(place.actors.issuer, place.slug, {
      completionId: completion.id,
      decision: awardDecision,
    });
    expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
    const [award] = await awards();
    expect(award?.state).toBe('prepared');
    expect(await signed(award?.id ?? '')).toBeUndefined();
    dies = false;
    world.clock.advance(1000);
    expect(await world.services.issuing.resume()).toBe(1);
    expect((await awards())[0]?.state).toBe('issued');
    const credential = await signed(award?.id ?? '');
    expect(credential?.issuedAt).toEqual(world.clock.now());
    expect((await issuedEvents()).length).toBe(1);
  });
});

describe('the keys of an institution', () => {
  test('sign what is issued after a rotation with the new one; what the old one signed stays valid', async () => {
    const { award: first } = await world.story(place);
    world.clock.advance(1000);
    await world.services.institutions.rotateSigningKey(place.slug);
    const { award: second } = await world.story(place, { code: 'ny' });
    const [one, other] = awardSignatures();
    expect(one?.keyId).not.toBe(other?.keyId);
    for (const { id } of [first, second]) {
      const { text } = (await signed(id)) ?? { text: '' };
      expect((await world.services.verifying.verify(JSON.parse(text), world.clock.now())).verdict).toBe('valid');
    }
  });
});
