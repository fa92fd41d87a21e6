import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningService, startService } from '../demo/service.ts';
import { type Environment, startWrangler, type Wrangler } from './wrangler.ts';

/** Where a Worker runs: its address, and so every id, is made from the port. The caller makes and removes the folder. */
export type Place = Readonly<{ databaseUrl: string; port: string; dataDir: string }>;
export type RunningWorker = Omit<RunningService, 'process'> & Pick<Wrangler, 'ended'>;
type Options = Readonly<{
  /** Variables and secrets of the Worker, beside the database. */
  variables: Environment;
  /** A bundle to run as it lies; without one wrangler bundles the sources, again at every change. */
  script?: string;
  print?: (text: string) => void;
}>;

const startTimeoutInMs = 60_000;

export const addressOf = ({ port }: Pick<Place, 'port'>): string => `http://localhost:${port}`;

/**
 * What a Worker cannot do for itself: runs the service on Node, with the Worker's database and address, until it
 * answers. By then it has migrated, remembered the address, and made the demo and its signing keys.
 */
export async function prepareDatabase({ databaseUrl, port, dataDir }: Place, keyEncryptionKey: string): Promise<void> {
  const service = await startService({
    PORT: port,
    PUBLIC_URL: addressOf({ port }),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    KEY_ENCRYPTION_KEY: keyEncryptionKey,
    DEMO: '1',
  });
  await service.stop();
}

/** Runs the Worker in workerd, under wrangler.toml, and waits until it answers, be it with a fault. */
export async function startWorker(place: Place, { variables, script, print }: Options): Promise<RunningWorker> {
  const { databaseUrl, port, dataDir } = place;
  const home = join(dataDir, `worker-${port}`);
  const variablesFile = join(home, 'variables.env');
  await mkdir(home, { recursive: true, mode: 0o700 });
  // In a file, because arguments are seen by every user of the machine.
  await writeFile(variablesFile, toDotEnv(variables), { mode: 0o600 });
  const source = script === undefined ? [] : [script, '--no-bundle'];
  const local = ['--local', '--port', port, '--inspector-port', '0', '--persist-to', join(home, 'state')];
  const wrangler = startWrangler(
    ['dev', ...source, '--config', 'wrangler.toml', ...local, '--env-file', variablesFile],
    {
      home,
      env: {
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
        ...(script !== undefined && { WRANGLER_CI_DISABLE_CONFIG_WATCHING: 'true' }),
      },
      print,
    },
  );
  const stop = async () => {
    await wrangler.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await untilAnswered(addressOf(place), wrangler);
  } catch (error) {
    await stop();
    throw error;
  }
  const { output, ended } = wrangler;
  return { baseUrl: addressOf(place), dataDir, output, ended, stop };
}

const toDotEnv = (variables: Environment): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

async function untilAnswered(baseUrl: string, { output, hasEnded }: Wrangler): Promise<void> {
  const deadline = Date.now() + startTimeoutInMs;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error(`the Worker did not start:\n${output()}`);
    if (await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the Worker did not answer within ${startTimeoutInMs / 1000} s:\n${output()}`);
}
