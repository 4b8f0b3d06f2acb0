import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/trials/**'],
    globalSetup: ['tests/temporary.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
