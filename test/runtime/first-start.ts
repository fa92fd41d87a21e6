import { chmod, cp, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, inject, vi } from 'vitest';
import { freePort } from '../../scripts/demo/service.ts';
import { type Ended, type Env, stackLine, start, temporaryFolder, terminate } from './processes.ts';

export type DemoFile = Readonly<{ apiKey: string; institution: string; certificate: string }>;

type FirstStart = Readonly<{
  folder: string;
  origin: string;
  output: string;
  modes: Readonly<Record<string, string>>;
  code: number | null;
}>;

/** A first start, ended by SIGTERM: what the other tests begin with a copy of. */
export let first: FirstStart;

export const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function modesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await modeOf(join(folder, name))])));
}

async function makeFirst(folder: string): Promise<FirstStart> {
  await chmod(folder, 0o755);
  const service = await start({ DATA_DIR: folder });
  const modes = await modesIn(folder);
  const { code } = await terminate(service);
  return { folder, origin: service.baseUrl, output: service.output(), modes, code };
}

/** Once per run: it takes long. Whoever comes first makes it, in whichever process; the others wait for what it tells. */
export async function startFirst(): Promise<void> {
  const place = join(dirname(inject('pgliteDump')), 'first-start');
  const told = join(place, 'told.json');
  const isTaken = await mkdir(place).then(
    () => false,
    () => true,
  );
  if (!isTaken) {
    const folder = join(place, 'data');
    await mkdir(folder);
    const made = await makeFirst(folder).catch((error: unknown) => ({ failed: String(error) }));
    await writeFile(`${told}.new`, JSON.stringify(made));
    await rename(`${told}.new`, told);
  }
  const text = await vi.waitFor(() => readFile(told, 'utf8'), { timeout: 100_000, interval: 50 });
  const made = JSON.parse(text) as FirstStart | Readonly<{ failed: string }>;
  if ('failed' in made) throw new Error(`The first start failed: ${made.failed}`);
  first = made;
}

/** A copy of that folder, and the environment for it, at another port. */
export async function settled(): Promise<Readonly<{ folder: string; env: Env }> & DemoFile> {
  const folder = await temporaryFolder();
  await cp(first.folder, folder, { recursive: true, preserveTimestamps: true });
  const file = JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;
  return { ...file, folder, env: { DATA_DIR: folder, PUBLIC_URL: first.origin, PORT: String(await freePort()) } };
}

export function expectRefusal({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(stackLine);
  expect(stderr).not.toContain('"level":"error"');
  expect(stdout).toBe('');
  expect(code).toBe(1);
}
