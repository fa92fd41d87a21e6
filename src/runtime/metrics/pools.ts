import { Gauge, type Registry } from 'prom-client';
import type { Pools } from '../database/database.ts';

const gauges = [
  { name: 'mikromerit_database_pool_size', help: 'Connections to PostgreSQL that are open', member: 'totalCount' },
  { name: 'mikromerit_database_pool_idle', help: 'Open connections that nobody uses', member: 'idleCount' },
  { name: 'mikromerit_database_pool_waiting', help: 'Who waits for a connection', member: 'waitingCount' },
] as const;

/** How the connections of each pool are used. The embedded database has none. */
export function registerPools(registry: Registry, pools: Pools): void {
  for (const { name, help, member } of gauges)
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, counts] of Object.entries(pools)) this.set({ pool }, counts[member]);
      },
    });
}
