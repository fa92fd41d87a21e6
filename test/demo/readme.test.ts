import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/demo/service.ts';
import { root, start, temporaryFolder, terminate } from '../runtime/processes.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## A tour with curl'), readme.indexOf('## How a credential is issued'));
const [tour = '', story = ''] = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!);

/** What a reader sees who types this; it ends at the first command that fails. */
function type(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const options = { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) =>
    execFile('bash', ['-euo', 'pipefail', '-c', script], options, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
    ),
  );
}

test('the tours of the README go as they are written, with a data folder of one’s own', async () => {
  const DATA_DIR = join(await temporaryFolder(), 'data');
  const PORT = String(await freePort());
  const service = await start({ DATA_DIR, PORT });
  try {
    // Silently, so that what is left is what the commands say; with the build that is tested.
    const typed = `${tour}\n${story}`
      .replace('H=http://localhost:8787', `H=${service.baseUrl}`)
      .replaceAll('npm run --silent cli --', 'node --disable-warning=ExperimentalWarning dist/cli.js')
      .replaceAll(/^(\s*)curl (?!-s)/gm, '$1curl -sS ');
    const said = await type(typed, { DATA_DIR });
    expect(said.match(/"verdict":"valid"/g)).toHaveLength(2);
    expect(said).toMatch(/^ {2}catalogue +passed/m);
    expect(said).toContain(`${service.baseUrl}/institutions/skargarden/microcredentials/tour-`);
    expect(said.trimEnd().split('\n').at(-1)).toBe('valid');
  } finally {
    await terminate(service);
  }
});
