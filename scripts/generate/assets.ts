import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root, type Write } from './files.ts';

type Asset = Readonly<{ type: string; base64: string }>;

const fonts = ['source-sans-3', 'source-serif-4'].flatMap((family) =>
  ['latin', 'latin-ext', 'greek', 'cyrillic'].map((script) => `${family}/files/${family}-${script}-wght-normal`),
);

/** Files under names that carry their digest. */
function createFingerprints() {
  const files: Record<string, Asset> = {};
  const add = (name: string, bytes: Buffer, extension: string, type: string): string => {
    const path = `/assets/${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${extension}`;
    files[path] = { type, base64: bytes.toString('base64') };
    return path;
  };
  return { files, add };
}

/** A style sheet with those that it imports, in their order. */
async function styleOf(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, root))],
    bundle: true,
    minify: true,
    external: ['/assets/*'],
    write: false,
  });
  return outputFiles[0]!.text;
}

/** What runs in the browser, with what it imports, in one file. */
async function scriptOf(path: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, root))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
  });
  return Buffer.from(outputFiles[0]!.contents);
}

/** Style sheets, script, fonts and icon of the pages, so that Node, Worker and tests read them alike. */
export async function writeAssets(write: Write): Promise<void> {
  const { files, add } = createFingerprints();
  let css = await styleOf('src/pages/shell/style/index.css');
  for (const font of fonts) {
    const name = font.split('/').at(-1)!;
    const bytes = await readFile(new URL(`node_modules/@fontsource-variable/${font}.woff2`, root));
    css = css.replaceAll(`/assets/${name}.woff2`, add(name, bytes, 'woff2', 'font/woff2'));
  }
  const style = add('style', Buffer.from(css), 'css', 'text/css; charset=utf-8');
  const reference = 'src/pages/public/reference/reference.css';
  const referenceStyle = add('reference', Buffer.from(await styleOf(reference)), 'css', 'text/css; charset=utf-8');
  const script = await scriptOf('src/pages/client/reference-search.ts');
  const referenceScript = add('reference-search', script, 'js', 'text/javascript; charset=utf-8');
  const icon = add('icon', await readFile(new URL('src/pages/shell/icon.svg', root)), 'svg', 'image/svg+xml');
  await write(
    'assets.ts',
    `export const stylePath = ${JSON.stringify(style)};\nexport const iconPath = ${JSON.stringify(icon)};\n` +
      `export const referenceStylePath = ${JSON.stringify(referenceStyle)};\n` +
      `export const referenceScriptPath = ${JSON.stringify(referenceScript)};\n` +
      `export const assets: Readonly<Record<string, { readonly type: string; readonly base64: string }>> = ${JSON.stringify(files, null, 1)};\n`,
  );
}
