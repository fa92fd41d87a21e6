import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platform } from '../../../src/platform/platform.ts';
import { firstBrokenLink, linkText } from '../../../src/services/institution/audit.ts';
import type { NewEvent, Stores } from '../../../src/services/ports/index.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { institutionOf } from '../../samples/institution.ts';
import { linkOf, noon } from '../records.ts';

const { canonicalJson, sha256 } = platform;
const event = (action: string): NewEvent => ({
  institutionId: 'umu',
  at: noon,
  actor: 'member',
  action,
  subjects: ['award', 'Åland "quoted" \\ \u2028'],
  detail: { version: 1, digest: 'sha256-x', first: true },
});

describe.each(databases)('the audit log, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  const append = (action: string) => stores.audit.append('umu', [linkOf(event(action))]);

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    for (const name of ['umu', 'ltu'])
      await stores.institutions.insert(institutionOf({ id: name, slug: name, createdAt: noon }));
  });
  afterAll(() => database.close());

  test('begins on nothing, grows link by link, and is read in order', async () => {
    const nothing = { sequence: 0, hash: '0'.repeat(64) };
    expect(await stores.audit.head('umu')).toStrictEqual({ ...nothing, last: 0 });
    await append('awarded');
    await append('revoked');
    const [first, second] = await stores.audit.list('umu');
    expect(first).toMatchObject({ ...event('awarded'), sequence: 1, previousHash: nothing.hash });
    expect(second).toMatchObject({ ...event('revoked'), sequence: 2, previousHash: first?.hash });
    expect(await stores.audit.head('umu')).toStrictEqual({ sequence: 2, hash: second?.hash, last: 2 });
  });

  test('hashes in the database what the check of the chain hashes', async () => {
    for (const { hash, ...rest } of await stores.audit.list('umu'))
      expect(await sha256(canonicalJson(linkText(rest)))).toBe(hash);
  });

  test('adds any number of links at once, in their order', async () => {
    const { sequence } = await stores.audit.head('umu');
    const actions = Array.from({ length: 120 }, (_, index) => `act ${index}`);
    await stores.audit.append(
      'umu',
      actions.map((action) => linkOf(event(action))),
    );
    expect((await stores.audit.list('umu', sequence)).map(({ action }) => action)).toEqual(actions);
    const events = await stores.audit.list('umu');
    expect(await firstBrokenLink(events, platform)).toBeUndefined();
    expect(await stores.audit.head('umu')).toMatchObject({ sequence: sequence + 120, hash: events.at(-1)?.hash });
    await stores.audit.append('umu', []);
    expect(await stores.audit.head('umu')).toMatchObject({ sequence: sequence + 120 });
  });

  test('keeps a chain for each institution', async () => {
    await stores.audit.append('ltu', [linkOf({ ...event('published'), institutionId: 'ltu' })]);
    expect((await stores.audit.list('ltu')).map(({ sequence }) => sequence)).toEqual([1]);
    expect((await stores.audit.head('umu')).sequence).toBe(122);
  });
});
