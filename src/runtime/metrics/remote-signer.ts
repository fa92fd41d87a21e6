import { Histogram, type Registry } from 'prom-client';
import type { RemoteSigner } from '../../credentials/index.ts';
import { SignerError } from '../../services/ports/remote-signing.ts';

export type MeasureSigner = (remote: RemoteSigner) => RemoteSigner;

/** Counts what was asked of a signer elsewhere, and how long it took, by what became of it: a word of our own table. */
export function createMeasureSigner(registry: Registry): MeasureSigner {
  const duration = new Histogram({
    name: 'mikromerit_remote_signatures_seconds',
    help: 'Signatures asked of a signer elsewhere, how long each took with its retries, and what became of it',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return (remote) => ({
    ...remote,
    async sign(...asked) {
      const begun = performance.now();
      const count = (outcome: string) => duration.observe({ outcome }, (performance.now() - begun) / 1000);
      try {
        const signature = await remote.sign(...asked);
        count('signed');
        return signature;
      } catch (error) {
        count(error instanceof SignerError ? error.fault : 'other');
        throw error;
      }
    },
  });
}
