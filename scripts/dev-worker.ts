/**
 * The Worker in workerd, with the demo, on PORT (8787): on a PostgreSQL of its own, which goes when it stops, or on
 * DATABASE_URL with KEY_ENCRYPTION_KEY, the demo's keys then being in DATA_DIR (data/worker). Nothing leaves the machine.
 */
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './demo/service.ts';
import { startPostgres, type Undo } from './postgres-server.ts';
import { addressOf, type Place, prepareDatabase, startWorker } from './worker/worker.ts';

class Refused extends Error {}

const say = (text: string) => process.stdout.write(text);
const { DATABASE_URL, KEY_ENCRYPTION_KEY, DATA_DIR = 'data/worker', PORT: port = '8787' } = process.env;
/** What to undo at the end, the last first. */
const undo: Undo[] = [];

async function choosePlace(): Promise<Readonly<{ place: Place; keyEncryptionKey: string }>> {
  if (DATABASE_URL) {
    if (!KEY_ENCRYPTION_KEY)
      throw new Refused('KEY_ENCRYPTION_KEY: required with DATABASE_URL. Make one with: openssl rand -base64 32');
    return {
      place: { databaseUrl: DATABASE_URL, port, dataDir: resolve(DATA_DIR) },
      keyEncryptionKey: KEY_ENCRYPTION_KEY,
    };
  }
  const dataDir = await temporaryFolder();
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  say('Starting a PostgreSQL …\n');
  const databaseUrl = await startPostgres(undo);
  return { place: { databaseUrl, port, dataDir }, keyEncryptionKey: randomBytes(32).toString('base64') };
}

async function run(stopped: Promise<unknown>): Promise<void> {
  const { place, keyEncryptionKey } = await choosePlace();
  say('Preparing it from Node: tables, keys, demo …\n');
  await prepareDatabase(place, keyEncryptionKey);
  const variables = { PUBLIC_URL: addressOf(place), KEY_ENCRYPTION_KEY: keyEncryptionKey };
  const { ended, stop } = await startWorker(place, { variables, print: say });
  undo.push(stop);
  await welcome(place);
  const hasFallen = await Promise.race([stopped.then(() => false), ended.then(() => true)]);
  if (hasFallen) throw new Refused('wrangler ended by itself; what it printed says why.');
}

async function welcome(place: Place): Promise<void> {
  const file = join(place.dataDir, 'demo-api-keys.json');
  const { apiKey, certificate } = JSON.parse(await readFile(file, 'utf8')) as { apiKey: string; certificate?: string };
  const origin = addressOf(place);
  const lines = [
    `\nmikromerit runs in workerd on port ${port}`,
    `  catalogue      ${origin}/`,
    ...(certificate === undefined ? [] : [`  a certificate  ${certificate}`]),
    `  demo API key   in ${file}`,
    ...(process.stdout.isTTY ? [`                 ${apiKey}`] : []),
    `  check one      ${origin}/verify`,
    `  API reference  ${origin}/docs`,
    `  resume         ${origin}/cdn-cgi/handler/scheduled (what the cron trigger does; here nothing triggers it)`,
  ];
  say(`${lines.join('\n')}\n\n`);
}

let isStopping = false;
const stopped = new Promise<void>((done) => {
  const stop = () => {
    isStopping = true;
    done();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
});
try {
  await run(stopped);
} catch (error) {
  // Ctrl-C reaches the children too, who may have ended in the middle of what was asked of them.
  if (!isStopping) {
    process.stderr.write(`\n${error instanceof Refused ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
} finally {
  for (const step of undo.reverse()) await step();
}
