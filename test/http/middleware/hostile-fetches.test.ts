import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { foreignIssuer } from '../setup/foreign-issuer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.clock.advance(120_000));

const numbers = Array.from({ length: 20 }, (_, index) => index);
type Foreign = Awaited<ReturnType<typeof foreignIssuer>>;

/** Few bytes and values, and forty hosts to ask. */
const hostileDocument = ({ badge, entry }: Foreign, name: string): JsonObject =>
  badge({
    proof: numbers.map((index) => ({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      proofPurpose: 'assertionMethod',
      verificationMethod: `did:web:proof-${index}.${name}.example#key`,
      created: '2026-10-01T00:00:00Z',
      proofValue: `z${'2'.repeat(87)}`,
    })),
    credentialStatus: numbers.map((index) => entry('revocation', index, `https://list-${index}.${name}.example/1`)),
  });
const hostsOf = (name: string) =>
  numbers.flatMap((index) => [
    `https://proof-${index}.${name}.example/.well-known/did.json`,
    `https://list-${index}.${name}.example/1`,
  ]);

const verify = (from: string, credential: unknown) =>
  harness.anyone.send('POST', '/api/v1/verify', { from, body: JSON.stringify({ credential }) });

test('documents of one caller whose hosts all hang do not keep another caller waiting', async () => {
  const honest = await foreignIssuer(harness.network, 'honest.example');
  await honest.publishList('revocation', []);
  const badge = await honest.sign(honest.badge({ credentialStatus: honest.entry('revocation', 7) }));
  let isOver = false;
  const hanging = new Set<(reason: Error) => void>();
  const hang = (signal: AbortSignal) =>
    new Promise<Response>((_, reject) => {
      if (isOver) return reject(new TypeError('fetch failed'));
      const stop = (reason: Error) => {
        hanging.delete(stop);
        reject(reason);
      };
      hanging.add(stop);
      signal.addEventListener('abort', () => stop(signal.reason as Error));
    });
  const names = Array.from({ length: 15 }, (_, index) => `hanging-${index}`);
  for (const url of names.flatMap(hostsOf)) harness.network.put(url, hang);

  const checks = names.map((name) => verify('192.0.2.90', hostileDocument(honest, name)));
  await vi.waitFor(() => expect(hanging.size).toBeGreaterThanOrEqual(20), { timeout: 10_000 });
  const before = performance.now();
  const { body: report } = await verify('192.0.2.91', badge);
  expect(report.verdict).toBe('valid');
  expect(performance.now() - before).toBeLessThan(4_500);
  expect(hanging.size).toBeLessThanOrEqual(20);
  isOver = true;
  for (const stop of [...hanging]) stop(new TypeError('fetch failed'));
  for (const { status } of await Promise.all(checks)) expect(status).toBe(200);
}, 60_000);

describe('what a document makes the service fetch is charged', () => {
  const escaped = (document: JsonObject) =>
    JSON.stringify(document)
      .replaceAll('"proof"', '"\\u0070roof"')
      .replaceAll('"credentialStatus"', '"credential\\u0053tatus"')
      .replaceAll('did:web:', '\\u0064id:web:');

  test.each([
    ['as JSON', '192.0.2.93', (document: JsonObject): unknown => document],
    ['as text whose letters are escaped', '192.0.2.94', escaped],
  ])('%s', async (name, from, handedOver) => {
    const foreign = await foreignIssuer(harness.network, 'charged.example');
    const document = hostileDocument(foreign, name.replaceAll(' ', '-'));
    const { network } = harness;
    const before = network.asked.length;
    expect((await verify(from, handedOver(document))).status).toBe(200);
    const fetches = network.asked.length - before;
    expect(fetches).toBeGreaterThanOrEqual(20);
    let left = 0;
    while ((await verify(from, {})).status === 200) left += 1;
    // Of twenty: one for the check, and a half for each fetch after the third.
    expect(left).toBe(Math.floor(20 - 1 - (fetches - 3) / 2));
  });

  test('and owed where the share is used up already', async () => {
    const foreign = await foreignIssuer(harness.network, 'owed.example');
    const from = '192.0.2.95';
    const statuses = await Promise.all(
      Array.from({ length: 4 }, (_, index) => verify(from, hostileDocument(foreign, `owed-${index}`))),
    );
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await verify(from, {});
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(10);
  });
});

everyAnswer(() => harness);
