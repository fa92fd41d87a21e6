import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platform } from '../../../src/platform/platform.ts';
import { firstBrokenLink } from '../../../src/services/institution/audit.ts';
import type { DocumentKey, Lease, SignedDocument, Stores } from '../../../src/services/ports/index.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, everyone, noon, signatureOf, signedOf } from '../records.ts';
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
  const store = async (token: string, signed: SignedDocument, keyId = fixture.signingKey.id) =>
    (await stores.documents.store('umu', [signatureOf({ keyId }, 'umu', token, signed)]))[0];
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
    expect(await store('another', signed)).toBe('overtaken');
    expect(await stateOf(fixture.award.id)).toBe('prepared');
    expect(await store(fixture.lease.token, signed)).toBe('stored');
    expect(await store(fixture.lease.token, signedOf(fixture.document, 'again'))).toBe('overtaken');
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
    expect(await store('another', signedOf(next, '{"issue":2}'))).toBe('overtaken');
    expect(await text(), 'who has no lease ends nothing').toBe('{"signed":"å"}');
    expect(await store('mine', signedOf(next, '{"issue":2}'))).toBe('stored');
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
    expect(await store('last', signedOf(newer, 'late'))).toBe('overtaken');
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
    await createAward(stores, fixture, 'keyed');
    const keyed = keyOf('keyed-award');
    await stores.documents.lease('umu', keyed, leaseOf('mine'));
    await stores.signingKeys.insert({ ...fixture.signingKey, id: 'old', publicKey: 'z6MkOld', retiredAt: noon });
    const outcomes = [];
    for (const id of ['old', 'none', 'umu-key']) outcomes.push(await store('mine', signedOf(keyed, 'signed'), id));
    expect(outcomes).toEqual(['key-retired', 'key-retired', 'stored']);
  });

  test('is stored with others in one statement, each with its link and an outcome of its own', async () => {
    const names = ['first', 'second', 'third'];
    for (const name of names) await createAward(stores, fixture, name);
    for (const name of names) await stores.documents.lease('umu', keyOf(`${name}-award`), leaseOf(name));
    const before = await stores.audit.head('umu');
    const signatures = ['first', 'nobody', 'third'].map((token, index) =>
      signatureOf(fixture.lease, 'umu', token, signedOf(keyOf(`${names[index]}-award`), token)),
    );
    expect(await stores.documents.store('umu', signatures)).toEqual(['stored', 'overtaken', 'stored']);
    const added = await stores.audit.list('umu', before.sequence);
    expect(added.map(({ action, subjects }) => [action, ...subjects])).toEqual([
      ['issued', 'first-award'],
      ['issued', 'third-award'],
    ]);
    expect(await firstBrokenLink(await stores.audit.list('umu'), platform)).toBeUndefined();
    expect(await Promise.all(names.map((name) => stateOf(`${name}-award`)))).toEqual(['issued', 'prepared', 'issued']);
  });
});
