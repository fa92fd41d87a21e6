import { join } from 'node:path';
import { startWrangler } from './wrangler.ts';

/** Bundles the Worker into this folder as `wrangler deploy` would upload it, with a map; returns the script's path. */
export async function bundleWorker(folder: string): Promise<string> {
  const wrangler = startWrangler(['deploy', '--dry-run', '--outdir', folder, '--metafile'], folder);
  if ((await wrangler.ended) !== 0) throw new Error(`the Worker could not be bundled:\n${wrangler.output()}`);
  return join(folder, 'worker.js');
}
