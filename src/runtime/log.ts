import { DomainError } from '../domain/shared/errors.ts';
import type { Ports } from '../services/ports/index.ts';

/** One JSON line an event on standard error. Facts are codes, counts and ids; never names, keys or documents. */
export const log: Ports['log'] = (level, message, facts = {}) => {
  console.error(JSON.stringify({ time: new Date().toISOString(), level, message, ...facts }));
};

/** A fault of ours: what and where, without what was sent. */
export function logFault(error: unknown): void {
  if (error instanceof DomainError && error.code === 'storage-full') return logFullDisk();
  const fault = error instanceof Error ? error : new Error('something that is no error was thrown');
  log('error', whatOf(fault), { at: placesOf(fault).join(' < ') });
}

let fullDiskToldAt = -Infinity;
const fullDiskEveryMs = 60_000;

/** While the disk is full every request that writes fails so; one line a minute is enough. */
function logFullDisk(): void {
  const past = performance.now() - fullDiskToldAt;
  if (past < fullDiskEveryMs) return;
  fullDiskToldAt = performance.now();
  log('error', 'the disk of the database is full');
}

/** Errors whose messages are the program's own words. What others say may quote what was sent or is stored. */
const speaking: readonly string[] = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'DomainError',
  'ConfigError',
];

/** Of the database and of the system the code, of others the message where it is known to quote nothing, else the name. */
function whatOf(fault: Error): string {
  const { code, severity } = fault as { code?: unknown; severity?: unknown };
  // Only errors of a database have a severity (PostgreSQL, Error and Notice Message Fields).
  if (typeof code === 'string' && !(fault instanceof DomainError))
    return `${severity === undefined ? 'system' : 'database'} error ${code}`;
  return speaking.includes(fault.name) ? fault.message : fault.name;
}

/** The message is left out: it may go on over several lines, and quote what was sent. */
const placesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
