import type { Cause } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
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
  const parts = [
    ...slices.map((cause) => sliceText(cause, voice, amounts)),
    ...pairs(causes, voice),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** The same, a line each, every slice with its share of the change: what `unexplained` leaves adds up to 1. */
export const causeLines = (
  causes: readonly Cause[],
  voice: Voice,
  amounts: Amounts,
): readonly string[] => {
  const slices = causes.filter(isSlice).slice(0, SLICES_SHOWN)
  const rest = pairs(causes, voice)
  return [
    ...slices.map((cause) =>
      cause.kind === 'everywhere'
        ? capital(sliceText(cause, voice, amounts))
        : `${capital(sliceText(cause, voice, amounts))}, ${voice.percent(cause.share)}`,
    ),
    ...(rest.length === 0 ? [] : [capital(rest.join(', '))]),
  ]
}

/** Fewer buyers or smaller baskets, other prices or other quantities. */
const pairs = (causes: readonly Cause[], voice: Voice): string[] => {
  const buyers = causes.filter(({ kind }) => kind === 'receipts' || kind === 'basket').find(isMain)
  const price = causes.find(({ kind }) => kind === 'price')
  const volume = causes.find(({ kind }) => kind === 'volume')
  return [
    ...(buyers ? [buyersText(buyers, voice)] : []),
    ...(price && volume && !buyers ? [volumeText(volume, voice)] : []),
    ...(price ? [priceText(price, voice)] : []),
  ]
}

const priceText = ({ actual, expected }: Cause, { words, percent }: Voice): string => {
  const change = actual / expected - 1
  const { cheaper, dearer } = words.watch.price
  return change < 0 ? cheaper(percent(-change)) : dearer(percent(change))
}

const volumeText = ({ actual, expected }: Cause, { words, percent }: Voice): string => {
  const change = actual / expected - 1
  const { fewer, more } = words.watch.price
  return change < 0 ? fewer(percent(-change)) : more(percent(change))
}

/** The part of the change that no slice explains; 0 when they explain all of it. */
export const unexplained = (causes: readonly Cause[]): number => {
  const slices = causes.filter(isSlice).slice(0, SLICES_SHOWN)
  return slices.length === 0
    ? 0
    : Math.max(0, 1 - slices.reduce((sum, { share }) => sum + share, 0))
}

const SLICES: ReadonlySet<Cause['kind']> = new Set(['product', 'branch', 'variant', 'everywhere'])
const isSlice = ({ kind }: Cause): boolean => SLICES.has(kind)

/** Buyers and basket split the same change between them: only the larger half is a reason. */
const MAIN_SHARE = 0.5
const isMain = ({ share, expected }: Cause): boolean => share >= MAIN_SHARE && expected > 0

const sliceText = (cause: Cause, voice: Voice, { amount, about }: Amounts): string => {
  const { words, name } = voice
  if (cause.kind === 'everywhere') {
    const { down, up } = words.watch.everywhere
    return (cause.delta < 0 ? down : up)(name(cause.name))
  }
  const who = cause.kind === 'branch' ? words.alert.branch(name(cause.name)) : name(cause.name)
  const what = cause.variant === undefined ? who : `${who} ${name(cause.variant)}`
  const where = cause.branch === undefined ? what : `${what} (${name(cause.branch)})`
  return words.why.slice(where, amount(cause.actual), about(cause.expected))
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
