import type { Comparison, Summary } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
import { dayName, shortDay } from '../i18n/numbers.ts'
import type { Span } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldDay } from '../sales/told-day.ts'
import { amountsIn, measureOf } from './amount.ts'
import { basisLine } from './basis.ts'
import { noteText } from './days.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { hasMoney, hasQuantity, item, lines, listed, type Voice, voiceOf } from './voice.ts'

/**
 * How a day or a period went: the money, against what is usual, and what stood out. `variantHeading`
 * is what the shop's own files call colours, sizes or flavours (`warna`); null when not known. `event` is what
 * the owner said about the day.
 */
export const summaryReply = (
  summary: Summary,
  shop: Shop,
  variantHeading: string | null = null,
  event: Pick<ToldDay, 'note'> | null = null,
): Reply => {
  const voice = voiceOf(shop)
  const { span, sums } = summary
  const isOneDay = span.from === span.to
  const text = lines(
    `📊 ${bold(voice.words.summary.title(voice.when(span), takings(summary, voice)))}`,
    comparisonLine(summary, shop),
    event && voice.words.days.wasEvent(noteText(event, voice)),
    refundLine(summary, voice),
    hasMoney(sums) ? null : voice.words.summary.noMoney,
    bestLine(summary, voice),
    // Seven lines at most: with refunds or an event to state, the rising product waits.
    sums.refundLines > 0 || event !== null ? null : risingLine(summary, voice),
    isContrary(summary) ? null : slowLine(summary, voice),
    sharesLine(summary, voice, variantHeading),
    basisLine(summary.basis, shop, { withSpan: !isOneDay && isShifted(summary) }),
  )
  return textReply(text, choices(summary, voice))
}

/** The period's size in one figure: money, or things where the files have no prices. */
export const takings = ({ sums }: Summary, voice: Voice): string => {
  if (hasMoney(sums)) return voice.fullMoney(sums.revenue)
  if (hasQuantity(sums)) return voice.words.summary.itemsSold(voice.quantity(sums.quantity))
  return voice.words.basis.sales(sums.lines)
}

/**
 * `▲ 12% dari Selasa biasanya (Rp 1,46 jt)`. An unfinished day is never judged; an unfinished
 * period only when analytics compared its elapsed part.
 */
export const comparisonLine = (summary: Summary, shop: Shop): string | null => {
  const { comparison, complete, span } = summary
  const { compare } = voiceOf(shop).words
  if (!complete && (span.from === span.to || comparison === null)) return compare.running
  return comparison && compared(summary, comparison, shop)
}

/** Less than this is no change worth a sign. */
const FLAT_CHANGE = 0.005

const compared = ({ span, sums }: Summary, comparison: Comparison, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { words, percent } = voice
  const expected = amountsIn(measureOf(sums), voice).amount(comparison.expected)
  const against =
    comparison.kind === 'weekday'
      ? words.compare.weekday(dayName(span.to, shop.language), expected)
      : words.compare.previous(expected)
  const what =
    comparison.until === undefined
      ? against
      : words.compare.elapsed(against, shortDay(comparison.until, shop.language))
  if (Math.abs(comparison.change) < FLAT_CHANGE) return words.compare.flat(what)
  const move = comparison.change > 0 ? words.compare.up : words.compare.down
  return move(percent(comparison.change), what)
}

const refundLine = ({ sums }: Summary, voice: Voice): string | null =>
  sums.refundLines === 0 || !hasMoney(sums)
    ? null
    : voice.words.summary.refunds(
        voice.fullMoney(sums.revenue + sums.refunds),
        voice.fullMoney(sums.refunds),
        sums.refundLines,
      )

const bestLine = ({ bestSeller, bestByRevenue, sums }: Summary, voice: Voice): string | null => {
  const { words } = voice
  if (bestSeller && hasQuantity(sums)) {
    const sold = words.summary.sold(voice.quantity(bestSeller.quantity))
    return item(words.summary.best(voice.name(bestSeller.name), sold))
  }
  return bestByRevenue && hasMoney(sums)
    ? item(words.summary.best(voice.name(bestByRevenue.name), voice.money(bestByRevenue.revenue)))
    : null
}

/** The usual is a mean, so a gain has decimals that no till has sold. */
const risingLine = ({ rising }: Summary, { words, name, whole }: Voice): string | null =>
  rising &&
  item(words.summary.rising(name(rising.name), whole(Math.round(rising.gain / QUANTITY_ONE))))

/** What sells best or rises may still sell least of a short list: then it is no slow product. */
const isContrary = ({ slowMover, rising, bestSeller }: Summary): boolean =>
  slowMover !== null && [rising?.name, bestSeller?.name].includes(slowMover.name)

export const slowLine = (
  { slowMover }: Pick<Summary, 'slowMover'>,
  voice: Voice,
): string | null => {
  if (slowMover === null) return null
  const { words, name, quantity } = voice
  const { quietDays, quantity28 } = slowMover
  return item(
    quietDays > 0
      ? words.summary.slow(name(slowMover.name), quietFor(quietDays, voice))
      : words.summary.least(name(slowMover.name), quantity(quantity28)),
  )
}

/** From here on weeks are easier to picture than days. */
const WEEKS_FROM_DAYS = 14

export const quietFor = (days: number, { words }: Voice): string =>
  days < WEEKS_FROM_DAYS
    ? words.summary.quietDays(days)
    : words.summary.quietWeeks(Math.floor(days / 7))

/** More than this do not fit one line on a phone. */
const BRANCHES_SHOWN = 3

const sharesLine = (
  { branches, favouriteVariant }: Summary,
  voice: Voice,
  variantHeading: string | null,
): string | null => {
  const { words } = voice
  const kind = voice.name((variantHeading ?? words.summary.variantKind).toLowerCase())
  const shown = branches.slice(0, BRANCHES_SHOWN)
  const more = branches.length - shown.length
  const shares = [
    ...shown.map(({ name, share }) => `${voice.name(name)} ${voice.percent(share)}`),
    ...(more > 0 ? [words.summary.more(more)] : []),
  ].join(', ')
  const line = listed(' · ', [
    // One branch has all of it, which says nothing.
    branches.length > 1 ? words.summary.branches(shares) : null,
    favouriteVariant && capital(words.summary.variant(kind, voice.name(favouriteVariant.name))),
  ])
  return line === '' ? null : item(line)
}

/** The rows may cover less than what was asked for; then the basis says which days they cover. */
const isShifted = ({ span, basis }: Summary): boolean =>
  span.from !== basis.span.from || span.to !== basis.span.to

const choices = (summary: Summary, { words }: Voice): Choice[] => {
  const { span, comparison } = summary
  const change = comparison?.change ?? 0
  const title = change >= 0 ? words.buttons.whyUp : words.buttons.whyDown
  const why: Choice = { id: `why:${spanId(span)}`, title }
  const isJudged = summary.complete && Math.abs(change) >= FLAT_CHANGE
  return [
    isJudged ? why : { id: 'forecast', title: words.buttons.forecast },
    { id: 'restock', title: words.buttons.restock },
    { id: `chart:${spanId(span)}`, title: words.buttons.chart },
  ]
}

/** A span as tap ids carry it. */
export const spanId = ({ from, to }: Span): string => (from === to ? from : `${from}..${to}`)
