import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './processes.ts';

/** This Node, which says of itself that it is another. */
function runAs(version: string, file: string): Promise<readonly [code: unknown, stdout: string, stderr: string]> {
  const pretend = `data:text/javascript,Object.defineProperties(process, {
    version: { value: 'v${version}' }, versions: { value: { ...process.versions, node: '${version}' } } })`;
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', pretend, file], { env: {} }, (error, stdout, stderr) =>
      resolve([error?.code, stdout, stderr]),
    ),
  );
}

test.each(['node', 'cli'])('%s says in one sentence that an older Node will not do', async (name) => {
  const file = join(root, `dist/${name}.js`);
  expect(await runAs('20.20.2', file)).toEqual([
    1,
    '',
    'mikromerit needs Node 24 or newer, and this is v20.20.2. In the source tree npm start brings one.\n',
  ]);
  // What is imported is looked for before anything can be said, and Node 20 does not have this one.
  expect(readFileSync(file, 'utf8')).not.toMatch(/^import .*["']node:sqlite["']/m);
});
