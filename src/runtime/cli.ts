import './sealed-prototypes.ts';
import './node-version.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explain, findCommand } from './commands/commands.ts';
import { passwordFile } from './commands/nouns/seal.ts';
import { readPassword } from './commands/password.ts';
import type { Found } from './commands/typed.ts';
import { composeWithoutDatabase } from './database/no-database.ts';
import { ConfigError, readConfig } from './config.ts';
import { DomainError } from '../domain/shared/errors.ts';
import { decodeUtf8 } from '../domain/shared/json-text.ts';
import { ask, type ControlReply, type ControlRequest, perform } from './commands/control.ts';
import { logFault } from './log.ts';
import { FolderInUse, open } from './opening.ts';

/** Runs a command: through the service that has the embedded database open, else on the database itself. */
async function run(typed: readonly string[]): Promise<ControlReply> {
  const words = typed[0] === 'help' ? ['--help', ...typed.slice(1)] : typed;
  const found = findCommand(words);
  if (!found)
    return {
      ok: words.length === 0 || words.includes('--help'),
      lines: explain(words.filter((word) => word !== '--help')),
    };
  const files = { ...readFiles(found), ...(await passwordOf(found)) };
  const config = readConfig({ ...process.env, DEMO: '0' });
  const command: ControlRequest = { words, files };
  if (config.databaseUrl === undefined) {
    const reply = await ask(join(config.dataDir, 'control.sock'), command);
    if (reply) return reply;
    if (found.command.needsNoDatabase && isUnused(config.dataDir))
      return perform(composeWithoutDatabase(config), JSON.stringify(command));
    if (!found.command.begins && isUnused(config.dataDir)) {
      throw new ConfigError([`${config.dataDir} holds no database. Is DATA_DIR the folder of the service?`]);
    }
  }
  const opened = await open(config, { opensKeys: !found.command.needsNoKey }).catch((error: unknown) => {
    if (error instanceof FolderInUse) {
      throw new ConfigError([
        `${config.dataDir} is in use by a service that does not answer commands. Stop it and try again.`,
      ]);
    }
    throw error;
  });
  try {
    return await perform(opened.services, JSON.stringify(command));
  } finally {
    await opened.close();
  }
}

/** A folder that no service ever had: more likely a slip of the pen than a wish for an empty service. */
const isUnused = (folder: string): boolean =>
  !existsSync(folder) || (statSync(folder).isDirectory() && !existsSync(join(folder, 'lock')));

const passwordOf = async ({ command, options }: Found): Promise<Record<string, string>> =>
  command.readsPasswordFor !== undefined && command.readsPasswordFor in options
    ? { [passwordFile]: await readPassword() }
    : {};

function readFiles({ command: { parameters, readsBytes }, args, options }: Found): Record<string, string> {
  const inOptions = Object.entries(options).filter(([name]) => parameters.includes(`[${name} FILE]`));
  const names = [...args.filter((_, index) => parameters[index] === 'FILE'), ...inOptions.map(([, file]) => file)];
  return Object.fromEntries(
    names.map((name) => [name, readsBytes ? Buffer.from(readBytes(name)).toString('base64') : readText(name)]),
  );
}

function readText(name: string): string {
  const text = decodeUtf8(readBytes(name));
  // UTF-16 without a mark is UTF-8 by its bytes, with a null character between any two letters.
  if (text !== undefined && !text.includes('\0')) return text;
  throw new ConfigError([`${name} is not UTF-8, so its letters cannot be read for certain; save it as UTF-8.`]);
}

function readBytes(name: string): Uint8Array {
  try {
    return readFileSync(name === '-' ? 0 : name);
  } catch (error) {
    throw new ConfigError([`${name} cannot be read: ${(error as Error).message}`]);
  }
}

run(process.argv.slice(2)).then(
  ({ ok, lines, exitCode = ok ? 0 : 1 }) => {
    (ok ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (error instanceof ConfigError) process.stderr.write(`${error.faults.join('\n')}\n`);
    else if (error instanceof DomainError) process.stderr.write(`${error.message}\n`);
    else logFault(error);
    process.exitCode = 1;
  },
);
