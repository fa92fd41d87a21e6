import { beforeEach, describe, expect, test } from 'vitest';
import { awardDecision, createFixture, type Place, type Fixture } from '../../setup/index.ts';
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
const awardSignatures = () => fixture.signing.signatures.filter(({ id }) => id.includes('/records/'));
const issuedEvents = async () =>
  (await fixture.ports.stores.audit.list(place.institution.id)).filter(({ action }) => action === 'issued');

describe('a process that is killed while it publishes the very first status lists', () => {
  test('leaves an award that resume finishes, and a credential that can be checked', async () => {
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(1);
    expect(await fixture.awarded(place, completion)).toMatchObject({ state: 'prepared' });
    const [award] = await awards();
    expect(award?.state).toBe('prepared');
    fixture.clock.advance(1);
    expect(await fixture.services.issuing.resume()).toBe(1);
    const credential = await signed(award?.id ?? '');
    const report = await fixture.services.verifying.verify(JSON.parse(credential?.text ?? ''), fixture.clock.now());
    expect(report.verdict).toBe('valid');
  });
});

describe('a process that is killed after signing and before storing', () => {
  test('has issued nothing; resume signs again, and one credential stands', async () => {
    // The last thing before the signed form is committed is its audit event.
    let dies = false;
    const { canonicalJson } = fixture.ports;
    fixture = await createFixture({
      canonicalJson(value) {
        if (dies && (value as { action?: string }).action === 'issued') throw new Error('killed before storing');
        return canonicalJson(value);
      },
    });
    place = fixture.provsjo;
    const { completion } = await fixture.examined(place);
    dies = true;
    const attempt = fixture.services.awarding.make(place.actors.issuer, place.slug, {
      completionId: completion.id,
      decision: awardDecision,
    });
    expect(await attempt).toMatchObject({ award: { state: 'prepared' } });
    const [award] = await awards();
    expect(award?.state).toBe('prepared');
    expect(await signed(award?.id ?? '')).toBeUndefined();
    dies = false;
    fixture.clock.advance(1000);
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect((await awards())[0]?.state).toBe('issued');
    const credential = await signed(award?.id ?? '');
    expect(credential?.issuedAt).toEqual(fixture.clock.now());
    expect((await issuedEvents()).length).toBe(1);
  });
});

describe('the keys of an institution', () => {
  test('sign what is issued after a rotation with the new one; what the old one signed stays valid', async () => {
    const { award: first } = await fixture.story(place);
    fixture.clock.advance(1000);
    await fixture.services.institutions.rotateSigningKey(place.slug);
    const { award: second } = await fixture.story(place, { code: 'ny' });
    const [one, other] = awardSignatures();
    expect(one?.keyId).not.toBe(other?.keyId);
    for (const { id } of [first, second]) {
      const { text } = (await signed(id)) ?? { text: '' };
      expect((await fixture.services.verifying.verify(JSON.parse(text), fixture.clock.now())).verdict).toBe('valid');
    }
  });
});
