import { type Countable, figureOf } from '../analytics/plan-figures.ts'
import {
  inUnits,
  isList,
  isTimeline,
  lastSold,
  mainFigure,
  type PlanFigures,
  type PlanLine,
  planLines,
  tableRows,
  wayShown,
} from '../analytics/plan-rows.ts'
import { dayMonth, monthYear, percent, shortDay, weekdayName } from '../i18n/numbers.ts'
import { isByChange, METRIC_RULES } from '../intent/ask/metrics.ts'
import type { Assumption, DeclineReason, Plan } from '../intent/ask/plan.ts'
import { day, type Weekday } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { filterTexts, hourShown } from './filter-texts.ts'
import { bold, italic } from './mark.ts'
import { readingLine } from './readings.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { item, lines, type Voice, voiceOf } from './voice.ts'

/** Rows of a list in a bubble; the title and the basis need their lines too. */
const ROWS_SHOWN = 5
/** Days, weeks or months in their order: a year of months, the newest two weeks of days. */
const TIMES_SHOWN = 14

type Said = { readonly found: PlanFigures; readonly shop: Shop; readonly voice: Voice }

/** Answers of up to three plans as one message: each in its lines, the steps on offer once. */
export const askedReply = (
  answers: readonly PlanFigures[],
  assumptions: readonly Assumption[],
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const blocks = answers.map((found) => blockOf({ found, shop, voice }))
  const assumed = assumptions.map((each) => voice.words.asked.assumed[each]).join(' ')
  const [first] = answers
  return textReply(
    lines(blocks.join('\n\n'), assumed === '' ? null : italic(assumed)),
    first ? nextSteps(first, voice) : [],
  )
}

/** Where one can go from here: taps that answer for the same days. */
const nextSteps = ({ span, plan }: PlanFigures, { words }: Voice): readonly Choice[] => {
  const { buttons } = words
  return [
    ...(plan.dimension === 'product'
      ? []
      : [{ id: `products:${spanId(span)}`, title: buttons.products }]),
    { id: `why:${spanId(span)}`, title: buttons.why },
    { id: `summary:${spanId(span)}`, title: buttons.summary },
  ]
}

const blockOf = (said: Said): string => {
  const { found, shop } = said
  const basis = {
    span: found.span,
    lines: found.total.lines,
    branches: 0,
    asOfMinute: null,
  }
  return lines(
    headline(said),
    ...rowsOf(said),
    comparisonLine(said),
    basisLine(basis, shop, { withSpan: true }),
  )
}

const headline = (said: Said): string => {
  const { found, voice } = said
  const { plan } = found
  const { asked } = voice.words
  const subject = subjectOf(said)
  if (plan.aggregation === 'latest') return bold(latestLine(said))
  if (plan.dimension !== null && OF_GROUPS.has(plan.aggregation) && plan.across === undefined) {
    const how = plan.aggregation === 'median' ? asked.middle : asked.average
    return bold(`${subject} ${asked.dimensions[plan.dimension]}, ${how}: ${mainValue(said)}`)
  }
  if (plan.dimension !== null && isByChange(plan)) {
    return bold(`${subject} ${asked.dimensions[plan.dimension]}, ${asked.moved[wayShown(plan)]}`)
  }
  if (plan.dimension !== null && isList(plan)) {
    const order = plan.aggregation === 'rank_asc' ? ` (${asked.worst})` : ''
    const perDay = plan.aggregation === 'avg_per_day' ? `, ${asked.perDay}` : ''
    const rows = plan.across === undefined ? '' : ` ${asked.dimensions[plan.across]},`
    return bold(`${subject}${rows} ${asked.dimensions[plan.dimension]}${perDay}${order}`)
  }
  const how = HOW[plan.aggregation]
  const tail = how === undefined ? '' : ` ${asked[how]}`
  return bold(`${subject}${tail}: ${mainValue(said)}`)
}

/** Means of what a list holds. */
const OF_GROUPS: ReadonlySet<Plan['aggregation']> = new Set(['avg', 'median'])
const HOW: Readonly<Partial<Record<Plan['aggregation'], 'perDay' | 'median'>>> = {
  avg_per_day: 'perDay',
  median: 'median',
}

const mainValue = (said: Said): string => {
  const { found, voice } = said
  const value = mainFigure(found)
  if (value === null) return '-'
  const amount = valueIn(found.metric, value, voice)
  const whole = found.plan.aggregation === 'share' && found.whole
  const all = whole ? figureOf(found.metric, whole) : null
  return all ? `${amount}, ${voice.words.asked.share(shareOf(value / all, said))}` : amount
}

const shareOf = (share: number, { shop }: Pick<Said, 'shop'>): string =>
  percent(share, shop.language)

/** A figure in the metric's own unit. */
const valueIn = (metric: Countable, value: number, voice: Voice): string => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return voice.money(value)
  if (shownAs === 'things') return voice.quantity(value)
  return voice.whole(value)
}

