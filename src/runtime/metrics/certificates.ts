import { Counter, Gauge, type Registry } from 'prom-client';
import { type Report, verdicts } from '../../domain/verification/verification.ts';
import type { Verifier } from '../../services/ports/index.ts';
import { createAsked } from './asked.ts';

/** Counts awards as they are issued here. */
export function createIssuedCounter(registry: Registry): () => void {
  const issued = new Counter({
    name: 'mikromerit_awards_issued_total',
    help: 'Awards whose certificate this process signed and stored',
    registers: [registry],
  });
  return () => issued.inc();
}

/** The same checks, counted by verdict. Those that are refused because too many are under way have none. */
export function createVerificationCounter(registry: Registry): (verifier: Verifier) => Verifier {
  const verifications = new Counter({
    name: 'mikromerit_verifications_total',
    help: 'Checks that were asked for, by verdict',
    labelNames: ['verdict'],
    registers: [registry],
  });
  for (const verdict of verdicts) verifications.inc({ verdict }, 0);
  const counted = (report: Report): Report => {
    verifications.inc({ verdict: report.verdict });
    return report;
  };
  return (verifier) => ({
    verify: async (...asked) => counted(await verifier.verify(...asked)),
    verifyReceived: async (...asked) => counted(await verifier.verifyReceived(...asked)),
  });
}

/** How many awards wait for their signature. Asked of the database at most every ten seconds; NaN where it does not say. */
export function registerWaiting(registry: Registry, count: () => Promise<number>): void {
  const asked = createAsked(count);
  new Gauge({
    name: 'mikromerit_awards_waiting',
    help: 'Awards that are recorded and wait for their signature, of all institutions',
    registers: [registry],
    async collect() {
      this.set((await asked()) ?? NaN);
    },
  });
}
