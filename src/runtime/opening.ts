import type { Kysely } from 'kysely';
import type { Services } from '../services/index.ts';
import type { Database } from '../store/connection/tables.ts';
import { composeServices } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { type DataDir, takeDataDir } from './database/data-dir.ts';
import { type Opened as Connected, migrate, openEmbedded, openPostgres } from './database/database.ts';
import { refusePublicDemo } from './demo/presence.ts';
import { createNodeFetch } from './node-fetch.ts';
import { settleOrigins } from './public-url.ts';

export type Opened = Readonly<{
  services: Services;
  db: Kysely<Database>;
  origin: string;
  /** Only in embedded mode. */
  dataDir?: DataDir;
  close(): Promise<void>;
}>;

/** Another process works in the data folder. */
export class FolderInUse extends ConfigError {
  constructor(path: string) {
    super([`DATA_DIR: ${path} is in use by another mikromerit. Stop that one first, or choose another folder.`]);
  }
}

/** `opensKeys`: refuses where the key-encryption key does not open the signing keys. */
type Demands = Readonly<{ opensKeys: boolean }>;

/** Database, keys and services on Node: embedded, or PostgreSQL where one is named. Migrates first. */
export async function open(config: Config, demands: Demands = { opensKeys: true }): Promise<Opened> {
  if (config.databaseUrl !== undefined) return openOn(config, demands, await openPostgres(config.databaseUrl));
  const dataDir = takeDataDir(config.dataDir);
  if (!dataDir) throw new FolderInUse(config.dataDir);
  try {
    const key = config.keyEncryptionKey ?? dataDir.keyEncryptionKey();
    return await openOn({ ...config, keyEncryptionKey: key }, demands, await openEmbedded(dataDir.database), dataDir);
  } catch (error) {
    dataDir.release();
    throw error;
  }
}

async function openOn(
  config: Config,
  { opensKeys }: Demands,
  { db, transactions, close: disconnect }: Connected,
  dataDir?: DataDir,
): Promise<Opened> {
  const { keyEncryptionKey } = config;
  if (!keyEncryptionKey) throw new ConfigError(['KEY_ENCRYPTION_KEY: required.']);
  try {
    await migrate(transactions);
    const origins = await settleOrigins(db, config);
    const services = composeServices({
      db,
      transactions,
      origins,
      keyEncryptionKey,
      fetchOnce: createNodeFetch(),
      checksAtOnce: config.checksAtOnce,
    });
    if (opensKeys) await services.institutions.checkKeys();
    await refusePublicDemo(services, origins);
    const close = async () => {
      await disconnect();
      dataDir?.release();
    };
    return { services, db, origin: origins[0], close, ...(dataDir && { dataDir }) };
  } catch (error) {
    await disconnect();
    throw error;
  }
}
