// Plain JavaScript on purpose: npm runs it after an installation, with whatever Node it has. An installation without
// development packages has no patch-package, and cannot build either: a release brings its packages in the bundle.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let script;
try {
  script = createRequire(import.meta.url).resolve('patch-package/package.json');
} catch {
  console.log('patches/ was not applied: patch-package is a development package.');
}
if (script) {
  const args = [join(dirname(script), 'index.js'), '--error-on-fail'];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
