import { Gauge, type Registry } from 'prom-client';
import { type StatusPurpose, statusPurposes } from '../../domain/addresses/grammar.ts';
import type { StatusAges } from '../../services/ports/index.ts';
import { createAsked } from './asked.ts';

type Ages = NonNullable<StatusAges[StatusPurpose]>;
const gauges = [
  {
    name: 'mikromerit_status_list_published_seconds',
    help: 'Since a status list was last published, of all institutions; NaN where none was',
    of: ({ published = NaN }: Ages) => published,
  },
  {
    name: 'mikromerit_status_list_unpublished_seconds',
    help: 'How long the oldest change is in no published status list, of all institutions; 0 where there is none',
    of: ({ unpublished = 0 }: Ages) => unpublished,
  },
] as const;

/** How far what strangers read of revocations and suspensions is behind. */
export function registerStatusLists(registry: Registry, ages: () => Promise<StatusAges>): void {
  const asked = createAsked(ages);
  for (const { name, help, of } of gauges)
    new Gauge({
      name,
      help,
      labelNames: ['purpose'],
      registers: [registry],
      async collect() {
        const found = await asked();
        for (const purpose of statusPurposes) this.set({ purpose }, found ? of(found[purpose] ?? {}) : NaN);
      },
    });
}
