import { beforeEach, describe, expect, test } from 'vitest';
import { SignerError, type SignerFault } from '../../../src/services/ports/remote-signing.ts';
import type { SigningKey } from '../../../src/services/ports/index.ts';
import { awardDecision, createFixture, type Fixture, type Place } from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  // The lists are out already, so that it is the certificate whose signature fails.
  await fixture.story(place, { code: 'before' });
});

const away =
  (fault: SignerFault = 'refused') =>
  (key: SigningKey) =>
    new SignerError(fault, { status: 403, key });

const make = (completion: Readonly<{ id: string }>, at = place, key?: string) =>
  fixture.services.awarding.make(
    at.actors.issuer,
    at.slug,
    { completionId: completion.id, decision: awardDecision },
    key,
  );

/** An award that was decided while the signer was away. */
async function unsigned(code: string, at = place) {
  const { completion } = await fixture.examined(at, { code });
  fixture.signing.failNext(1, away());
  const { award } = await make(completion, at);
  expect(award.state).toBe('prepared');
  fixture.clock.advance(1);
  return award;
}

const errors = () => fixture.logs.filter(({ level }) => level === 'error').map(({ facts }) => facts);

describe('while the signer is away', () => {
  test('an award is on record, and the log says whose key it was, what the signer said and what to look at', async () => {
    const { id } = await unsigned('ett');
    const [key] = await fixture.ports.stores.signingKeys.list(place.institution.id);
    expect(errors()).toEqual([
      {
        award: id,
        fault: 'signer-refused',
        status: 403,
        institution: place.institution.id,
        key: key?.id,
        remedy: expect.stringMatching(/token/),
      },
    ]);
  });

  test('one that is asked for again under its key is prepared still, and issued when the signer is back', async () => {
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(2, away('unreachable'));
    const first = await make(completion, place, 'once');
    expect(first.award.state).toBe('prepared');
    expect(await make(completion, place, 'once')).toMatchObject({ award: { id: first.award.id, state: 'prepared' } });
    expect(await make(completion, place, 'once')).toMatchObject({ award: { id: first.award.id, state: 'issued' } });
  });

  test('a fault that is not the signer’s is not hidden from who asks again', async () => {
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(2);
    await make(completion, place, 'once');
    await expect(make(completion, place, 'once')).rejects.toThrow('killed');
  });

  test('those that were not even asked for a signature are not in the log', async () => {
    const { completion } = await fixture.examined(place);
    fixture.signing.failNext(1, away('paused'));
    expect(await make(completion)).toMatchObject({ award: { state: 'prepared' } });
    expect(errors()).toEqual([]);
  });
});

describe('resume', () => {
  test('tries one of a key whose signer fails, and all of other keys', async () => {
    for (const code of ['ett', 'tva', 'tre']) await unsigned(code);
    const other = await unsigned('fyra', fixture.koesaari);
    const before = errors().length;
    fixture.signing.failNext(1, away('late'));
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect(errors().length - before).toBe(1);
    const { items } = await fixture.services.awarding.list(fixture.koesaari.actors.everything, fixture.koesaari.slug, {
      limit: 10,
    });
    expect(items.find(({ award }) => award.id === other.id)?.award.state).toBe('issued');
    expect(await fixture.services.issuing.resume(), 'when the signer is back').toBe(3);
  });

  test('goes on with the others of the key where the fault is of one document', async () => {
    for (const code of ['ett', 'tva', 'tre']) await unsigned(code);
    fixture.signing.failNext(1);
    expect(await fixture.services.issuing.resume()).toBe(2);
  });
});

test('a status list that cannot be signed is served as it was, and the log says what to look at', async () => {
  const { award } = await fixture.story(place, { code: 'ett' });
  const { publicDocuments, awarding } = fixture.services;
  const list = () => publicDocuments.statusList(place.slug, '1', 'revocation', false);
  const before = await list();
  fixture.clock.advance(10_000);
  const decision = { ground: 'awarded-in-error', capacity: 'head of department' } as const;
  await awarding.revoke(place.actors.everything, place.slug, award.id, decision);
  fixture.signing.failNext(1, away('unreachable'));
  expect(await list()).toEqual({ ...before, isBehind: true });
  expect(errors()).toEqual([
    expect.objectContaining({ purpose: 'revocation', fault: 'signer-unreachable', institution: place.institution.id }),
  ]);
});
