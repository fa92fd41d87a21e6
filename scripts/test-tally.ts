/** A vitest reporter that counts for scripts/test.ts; vitest's own JSON report does not say why a test was skipped. */
import { writeFile } from 'node:fs/promises';
import type { Reporter, TestModule } from 'vitest/node';

export type Tally = Readonly<{
  passed: number;
  failed: number;
  skipped: readonly Readonly<{ name: string; reason?: string }>[];
}>;

function tally(modules: readonly TestModule[], strayErrors: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string) => tests.filter((test) => test.result().state === state);
  // A file that cannot be read, or whose set-up fails, has no failed test to show for it.
  const brokenModules = modules.filter(
    (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
  );
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + brokenModules.length + strayErrors,
    skipped: inState('skipped').map((test) => {
      const result = test.result();
      const reason = result.state === 'skipped' ? result.note : undefined;
      return { name: `${test.module.relativeModuleId} > ${test.fullName}`, ...(reason && { reason }) };
    }),
  };
}

export default class TallyReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): Promise<void> {
    const file = process.env['TALLY_FILE'];
    if (file) await writeFile(file, JSON.stringify(tally(modules, strayErrors.length)));
  }
}
