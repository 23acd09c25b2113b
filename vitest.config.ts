import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores: more workers only make every test slower.
    maxWorkers: 2,
    maxConcurrency: 5,
    // Nothing here measures time; a machine that does much else beside is given the time it needs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/totals-reporter.ts'],
  },
})
