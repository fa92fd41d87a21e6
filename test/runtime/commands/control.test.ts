import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, createControl } from '../../../src/runtime/commands/control.ts';
import { createFixture, type Fixture } from '../../setup/index.ts';
import { temporaryFolder } from '../processes.ts';

/** As the command line reaches a service that has the embedded database open. */
let fixture: Fixture;
let path: string;
let control: Awaited<ReturnType<typeof createControl>>;
beforeEach(async () => {
  fixture = await createFixture();
  path = join(await temporaryFolder(), 'control.sock');
  control = await createControl(path, fixture.services);
});
afterEach(() => control?.close());

test('commands that list, change and erase go through the running service', async () => {
  const type = (...words: readonly string[]) => ask(path, { words, files: { FILE: '{"review":"waived"}' } });
  const { registration } = await fixture.examined(fixture.provsjo);
  expect(await type('institution', 'change', 'provsjo', 'FILE')).toEqual({
    ok: true,
    lines: ['changed provsjo: review'],
    exitCode: 0,
  });
  expect(await type('staff', 'list', 'provsjo', '--json')).toMatchObject({ ok: true });
  const erase = ['learner', 'erase', 'provsjo', registration.learnerId];
  const tried = await type(...erase, '--dry-run');
  expect(tried?.lines[0]).toMatch(/^nothing was changed/);
  const erased = await type(...erase);
  expect(erased).toMatchObject({ ok: true });
  expect(erased?.lines.slice(1)).toEqual(tried?.lines.slice(1));
  expect(await type(...erase)).toEqual({ ok: false, lines: [expect.stringMatching(/^Nothing is left to erase/)] });
});
