import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/long/**'],
    setupFiles: ['src/runtime/sealed-prototypes.ts'],
    globalSetup: ['test/databases/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
