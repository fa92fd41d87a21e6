import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { describeOnPostgres } from '../databases/databases.ts';

/** Why workerd does not run here, if so: there are systems for which it is not built. */
function workerdFault(): string | undefined {
  try {
    execFileSync(join(import.meta.dirname, '../../node_modules/.bin/workerd'), ['--version'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    if (process.env['REQUIRE_ALL'] === '1') throw error;
    return (error as Error).message.split('\n')[0];
  }
}

const fault = workerdFault();

/** For what needs both workerd and a PostgreSQL. */
export const describeInWorkerd = fault === undefined ? describeOnPostgres : describe.skip;

// So that a run without workerd says so.
if (fault !== undefined) {
  describe.skip(`in workerd, which could not be started here (${fault})`, () => {
    test('the same service', () => {});
  });
}
