import { demoInstitutions } from '../../../demo/institutions.ts';
import type { Services } from '../../services/index.ts';
import { isLoopback } from '../../domain/shared/loopback.ts';
import { ConfigError } from '../config.ts';

/**
 * Refuses a database that holds the demo at a public address: the demo's keys lie in a file. The names are what tells
 * it, and nothing else is called that.
 */
export async function refusePublicDemo({ institutions }: Services, origins: readonly string[]): Promise<void> {
  const publicOrigin = origins.find((origin) => !isLoopback(origin));
  if (publicOrigin === undefined) return;
  const slugs = new Set((await institutions.list()).map(({ slug }) => slug));
  if (!demoInstitutions.every(({ slug }) => slugs.has(slug))) return;
  throw new ConfigError([
    `PUBLIC_URL: this database is for the demo, whose keys lie in a file; it is refused at a public address (${publicOrigin}). Choose another one.`,
  ]);
}
