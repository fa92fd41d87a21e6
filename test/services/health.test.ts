import { describe, expect, test } from 'vitest';
import { createHealth } from '../../src/services/health.ts';
import { createFixture } from '../setup/index.ts';

describe('the health of the service', () => {
  test('is live and ready where the database answers, and asks no stranger unless told to', async () => {
    const fixture = await createFixture();
    expect(await fixture.services.health.check(false)).toEqual({ live: true, ready: true });
    expect(fixture.strangers.asked).toEqual([]);
  });

  test('is live and not ready where the database does not answer', async () => {
    const fixture = await createFixture();
    const { ports } = fixture;
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
    const { ports } = await createFixture();
    expect(await createHealth({ ...ports, selfCheck }).check(false)).toEqual({ live: true, ready: false });
  });

  test('is checked as a stranger would: the DID, the context and a status list', async () => {
    const fixture = await createFixture();
    await fixture.story(fixture.koesaari);
    expect(await fixture.services.health.check(true)).toEqual({
      live: true,
      ready: true,
      stranger: { did: 'passed', context: 'passed', statusList: 'passed' },
    });
    const dids = (await fixture.services.institutions.list()).map(({ slug }) =>
      fixture.ports.addresses.didDocument(slug),
    );
    expect(fixture.strangers.asked.toSorted()).toEqual(
      [
        ...dids,
        fixture.ports.addresses.context,
        'https://credentials.example/institutions/koesaari/status/1/revocation',
      ].toSorted(),
    );
  });

  test.each(['did', 'context', 'statusList'] as const)(
    'says which of them a stranger cannot read: %s',
    async (name) => {
      const fixture = await createFixture();
      await fixture.story(fixture.koesaari);
      const { addresses } = fixture.ports;
      const unreachable = {
        did: addresses.didDocument('koesaari'),
        context: addresses.context,
        statusList: addresses.statusList('koesaari', 1, 'revocation'),
      }[name];
      fixture.strangers.unreachable.add(unreachable);
      const { stranger } = await fixture.services.health.check(true);
      expect(stranger).toEqual({ did: 'passed', context: 'passed', statusList: 'passed', [name]: 'failed' });
    },
  );

  test('does not call passed what there is not yet', async () => {
    const fixture = await createFixture();
    const { stranger } = await fixture.services.health.check(true);
    expect(stranger).toEqual({ did: 'passed', context: 'passed', statusList: 'unknown' });
  });

  test('does not take any answer for the right one: a document must say that it is what was asked for', async () => {
    const fixture = await createFixture();
    await fixture.story(fixture.koesaari);
    const health = createHealth({
      ...fixture.ports,
      strangerReads: async () => ({ id: 'https://parked.example', '@context': {} }),
    });
    expect((await health.check(true)).stranger).toEqual({ did: 'failed', context: 'passed', statusList: 'failed' });
  });
});
