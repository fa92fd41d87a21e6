import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPatch, type Hunk } from '../../../scripts/release/patches.ts';

const root = join(import.meta.dirname, '../../..');

function unpatched(text: string, hunks: readonly Hunk[]): string {
  const lines = text.split('\n');
  for (const { line, published, patched } of hunks.toReversed()) lines.splice(line, patched.length, ...published);
  return lines.join('\n');
}

/** Where a copy of the package stands as it was published: the installed one with the patch taken back. */
export async function writeOriginal(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jsonld-original-'));
  const copy = join(folder, 'node_modules/jsonld');
  const skipped = join(root, 'node_modules/jsonld/dist');
  await mkdir(join(folder, 'node_modules'));
  await cp(join(root, 'node_modules/jsonld'), copy, { recursive: true, filter: (path) => !path.startsWith(skipped) });
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== 'jsonld') await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const { path, hunks } of readPatch(await readFile(join(root, 'patches/jsonld+9.0.0.patch'), 'utf8'))) {
    const file = join(folder, path);
    await writeFile(file, unpatched(await readFile(file, 'utf8'), hunks));
  }
  return folder;
}
