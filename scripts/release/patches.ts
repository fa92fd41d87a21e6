import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The lines of one place, as the package was published and as the patch makes them, from this line (the first is 0). */
export type Hunk = Readonly<{ line: number; published: readonly string[]; patched: readonly string[] }>;
export type PatchedFile = Readonly<{ path: string; hunks: readonly Hunk[] }>;

/** The files that a patch of ours changes: unified diffs as patch-package writes them. */
export function readPatch(text: string): readonly PatchedFile[] {
  const files = text.split(/^diff --git .*\n/m).slice(1);
  return files.map((file) => {
    const path = /^\+\+\+ b\/(.*)$/m.exec(file)?.[1];
    if (path === undefined) throw new Error('The patch adds or removes a file, which is not foreseen.');
    const [, ...hunks] = file.replace(/\n+$/, '').split(/\n(?=@@ )/);
    return { path, hunks: hunks.map(readHunk) };
  });
}

function readHunk(text: string): Hunk {
  const [head = '', ...lines] = text.split('\n');
  const side = (sign: string) =>
    lines.filter((line) => line[0] === ' ' || line[0] === sign).map((line) => line.slice(1));
  return { line: Number(/\+(\d+)/.exec(head)?.[1]) - 1, published: side('-'), patched: side('+') };
}

const isPatched = (lines: readonly string[], { line, patched }: Hunk): boolean =>
  patched.every((one, index) => lines[line + index] === one);

/** One sentence for each file that one of `patches/` is for and that does not hold it: installed without scripts, perhaps. */
export async function findUnpatched(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, 'patches'));
  const patches = await Promise.all(names.map((name) => readFile(join(root, 'patches', name), 'utf8')));
  const faults = patches.flatMap(readPatch).map(async ({ path, hunks }) => {
    const lines = (await readFile(join(root, path), 'utf8')).split('\n');
    return hunks.every((hunk) => isPatched(lines, hunk)) ? [] : [`${path} is without the patch of patches/.`];
  });
  return (await Promise.all(faults)).flat();
}
