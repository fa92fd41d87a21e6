import { join } from 'node:path';
import { startWrangler } from './wrangler.ts';

/** The script and what esbuild says of its parts: which files went in, and what is imported at run time. */
export type Bundle = Readonly<{ script: string; metafile: string }>;

/** Bundles the Worker into this folder, byte for byte as `wrangler deploy` would upload it. */
export async function bundleWorker(folder: string): Promise<Bundle> {
  const wrangler = startWrangler(['deploy', '--dry-run', '--outdir', folder, '--metafile'], { home: folder });
  if ((await wrangler.ended) !== 0) throw new Error(`the Worker could not be bundled:\n${wrangler.output()}`);
  return { script: join(folder, 'worker.js'), metafile: join(folder, 'bundle-meta.json') };
}
