import { defineConfig } from 'vitest/config';

/** What takes minutes, or the whole machine: `npm run test:long`. Not part of `npm test`. */
export default defineConfig({
  test: {
    setupFiles: ['src/runtime/sealed-prototypes.ts'],
    include: ['test/long/**/*.test.{ts,tsx}'],
    globalSetup: ['test/databases/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
