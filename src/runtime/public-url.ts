import type { Kysely } from 'kysely';
import { createStores } from '../store/index.ts';
import type { Database } from '../store/connection/tables.ts';
import { type Config, ConfigError } from './config.ts';

/**
 * The origins of this service, the one that ids are made from first. It is remembered at the first start: ids, DIDs
 * and status-list addresses in signed credentials are made from it, so another one is refused unless it is declared
 * as an alias, and even then ids go on being made from the first.
 */
export async function settleOrigins(
  db: Kysely<Database>,
  { publicUrl, aliases }: Config,
): Promise<readonly [string, ...string[]]> {
  const remembered = await createStores(db).settings.keep('public-url', publicUrl);
  if (remembered !== publicUrl && !aliases.includes(publicUrl) && !aliases.includes(remembered)) {
    throw new ConfigError([
      `PUBLIC_URL: ${publicUrl} is not ${remembered}, from which the ids in this database were made. ` +
        `Set PUBLIC_URL=${remembered}, or declare the new address too: PUBLIC_URL_ALIASES=${publicUrl}`,
    ]);
  }
  return [remembered, ...new Set([publicUrl, ...aliases].filter((origin) => origin !== remembered))];
}
