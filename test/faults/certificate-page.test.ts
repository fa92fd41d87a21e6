import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import type { Services } from '../../src/services/index.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { award, found, type Place, revocation, servicesOn } from './setup/institution.ts';

// Each process remembers the reports that it made; what another one changed must be on the very next page.
describeOnPostgres('a certificate page of one process, changed by another on the same PostgreSQL,', () => {
  let database: FreshPostgres;
  let services: Services;
  let place: Place;
  let both: readonly RunningService[];
  let clients: readonly Client[];

  beforeAll(async () => {
    database = await freshPostgres();
    const ports = [String(await freePort()), String(await freePort())];
    const origin = `http://localhost:${ports[0]}`;
    const key = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: database.url, KEY_ENCRYPTION_KEY: key, PUBLIC_URL: origin };
    services = await servicesOn(database.db, origin, key);
    place = await found(services);
    const DATA_DIR = await temporaryFolder();
    both = await Promise.all(ports.map((PORT) => start({ ...env, PORT, DATA_DIR })));
    clients = both.map(({ baseUrl }) => createClient(baseUrl, place.key));
  });
  afterAll(async () => {
    await Promise.all((both ?? []).map(terminate));
    await database?.drop();
  });

  const isRevoked = async (reader: number, path: string) => {
    const page = await fetch(`${both[reader]!.baseUrl}/sv${path}`, { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(200);
    return /<title>[^<]*återkalla/i.test(await page.text());
  };

  test.each([0, 1, 2, 3])('says on the next view that the award was revoked (%i)', async (round) => {
    const [reader, writer] = [round % 2, (round + 1) % 2];
    const id = await award(services, place, `Läsare ${round}`);
    const { body } = await clients[writer]!.put(`${place.base}/awards/${id}/certificate-page`, { on: true });
    const path = new URL(body.address).pathname;
    for (let view = 0; view < 3; view += 1) expect(await isRevoked(reader, path)).toBe(false);
    expect((await clients[writer]!.post(`${place.base}/awards/${id}/revoke`, revocation)).status).toBe(200);
    expect(await isRevoked(reader, path)).toBe(true);
    expect(await isRevoked(writer, path)).toBe(true);
  });

  test('is gone on the next view after it was turned off', async () => {
    const id = await award(services, place, 'Läsare 9');
    const { body } = await clients[0]!.put(`${place.base}/awards/${id}/certificate-page`, { on: true });
    const path = new URL(body.address).pathname;
    expect(await isRevoked(1, path)).toBe(false);
    await clients[0]!.put(`${place.base}/awards/${id}/certificate-page`, { on: false });
    expect((await fetch(`${both[1]!.baseUrl}/sv${path}`, { headers: { Accept: 'text/html' } })).status).toBe(404);
  });
});
