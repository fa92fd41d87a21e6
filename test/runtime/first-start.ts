import { chmod, cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../../scripts/demo/service.ts';
import { type Ended, type Env, stackLine, start, temporaryFolder, terminate } from './processes.ts';

export type DemoFile = Readonly<{ apiKey: string; institution: string }>;

/** A first start, ended by SIGTERM: what the other tests begin with a copy of. */
export let first: Readonly<{
  folder: string;
  origin: string;
  output: string;
  modes: ReadonlyMap<string, string>;
  code: number | null;
}>;

export const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function modesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await modeOf(join(folder, name))] as const)));
}

export const startFirst = async () => {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  const service = await start({ DATA_DIR: folder });
  const modes = await modesIn(folder);
  const { code } = await terminate(service);
  first = { folder, origin: service.baseUrl, output: service.output(), modes, code };
};

/** A copy of that folder, and the environment for it. */
export async function settled(): Promise<Readonly<{ folder: string; env: Env; apiKey: string; institution: string }>> {
  const folder = await temporaryFolder();
  await cp(first.folder, folder, { recursive: true, preserveTimestamps: true });
  const { apiKey, institution } = JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;
  return {
    folder,
    env: { DATA_DIR: folder, PUBLIC_URL: first.origin, PORT: String(await freePort()) },
    apiKey,
    institution,
  };
}

export function expectRefusal({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(stackLine);
  expect(stderr).not.toContain('"level":"error"');
  expect(stdout).toBe('');
  expect(code).toBe(1);
}
