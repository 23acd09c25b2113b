import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, dayFromNumber, dayNumber } from '../../src/sales/day.ts'
import type { ProductDay, ProductSum } from '../../src/sales/totals.ts'
import type { Store } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { anArrival, aShop } from '../support/builders.ts'

/** A line that can have twins: few days, few branches, few products. */
type Line = { readonly day: number; readonly branch: number; readonly product: number }

type Step =
  | { readonly kind: 'send'; readonly lines: readonly Line[] }
  | { readonly kind: 'undo'; readonly upload: number }
  | { readonly kind: 'replace'; readonly upload: number }
  /** Between two messages the sums of long stretches catch up. */
  | { readonly kind: 'roll' }

/** A server makes a database for each history: there a tenth of them. */
const RUNS = process.env['TEST_ENGINE'] === 'postgres' ? 15 : 150

const FIRST_DAY = dayNumber(day('2026-03-01'))
/** Days of different blocks, see store/blocks.ts. */
const DAYS_APART = 20
const EVER = { from: day('2026-01-01'), to: day('2026-12-31') }

const line = fc.record({
  day: fc.integer({ min: 0, max: 2 }),
  branch: fc.integer({ min: 1, max: 2 }),
  product: fc.integer({ min: 1, max: 2 }),
})
const upload = fc.integer({ min: 1, max: 6 })
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), upload }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), upload }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'roll' as const }) },
)

const dayOf = (one: Line): number => FIRST_DAY + one.day * DAYS_APART

const keyOf = (one: Line): number => one.day * 100 + one.branch * 10 + one.product

/** What a shop owner would count by hand. */
const countByHand = (steps: readonly Step[]): Map<number, number> => {
  const uploads: { lines: readonly Line[]; isLive: boolean }[] = []
  const words: { upload: number; after: number }[] = []
  for (const each of steps) {
    if (each.kind === 'roll') continue
    const named = each.kind === 'send' ? undefined : uploads[each.upload - 1]
    if (each.kind === 'send') uploads.push({ lines: each.lines, isLive: true })
    else if (named?.isLive && each.kind === 'undo') named.isLive = false
    else if (named?.isLive) words.push({ upload: each.upload, after: uploads.length })
  }
  const holds = (no: number, one: Line) =>
    uploads[no - 1]?.lines.some((other) => other.day === one.day && other.branch === one.branch)
  const isShown = (no: number, one: Line): boolean => {
    const word = words.findLast(
      (each) => uploads[each.upload - 1]?.isLive && holds(each.upload, one),
    )
    return word === undefined || word.upload === no || no > word.after
  }
  const counted = new Map<number, number>()
  uploads.forEach(({ lines, isLive }, index) => {
    if (!isLive) return
    const shown = lines.filter((one) => isShown(index + 1, one))
    for (const [key, twins] of Map.groupBy(shown, keyOf)) {
      counted.set(key, Math.max(counted.get(key) ?? 0, twins.length))
    }
  })
  return counted
}

test('however files overlap, come, go and replace each other, each sale counts once', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      await using store = await aStore()
      await store.ensureShop(aShop({ id: 's' }), [])
      for (const [index, each] of steps.entries()) {
        if (each.kind === 'send') await send(store, each.lines)
        else if (each.kind === 'roll') while (await store.rollBlock('s'));
        else await apply(store, index, each)
      }
      const byHand = countByHand(steps)
      const rows = await store.topProductDays('s', EVER, { recent: EVER, limit: 9 })
      const stored = new Map(
        rows.flatMap((row) => {
          const [branch, product] = [Number(row.branch), Number(row.product)]
          const one = { day: (dayNumber(row.day) - FIRST_DAY) / DAYS_APART, branch, product }
          return row.lines > 0 ? [[keyOf(one), row.lines] as const] : []
        }),
      )
      expect(new Map([...stored].sort())).toEqual(new Map([...byHand].sort()))
      const summed = await store.topProductDays('s', EVER, {
        ...{ recent: EVER, limit: 9 },
        summedFrom: SECOND_DAY,
      })
      expect(linesBefore(summed)).toEqual(linesBefore(rows))
      expect(linesFrom(summed)).toEqual(linesFrom(rows))
      expect(summed.every(({ day: on }) => on < SECOND_DAY || on === EVER.to)).toBe(true)
      const total = (await store.branchDays('s', EVER)).reduce((sum, row) => sum + row.lines, 0)
      expect(total).toBe([...byHand.values()].reduce((sum, n) => sum + n, 0))
      const ofProducts = Map.groupBy(byHand, ([key]) => `${key % 10}`)
      const sums = await store.productSums('s', EVER)
      expect(new Map(sums.flatMap(soldOf))).toEqual(
        new Map(
          [...ofProducts].map(([product, parts]) => [
            product,
            {
              lines: parts.reduce((sum, [, lines]) => sum + lines, 0),
              first: dayOfKey(Math.min(...parts.map(([key]) => key))),
              last: dayOfKey(Math.max(...parts.map(([key]) => key))),
            },
          ]),
        ),
      )
    }),
    { numRuns: RUNS },
  )
})

