import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SecondOpinion } from '../../credentials/index.ts';
import type { Answer } from './questions.ts';

type Waiting = Readonly<{ resolve(text: string): void; reject(error: Error): void }>;

const patienceInMs = 30_000;
const idleInMs = 60_000;

/** Beside this file: as it is written, or as it is bundled. */
const script = fileURLToPath(new URL(`./canonizer${extname(import.meta.url)}`, import.meta.url));

/** The library in a process of its own, which starts with the first question and ends when none comes any more. */
export function createSecondOpinion(base: string): SecondOpinion {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  function end(process: ChildProcess): void {
    if (child === process) child = undefined;
    process.kill();
    for (const { reject } of waiting.values()) reject(new Error('The other process ended.'));
    waiting.clear();
  }

  function start(): ChildProcess {
    const started = fork(script, [], {
      // It needs neither the database nor a key.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', ({ id, text }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (text === undefined) one?.reject(new Error('The other process has no answer.'));
      else one?.resolve(text);
    });
    started.once('exit', () => child === started && end(started));
    started.once('error', () => child === started && end(started));
    // A service that stops does not wait for it.
    started.unref();
    started.channel?.unref();
    return started;
  }

  return async (form, facts) => {
    const running = (child ??= start());
    clearTimeout(idle);
    const id = (asked += 1);
    const late = setTimeout(() => end(running), patienceInMs).unref();
    try {
      return await new Promise<string>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        running.send({ id, base, form, facts });
      });
    } finally {
      clearTimeout(late);
      idle = setTimeout(() => end(running), idleInMs).unref();
    }
  };
}
