import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { createOriginal } from './original.ts';

/** jsonld as it is published: the service runs it with a patch that its reference must not have. */
function withoutPatch(patchFile: string): Plugin {
  return {
    name: 'without-patch',
    setup(builder) {
      if (!existsSync(patchFile)) return;
      const original = createOriginal(patchFile);
      builder.onLoad({ filter: /[/\\]node_modules[/\\]jsonld[/\\].*\.js$/ }, ({ path }) => {
        const contents = original(path.replaceAll('\\', '/'));
        return contents === undefined ? undefined : { contents, loader: 'js' };
      });
    },
  };
}

/** Bundles @digitalbazaar/vc on an unpatched jsonld into `dist/`; returns the file, which is a module and a server. */
export async function bundleReference(root: string): Promise<string> {
  const outfile = join(root, 'dist/bench-library.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/reference/library.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    plugins: [withoutPatch(join(root, 'patches/jsonld+9.0.0.patch'))],
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}
