import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { composeServices, createCaches } from '../../src/runtime/compose.ts';
import type { Services } from '../../src/services/index.ts';
import { createStores } from '../../src/store/index.ts';
import { type Fresh, sharedPglite } from '../databases/databases.ts';
import { award, found, type Place } from '../faults/setup/institution.ts';

const keyEncryptionKey = new Uint8Array(randomBytes(32));
const origin = 'https://merit.example';

let database: Fresh;
let place: Place;
beforeAll(async () => {
  database = await sharedPglite();
  await createStores(database.db).settings.keep('public-url', origin);
  place = await found(compose(createCaches(true)));
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => database.close());

/** As a Worker does for each request. */
function compose(caches: ReturnType<typeof createCaches>): Services {
  const fetchOnce = () => Promise.reject(new Error('Nothing is fetched here.'));
  return composeServices({ db: database.db, origins: [origin], keyEncryptionKey, fetchOnce, caches });
}

test('with the same caches, services that are made anew open no signing key again', async () => {
  const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
  const caches = createCaches(false);
  await award(compose(caches), place, 'Aino Esimerkki');
  const opened = decrypt.mock.calls.length;
  expect(opened).toBeGreaterThan(0);
  await award(compose(caches), place, 'Aune Esimerkki');
  expect(decrypt.mock.calls.length).toBe(opened);
  await award(compose(createCaches(false)), place, 'Aili Esimerkki');
  expect(decrypt.mock.calls.length).toBe(2 * opened);
});

test('and they do not verify a status list again', async () => {
  const caches = createCaches(false);
  const id = await award(compose(caches), place, 'Anna Esimerkki');
  const { text } = await compose(caches).awarding.credential(place.actor, place.slug, id);
  const foundBy = async (services: Services) => {
    const find = vi.spyOn(caches.lists, 'find');
    expect((await services.verifying.verify(JSON.parse(text), services.now())).verdict).toBe('valid');
    const found = find.mock.results.filter(({ value }) => value !== undefined).length;
    find.mockRestore();
    return found;
  };
  expect(await foundBy(compose(caches))).toBe(0);
  expect(await foundBy(compose(caches))).toBe(2);
});

test('a ring that one key-encryption key opens is no other’s', () => {
  const { keyRing } = createCaches(true);
  const first = keyRing(keyEncryptionKey);
  expect(keyRing(new Uint8Array(keyEncryptionKey))).toBe(first);
  expect(keyRing(new Uint8Array(32))).not.toBe(first);
});
