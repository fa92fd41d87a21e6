import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/long/**'],
    setupFiles: ['src/runtime/sealed-prototypes.ts'],
    globalSetup: ['test/databases/global-setup.ts'],
    // One for each core: vitest would keep one of two cores free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
