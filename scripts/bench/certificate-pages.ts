/**
 * How many certificate pages a second one process renders, how long the slowest wait, and what it holds: the built
 * service on a PostgreSQL of its own, asked by 64 readers at once. `node scripts/bench/certificate-pages.ts 10`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { randomBytes } from 'node:crypto';
import { startService } from '../demo/service.ts';
import { startPostgres, type Undo } from '../postgres-server.ts';

const seconds = Number(process.argv[2] ?? 10);
const readers = 64;

/** Highest resident memory of a process so far, in MB (proc(5), VmHWM); Linux alone tells. */
async function peakOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? 'unknown' : `${Math.round(Number(kilobytes) / 1024)} MB`;
}

/** Forgets what its start took (proc(5), clear_refs). */
const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);

async function measure(address: string): Promise<readonly number[]> {
  const dispatcher = new Agent({ connections: readers });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const read = async () => {
    while (performance.now() < end) {
      const begin = performance.now();
      const { statusCode, body } = await request(address, { dispatcher });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${address} answered ${statusCode}`);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  await dispatcher.close();
  return times.sort((one, other) => one - other);
}

const undo: Undo[] = [];
try {
  const service = await startService({
    DATABASE_URL: await startPostgres(undo),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    DEMO: '1',
    CHECKS_PER_MINUTE: '9999999',
  });
  undo.push(() => service.stop());
  const { certificate } = JSON.parse(await readFile(join(service.dataDir, 'demo-api-keys.json'), 'utf8')) as {
    certificate: string;
  };
  const pid = service.process.pid ?? 0;
  await forgetPeak(pid);
  const before = await peakOf(pid);
  const times = await measure(certificate.replace('/certificates/', '/sv/certificates/'));
  const at = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`;
  process.stdout.write(
    `${Math.round(times.length / seconds)} pages a second, median ${at(0.5)}, p99 ${at(0.99)}, ` +
      `memory ${before} before, ${await peakOf(pid)} at most\n`,
  );
} finally {
  for (const step of undo.reverse()) await step();
}
