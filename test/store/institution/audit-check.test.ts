import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuditCheck } from '../../../src/services/institution/audit-check.ts';
import { createRecorder } from '../../../src/services/institution/audit.ts';
import type { AuditLog, Stores } from '../../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../../src/store/index.ts';
import { databases, type Fresh } from '../../databases/databases.ts';
import { createFixture } from '../fixture.ts';
import { noon } from '../records.ts';

const digests = {
  sha256: async (text: string) => createHash('sha256').update(text).digest('hex'),
  canonicalJson: (value: unknown) => canonicalize(value) ?? '',
};
const record = createRecorder({ ...digests, now: () => noon });
/** More than three batches, so that a fault may lie at, before and after the seams of them. */
const length = 1_620;

describe.each(databases)('the check of a chain, on %s,', (_, fresh) => {
  let database: Fresh;
  let stores: Stores;
  beforeAll(async () => {
    database = await fresh();
    stores = createStores(database.db);
    await createFixture(stores, 'umu');
    // The award of the fixture is the first.
    await write(length - 1);
  });
  afterAll(() => database.close());

  const write = (count: number) =>
    createTransact(database.db)(async (inside) => {
      for (let index = 0; index < count; index += 1)
        await record(inside, { institutionId: 'umu', actor: 'member', action: 'awarded', subjects: ['award'] });
    });

  let asked: number[];
  beforeEach(() => {
    asked = [];
  });
  /** With something done whenever events are read, and a note of how many were asked for at once. */
  const check = (meanwhile: (time: number) => Promise<unknown> = async () => undefined) => {
    const list: AuditLog['list'] = async (institutionId, after, limit) => {
      const events = await stores.audit.list(institutionId, after, limit);
      asked.push(events.length);
      await meanwhile(asked.length);
      return events;
    };
    return createAuditCheck({ ...digests, stores: { ...stores, audit: { ...stores.audit, list } } })('umu');
  };

  test('reads it in batches and says how long it is', async () => {
    const { events, since, firstBroken, lastHash } = await check();
    expect({ events, since, firstBroken }).toEqual({ events: length, since: 0, firstBroken: undefined });
    expect(lastHash).toBe((await stores.audit.head('umu')).hash);
    expect(asked).toEqual([500, 500, 500, 120]);
  });

  test('lets others write meanwhile, takes what they wrote with it, and ends though they go on', async () => {
    const { events, since, firstBroken } = await check(() => write(7));
    expect(firstBroken).toBeUndefined();
    expect([events, since]).toEqual([length + 4 * 7, 4 * 7]);
    expect((await stores.audit.head('umu')).sequence).toBeGreaterThan(events);
    expect(await check()).toMatchObject({ since: 0, firstBroken: undefined });
  });

  test('of an institution without events has nothing to say', async () => {
    const [institution] = await stores.institutions.list();
    await stores.institutions.insert({ ...institution!, id: 'silent', slug: 'silent' });
    expect(await createAuditCheck({ ...digests, stores })('silent')).toEqual({
      events: 0,
      since: 0,
      firstBroken: undefined,
      lastHash: '0'.repeat(64),
    });
  });

  /** As somebody could who has the database in hand: the trigger that forbids it is taken off. */
  async function tampered(change: ReturnType<typeof sql>): Promise<Readonly<{ firstBroken: number | undefined }>> {
    const undone = new Error('undone');
    let found: Readonly<{ firstBroken: number | undefined }> = { firstBroken: undefined };
    await database.db
      .transaction()
      .execute(async (transaction) => {
        await sql`alter table audit_event disable trigger audit_event_never_changes`.execute(transaction);
        await change.execute(transaction);
        found = await createAuditCheck({ ...digests, stores: createStores(transaction) })('umu');
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return found;
  }
  const places = [1, 2, 499, 500, 501, 1000, 1001, length];

  test.each(places)('finds event %d changed', async (place) => {
    const { firstBroken } = await tampered(sql`update audit_event set actor = 'somebody' where sequence = ${place}`);
    expect(firstBroken).toBe(place);
  });

  test.each(places)('finds event %d missing', async (place) => {
    const { firstBroken } = await tampered(sql`delete from audit_event where sequence = ${place}`);
    expect(firstBroken).toBe(place);
  });

  test.each(places.slice(0, -1))('finds event %d and the next in each other’s place', async (place) => {
    const { firstBroken } = await tampered(sql`
      update audit_event as one set hash = other.hash, previous_hash = other.previous_hash from audit_event as other
      where one.institution_id = other.institution_id
        and one.sequence between ${place}::int and ${place}::int + 1
        and other.sequence = 2 * ${place}::int + 1 - one.sequence`);
    expect(firstBroken).toBe(place);
  });

  test('finds events that were cut off the end', async () => {
    const last = (await stores.audit.head('umu')).sequence;
    expect((await tampered(sql`delete from audit_event where sequence > ${last - 3}`)).firstBroken).toBe(last - 2);
  });

  test('finds events beyond the head', async () => {
    const { sequence: last } = await stores.audit.head('umu');
    const { firstBroken } = await tampered(sql`insert into audit_event
      select institution_id, sequence + 1, at, actor, action, subjects, detail, hash, hash from audit_event where sequence = ${last}`);
    expect(firstBroken).toBe(last + 1);
  });

  test('finds a head that was set to another hash', async () => {
    const { sequence: last } = await stores.audit.head('umu');
    expect((await tampered(sql`update audit_chain set hash = 'another'`)).firstBroken).toBe(last + 1);
  });
});