const SECOND_DAY = dayFromNumber(FIRST_DAY + DAYS_APART)

const linesOf = (rows: readonly ProductDay[]): Readonly<Record<string, number>> => {
  const lines: Record<string, number> = {}
  for (const row of rows) {
    const name = `${row.branch} ${row.product}`
    lines[name] = (lines[name] ?? 0) + row.lines
  }
  return lines
}
const linesBefore = (rows: readonly ProductDay[]) =>
  linesOf(rows.filter(({ day: on }) => on < SECOND_DAY))
const linesFrom = (rows: readonly ProductDay[]) =>
  linesOf(rows.filter(({ day: on }) => on >= SECOND_DAY))

const soldOf = ({ product, lines, firstDay, lastDay }: ProductSum) =>
  lines > 0 ? [[product, { lines, first: firstDay, last: lastDay }] as const] : []

const dayOfKey = (key: number) => dayFromNumber(FIRST_DAY + Math.floor(key / 100) * DAYS_APART)

const send = async (store: Store, lines: readonly Line[]): Promise<void> => {
  const no = await store.beginUpload({
    shopId: 's',
    source: 'test',
    fileName: 'a',
    sha256: `${Math.random()}`,
  })
  await store.addLabels('s', [
    ...[1, 2].map((index) => ({ kind: 'product' as const, index, text: `${index}` })),
    ...[1, 2].map((index) => ({ kind: 'branch' as const, index, text: `${index}` })),
  ])
  const seen = new Map<number, number>()
  const occurrences = lines.map((one) => {
    const n = seen.get(keyOf(one)) ?? 0
    seen.set(keyOf(one), n + 1)
    return n
  })
  const none = lines.map(() => 0)
  const target = { shopId: 's', upload: no }
  await store.stageLines(target, {
    rows: lines.map((_, i) => i + 2),
    days: lines.map(dayOf),
    minutes: lines.map(() => -1),
    products: lines.map((one) => one.product),
    variants: none,
    categories: none,
    branches: lines.map((one) => one.branch),
    quantities: lines.map(() => 1000),
    revenues: lines.map(() => 100),
    refunds: none,
    invoices: lines.map(() => 0),
    receipts: [''],
    keys: lines.map(keyOf),
    occurrences,
  })
  const days = lines.map(dayOf)
  const span = { from: Math.min(...days), to: Math.max(...days) }
  const basis = await store.salesVersion('s')
  await store.settleDays(target, span)
  await store.publish({
    ...target,
    span: EVER,
    firstDay: span.from,
    lastDay: span.to,
    lines: lines.length,
    hasQuantity: true,
    hasMoney: true,
    currency: 'IDR',
    variantHeading: null,
    basis,
    receipt: '{}',
  })
}

const apply = async (
  store: Store,
  index: number,
  each: Exclude<Step, { kind: 'send' | 'roll' }>,
): Promise<void> => {
  await store.accept([{ arrivals: [anArrival({ id: `step-${index}` })], statuses: [] }])
  const claim = await store.claimMailbox(1000)
  const seq = claim?.messages[0]?.seq
  if (!claim || seq === undefined) throw new Error('nothing to claim')
  const effect = { kind: each.kind, shopId: 's', upload: each.upload }
  await store.finishMessage(
    claim,
    { seq, absorbed: [] },
    { effects: [effect], drafts: [], error: null },
  )
  await store.releaseMailbox(claim, null)
}
