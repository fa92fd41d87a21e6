import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../../../src/services/ports/index.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { at, createAward, createWorld, noon, type World } from '../world.ts';

describe.each(databases)('a credential on record, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  let world: World;
  const later = at('2026-03-02T00:00:00Z');

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    world = await createWorld(stores, 'umu');
  });
  afterAll(() => database.close());

  test('waits for its signature, the oldest first', async () => {
    await createAward(stores, world, 'newer', at('2026-03-01T12:00:01Z'));
    expect(await stores.credentials.takePrepared(later, later, [])).toStrictEqual(world.credential);
    expect(await stores.credentials.takePreparedOf('umu', 'newer-award')).toMatchObject({ id: 'newer-credential' });
    expect(await stores.credentials.takePrepared(noon, later, []), 'none is older').toBeUndefined();
  });

  test('waits no longer where it is dated in the future, by a clock that has been set back', async () => {
    const before = at('2026-02-28T00:00:00Z');
    expect(await stores.credentials.takePrepared(before, before, [])).toStrictEqual(world.credential);
    expect(await stores.credentials.takePrepared(before, later, []), 'nor is it taken before its rest').toBeUndefined();
  });

  test('has its status from the beginning', async () => {
    expect(await stores.credentials.statusOf('umu', world.award.id)).toStrictEqual(world.status);
    expect(await stores.credentials.findSigned('umu', world.award.id)).toBeUndefined();
  });

  test('is signed once: the first signature stands', async () => {
    const signed = { awardId: world.award.id, text: '{"signed":"å"}', etag: '"1"', issuedAt: later };
    await stores.credentials.storeSigned('umu', signed, world.credential.id);
    await stores.credentials.storeSigned('umu', { ...signed, text: 'again', etag: '"2"' }, world.credential.id);
    expect(await stores.credentials.findSigned('umu', world.award.id)).toStrictEqual(signed);
    expect(await stores.credentials.takePreparedOf('umu', world.award.id)).toBeUndefined();
    expect(await stores.credentials.takePrepared(later, later, [])).toMatchObject({ id: 'newer-credential' });
  });
});