/** `Mawar Merah`, `Mawar Merah dan 2 lainnya`, `tanpa Dago`. */
const filtersIn = ({ filters }: Plan, said: Pick<Said, 'voice' | 'shop'>): readonly string[] =>
  filterTexts(filters, said)

const latestLine = (said: Said): string => {
  const { found, voice, shop } = said
  const { asked } = voice.words
  const last = lastSold(found, shop.currency)
  if (last === null) return asked.nothingFits
  const on = shortDay(last.day, shop.language)
  const [goods] = filtersIn(found.plan, said)
  if (found.plan.having === null) return asked.lastSold(goods ?? asked.metrics[found.metric], on)
  return asked.lastTime(subjectOf(said), on, valueIn(found.metric, last.value, voice))
}

/** `Omzet > Rp 5 jt · Dago`: the measure, the bound that picks its rows, and what it is of. */
const subjectOf = (said: Said): string => {
  const { plan, metric } = said.found
  const { having } = plan
  const label = said.voice.words.asked.metrics[metric]
  // `what did not sell` is a list of its own, and no bound.
  const bound = having === null || having.value < 1 ? '' : ` ${boundIn(having, said)}`
  return [`${label}${bound}`, ...filtersIn(plan, said)].join(' · ')
}

/** `> Rp 5 jt` */
const boundIn = (
  { op, value }: NonNullable<Plan['having']>,
  { found, shop, voice }: Said,
): string =>
  `${BOUNDS[op]} ${valueIn(found.metric, inUnits(found.metric, value, shop.currency), voice)}`
const BOUNDS = { lt: '<', lte: '≤', gt: '>', gte: '≥' } as const

const rowsOf = (said: Said): readonly (string | null)[] => {
  const { found, voice, shop } = said
  const { plan } = found
  if (!isList(plan)) return []
  if (plan.across !== undefined) return tableOf(plan.across, said)
  const all = planLines(found, shop.currency)
  const isOfTime = isTimeline(plan)
  const shown = isOfTime ? all.slice(-TIMES_SHOWN) : all.slice(0, plan.topN ?? ROWS_SHOWN)
  const more = all.length - shown.length
  if (shown.length === 0)
    return isByChange(plan) ? noneMoved(said) : [voice.words.asked.nothingFits]
  const rest = more > 0 ? voice.words.asked.more(more) : null
  // What is cut of a timeline came before.
  if (isOfTime) return [rest, ...shown.map((line) => item(lineIn(line, said)))]
  return [...shown.map((line, i) => `${i + 1}. ${lineIn(line, said)}`), rest]
}

/** Beside a stretch without any sales nothing can have moved: the comparison says so. */
const noneMoved = ({ found, voice }: Said): readonly string[] => {
  const way = wayShown(found.plan)
  if (!found.against?.total) return []
  return [way === 'both' ? voice.words.asked.nothingFits : voice.words.asked.noneMoved[way]]
}

/** Rows of a table in a bubble: a week of days, or the branches of most shops. */
const TABLE_ROWS_SHOWN = 7

/** A row in a line: `- *Dago*: Mawar Merah 38, Tulip 20`. Of days the newest are shown. */
const tableOf = (across: NonNullable<Plan['dimension']>, said: Said): readonly string[] => {
  const { found, voice, shop } = said
  const all = tableRows(found, shop.currency)
  if (all.length === 0) return [voice.words.asked.nothingFits]
  const shown = OF_DAYS.has(across) ? all.slice(-TABLE_ROWS_SHOWN) : all.slice(0, TABLE_ROWS_SHOWN)
  const more = all.length - shown.length
  const rows = shown.map(({ key, lines: cells, more: cut }) => {
    const values = cells.map(
      (cell) =>
        `${keyIn(found.plan.dimension, cell.key, said)} ${valueIn(found.metric, cell.value, voice)}`,
    )
    const rest = cut > 0 ? `, +${cut}` : ''
    return item(`${bold(keyIn(across, key, said))}: ${values.join(', ')}${rest}`)
  })
  return [...rows, ...(more > 0 ? [voice.words.asked.more(more)] : [])]
}
const OF_DAYS: ReadonlySet<string> = new Set(['day', 'week', 'month'])

const lineIn = ({ key, value, share, moved }: PlanLine, said: Said): string => {
  const { found, voice } = said
  const name = keyIn(found.plan.dimension, key, said)
  if (moved && isByChange(found.plan)) return `${name}: ${moveIn(value, moved, said)}`
  const amount = valueIn(found.metric, value, voice)
  const part = found.plan.aggregation === 'share' && share !== null
  if (moved) return `${name}: ${amount}${besideIt(moved, voice)}`
  return `${name}: ${part ? `${shareOf(share, said)} (${amount})` : amount}`
}

