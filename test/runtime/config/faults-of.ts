import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from '../../../src/runtime/config.ts';

export type Env = Readonly<Record<string, string>>;

export const key = randomBytes(32);
export const database = 'postgres://merit:secret@db.example.edu:5432/merits';
export const inProduction = { DATABASE_URL: database, KEY_ENCRYPTION_KEY: key.toString('base64') };

export function faultsOf(env: Env): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
