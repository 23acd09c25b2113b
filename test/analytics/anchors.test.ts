import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { measure, PUBLIC } from '../bench/forecast.ts'
import { readDailyTable } from '../support/daily-table.ts'

/**
 * The gate: on real shops the forecaster stays within 1 % of the best RMSSE measured for this method (R's
 * automatic ETS: 0.566, 0.643, 0.706, 0.637, 0.777) and its 80 % ranges keep their promise.
 */
const GATE: Readonly<Record<string, { readonly rmsse: number; readonly closedKnown: number }>> = {
  bakery35: { rmsse: 0.563, closedKnown: 0.462 },
  bakery35_s56: { rmsse: 0.627, closedKnown: 0.516 },
  bakery35_s28: { rmsse: 0.668, closedKnown: 0.557 },
  yaz: { rmsse: 0.628, closedKnown: 0.59 },
  uci150: { rmsse: 0.767, closedKnown: 0.767 },
}
const data = new URL('../../../shared/data/forecast/', import.meta.url)

describe.skipIf(!existsSync(data))('on real shops (needs ../shared/data/forecast)', () => {
  test.each(PUBLIC)('$name is forecast as well as ever', (protocol) => {
    const table = readDailyTable(readFileSync(new URL(protocol.file, data), 'utf8'))
    const result = measure(table, protocol)
    const gate = GATE[protocol.name]
    expect(result.rmsse).toBeLessThan((gate?.rmsse ?? 0) * 1.01)
    expect(result.closedKnown.rmsse).toBeLessThan((gate?.closedKnown ?? 0) * 1.01)
    expect(result.coverage).toBeGreaterThan(0.75)
    expect(result.coverage).toBeLessThan(0.88)
    expect(result.old.rmsse).toBeGreaterThan(1.2 * result.rmsse)
  })
})
