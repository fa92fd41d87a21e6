import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Whose files leave nothing behind in their process, so that they may share one, and with it the embedded database. */
const sharing = [
  'test/services/**/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/http/**/*.test.ts',
  'test/pages/**/*.test.ts',
  'test/interop/**/*.test.ts',
  'test/credentials/**/*.test.ts',
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
      { extends: true, test: { name: 'sharing', include: sharing, exclude: excluded, isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.{ts,tsx}'], exclude: [...excluded, ...sharing] },
      },
    ],
  },
});
