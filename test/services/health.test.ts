import { describe, expect, test } from 'vitest';
import { createHealth } from '../../src/services/health.ts';
import { createWorld } from '../setup/index.ts';

describe('the health of the service', () => {
  test('is live and ready where the database answers, and asks no stranger unless told to', async () => {
    const world = await createWorld();
    expect(await world.services.health.check(false)).toEqual({ live: true, ready: true });
    expect(world.strangers.asked).toEqual([]);
  });

  test('is live and not ready where the database does not answer', async () => {
    const world = await createWorld();
    const { ports } = world;
    const down = {
      ...ports.stores,
      settings: { ...ports.stores.settings, get: () => Promise.reject(new Error('down')) },
    };
    const health = createHealth({ ...ports, stores: down });
    expect(await health.check(false)).toEqual({ live: true, ready: false });
    expect(await health.check(true)).toEqual({ live: true, ready: false });
  });

  test.each([
    ['finds a fault', () => Promise.resolve(false)],
    ['fails', () => Promise.reject(new Error('broken'))],
  ])('is live and not ready where its check of itself %s', async (_, selfCheck) => {
    const { ports } = await createWorld();
    expect(await createHealth({ ...ports, selfCheck }).check(false)).toEqual({ live: true, ready: false });
  });

  test('is checked as a stranger would: the DID, the context and a status list', async () => {
    const world = await createWorld();
    await world.story(world.koesaari);
    expect(await world.services.health.check(true)).toEqual({
      live: true,
      ready: true,
      stranger: { did: 'passed', context: 'passed', statusList: 'passed' },
    });
    const dids = (await world.services.institutions.list()).map(({ slug }) => world.ports.addresses.didDocument(slug));
    expect(world.strangers.asked.toSorted()).toEqual(
      [
        ...dids,
        world.ports.addresses.context,
        'https://credentials.example/institutions/koesaari/status/1/revocation',
      ].toSorted(),
    );
  });

  test.each(['did', 'context', 'statusList'] as const)(
    'says which of them a stranger cannot read: %s',
    async (name) => {
      const world = await createWorld();
      await world.story(world.koesaari);
      const { addresses } = world.ports;
      const unreachable = {
        did: addresses.didDocument('koesaari'),
        context: addresses.context,
        statusList: addresses.statusList('koesaari', 1, 'revocation'),
      }[name];
      world.strangers.unreachable.add(unreachable);
      const { stranger } = await world.services.health.check(true);
      expect(stranger).toEqual({ did: 'passed', context: 'passed', statusList: 'passed', [name]: 'failed' });
    },
  );

  test('does not call passed what there is not yet', async () => {
    const world = await createWorld();
    const { stranger } = await world.services.health.check(true);
    expect(stranger).toEqual({ did: 'passed', context: 'passed', statusList: 'unknown' });
  });

  test('does not take any answer for the right one: a document must say that it is what was asked for', async () => {
    const world = await createWorld();
    await world.story(world.koesaari);
    const health = createHealth({
      ...world.ports,
      strangerReads: async () => ({ id: 'https://parked.example', '@context': {} }),
    });
    expect((await health.check(true)).stranger).toEqual({ did: 'failed', context: 'passed', statusList: 'failed' });
  });
});
