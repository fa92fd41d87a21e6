import { readFileSync } from 'node:fs';

type Change = Readonly<{ file: string; now: string; before: string }>;

/** The hunks of a patch in the unified format, each as the text that it made and the text that was there. */
function changesOf(patch: string): readonly Change[] {
  const changes: Change[] = [];
  let file = '';
  for (const part of patch.split(/^(?=diff --git |@@ )/m)) {
    if (part.startsWith('diff --git ')) file = /^\+\+\+ b\/(.+)$/m.exec(part)?.[1] ?? '';
    if (!part.startsWith('@@ ')) continue;
    const lines = part
      .split('\n')
      .slice(1)
      .filter((line) => /^[ +-]/.test(line));
    const side = (sign: '+' | '-') =>
      lines.filter(([first]) => first === ' ' || first === sign).map((line) => line.slice(1));
    changes.push({ file, now: side('+').join('\n'), before: side('-').join('\n') });
  }
  return changes;
}

/** Gives a file of a package as it was before this patch; throws where the patch does not fit. */
export function createOriginal(patchFile: string): (path: string) => string | undefined {
  const changes = changesOf(readFileSync(patchFile, 'utf8'));
  return (path) => {
    const mine = changes.filter(({ file }) => path.endsWith(`/${file}`));
    if (mine.length === 0) return undefined;
    let text = readFileSync(path, 'utf8');
    for (const { now, before } of mine) {
      if (text.split(now).length !== 2) throw new Error(`${path} is not as its patch leaves it`);
      text = text.replace(now, () => before);
    }
    return text;
  };
}
