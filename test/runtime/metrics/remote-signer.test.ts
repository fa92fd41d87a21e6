import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import type { RemoteSigner } from '../../../src/credentials/index.ts';
import { createMeasureSigner } from '../../../src/runtime/metrics/remote-signer.ts';
import { SignerError } from '../../../src/services/ports/remote-signing.ts';
import { parse, valueOf } from './exposition.ts';

test('signatures of a signer elsewhere are counted by what became of them', async () => {
  const outcomes: (Error | undefined)[] = [undefined, new SignerError('late'), new SignerError('late'), new Error('!')];
  const remote: RemoteSigner = {
    opens: async () => true,
    find: async () => undefined,
    tryKey: async () => undefined,
    async sign() {
      const error = outcomes.shift();
      if (error) throw error;
      return new Uint8Array([7]);
    },
  };
  const registry = new Registry();
  const measured = createMeasureSigner(registry)(remote);
  const sign = () => measured.sign({} as never, new Uint8Array(), new AbortController().signal);
  expect(await sign()).toEqual(new Uint8Array([7]));
  await expect(sign()).rejects.toMatchObject({ fault: 'late' });
  await expect(sign()).rejects.toMatchObject({ fault: 'late' });
  await expect(sign()).rejects.toThrow('!');
  const scraped = parse(await registry.metrics());
  const counted = (outcome: string) => valueOf(scraped, 'mikromerit_remote_signatures_seconds_count', { outcome });
  expect([counted('signed'), counted('late'), counted('other')]).toEqual([1, 2, 1]);
});
