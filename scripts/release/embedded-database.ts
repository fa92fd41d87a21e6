/** The part of PGlite that runs: of 27 MB most is what other bundlers, browsers and extensions need. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';

const name = '@electric-sql/pglite';
const folder = `node_modules/${name}`;

/** What these bundles import of it: it stays outside them, because it finds its binaries beside itself. */
export function importsOfEmbeddedDatabase({ outputs }: Metafile): readonly string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const ofIt = imports.filter(({ path, external }) => external && `${path}/`.startsWith(`${name}/`));
  return [...new Set(ofIt.map(({ path }) => path))];
}

/** Paths of the files, from the root of the project: its modules, and what these open beside themselves. */
export async function findEmbeddedDatabase(root: string, imports: readonly string[]): Promise<readonly string[]> {
  const modules = await findModules(root, imports);
  const opened = await Promise.all(modules.map((path) => findOpened(root, path)));
  return [...new Set([`${folder}/package.json`, ...modules, ...opened.flat()])].sort();
}

/** esbuild follows the imports as Node would; nothing is written. */
async function findModules(root: string, imports: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: imports.map((path) => `import '${path}';`).join(''), resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const modules = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>');
  const stray = modules.find((path) => !path.startsWith(`${folder}/`));
  if (stray !== undefined) throw new Error(`${stray}: PGlite needs another package now; the release must hold it too.`);
  return modules;
}

async function findOpened(root: string, module: string): Promise<readonly string[]> {
  const text = await readFile(join(root, module), 'utf8');
  return [...text.matchAll(/new URL\(["']([^"']+)["'],\s*import\.meta\.url\)/g)]
    .map(([, file = '']) => join(root, dirname(module), file))
    .filter((path) => existsSync(path))
    .map((path) => relative(root, path));
}
