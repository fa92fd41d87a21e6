import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { registerStatusLists } from '../../../src/runtime/metrics/status-lists.ts';
import type { StatusAges } from '../../../src/services/ports/index.ts';
import { parse, valueOf } from './exposition.ts';

async function seen(ages: () => Promise<StatusAges>) {
  const registry = new Registry();
  registerStatusLists(registry, ages);
  const scraped = parse(await registry.metrics());
  const of = (name: string) =>
    ['revocation', 'suspension'].map((purpose) =>
      valueOf(scraped, `mikromerit_status_list_${name}_seconds`, { purpose }),
    );
  return { published: of('published'), unpublished: of('unpublished') };
}

test('of each purpose it is told how old the newest list and the oldest change without one are', async () => {
  const ages = vi.fn(async () => ({ revocation: { published: 12.5, unpublished: 3 }, suspension: { published: 40 } }));
  expect(await seen(ages)).toEqual({ published: [12.5, 40], unpublished: [3, 0] });
  expect(ages, 'one question for both').toHaveBeenCalledTimes(1);
});

test('where nothing was published there is no age, and where nothing waits there is nought', async () => {
  expect(await seen(async () => ({}))).toEqual({ published: [NaN, NaN], unpublished: [0, 0] });
});

test('where the database is away nothing is said, least of all that all is well', async () => {
  const away = [NaN, NaN];
  expect(await seen(() => Promise.reject(new Error('away')))).toEqual({ published: away, unpublished: away });
});
