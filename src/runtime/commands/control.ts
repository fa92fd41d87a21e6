import { createServer, request } from 'node:http';
import { rmSync } from 'node:fs';
import type { Services } from '../../services/index.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { runCommand } from './commands.ts';
import { log, logFault } from '../log.ts';

/** What the command line asks of a running service: its words, and the text of the files it names. */
export type ControlRequest = Readonly<{ words: readonly string[]; files: Readonly<Record<string, string>> }>;
/** `exitCode`: where it is not what `ok` says. */
export type ControlReply = Readonly<{ ok: boolean; lines: readonly string[]; exitCode?: number }>;

/** Longer paths cannot be bound (108 bytes with the end mark, unix(7)). */
const longestSocketPath = 107;

/**
 * A socket in the data folder through which the command line reaches the service that has the database open. Only
 * the owner of the folder can connect (mode 600); there is no other way in.
 */
export async function createControl(path: string, services: Services): Promise<{ close(): Promise<void> } | undefined> {
  if (Buffer.byteLength(path) > longestSocketPath) {
    log(
      'info',
      'the path of the data folder is too long for a control socket; the command line needs the service stopped',
    );
    return undefined;
  }
  const server = createServer((incoming, outgoing) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    incoming.on('end', () => {
      void perform(services, text).then((reply) => outgoing.end(JSON.stringify(reply)));
    });
  });
  // The folder's lock is held: a socket that lies here belongs to a process that is gone.
  rmSync(path, { force: true });
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  } finally {
    process.umask(before);
  }
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function perform(services: Services, text: string): Promise<ControlReply> {
  try {
    const { words, files } = JSON.parse(text) as ControlRequest;
    return { ok: true, ...(await runCommand(services, words, files)) };
  } catch (error) {
    if (!(error instanceof DomainError)) {
      logFault(error);
      return { ok: false, lines: ['That failed, and nothing was changed. The log of the service says where.'] };
    }
    return {
      ok: false,
      lines: [error.message, ...error.violations.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)],
    };
  }
}

/** Sends a command to the service that holds the folder; undefined where none answers. */
export function ask(path: string, command: ControlRequest): Promise<ControlReply | undefined> {
  if (Buffer.byteLength(path) > longestSocketPath) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: path, method: 'POST', path: '/' }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => resolve(JSON.parse(text) as ControlReply)).on('error', reject);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'ECONNREFUSED'].includes(error.code ?? '')) resolve(undefined);
      else reject(error);
    });
    outgoing.end(JSON.stringify(command));
  });
}
