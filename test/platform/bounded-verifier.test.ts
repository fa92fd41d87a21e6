import { describe, expect, test } from 'vitest';
import { boundVerifier } from '../../src/platform/bounded-verifier.ts';
import type { Report } from '../../src/domain/verification/verification.ts';

const now = new Date('2027-03-20T12:00:00Z');
const report = { verdict: 'valid' } as Report;

function staged(bounds: Readonly<{ atOnce: number; mostWaiting: number; patienceInMs: number }>) {
  const open: PromiseWithResolvers<Report>[] = [];
  const check = () => {
    const turn = Promise.withResolvers<Report>();
    open.push(turn);
    return turn.promise;
  };
  const verifier = boundVerifier({ verify: check, verifyReceived: check }, bounds);
  return { open, ask: () => verifier.verifyReceived({ json: {} }, now), verify: () => verifier.verify({}, now) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('checks under way', () => {
  test('are no more than allowed; the next begins when one ends, also where that one fails', async () => {
    const { open, ask, verify } = staged({ atOnce: 2, mostWaiting: 10, patienceInMs: 60_000 });
    const answers = [ask(), verify(), ask(), verify()];
    await settled();
    expect(open).toHaveLength(2);
    open[0]!.resolve(report);
    open[1]!.reject(new Error('broken'));
    await expect(answers[1]).rejects.toThrow('broken');
    await settled();
    expect(open).toHaveLength(4);
    for (const turn of open) turn.resolve(report);
    expect(await answers[3]).toBe(report);
  });

  test('that would wait behind too many are refused at once', async () => {
    const { open, ask } = staged({ atOnce: 1, mostWaiting: 1, patienceInMs: 60_000 });
    const first = ask();
    await settled();
    const second = ask();
    await expect(ask()).rejects.toMatchObject({ code: 'busy', retryAfterSeconds: 5 });
    open[0]!.resolve(report);
    await first;
    await settled();
    open[1]!.resolve(report);
    expect(await second).toBe(report);
  });

  test('that wait too long are refused, and leave no place taken', async () => {
    const { open, ask } = staged({ atOnce: 1, mostWaiting: 1, patienceInMs: 10 });
    const first = ask();
    await expect(ask()).rejects.toMatchObject({ code: 'busy' });
    await expect(ask()).rejects.toMatchObject({ code: 'busy' });
    open[0]!.resolve(report);
    expect(await first).toBe(report);
    const next = ask();
    await settled();
    open[1]!.resolve(report);
    expect(await next).toBe(report);
  });
});
