/** Bundles what Node runs into dist/. Says nothing unless it fails. */
import { bundle, writeBundle } from './bundle.ts';

try {
  await writeBundle(await bundle());
} catch {
  // esbuild has printed every fault with its place; its stack adds nothing.
  process.exitCode = 1;
}
