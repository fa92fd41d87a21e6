import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Fault } from './faults.ts';

export const signerToken = 'hvs.fake-token-of-the-tests';

type Told = Readonly<{
  requests: readonly Readonly<{ method: string; path: string; body: any }>[];
  signatures: readonly string[];
}>;

/** A signer elsewhere: it can be told what to do, be stopped and be killed. */
export type FakeSigner = Readonly<{
  url: string;
  process: ChildProcess;
  told(path: string, body?: unknown): Promise<Told>;
  make(name: string, type: string): Promise<unknown>;
  /** From now on. */
  does(fault: Fault, delayMs?: number): Promise<unknown>;
  /** How often it was asked for a signature so far. */
  asked(): Promise<number>;
  signatures(): Promise<readonly string[]>;
  /** Until it was asked so often. */
  untilAsked(count: number): Promise<void>;
}>;

export async function startFakeSigner(token = signerToken): Promise<FakeSigner> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [], { env: { ...process.env, FAKE_SIGNER_TOKEN: token } });
  const [[port, orders]] = (await once(child, 'message')) as [[number, number]];
  const told = async (path: string, body?: unknown): Promise<Told> =>
    (await fetch(`http://127.0.0.1:${orders}/${path}`, { method: 'POST', body: JSON.stringify(body ?? {}) })).json();
  const asked = async () => (await told('seen')).requests.filter(({ path }) => path.includes('/sign/')).length;
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    told,
    make: (name, type) => told(`keys/${name}`, { type }),
    does: (fault, delayMs = 0) => told('orders', { fault, delayMs }),
    asked,
    signatures: async () => (await told('seen')).signatures,
    async untilAsked(count) {
      while ((await asked()) < count) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

export async function endFakeSigner({ process: child }: FakeSigner): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
