import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent, Stores } from '../../../src/services/ports/index.ts';
import { createStores } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createWorld, hash, noon } from '../world.ts';

const event = (sequence: number, previousHash: string): AuditEvent => ({
  institutionId: 'umu',
  sequence,
  at: noon,
  actor: 'member',
  action: 'awarded',
  subjects: ['award', 'decision'],
  detail: { version: 1, digest: 'sha256-x', first: true },
  previousHash,
  hash: hash(`event ${sequence}`),
});

describe.each(databases)('the audit log, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;

  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    await createWorld(stores, 'umu');
  });
  afterAll(() => database.close());

  test('begins on nothing, grows link by link, and is read in order', async () => {
    const nothing = { sequence: 0, hash: '0'.repeat(64) };
    expect(await stores.audit.lockHead('umu')).toStrictEqual(nothing);
    const first = event(1, nothing.hash);
    const second = event(2, first.hash);
    await stores.audit.append(first);
    await stores.audit.append(second);
    expect(await stores.audit.lockHead('umu')).toStrictEqual({ sequence: 2, hash: second.hash });
    expect(await stores.audit.list('umu')).toStrictEqual([first, second]);
  });

  test('takes no link that leaves a gap, repeats a number or hangs on another', async () => {
    const head = await stores.audit.lockHead('umu');
    for (const wrong of [event(4, head.hash), event(2, head.hash), event(3, hash('another'))]) {
      await expect(stores.audit.append(wrong)).rejects.toThrow(/does not follow/);
    }
    expect(await stores.audit.list('umu')).toHaveLength(2);
  });
});
