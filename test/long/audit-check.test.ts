import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuditCheck } from '../../src/services/institution/audit-check.ts';
import { createRecorder, linkText } from '../../src/services/institution/audit.ts';
import type { AuditEvent } from '../../src/services/ports/index.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import { connect, describeOnPostgres, type FreshPostgres, freshPostgres } from '../databases/databases.ts';
import { createFixture } from '../store/fixture.ts';
import { noon } from '../store/records.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const canonicalJson = (value: unknown) => canonicalize(value) ?? '';
const digests = { sha256: async (text: string) => sha256(text), canonicalJson };
/** What a hundred thousand awards leave: each is registered, examined, awarded and issued. */
const length = 400_000;

describeOnPostgres('the check of a chain of 400 000 events, on PostgreSQL,', () => {
  let database: FreshPostgres;
  let writer: ReturnType<typeof connect>;
  beforeAll(async () => {
    database = await freshPostgres();
    writer = connect(database.url);
    await createFixture(createStores(database.db), 'umu');
    await fill();
  });
  afterAll(async () => {
    await writer.db.destroy();
    await database.drop();
  });

  async function fill(): Promise<void> {
    let previousHash = '0'.repeat(64);
    for (let first = 1; first <= length; first += 5_000) {
      const events = Array.from({ length: 5_000 }, (_, index) => {
        const open = { institutionId: 'umu', sequence: first + index, at: noon, actor: 'member', action: 'awarded' };
        const link: Omit<AuditEvent, 'hash'> = {
          ...open,
          subjects: [`award-${first + index}`],
          detail: {},
          previousHash,
        };
        previousHash = sha256(canonicalJson(linkText(link)));
        return { ...link, hash: previousHash };
      });
      await database.pool.query(
        `insert into audit_event
          select 'umu', (e->>'sequence')::int, (e->>'at')::timestamptz, e->>'actor', e->>'action', e->'subjects', e->'detail', e->>'previousHash', e->>'hash'
          from jsonb_array_elements($1::jsonb) e`,
        [JSON.stringify(events)],
      );
    }
    await database.pool.query(
      `insert into audit_chain values ('umu', $1, $2) on conflict (institution_id) do update set sequence = $1, hash = $2`,
      [length, previousHash],
    );
  }

  test('takes no more memory than a short one, and nobody waits for it', async () => {
    const record = createRecorder({ ...digests, now: () => noon });
    const write = () =>
      createTransact(writer.db)((inside) =>
        record(inside, { institutionId: 'umu', actor: 'member', action: 'revoked', subjects: ['award'] }),
      );
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let [most, slowest, written] = [0, 0, 0];
    let isDone = false;
    const writing = (async () => {
      while (!isDone) {
        const began = performance.now();
        await write();
        slowest = Math.max(slowest, performance.now() - began);
        most = Math.max(most, process.memoryUsage().rss - before);
        written += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const began = performance.now();
    const { events, since, firstBroken } = await createAuditCheck({ ...digests, stores: createStores(database.db) })(
      'umu',
    );
    const seconds = (performance.now() - began) / 1000;
    isDone = true;
    await writing;
    console.log(
      `${events} events in ${seconds.toFixed(1)} s, ${Math.round(most / 1e6)} MB more; ${written} writes meanwhile, the slowest ${Math.round(slowest)} ms`,
    );
    expect(firstBroken).toBeUndefined();
    expect(since).toBeGreaterThan(0);
    expect(most).toBeLessThan(250e6);
    expect(slowest).toBeLessThan(5_000);
  });
});
