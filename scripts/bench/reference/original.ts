import { readFileSync } from 'node:fs';
import { readPatch } from '../../release/patches.ts';

/** Gives a file of a package as it was before this patch; throws where the patch does not fit. */
export function createOriginal(patchFile: string): (path: string) => string | undefined {
  const files = readPatch(readFileSync(patchFile, 'utf8'));
  return (path) => {
    const mine = files.find((file) => path.endsWith(`/${file.path}`));
    if (!mine) return undefined;
    let text = readFileSync(path, 'utf8');
    for (const { published, patched } of mine.hunks) {
      const [now, before] = [patched.join('\n'), published.join('\n')];
      if (text.split(now).length !== 2) throw new Error(`${path} is not as its patch leaves it`);
      text = text.replace(now, () => before);
    }
    return text;
  };
}
