import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type DemoFile = Readonly<{ apiKey: string; institution: string; examinerId: string; certificate: string }>;
export const readDemoFile = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'demo-api-keys.json'), 'utf8')) as DemoFile;
