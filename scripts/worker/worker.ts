import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningService, startService } from '../demo/service.ts';
import { type Environment, startWrangler, type Wrangler } from './wrangler.ts';

/** Where a Worker runs. Ids are made from the port; the demo's keys go to `dataDir`, which the caller makes and removes. */
export type Place = Readonly<{ databaseUrl: string; port: string; dataDir: string }>;
export type RunningWorker = Omit<RunningService, 'process'> & Pick<Wrangler, 'ended'>;

const startTimeoutInMs = 60_000;

export const addressOf = ({ port }: Pick<Place, 'port'>): string => `http://localhost:${port}`;

/**
 * What a Worker cannot do for itself: the service runs on Node, on the Worker's database and at the Worker's address,
 * until it answers. By then it has migrated, remembered the address, and made the demo with its signing keys.
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

/**
 * Runs the Worker in workerd with these variables and secrets, and waits until it answers, be it with a fault.
 * `script` is a bundle to run as it lies; without it wrangler bundles wrangler.toml's `main` and again at every change.
 */
export async function startWorker(place: Place, variables: Environment, script?: string): Promise<RunningWorker> {
  const { databaseUrl, port, dataDir } = place;
  const variablesFile = join(dataDir, `variables-${port}.env`);
  // Not as arguments, which every user of the machine can read.
  await writeFile(variablesFile, toDotEnv(variables), { mode: 0o600 });
  const source = script === undefined ? [] : [script, '--no-bundle'];
  const state = ['--persist-to', join(dataDir, 'state'), '--env-file', variablesFile];
  const wrangler = startWrangler(['dev', ...source, '--config', 'wrangler.toml', '--local', '--port', port, '--inspector-port', '0', ...state], dataDir, {
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
    ...(script !== undefined && { WRANGLER_CI_DISABLE_CONFIG_WATCHING: 'true' }),
  });
  const { output, ended, stop } = wrangler;
  await untilAnswered(addressOf(place), wrangler);
  return { baseUrl: addressOf(place), dataDir, output, ended, stop };
}

const toDotEnv = (variables: Environment): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

async function untilAnswered(baseUrl: string, { output, hasEnded, stop }: Wrangler): Promise<void> {
  const deadline = Date.now() + startTimeoutInMs;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error(`the Worker did not start:\n${output()}`);
    if (await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await stop();
  throw new Error(`the Worker did not answer within ${startTimeoutInMs / 1000} s:\n${output()}`);
}
