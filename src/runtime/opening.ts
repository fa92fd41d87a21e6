import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Services } from '../services/index.ts';
import type { Ports } from '../services/ports/index.ts';
import type { Database } from '../store/connection/tables.ts';
import { composeRemoteSigner, composeServices } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { clearUnfinished, type DataDir, takeDataDir } from './database/data-dir.ts';
import { type Opened as Connected, migrate, openEmbedded, openPostgres, type Pools } from './database/database.ts';
import { demandRoom, hasRoom, isForWantOfRoom } from './database/room.ts';
import { refusePublicDemo } from './demo/presence.ts';
import { nodeCrypto } from './crypto/node-crypto.ts';
import { createNodeFetch } from './node-fetch.ts';
import type { MeasureSigner } from './metrics/remote-signer.ts';
import { createSecondOpinion } from './second-opinion/second-opinion.ts';
import { settleOrigins } from './public-url.ts';
import { createToken } from './remote-signer/token.ts';

export type Opened = Readonly<{
  services: Services;
  db: Kysely<Database>;
  origin: string;
  /** Only in embedded mode. */
  dataDir?: DataDir;
  /** Only of PostgreSQL. */
  pools?: Pools;
  close(): Promise<void>;
}>;

/** Another process works in the data folder. */
export class FolderInUse extends ConfigError {
  constructor(path: string) {
    super([`DATA_DIR: ${path} is in use by another mikromerit. Stop that one first, or choose another folder.`]);
  }
}

/** The disk of the data folder is full. */
class NoRoom extends ConfigError {
  constructor(path: string) {
    super([
      `DATA_DIR: there is no room left on the disk of ${path}. Make room (64 MB are always kept free, and a first start takes 45 MB more) and start again; nothing in the folder has to be deleted.`,
    ]);
  }
}

/** For `catch`: says so where something failed for that reason. */
export const sayingNoRoom =
  (path: string) =>
  (error: unknown): never => {
    throw isForWantOfRoom(error, path) ? new NoRoom(path) : error;
  };

/** `opensKeys`: refuses where the key-encryption key does not open the signing keys. */
type Demands = Readonly<{ opensKeys: boolean; measureSigner?: MeasureSigner }> & Pick<Ports, 'onIssued'>;

/** Database, keys and services on Node: embedded, or PostgreSQL where one is named. Migrates first. */
export async function open(config: Config, demands: Demands = { opensKeys: true }): Promise<Opened> {
  if (config.databaseUrl !== undefined) return openOn(config, demands, await openPostgres(config.databaseUrl));
  const dataDir = takeDataDir(config.dataDir);
  if (!dataDir) throw new FolderInUse(config.dataDir);
  try {
    clearUnfinished(dataDir);
    if (!hasRoom(dataDir.path, !existsSync(dataDir.database))) throw new NoRoom(dataDir.path);
    const key = config.keyEncryptionKey ?? dataDir.keyEncryptionKey();
    return await openOn({ ...config, keyEncryptionKey: key }, demands, await openEmbedded(dataDir.database), dataDir);
  } catch (error) {
    dataDir.release();
    return sayingNoRoom(config.dataDir)(error);
  }
}

async function openOn(
  config: Config,
  { opensKeys, onIssued, measureSigner = (remote) => remote }: Demands,
  { db, transactions, pools, close: disconnect }: Connected,
  dataDir?: DataDir,
): Promise<Opened> {
  const { keyEncryptionKey, remoteSigner } = config;
  if (!keyEncryptionKey) throw new ConfigError(['KEY_ENCRYPTION_KEY: required.']);
  try {
    const remote = remoteSigner && composeRemoteSigner(remoteSigner, createToken(remoteSigner), new Map());
    await migrate(transactions);
    const origins = await settleOrigins(db, config);
    const services = composeServices({
      db,
      transactions,
      origins,
      keyEncryptionKey,
      fetchOnce: createNodeFetch(),
      native: nodeCrypto,
      secondOpinion: createSecondOpinion,
      templateSample: config.templateSample,
      checksAtOnce: config.checksAtOnce,
      ...(remote && { remote: measureSigner(remote) }),
      ...(onIssued && { onIssued }),
      ...(dataDir && { beforeWriting: () => demandRoom(dataDir.path) }),
    });
    if (opensKeys) await services.institutions.checkKeys();
    await refusePublicDemo(services, origins);
    dataDir?.settle();
    const close = async () => {
      await disconnect();
      dataDir?.release();
    };
    return { services, db, origin: origins[0], close, ...(dataDir && { dataDir }), ...(pools && { pools }) };
  } catch (error) {
    await disconnect();
    throw error;
  }
}
