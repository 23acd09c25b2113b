import { describe, expect, test } from 'vitest'
import type { RefusalAction } from '../../src/store/refusal.ts'
import { actionOf, CODE_RULES, meaningOf } from '../../src/whatsapp/codes.ts'

// Meta's table, by what the sender does about it.
const TABLE: Record<RefusalAction, readonly number[]> = {
  throttled: [131056],
  crowded: [2, 4, 80007, 130429, 131016, 131057, 132069],
  hold: [131049, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018],
  attachment: [131053],
  again: [1, 131000, 133004],
  window: [131047],
  config: [
    0, 3, 10, 33, 190, 200, 250, 299, 368, 130497, 131005, 131031, 131037, 131042, 131044, 131045,
    131048, 131064, 132068, 133000, 133005, 133006, 133008, 133010, 133015, 133016, 134011,
  ],
  never: [
    100, 613, 130403, 130472, 131008, 131009, 131020, 131021, 131026, 131030, 131041, 131050,
    131051, 131052, 131055, 131059, 131061, 131062, 131063, 131200, 131299, 134100, 134102, 135000,
    137000, 138001, 139000, 139103, 147001, 147005, 1752041, 2388293, 2388299, 2494100, 2593107,
    2593108,
  ],
}

describe('every error of Meta leads somewhere', () => {
  const rows = Object.entries(TABLE).flatMap(([action, codes]) =>
    codes.map((code) => [code, action] as const),
  )
  test.each(rows)('%i: %s', (code, action) => {
    expect(actionOf(code)).toBe(action)
    expect(meaningOf(code)).not.toBe(meaningOf(-1))
  })

  test('a code nobody has heard of is tried a few more times', () => {
    expect(actionOf(424242)).toBe('again')
    expect(meaningOf(424242)).toMatch(/does not know/)
  })

  test('no code is listed twice, and a single code stands before the range around it', () => {
    const singles = CODE_RULES.map(({ codes }) => codes).filter(
      (codes) => typeof codes === 'number',
    )
    expect(new Set(singles).size).toBe(singles.length)
    for (const [position, { codes }] of CODE_RULES.entries()) {
      if (typeof codes === 'number') continue
      const hidden = CODE_RULES.slice(position + 1).filter(
        (later) =>
          typeof later.codes === 'number' && codes[0] <= later.codes && later.codes <= codes[1],
      )
      expect(hidden).toEqual([])
    }
  })
})
