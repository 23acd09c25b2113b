import { dayNumber } from '../sales/day.ts'
import { attribute, type Leaf, type Slice } from './attribution.ts'
import type { Cause, Explanation } from './findings.ts'
import { leavesOf, placesOf, type Scene, sceneOf, type WhyQuestion } from './leaves.ts'
import { basisOf, type Ledger } from './ledger.ts'
import { priceAndVolume } from './price-volume.ts'
import { medianOf } from './robust.ts'

/** A reason for less than a tenth of the change is no reason. */
const SHARE_MIN = 0.1
/** Buyers are compared with up to eight same weekdays, at least three. */
const WEEKDAYS_MAX = 8
const WEEKDAYS_MIN = 3

/**
 * Why sales differ from what was to be expected: which products, branches or variants; whether fewer came
 * or each spent less; whether prices moved or quantities. Null when the span has no rows or fewer than 14
 * trading days lie before it.
 */
export const explain = (question: WhyQuestion): Explanation | null => {
  const scene = sceneOf(question)
  if (scene === null) return null
  const leaves = leavesOf(scene)
  const raw = totalOf(leaves.map((leaf) => leaf.expected))
  const actual = totalOf(placesOf(scene).map((i) => scene.sales[i] ?? 0))
  const expected = question.expected ?? raw
  if (expected <= 0 || raw <= 0) return null
  const scaled = leaves.map((leaf) => scale(leaf, expected / raw))
  const slices = attribute(scaled)
  const named = sharesOf(
    slices.flatMap((slice) => causeOf(slice, question)),
    actual - expected,
  )
  const pairs = [
    ...buyersOf(scene, { actual, expected }),
    ...(scene.byMoney ? priceAndVolume(pricedOf(scene, question, { actual, expected })) : []),
  ]
  return {
    span: question.span,
    actual: Math.round(actual),
    expected: Math.round(expected),
    change: actual / expected - 1,
    causes: [...reasonsAmong(named, scaled, { actual, expected }), ...pairs].sort(
      (a, b) => Math.abs(b.share) - Math.abs(a.share),
    ),
    basis: basisOf(
      scene.rows.filter(({ day }) => day >= question.span.from),
      { first: dayNumber(question.span.from), last: dayNumber(question.span.to) },
      null,
    ),
  }
}

/**
 * The slices that moved beyond their own restlessness, whether or not they matter for the total: what
 * `explain` chooses its reasons from. Empty when nothing can be expected yet.
 */
export const strangeSlices = (question: WhyQuestion): Slice[] => {
  const scene = sceneOf(question)
  return scene === null ? [] : attribute(leavesOf(scene))
}

const scale = (leaf: Leaf, by: number): Leaf => ({
  ...leaf,
  expected: leaf.expected * by,
  variance: leaf.variance * by,
})

/** A slice in words of the shop; "everything together" names nothing and stays in the rest. */
const causeOf = (slice: Slice, question: WhyQuestion): Omit<Cause, 'share'>[] => {
  const { branch, product, variant, actual, expected, delta } = slice
  const figures = {
    actual: Math.round(actual),
    expected: Math.round(expected),
    delta: Math.round(delta),
  }
  if (product !== null) {
    const elsewhere = question.branch === undefined && branch !== null ? { branch } : {}
    const only = variant === null ? {} : { variant }
    return [{ kind: 'product', name: product, ...only, ...elsewhere, ...figures }]
  }
  if (variant !== null) return [{ kind: 'variant', name: variant, ...figures }]
  return branch === null ? [] : [{ kind: 'branch', name: branch, ...figures }]
}

/**
 * Shares of the change among the reasons that point its way; together never more than all of it. A slice
 * within another one is never credited with more than its own figures show.
 */
const sharesOf = (causes: readonly Omit<Cause, 'share'>[], change: number): Cause[] => {
  const along = causes.map(withinItself).filter(({ delta }) => delta * change > 0)
  const whole = Math.max(Math.abs(change), totalOf(along.map(({ delta }) => Math.abs(delta))))
  return along
    .map((cause) => ({ ...cause, share: whole > 0 ? Math.abs(cause.delta) / whole : 0 }))
    .filter(({ share }) => share >= SHARE_MIN)
}

const withinItself = (cause: Omit<Cause, 'share'>): Omit<Cause, 'share'> => {
  const own = cause.actual - cause.expected
  if (own * cause.delta <= 0) return { ...cause, delta: 0 }
  return { ...cause, delta: Math.sign(own) * Math.min(Math.abs(own), Math.abs(cause.delta)) }
}

/** Reasons that explain less than this leave the owner where they were. */
const TELLING_SHARE = 0.3
/** One part that moved by so much of the change, and not by far more than all of it, is the change. */
const MAIN_SHARE_MIN = 0.6
const MAIN_SHARE_MAX = 1.3

