import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Whose files start processes, replace what a module gives, or look at the process they run in. All others leave nothing
 * behind, and share one process, and with it what was imported and the embedded database.
 */
const alone = [
  'test/browser/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/worker/**/*.test.ts',
  'test/release/release.test.ts',
  'test/demo/{demo,readme}.test.ts',
  'test/platform/fetch/names.test.ts',
  'test/runtime/{node-version,sealed-prototypes}.test.ts',
  'test/runtime/commands/{control,verify,with-service,without-service}.test.ts',
  'test/runtime/database/{data-dir,data-format}.test.ts',
  'test/runtime/metrics/process.test.ts',
];

const excluded = [...configDefaults.exclude, 'test/long/**'];

export default defineConfig({
  test: {
    setupFiles: ['src/runtime/sealed-prototypes.ts'],
    globalSetup: ['test/databases/global-setup.ts'],
    // One for each core: vitest would keep one of two cores free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'sharing', include: ['test/**/*.test.ts'], exclude: [...excluded, ...alone], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: excluded } },
    ],
  },
});
