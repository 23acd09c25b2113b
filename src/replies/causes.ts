import type { Cause } from '../analytics/findings.ts'
import type { Amounts } from './amount.ts'
import type { Voice } from './voice.ts'

/** Two reasons are remembered, a third is not. */
const SLICES_SHOWN = 2

/**
 * `Buket Wisuda Rp 70 rb (biasanya Rp 630 rb), jumlah pembeli turun separuh`: the products or
 * branches that moved most, then whether fewer came or each spent less. Null when nothing stands out.
 */
export const causesText = (
  causes: readonly Cause[],
  voice: Voice,
  amounts: Amounts,
): string | null => {
  const slices = causes.filter(isSlice).slice(0, SLICES_SHOWN)
  const buyers = causes.filter((cause) => !isSlice(cause)).find(isMain)
  const parts = [
    ...slices.map((cause) => sliceText(cause, voice, amounts)),
    ...(buyers ? [buyersText(buyers, voice)] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** The part of the change that no slice explains; 0 when they explain all of it. */
export const unexplained = (causes: readonly Cause[]): number => {
  const slices = causes.filter(isSlice).slice(0, SLICES_SHOWN)
  return slices.length === 0
    ? 0
    : Math.max(0, 1 - slices.reduce((sum, { share }) => sum + share, 0))
}

const isSlice = ({ kind }: Cause): boolean => kind === 'product' || kind === 'branch'

/** Buyers and basket split the same change between them: only the larger half is a reason. */
const MAIN_SHARE = 0.5
const isMain = ({ share, expected }: Cause): boolean => share >= MAIN_SHARE && expected > 0

const sliceText = (cause: Cause, voice: Voice, { amount }: Amounts): string => {
  const { words, name } = voice
  const who = cause.kind === 'branch' ? words.alert.branch(name(cause.name)) : name(cause.name)
  const where = cause.branch === undefined ? who : `${who} (${name(cause.branch)})`
  return words.why.slice(where, amount(cause.actual), amount(cause.expected))
}

const buyersText = (cause: Cause, voice: Voice): string => {
  const { words, percent } = voice
  const change = cause.actual / cause.expected - 1
  const size = isHalf(change) ? words.why.half : percent(change)
  if (cause.kind === 'receipts') {
    return change < 0 ? words.why.fewerBuyers(size) : words.why.moreBuyers(size)
  }
  return change < 0 ? words.why.smallerBasket(size) : words.why.biggerBasket(size)
}

/** Near enough to a half to be called one. */
const isHalf = (change: number): boolean => change <= -0.45 && change >= -0.55
