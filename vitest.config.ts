import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Whose files start processes, replace what a module gives, or look at the process they run in. All others leave nothing
 * behind, and share one process, and with it what was imported and the embedded database.
 */
export const alone = [
  'test/browser/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/worker/**/*.test.ts',
  'test/release/release.test.ts',
  'test/demo/{demo,readme,sample}.test.ts',
  'test/platform/fetch/names.test.ts',
  'test/runtime/{node-version,sealed-prototypes,second-opinion}.test.ts',
  'test/runtime/commands/{control,verify,with-service,without-service}.test.ts',
  'test/runtime/database/{data-dir,data-format}.test.ts',
  'test/runtime/metrics/process.test.ts',
];

// One for each core: vitest would keep one of two cores free.
const workers = Math.max(2, availableParallelism() - 1);

const excluded = [...configDefaults.exclude, 'test/long/**'];

export default defineConfig({
  test: {
    setupFiles: ['src/runtime/sealed-prototypes.ts'],
    globalSetup: ['test/databases/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sharing',
          include: ['test/**/*.test.ts'],
          exclude: [...excluded, ...alone],
          isolate: false,
          maxWorkers: workers,
          sequence: { groupOrder: 1 },
        },
      },
      // Many of these wait for the processes that they started, so one more of them at a time leaves no core idle.
      { extends: true, test: { name: 'alone', include: alone, exclude: excluded, maxWorkers: workers + 1 } },
    ],
  },
});
