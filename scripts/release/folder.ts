/** The folder of a release: that nothing else is overwritten, and what it holds in the end. */
import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const sums = 'SHA256SUMS';

/** Whatever is there is deleted, so it must be a release, or nothing. */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): readonly string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0 && !names.includes(sums)) throw new Error(`${folder} holds something that is no release.`);
}

/** Modes that any user may read and nobody but the owner change; SHA256SUMS over every file. */
export async function sealFolder(folder: string): Promise<Readonly<{ bytes: number; digest: string }>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFile: entry.isFile(),
  }));
  await Promise.all([chmod(folder, 0o755), ...entries.map(({ path, isFile }) => chmod(path, isFile ? 0o644 : 0o755))]);
  const files = entries.filter(({ isFile }) => isFile).map(({ path }) => relative(folder, path).split(sep).join('/'));
  files.sort();
  const lines = await Promise.all(
    files.map(async (file) => `${sha256(await readFile(join(folder, file)))}  ${file}\n`),
  );
  await writeFile(join(folder, sums), lines.join(''), { mode: 0o644 });
  const sizes = await Promise.all([...files, sums].map(async (file) => (await stat(join(folder, file))).size));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), digest: sha256(lines.join('')) };
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
