import './sealed-prototypes.ts';
import './node-version.ts';
import { createControl } from './commands/control.ts';
import { ConfigError, readConfig } from './config.ts';
import { loadDemo } from './demo/demo.ts';
import { DomainError } from '../domain/shared/errors.ts';
import { log, logFault } from './log.ts';
import type { ListenAddress } from './metrics/listener.ts';
import type { Metrics } from './metrics/metrics.ts';
import { open, sayingNoRoom } from './opening.ts';
import { demandFreePort, startServing } from './serving.ts';

/** How often what a killed process left unsigned is looked for. */
const resumeEveryMs = 60_000;

const parentEveryMs = 500;

/** How long the database may take to close after the last request. */
const closingInMs = 1_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  // Before anything is made: ids are made from the port too, and a folder that was begun keeps them.
  await demandFreePort(config.port);
  const metrics = config.metrics && (await startMetrics(config.metrics));
  const { onIssued, measureSigner } = metrics ?? {};
  const counting = { ...(onIssued && { onIssued }), ...(measureSigner && { measureSigner }) };
  const opened = await open(config, { opensKeys: true, ...counting });
  metrics?.observe(opened);
  const { dataDir } = opened;
  const services = metrics?.counting(opened.services) ?? opened.services;
  const noRoom = sayingNoRoom(config.dataDir);
  // The folder of the embedded database is ours alone, so whoever signed in it is gone.
  await services.issuing.resume(dataDir !== undefined).catch(noRoom);
  const tour = config.demo ? await loadDemo(services, config.dataDir, dataDir).catch(noRoom) : [];
  const isEmpty = (await services.institutions.list()).length === 0;
  const { port, trustsProxy } = config;
  const measuring = metrics && { measure: metrics.measure, count: metrics.count };
  const serving = await startServing({ services, port, trustsProxy, rates: config, ...measuring });
  const control = dataDir && (await createControl(dataDir.socket, services));
  services.awardBatches.resume().catch(logUnlessAway);
  const timer = setInterval(() => {
    services.issuing.resume().catch(logUnlessAway);
    services.awardBatches.resume().catch(logUnlessAway);
  }, resumeEveryMs);

  print([
    `mikromerit listens on port ${serving.port}`,
    `  catalogue      ${config.publicUrl}/`,
    ...tour.map((line) => line.replace(opened.origin, config.publicUrl)),
    ...always(config.publicUrl),
    ...(isEmpty ? emptyNote : []),
    ...(metrics ? [`  metrics        ${metrics.address}`] : []),
    ...(dataDir ? embeddedNote : []),
  ]);

  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log('info', 'stopping', { signal });
    clearInterval(timer);
    await control?.close();
    await serving.stop();
    await metrics?.close();
    // A question that was cut off may hang in the database still; it is undone there when this process is gone.
    await Promise.race([opened.close(), new Promise((resolve) => setTimeout(resolve, closingInMs))]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal).catch(refuse));
  stopWithNpm(() => void stop('npm ended').catch(refuse));
}

/** The library is loaded only where metrics are configured. */
async function startMetrics(place: ListenAddress): Promise<Metrics> {
  const { startMetrics } = await import('./metrics/metrics.ts');
  return startMetrics(place);
}

/** A database that is away was logged when it was first met; it is not logged again every minute. */
function logUnlessAway(error: unknown): void {
  if (!(error instanceof DomainError && ['unavailable', 'busy'].includes(error.code))) logFault(error);
}

/** npm does not pass SIGTERM on through its shell: the service would go on and keep the port and the folder. */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, parentEveryMs).unref();
}

const always = (origin: string) => [`  check one      ${origin}/verify`, `  API reference  ${origin}/docs`];

const emptyNote = [
  '  institutions   none yet: make one from the command line (docs/operations.md, “Institutions, staff and keys”)',
];

const embeddedNote = [
  '  database       embedded, for trying it out: a power cut can cost the latest changes or all of it (docs/operations.md)',
];

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Says every fault of the configuration in words; anything else is ours and is logged. */
function refuse(error: unknown): never {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof DomainError) process.stderr.write(`The service does not start:\n  - ${error.message}\n`);
  else if ((error as { code?: unknown }).code === 'EADDRINUSE')
    process.stderr.write('The service does not start:\n  - PORT: another program took it at this moment.\n');
  else logFault(error);
  process.exit(1);
}

process.on('unhandledRejection', logFault);
start().catch(refuse);
