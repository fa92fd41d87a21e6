import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Exchange } from './client.ts';
import { contractFaults } from './contract-check.ts';
import type { Harness } from './harness.ts';

/** What must hold for everything that was asked in a file of tests. Comes last, when all of it has been asked. */
export function everyAnswer(harness: () => Harness): void {
  describe('every answer of these tests', () => {
    const where = (wrong: (seen: Exchange) => boolean): string[] => [
      ...new Set(
        harness()
          .seen.filter(wrong)
          .map(({ who, method, path, status }) => `${method} ${path} by ${who}: ${status}`),
      ),
    ];

    test('follows the contract', () => {
      expect([...new Set(harness().seen.flatMap(contractFaults))]).toEqual([]);
    });

    test('forbids guessing its type, telling where one came from, and being framed', () => {
      expect(where(({ headers }) => headers.get('X-Content-Type-Options') !== 'nosniff')).toEqual([]);
      expect(where(({ headers }) => headers.get('Referrer-Policy') !== 'no-referrer')).toEqual([]);
      const policy = ({ headers }: Exchange) => headers.get('Content-Security-Policy') ?? '';
      expect(where((seen) => !/default-src 'none'.*frame-ancestors 'none'/.test(policy(seen)))).toEqual([]);
    });

    test('that refuses is a problem document, or a page', () => {
      const type = ({ headers }: Exchange) => headers.get('Content-Type') ?? '';
      const isProblem = (seen: Exchange) => /^(application\/problem\+json$|text\/html)/.test(type(seen));
      expect(where((seen) => seen.status >= 400 && seen.method !== 'HEAD' && !isProblem(seen))).toEqual([]);
    });

    test('is no fault of ours, and none is in the log', () => {
      expect(where(({ status }) => status >= 500)).toEqual([]);
      expect(harness().logged.filter((line) => line.includes('"error"'))).toEqual([]);
    });

    test('holds no secret, nor does the log', async () => {
      const { seen, logged } = harness();
      const { keys, people } = await secretsOf(harness());
      const holds = (secrets: readonly string[], { headers, text }: Exchange) =>
        secrets.some((secret) => text.includes(secret) || JSON.stringify([...headers]).includes(secret));
      expect(where((each) => holds(keys, each))).toEqual([]);
      // The one place for the e-mail address of a learner is the record of that learner.
      expect(where((each) => !/\/learners(\/|\?|$)/.test(each.path) && holds(people, each))).toEqual([]);
      expect(logged.filter((line) => [...keys, ...people].some((secret) => line.includes(secret)))).toEqual([]);
      expect(seen.length).toBeGreaterThan(0);
    });
  });
}

async function secretsOf({ db, north, south, keyEncryptionKey }: Harness) {
  const column = async (table: string, name: string): Promise<string[]> => {
    const question = sql.raw<{ value: string }>(`select ${name} as value from ${table} where ${name} is not null`);
    return (await question.execute(db)).rows.map(({ value }) => value);
  };
  const bytes = Buffer.from(keyEncryptionKey);
  const keys = [
    ...Object.values(north.keys),
    ...Object.values(south.keys),
    ...(['base64', 'base64url', 'hex'] as const).map((encoding) => bytes.toString(encoding)),
    ...(await column('signing_key', `nullif(wrapped, 'destroyed')`)),
    ...(await column('api_key', 'hash')),
  ];
  const people = [...(await column('learner_identifier', 'value')), ...(await column('learner', 'email'))];
  // As `somebody` has them; what chance has made may stand anywhere.
  return { keys, people: people.filter((value) => /^\d{8}-|@epost\.invalid$/.test(value)) };
}
