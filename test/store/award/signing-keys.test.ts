import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createStores } from '../../../src/store/index.ts';
import type { Stores } from '../../../src/services/ports/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture, type Fixture } from '../fixture.ts';
import { noon } from '../records.ts';

const at = (text: string) => new Date(text);

describe.each(databases)('signing keys, on %s:', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let fixture: Fixture;
  let count = 0;
  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
  });
  // An institution of its own for each.
  beforeEach(async () => {
    count += 1;
    fixture = await createFixture(stores, `keys-${count}`);
  });
  afterAll(() => database.close());

  test('a key that is retired signs nothing more, once and for good, and its private half goes', async () => {
    const { id } = fixture.signingKey;
    const later = at('2026-04-01T00:00:00Z');
    expect(await stores.signingKeys.retire(fixture.institution.id, id, later)).toBe(true);
    expect(await stores.signingKeys.retire(fixture.institution.id, id, at('2026-05-01T00:00:00Z'))).toBe(false);
    expect(await stores.signingKeys.list(fixture.institution.id)).toEqual([
      { ...fixture.signingKey, wrapped: 'destroyed', retiredAt: later },
    ]);
    expect(await stores.signingKeys.current(fixture.institution.id, 'Ed25519', 'credentials')).toBeUndefined();
    expect(await stores.signingKeys.lockUsable(fixture.institution.id, id)).toBe(false);
  });

  test('a key is not retired before it was made, nor what a remote signer needs to find it thrown away', async () => {
    const remote = {
      ...fixture.signingKey,
      id: 'remote',
      publicKey: `z6MkFar${count}`,
      signer: 'remote',
      wrapped: 'name v1',
    };
    await stores.signingKeys.insert(remote as typeof fixture.signingKey);
    expect(await stores.signingKeys.retire(fixture.institution.id, 'remote', at('2000-01-01T00:00:00Z'))).toBe(true);
    const found = (await stores.signingKeys.list(fixture.institution.id)).find(({ id }) => id === 'remote');
    expect(found).toMatchObject({ wrapped: 'name v1' });
    expect(found?.retiredAt?.getTime()).toBeGreaterThanOrEqual(fixture.signingKey.createdAt.getTime());
  });

  test('a revoked key is retired too; the moment may be put earlier and never later', async () => {
    const { id } = fixture.signingKey;
    const [january, february, march] = [1, 2, 3].map((month) => at(`2026-0${month}-01T00:00:00Z`));
    expect(await stores.signingKeys.revoke(fixture.institution.id, id, february!, noon)).toBe(true);
    expect(await stores.signingKeys.revoke(fixture.institution.id, id, february!, noon)).toBe(false);
    expect(await stores.signingKeys.revoke(fixture.institution.id, id, march!, noon)).toBe(false);
    expect(await stores.signingKeys.revoke(fixture.institution.id, id, january!, noon)).toBe(true);
    const [found] = await stores.signingKeys.list(fixture.institution.id);
    expect(found).toMatchObject({ revokedAt: january, wrapped: 'destroyed' });
    expect(found?.retiredAt).toBeDefined();
  });

  test('a seal is in force once it has its certificates, and signs no credential', async () => {
    const seal = { ...fixture.signingKey, id: 'seal', publicKey: `z6MkSeal${count}`, purpose: 'seal' } as const;
    await stores.signingKeys.insert(seal);
    expect(await stores.signingKeys.current(fixture.institution.id, 'Ed25519', 'seal')).toBeUndefined();
    await stores.signingKeys.insert({ ...seal, id: 'sealed', publicKey: `z6MkSealed${count}`, certificates: 'PEM' });
    expect(await stores.signingKeys.current(fixture.institution.id, 'Ed25519', 'seal')).toMatchObject({ id: 'sealed' });
    expect(await stores.signingKeys.current(fixture.institution.id, 'Ed25519', 'credentials')).toMatchObject({
      id: fixture.signingKey.id,
    });
  });
});
