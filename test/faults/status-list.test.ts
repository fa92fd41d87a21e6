import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, createClient } from '../../scripts/demo/client.ts';
import { freePort, type RunningService } from '../../scripts/demo/service.ts';
import { describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { start, temporaryFolder, terminate } from '../runtime/processes.ts';
import { award, found, type Place, revocation, servicesOn } from './setup/institution.ts';
import type { Services } from '../../src/services/index.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describeOnPostgres('the status list of two services', () => {
  let database: FreshPostgres;
  let services: Services;
  let place: Place;
  let both: readonly RunningService[];
  let clients: readonly Client[];

  beforeAll(async () => {
    database = await freshPostgres();
    const ports = [String(await freePort()), String(await freePort())];
    const key = randomBytes(32).toString('base64');
    const origin = `http://localhost:${ports[0]}`;
    services = await servicesOn(database.db, origin, key);
    place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
    // Whoever publishes, the database keeps count.
    await database.pool.query(`
      create table published (etag text, at timestamptz not null default clock_timestamp());
      create function count_publication() returns trigger language plpgsql as $$
      begin
        if new.purpose = 'revocation' and new.published_at is distinct from old.published_at then insert into published values (new.etag); end if;
        return new;
      end $$;
      create trigger counted after update on status_publication for each row execute function count_publication()`);
    const env = {
      DATABASE_URL: database.url,
      KEY_ENCRYPTION_KEY: key,
      PUBLIC_URL: origin,
      DATA_DIR: await temporaryFolder(),
    };
    both = await Promise.all(ports.map((PORT) => start({ ...env, PORT })));
    clients = both.map(({ baseUrl }) => createClient(baseUrl, place.key));
  });
  afterAll(async () => {
    await Promise.all((both ?? []).map(terminate));
    await database?.drop();
  });

  beforeEach(() => database.pool.query('delete from published'));
  const publications = async () => (await database.pool.query('select 1 from published')).rowCount ?? 0;
  const list = (client: Client) => client.get(`/institutions/${place.slug}/status/1/revocation`);

  async function bitsIn(client: Client): Promise<(index: number) => boolean> {
    const { body } = await list(client);
    const bits = gunzipSync(Buffer.from(body.credentialSubject.encodedList.slice(1), 'base64url'));
    return (index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
  }

  test('is signed anew at most once a second, however many are revoked and read', async () => {
    const ids = await Promise.all(times(20).map((index) => award(services, place, `Peruttu Esimerkki ${index}`)));
    const credentials = await Promise.all(
      ids.map(async (id) => (await clients[0]!.get(`${place.base}/awards/${id}/credential`)).body),
    );
    const began = performance.now();
    const revoked = ids.map(async (id, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 40));
      const client = clients[index % 2]!;
      expect((await client.post(`${place.base}/awards/${id}/revoke`, revocation)).status).toBe(200);
      expect((await list(client)).status).toBe(200);
    });
    await Promise.all(revoked);
    const verdicts = await Promise.all(
      clients.map((client) => client.post('/api/v1/verify', { credential: credentials.at(-1) })),
    );
    for (const { body } of verdicts) expect(body).toMatchObject({ verdict: 'revoked' });
    const seconds = (performance.now() - began) / 1000;
    const count = await publications();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(Math.ceil(seconds) + 1);

    const isSet = await bitsIn(clients[1]!);
    for (const credential of credentials) {
      const entry = credential.credentialStatus.find(
        (each: { statusPurpose: string }) => each.statusPurpose === 'revocation',
      );
      expect(isSet(Number(entry.statusListIndex))).toBe(true);
    }
  });

  test('is signed anew once for all who ask after a revocation', async () => {
    const id = await award(services, place, 'Viimeinen Esimerkki');
    const credential = (await clients[0]!.get(`${place.base}/awards/${id}/credential`)).body;
    await clients[0]!.post(`${place.base}/awards/${id}/revoke`, revocation);
    const answers = await Promise.all(
      times(16).map((index) => clients[index % 2]!.post('/api/v1/verify', { credential })),
    );
    for (const { body } of answers) expect(body).toMatchObject({ verdict: 'revoked' });
    expect(await publications()).toBeLessThanOrEqual(2);
  });
});
