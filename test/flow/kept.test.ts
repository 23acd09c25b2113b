import { describe, expect, test } from 'vitest'
import { keptFindings } from '../../src/flow/kept.ts'
import type { Pool } from '../../src/flow/pool.ts'
import { day } from '../../src/sales/day.ts'
import { aShop } from '../support/builders.ts'

const TODAY = day('2026-04-01')
const SHOP = aShop({ id: 's' })

/** Insights that say how often each was made; one making takes so many milliseconds. */
const aKitchen = ({ takes }: { readonly takes: number }) => {
  let [made, now, stamp] = [0, 0, '1.0']
  const make = async () => {
    made += 1
    now += takes
    return { dish: made }
  }
  const names = ['summary', 'forecast', 'restock', 'why', 'trend', 'plan', 'overview', 'report']
  let isBroken = false
  const making = async () => {
    const dish = await make()
    if (isBroken) throw new Error('the disk is away')
    return dish
  }
  const insights = Object.fromEntries(names.map((name) => [name, making])) as unknown as Pool
  const keeping = keptFindings(
    async () => ({ stamp, lines: 1 }),
    () => now,
  )
  return {
    pool: keeping(insights),
    made: () => made,
    changes: (to: string) => {
      stamp = to
    },
    breaks: (broken: boolean) => {
      isBroken = broken
    },
  }
}

describe('dear findings are kept', () => {
  test('the same question is worked out once, in whatever order its parts are written', async () => {
    const kitchen = aKitchen({ takes: 900 })
    const first = await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    const again = await kitchen.pool.restock({ today: TODAY, shop: { ...SHOP } })
    expect(again).toBe(first)
    expect(kitchen.made()).toBe(1)
  })

  test('two who ask at the same moment wait for one making', async () => {
    const kitchen = aKitchen({ takes: 900 })
    const both = [0, 1].map(() => kitchen.pool.restock({ shop: SHOP, today: TODAY }))
    const [one, other] = await Promise.all(both)
    expect(one).toBe(other)
    expect(kitchen.made()).toBe(1)
  })

  test('new sales or a new word make it anew', async () => {
    const kitchen = aKitchen({ takes: 900 })
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    kitchen.changes('2.0')
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    kitchen.changes('2.1')
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    expect(kitchen.made()).toBe(3)
  })

  test('another day, another setting and another question are their own', async () => {
    const kitchen = aKitchen({ takes: 900 })
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    await kitchen.pool.restock({ shop: SHOP, today: day('2026-04-02') })
    await kitchen.pool.restock({ shop: { ...SHOP, closingHour: 3 }, today: TODAY })
    await kitchen.pool.restock({ shop: SHOP, today: TODAY, branches: ['Dago'] })
    await kitchen.pool.summary({ shop: SHOP, today: TODAY, period: null })
    expect(kitchen.made()).toBe(5)
  })

  test('what was quick to make is made again: memory is for big shops', async () => {
    const kitchen = aKitchen({ takes: 3 })
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    await kitchen.pool.restock({ shop: SHOP, today: TODAY })
    expect(kitchen.made()).toBe(2)
  })

  test('no more than some hundred are kept, and the one longest unasked for goes first', async () => {
    const kitchen = aKitchen({ takes: 900 })
    const asks = (name: string) => kitchen.pool.restock({ shop: aShop({ id: name }), today: TODAY })
    for (let i = 0; i < 200; i++) await asks(`shop-${i}`)
    await asks('shop-0')
    await asks('one more')
    expect(kitchen.made()).toBe(201)
    await asks('shop-0')
    expect(kitchen.made()).toBe(201)
    await asks('shop-1')
    expect(kitchen.made()).toBe(202)
  })

  test('an error is nobody’s answer: the next who asks gets a new try', async () => {
    const kitchen = aKitchen({ takes: 900 })
    const ask = () => kitchen.pool.restock({ shop: SHOP, today: TODAY })
    kitchen.breaks(true)
    await expect(ask()).rejects.toThrow('the disk is away')
    kitchen.breaks(false)
    await ask()
    await ask()
    expect(kitchen.made()).toBe(2)
  })
})
