import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Services } from '../../services/index.ts';
import { createStores } from '../../store/index.ts';
import { ConfigError } from '../config.ts';
import type { Opened } from '../opening.ts';
import { createIssuedCounter, createVerificationCounter, registerWaiting } from './certificates.ts';
import { listen, type ListenAddress } from './listener.ts';
import { registerPools } from './pools.ts';
import { createMeasureSigner, type MeasureSigner } from './remote-signer.ts';
import { type Count, createMeasure, type Measure } from './requests.ts';
import { registerStatusLists } from './status-lists.ts';

export type Metrics = Readonly<{
  port: number;
  /** Where to ask. */
  address: string;
  onIssued(): void;
  measure: Measure;
  measureSigner: MeasureSigner;
  count: Count;
  /** The same services, with their checks counted. */
  counting(services: Services): Services;
  /** From now on also what is asked at scrape time. */
  observe(opened: Pick<Opened, 'db' | 'pools'>): void;
  close(): Promise<void>;
}>;

/** Counts what the service does, for a Prometheus that asks at this place (docs/decisions/0015-metrics.md). */
export async function startMetrics(place: ListenAddress): Promise<Metrics> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counted = createVerificationCounter(registry);
  const { port, close } = await listen(place, registry).catch((error: unknown) => {
    const { code = 'unknown' } = error as { code?: string };
    throw new ConfigError([`METRICS: cannot listen on ${place.host}, port ${place.port} (${code}).`]);
  });
  return {
    port,
    address: `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}/metrics`,
    close,
    onIssued: createIssuedCounter(registry),
    measureSigner: createMeasureSigner(registry),
    ...createMeasure(registry),
    counting: (services) => ({ ...services, verifying: counted(services.verifying) }),
    observe({ db, pools }) {
      // First, or it would see the question of the next one wait for a connection.
      if (pools) registerPools(registry, pools);
      const { documents, statusLists } = createStores(db);
      registerWaiting(registry, () => documents.countUnsigned());
      registerStatusLists(registry, () => statusLists.ages());
    },
  };
}
