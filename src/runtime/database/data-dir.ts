import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError, parseKey } from '../config.ts';

/** The folder of the embedded mode: database, key, demo key and control socket. Nobody else may look into it. */
export type DataDir = Readonly<{
  path: string;
  database: string;
  socket: string;
  keyEncryptionKey(): Uint8Array;
  release(): void;
}>;

/**
 * Takes the folder for this process alone. The embedded database takes no lock of its own, and a second process on
 * its files loses acknowledged rows. The lock is one of the operating system's (through SQLite's exclusive mode), so
 * it ends with the process, however that ends, and a stale one cannot stand in the way. Undefined where another
 * process has it.
 */
export function takeDataDir(path: string): DataDir | undefined {
  const lock = enter(path);
  if (!lock) return undefined;
  return {
    path,
    database: join(path, 'database'),
    socket: join(path, 'control.sock'),
    keyEncryptionKey: () => keepKey(join(path, 'key-encryption-key'), existsSync(join(path, 'database'))),
    release: () => lock.close(),
  };
}

function enter(path: string): DatabaseSync | undefined {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    return takeLock(join(path, 'lock'));
  } catch (error) {
    throw new ConfigError([`DATA_DIR: ${path} cannot be used (${(error as Error).message}).`]);
  }
}

function takeLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    chmodSync(file, 0o600);
    return lock;
  } catch (error) {
    lock.close();
    if (/locked|busy/i.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** The key that wraps the signing keys; made once. A database without its key is refused, never given a new one. */
function keepKey(file: string, hasDatabase: boolean): Uint8Array {
  if (!existsSync(file)) {
    if (hasDatabase) {
      throw new ConfigError([
        `${file} is missing, and the database beside it has signing keys that only it opens. Restore it, or set KEY_ENCRYPTION_KEY.`,
      ]);
    }
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  try {
    return parseKey(readFileSync(file, 'utf8').trim());
  } catch (error) {
    throw new ConfigError([`${file}: ${(error as Error).message}`]);
  }
}
