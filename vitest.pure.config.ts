import { defineConfig } from 'vitest/config'

/** The pure rooms alone: their own tests, without a database, a server or a thread. */
export default defineConfig({
  test: {
    include: ['test/{sales,i18n,intent,ingest,analytics,charts,replies}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/{sales,i18n,intent,ingest,analytics,charts,replies}/**/*.ts'],
      reporter: ['text'],
      thresholds: { lines: 95 },
    },
  },
})
