import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentKey, Lease, Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, everyone, noon, signedOf } from '../records.ts';
import { createAward, createFixture, type Fixture } from '../fixture.ts';

const keyOf = (awardId: string): DocumentKey => ({ awardId, format: 'open-badge-3', variant: '', issueNumber: 1 });

describe.each(databases)('a document on record, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  const newer = keyOf('newer-award');
  const leaseOf = (token: string): Lease => ({ ...fixture.lease, token, created: noon, salts: ['a', 'b'] });
  const expire = (awardId: string) =>
    sql`update signed_document set lease_until = clock_timestamp() where award_id = ${awardId}`.execute(database.db);
  const stateOf = async (id: string) => (await stores.awards.find('umu', id, everyone))?.award.state;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    fixture = await createFixture(stores, 'umu');
    await createAward(stores, fixture, 'newer', at('2026-03-01T12:00:01Z'));
  });
  afterAll(() => database.close());

  test('is under the lease of whoever recorded it from the beginning, and nobody else gets it', async () => {
    expect(await stores.documents.claim('umu', fixture.document)).toBeUndefined();
    expect(await stores.documents.claimNext([])).toMatchObject(newer);
    expect(await stores.documents.claimNext([newer])).toBeUndefined();
  });

  test('is counted while it waits for its signature', async () => {
    expect(await stores.documents.countUnsigned()).toBe(2);
  });

  test('is anybody’s when the lease has run out by the clock of the database, the oldest first', async () => {
    await expire(fixture.award.id);
    const { key, ...before } = (await stores.documents.claimNext([]))?.before ?? {};
    expect(before).toEqual({ created: fixture.lease.created, salts: [] });
    expect(key).toStrictEqual(fixture.signingKey);
    expect(await stores.documents.claim('umu', fixture.document)).toMatchObject(fixture.document);
  });

  test('keeps what its lease fixed when that is given up, unless the key can be used no more', async () => {
    await stores.documents.lease('umu', newer, leaseOf('mine'));
    await stores.documents.release('umu', newer, 'another', true);
    expect(await stores.documents.claim('umu', newer), 'it is not theirs to give up').toBeUndefined();
    await stores.documents.release('umu', newer, 'mine', false);
    expect((await stores.documents.claim('umu', newer))?.before).toMatchObject({ salts: ['a', 'b'], created: noon });
    await stores.documents.lease('umu', newer, leaseOf('mine'));
    await stores.documents.release('umu', newer, 'mine', true);
    expect(await stores.documents.claim('umu', newer)).not.toHaveProperty('before');
  });

  test('is claimed under a lease of somebody who is gone by who is alone', async () => {
    await stores.documents.lease('umu', newer, leaseOf('mine'));
    expect(await stores.documents.claim('umu', newer)).toBeUndefined();
    expect(await stores.documents.claim('umu', newer, true)).toMatchObject(newer);
    expect(await stores.documents.claimNext([fixture.document], true)).toMatchObject(newer);
  });

  test('is stored by whoever has the lease, once: the first signature stands', async () => {
    const signed = signedOf(fixture.document, '{"signed":"å"}');
    expect(await stores.documents.findCurrent('umu', fixture.document)).toBeUndefined();
    expect(await stores.documents.store('umu', 'another', signed)).toBe(false);
    expect(await stateOf(fixture.award.id)).toBe('prepared');
    expect(await stores.documents.store('umu', fixture.lease.token, signed)).toBe(true);
    expect(await stores.documents.store('umu', fixture.lease.token, signedOf(fixture.document, 'again'))).toBe(false);
    expect(await stores.documents.findCurrent('umu', fixture.document)).toStrictEqual(signed);
    expect(await stateOf(fixture.award.id)).toBe('issued');
    expect(await stores.documents.claim('umu', fixture.document, true)).toBeUndefined();
  });

  test('of the next issue takes the place of the one before, whose bytes stay', async () => {
    const next = { ...fixture.document, issueNumber: 2 };
    await sql`
      insert into signed_document (institution_id, award_id, format, variant, issue_number, unsigned, salt, prepared_at,
        lease_token, lease_until, lease_key_id, lease_created, lease_salts, is_current)
      select institution_id, award_id, format, variant, 2, '{}', 'salt', prepared_at, 'mine',
        clock_timestamp() + interval '1 minute', ${fixture.signingKey.id}, prepared_at, '[]', false
      from signed_document where award_id = ${fixture.award.id}`.execute(database.db);
    const text = async () =>
      new TextDecoder().decode((await stores.documents.findCurrent('umu', fixture.document))?.bytes);
    expect(await stores.documents.store('umu', 'another', signedOf(next, '{"issue":2}'))).toBe(false);
    expect(await text(), 'who has no lease ends nothing').toBe('{"signed":"å"}');
    expect(await stores.documents.store('umu', 'mine', signedOf(next, '{"issue":2}'))).toBe(true);
    expect(await text()).toBe('{"issue":2}');
    const { rows } = await sql<{ bytes: Uint8Array }>`
      select bytes from signed_document where award_id = ${fixture.award.id} order by issue_number`.execute(
      database.db,
    );
    expect(rows.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['{"signed":"å"}', '{"issue":2}']);
  });

  test('that was revoked before it was signed is never signed; what is signed stays', async () => {
    await stores.documents.lease('umu', newer, leaseOf('last'));
    await stores.awards.revoke('umu', newer.awardId, noon);
    expect(await stores.documents.store('umu', 'last', signedOf(newer, 'late'))).toBe(false);
    expect(await stores.documents.claim('umu', newer, true)).toBeUndefined();
    expect(await stateOf(newer.awardId)).toBe('revoked');
    expect(await stores.documents.findCurrent('umu', newer)).toBeUndefined();
    expect(await stores.documents.findCurrent('umu', fixture.document)).toBeDefined();
  });

  test('of one form and variant does not stand for another', async () => {
    for (const other of [{ format: 'another' }, { variant: 'fi' }])
      expect(await stores.documents.findCurrent('umu', { ...fixture.document, ...other })).toBeUndefined();
    expect(await stores.documents.claim('umu', { ...newer, issueNumber: 2 }, true)).toBeUndefined();
  });

  test('is not stored with a key that is retired, or with none', async () => {
    const lock = (id: string) =>
      createTransact(database.db)((inside) => inside.documents.lockForStoring('umu', fixture.document, id));
    await stores.signingKeys.insert({ ...fixture.signingKey, id: 'old', publicKey: 'z6MkOld', retiredAt: noon });
    expect(await Promise.all(['umu-key', 'old', 'none'].map(lock))).toEqual([true, false, false]);
  });
});