/** ` ▲ 34%`: beside its own figure of the other stretch; from nothing there is no percent. */
const besideIt = ({ from, to }: NonNullable<PlanLine['moved']>, voice: Voice): string => {
  if (from <= 0) return ''
  const change = to - from
  return ` ${MARKS[Math.sign(change) + 1]} ${voice.percent(Math.abs(change) / from)}`
}

/** `▼ 34% (Rp 1,2 jt), dari Rp 3,5 jt jadi Rp 2,3 jt`; from nothing there is no percent. */
const moveIn = (
  value: number,
  { from, to }: NonNullable<PlanLine['moved']>,
  { found, voice }: Said,
): string => {
  const [size, before, after] = [Math.abs(value), from, to].map((each) =>
    valueIn(found.metric, each, voice),
  )
  const mark = MARKS[Math.sign(value) + 1] ?? ''
  const change =
    from > 0 ? `${mark} ${voice.percent(Math.abs(value) / from)} (${size})` : `${mark} ${size}`
  return voice.words.asked.movedFrom(change, before ?? '', after ?? '')
}

/** Down, level and up. */
const MARKS = ['▼', '=', '▲'] as const

const keyIn = (dimension: Plan['dimension'], key: string | null, { shop, voice }: Said): string => {
  if (key === null) return '-'
  if (dimension === 'day') return shortDay(day(key), shop.language)
  if (dimension === 'week') return voice.words.asked.week(dayMonth(day(key), shop.language))
  if (dimension === 'month') return monthYear(day(key), shop.language)
  if (dimension === 'hour') return hourShown(Number(key), Number(key), shop)
  if (dimension === 'weekday') return weekdayName(Number(key) as Weekday, shop.language)
  return voice.name(key)
}

/** `▲ 12% dari 1-22 Okt 2026 (Rp 4,2 jt)`. */
const comparisonLine = ({ found, voice }: Said): string | null => {
  const { plan, metric, total, against, usual } = found
  const { asked } = voice.words
  const value = figureOf(metric, total)
  if (plan.comparison === 'vs_average' && usual !== null && value !== null) {
    return changeLine(value, usual, { voice, other: asked.usual(valueIn(metric, usual, voice)) })
  }
  if (against === null || value === null) return null
  const before = against.total && figureOf(metric, against.total)
  if (before === null) return asked.noOther(voice.when(against.span))
  const whole =
    found.before !== undefined ? `${asked.overall}: ${valueIn(metric, value, voice)} ` : ''
  return (
    whole +
    changeLine(value, before, {
      voice,
      other: asked.before(voice.when(against.span), valueIn(metric, before, voice)),
    })
  )
}

const changeLine = (
  value: number,
  before: number,
  { voice, other }: { readonly voice: Voice; readonly other: string },
): string => {
  if (before === value || before === 0) return voice.words.asked.same(other)
  const ratio = (value - before) / Math.abs(before)
  return voice.words.asked.compared(ratio > 0 ? '▲' : '▼', voice.percent(Math.abs(ratio)), other)
}

/** What cannot be told, in one friendly line, and the nearest thing that can. */
export const declinedReply = (
  reason: Exclude<DeclineReason, 'acknowledgement'>,
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.asked.declined[reason], [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** A plan that the totals cannot answer. */
export const impossibleReply = (
  needs: 'hours' | 'categories' | 'money' | 'quantity',
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.asked.impossible[needs], [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** A name nobody knows here, with those that come near; each of them is a button that asks on. */
export const unknownNameReply = (
  unknown: readonly string[],
  near: {
    readonly nearest: readonly string[]
    readonly choices: readonly Choice[]
    /** The question without the unknown words. */
    readonly without?: Plan
  },
  shop: Shop,
): Reply => {
  const { words, name } = voiceOf(shop)
  const names = near.nearest.map(name).join(', ')
  return textReply(
    lines(
      words.asked.nearest(bold(`“${name(unknown.join(' '))}”`)),
      near.nearest.length === 0 ? words.asked.noneClose : words.asked.closest(names),
      near.without ? words.asked.orWithout(readingLine(near.without, shop)) : null,
    ),
    near.choices.length > 0
      ? near.choices.map((choice) => ({ ...choice, title: name(choice.title) }))
      : [
          { id: 'products', title: words.buttons.products },
          { id: 'menu', title: words.buttons.menu },
        ],
  )
}

/** What is left of the goods that were counted. */
export const stockReply = (
  asked: readonly string[],
  left: readonly { readonly name: string; readonly quantity: number }[],
  shop: Shop,
): Reply => {
  const { words, name, quantity } = voiceOf(shop)
  const rows = left
    .slice(0, ROWS_SHOWN)
    .map((each) => words.asked.stock(name(each.name), quantity(each.quantity)))
  const [first = words.asked.metrics.stock_on_hand] = asked
  return textReply(
    left.length === 0
      ? words.asked.noStock(name(first))
      : lines(`📦 ${bold(rows[0] ?? '')}`, ...rows.slice(1)),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'products', title: words.buttons.products },
    ],
  )
}
