import { describe, expect, test } from 'vitest';
import { createBackOff } from '../../../../src/credentials/keys/remote/back-off.ts';
import { SignerError, type SignerPause } from '../../../../src/services/ports/remote-signing.ts';

function stage(pauses = new Map<string, SignerPause>()) {
  let time = Date.parse('2026-03-02T09:00:00Z');
  const backOff = createBackOff(() => new Date(time), pauses);
  let asked = 0;
  const attempt = (outcome: 'done' | 'away' | 'wrong', key = 'key-1') =>
    backOff
      .run(
        ['signer', key],
        async () => {
          asked += 1;
          if (outcome !== 'done') throw new SignerError(outcome === 'away' ? 'unreachable' : 'refused');
        },
        (error) => ((error as SignerError).fault === 'unreachable' ? 'signer' : key),
      )
      .then(() => 'done', (error: SignerError) => error.fault); // prettier-ignore
  return { attempt, asked: () => asked, pass: (ms: number) => (time += ms) };
}

describe('what failed is left alone', () => {
  test('for one second, then twice as long each time, up to a minute', async () => {
    const { attempt, asked, pass } = stage();
    expect(await attempt('away')).toBe('unreachable');
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      pass(seconds * 1000 - 1);
      const before = asked();
      expect(await attempt('done'), `before ${seconds} s`).toBe('paused');
      expect(asked()).toBe(before);
      pass(1);
      expect(await attempt('away'), `after ${seconds} s`).toBe('unreachable');
    }
  });

  test('until it succeeds: then it is asked as before', async () => {
    const { attempt, pass } = stage();
    await attempt('away');
    pass(1000);
    expect(await attempt('done')).toBe('done');
    expect(await attempt('done')).toBe('done');
    await attempt('away');
    pass(1000);
    expect(await attempt('done')).toBe('done');
  });

  test('and only by one request at a time when the pause is over', async () => {
    const { attempt, pass } = stage();
    await attempt('away');
    pass(1000);
    expect(await Promise.all([attempt('away'), attempt('away'), attempt('away')])).toEqual([
      'unreachable',
      'paused',
      'paused',
    ]);
  });

  test('and a hundred that fail at once count once', async () => {
    const { attempt, pass } = stage();
    await Promise.all(Array.from({ length: 100 }, () => attempt('away')));
    pass(1000);
    expect(await attempt('done')).toBe('done');
  });

  test('with a clock that is set back it is asked at once', async () => {
    const { attempt, pass } = stage();
    await attempt('away');
    pass(-3_600_000);
    expect(await attempt('done')).toBe('done');
  });
});

test('a key that is refused pauses itself alone; a signer that is away pauses all keys', async () => {
  const { attempt, pass } = stage();
  expect(await attempt('wrong', 'key-1')).toBe('refused');
  expect(await attempt('done', 'key-1')).toBe('paused');
  expect(await attempt('done', 'key-2')).toBe('done');
  pass(1000);
  expect(await attempt('away', 'key-2')).toBe('unreachable');
  expect(await attempt('done', 'key-1')).toBe('paused');
  expect(await attempt('done', 'key-3')).toBe('paused');
});

test('pauses outlive what was made for one request', async () => {
  const pauses = new Map<string, SignerPause>();
  await stage(pauses).attempt('away');
  expect(await stage(pauses).attempt('done')).toBe('paused');
});
