import { defineConfig } from 'vitest/config';

/** Long trials: many edits, kills, corpora. `npm run trials`. */
export default defineConfig({
  test: {
    globalSetup: ['tests/temporary.ts'],
    include: ['tests/trials/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
