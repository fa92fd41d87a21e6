import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ConfigError, parseKey } from '../config.ts';
import { log } from '../log.ts';

/** The folder of the embedded mode: database, key, demo key and control socket. Nobody else may look into it. */
export type DataDir = Readonly<{
  path: string;
  database: string;
  socket: string;
  keyEncryptionKey(): Uint8Array;
  /** Writes down that the database is being filled for the first time: whoever finds that begins anew. */
  begin(): void;
  /** Writes down that what is in it now is to be kept. */
  settle(): void;
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
  const database = join(path, 'database');
  const unfinished = join(path, 'database-unfinished');
  return {
    path,
    database,
    socket: join(path, 'control.sock'),
    keyEncryptionKey: () => keepKey(join(path, 'key-encryption-key'), existsSync(database)),
    begin: () => writeFileSync(unfinished, '', { mode: 0o600 }),
    settle: () => removeForGood(unfinished, path),
    release: () => lock.close(),
  };
}

/**
 * Makes the folder ready for its database. What a first start left that crashed, or ran out of room, before it had
 * finished is deleted: nothing in it was ever handed out.
 */
export function clearUnfinished({ path, database, begin }: DataDir): void {
  if (existsSync(join(path, 'database-unfinished'))) {
    log('info', 'a first start was interrupted; the database is made anew');
    rmSync(database, { recursive: true, force: true });
    rmSync(join(path, 'demo-api-keys.json'), { force: true });
  }
  if (!existsSync(database)) begin();
}

/** Synced, as a file that came back after a power cut would make the next start delete the database. */
function removeForGood(file: string, folder: string): void {
  if (!existsSync(file)) return;
  rmSync(file);
  // Windows opens no folders, and needs none of this.
  if (process.platform === 'win32') return;
  const entries = openSync(folder, 'r');
  try {
    fsyncSync(entries);
  } finally {
    closeSync(entries);
  }
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
  // Not imported: an older Node, which lacks it, would end before it could say what is wrong (node-version.ts).
  const lock = new (process.getBuiltinModule('node:sqlite').DatabaseSync)(file);
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
    // Half a key, written on a full disk, would make every later start refuse.
    const whole = `${file}.new`;
    writeFileSync(whole, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    renameSync(whole, file);
  }
  try {
    return parseKey(readFileSync(file, 'utf8').trim());
  } catch (error) {
    throw new ConfigError([`${file}: ${(error as Error).message}`]);
  }
}