/**
 * The slices that stand out; where they explain too little, the one branch or product in which nearly all
 * of the money is; else that nearly everything moved alike; else what little there is.
 */
const reasonsAmong = (
  named: readonly Cause[],
  leaves: readonly Leaf[],
  money: { actual: number; expected: number },
): readonly Cause[] => {
  if (totalOf(named.map(({ share }) => share)) >= TELLING_SHARE) return named
  const main = mainPart(leaves, money, 'branch') ?? mainPart(leaves, money, 'product')
  if (main !== null) return [main]
  return named.length > 0 ? named : everywhere(leaves, money)
}

const mainPart = (
  leaves: readonly Leaf[],
  { actual, expected }: { actual: number; expected: number },
  kind: 'branch' | 'product',
): Cause | null => {
  const change = actual - expected
  if (Math.abs(change) < SHARE_MIN * expected) return null
  const parts = partsBy(leaves, kind)
  const main = parts.filter(({ delta }) => {
    const share = delta / change
    return share >= MAIN_SHARE_MIN && share <= MAIN_SHARE_MAX
  })
  const [only, ...others] = main
  if (only === undefined || others.length > 0 || parts.length < 2) return null
  return { kind, ...only, share: Math.min(1, only.delta / change) }
}

/** Actual and expected of every branch, or of every product. */
const partsBy = (leaves: readonly Leaf[], kind: 'branch' | 'product') =>
  [...Map.groupBy(leaves, (leaf) => leaf[kind])].flatMap(([name, own]) => {
    if (name === null) return []
    const actual = Math.round(totalOf(own.map((leaf) => leaf.actual)))
    const expected = Math.round(totalOf(own.map((leaf) => leaf.expected)))
    return [{ name, actual, expected, delta: actual - expected }]
  })

/** So many of ten products must have gone the shop's way to speak of all of them. */
const ALIKE_SHARE = 0.8
/** … and there must be so many of them. */
const ALIKE_MIN = 3

/**
 * No slice stands out, yet nearly everything went the same way: said as such, with the product that moved
 * most. Empty when it did not.
 */
const everywhere = (
  leaves: readonly Leaf[],
  { actual, expected }: { actual: number; expected: number },
): Cause[] => {
  const change = actual - expected
  const products = partsBy(leaves, 'product')
  const along = products.filter(({ delta }) => Math.sign(delta) === Math.sign(change))
  const [most] = along.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
  const alike = along.length >= Math.max(ALIKE_MIN, ALIKE_SHARE * products.length)
  if (most === undefined || !alike || Math.abs(change) < SHARE_MIN * expected) return []
  const figures = { actual: Math.round(actual), expected: Math.round(expected) }
  return [{ kind: 'everywhere', name: most.name, ...figures, delta: Math.round(change), share: 1 }]
}

const pricedOf = (
  { products }: Scene,
  { span }: WhyQuestion,
  money: { readonly actual: number; readonly expected: number },
) => ({ rows: products, from: span.from, ...money })

/**
 * y - f = (r - r0) b0 + r (b - b0): how much of the change is the number of receipts, how much the money
 * on each. r0 is the median of the same weekdays before; both shares add up to 1. Money only.
 */
const buyersOf = (
  scene: Scene,
  { actual, expected }: { actual: number; expected: number },
): Cause[] => {
  const { page, byMoney } = scene
  const open = placesOf(scene).filter((i) => page.calendar.states[i] === 'open')
  const receipts = totalOf(open.map((i) => page.receipts[i] ?? Number.NaN))
  const usual = totalOf(open.map((i) => usualReceipts(page, i, scene.from) ?? Number.NaN))
  const change = actual - expected
  if (!byMoney || Number.isNaN(receipts + usual) || usual <= 0 || change === 0) return []
  const usualBasket = expected / usual
  const byReceipts = (receipts - usual) * usualBasket
  const buyers: Cause = {
    kind: 'receipts',
    name: '',
    actual: receipts,
    expected: Math.round(usual),
    delta: Math.round(byReceipts),
    share: byReceipts / change,
  }
  if (receipts === 0) return [buyers]
  return [
    buyers,
    {
      kind: 'basket',
      name: '',
      actual: Math.round(actual / receipts),
      expected: Math.round(usualBasket),
      delta: Math.round(change) - buyers.delta,
      share: 1 - buyers.share,
    },
  ]
}

const usualReceipts = (page: Ledger, at: number, from: number): number | null => {
  const same: number[] = []
  for (let i = at - 7; i >= 0 && same.length < WEEKDAYS_MAX; i -= 7) {
    const count = page.receipts[i] ?? Number.NaN
    const counts = i < from && page.calendar.states[i] === 'open' && !Number.isNaN(count)
    if (counts) same.push(count)
  }
  return same.length < WEEKDAYS_MIN ? null : medianOf(same)
}

const totalOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
