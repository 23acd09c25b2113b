import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores: more workers only make every test slower.
    maxWorkers: 2,
    maxConcurrency: 5,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', './test/support/totals-reporter.ts'],
  },
})
