import type { Ports } from '../services/ports.ts';

/** One JSON line an event on standard error. Facts are codes, counts and ids; never names, keys or documents. */
export const log: Ports['log'] = (level, message, facts = {}) => {
  console.error(JSON.stringify({ time: new Date().toISOString(), level, message, ...facts }));
};

/** A fault of ours: what and where, without what was sent. Database errors may quote values, so only their code is kept. */
export function logFault(error: unknown): void {
  const fault = error instanceof Error ? error : new Error('something that is no error was thrown');
  const code = (fault as { code?: unknown }).code;
  log('error', typeof code === 'string' ? `database error ${code}` : fault.message, {
    at: placesOf(fault).join(' < '),
  });
}

/** The message is left out: it may go on over several lines, and quote what was sent. */
const placesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
