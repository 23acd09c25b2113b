import type { Cause, Explanation, Forecast, Restock } from '../analytics/findings.ts'
import { type Countable, figureOf, NO_PLAN_SUMS, type PlanSums } from '../analytics/plan-figures.ts'
import type { PlanFigures } from '../analytics/plan-rows.ts'
import type { Cell, Sheet } from '../ingest/write-book.ts'
import { METRIC_RULES } from '../intent/ask/metrics.ts'
import { type Day, wallClock } from '../sales/day.ts'
import type { Sale } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { addSums, NO_SUMS, type Sums } from '../sales/totals.ts'
import { type Pens, pensOf, widths } from './pens.ts'
import { type Voice, voiceOf } from './voice.ts'

/** An upload as proof names it; `lines` how many of its lines are behind the answer. */
export type ProofFile = {
  readonly no: number
  readonly fileName: string
  /** When it came, Unix ms. */
  readonly at: number
  readonly skipped: number
  readonly isTyped: boolean
  readonly lines: number
}

type ProvedLine = Sale & { readonly upload: number }

/** Every line behind a figure, with where it comes from, and their sum in the last row. */
export const lineSheet = (
  {
    lines,
    files,
  }: { readonly lines: readonly ProvedLine[]; readonly files: readonly ProofFile[] | null },
  shop: Shop,
): Sheet => {
  const { proof, people } = voiceOf(shop).words
  const { columns } = people.export
  const pens = pensOf(shop, 'money')
  const fileOf = new Map((files ?? []).map((file) => [file.no, nameOf(file, shop)]))
  const sums = lines.reduce<{ quantity: number; revenue: number }>(
    (sum, { quantity, revenue }) => ({
      quantity: sum.quantity + (quantity ?? 0),
      revenue: sum.revenue + (revenue ?? 0),
    }),
    { quantity: 0, revenue: 0 },
  )
  return {
    name: proof.sheets.rows,
    columns: widths(12, 8, 28, 14, 16, 14, 10, 16, 10, ...(files === null ? [] : [28, 8])),
    hasTotal: true,
    rows: [
      [
        columns.day,
        columns.time,
        columns.product,
        columns.variant,
        columns.branch,
        columns.invoice,
        columns.quantity,
        columns.revenue,
        columns.kind,
        ...(files === null ? [] : [columns.file, proof.columns.row]),
      ],
      ...lines.map((line): Cell[] => [
        { day: line.day },
        line.minute === null ? null : timeOf(line.minute),
        line.product,
        line.variant,
        line.branch,
        line.invoice,
        line.quantity === null ? null : pens.quantity(line.quantity),
        line.revenue === null ? null : pens.money(line.revenue),
        line.kind === 'refund' ? columns.refund : columns.sale,
        ...(files === null ? [] : [fileOf.get(line.upload) ?? null, pens.count(line.row)]),
      ]),
      [
        proof.columns.total,
        ...Array.from({ length: 5 }, () => null),
        pens.quantity(sums.quantity),
        pens.money(sums.revenue),
      ],
    ],
  }
}

const nameOf = ({ fileName, isTyped }: ProofFile, shop: Shop): string =>
  isTyped ? voiceOf(shop).words.proof.typed : fileName

/** `09:05`, which every spreadsheet reads as a time. */
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

type DayOf = { readonly day: Day; readonly sums: Sums }

/** Each day's total, where the lines are too many. */
export const dailySheet = ({ days }: { readonly days: readonly DayOf[] }, shop: Shop): Sheet => {
  const { proof, people } = voiceOf(shop).words
  const { columns } = people.export
  const pens = pensOf(shop, 'money')
  const total = days.map(({ sums }) => sums).reduce(addSums, NO_SUMS)
  const cells = (sums: Sums): Cell[] => [
    pens.count(sums.lines + sums.refundLines),
    pens.quantity(sums.quantity),
    pens.money(sums.revenue),
  ]
  return {
    name: proof.sheets.days,
    columns: widths(12, 12, 14, 18),
    hasTotal: true,
    rows: [
      [columns.day, columns.lines, columns.quantity, columns.revenue],
      ...days.map(({ day, sums }): Cell[] => [{ day }, ...cells(sums)]),
      [proof.columns.total, ...cells(total)],
    ],
  }
}

/** The parts an answer listed: products, branches, days. */
export const groupSheet = (
  found: Pick<PlanFigures, 'metric' | 'groups' | 'before' | 'against' | 'span'>,
  shop: Shop,
): Sheet => {
  const { metric, groups, before, against } = found
  if (before !== undefined && against !== null)
    return movedSheet({ ...found, before, against }, shop)
  const { words } = voiceOf(shop)
  const pens = pensOf(shop, 'money')
  return {
    name: words.proof.sheets.groups,
    columns: widths(32, 20),
    rows: [
      [words.proof.columns.part, words.asked.metrics[metric]],
      ...groups.map(({ key, sums }): Cell[] => [key ?? '-', figureCell(metric, sums, pens)]),
    ],
  }
}

/** Both stretches of a ranking by change, a name in each row. */
const movedSheet = ({ metric, groups, before, against, span }: Moved, shop: Shop): Sheet => {
  const { words, when } = voiceOf(shop)
  const pens = pensOf(shop, 'money')
  const label = words.asked.metrics[metric]
  const [now, then] = [groups, before].map(
    (all) => new Map(all.map((each) => [each.key, each.sums])),
  )
  const keys = [...new Set([...groups, ...before].map(({ key }) => key))]
  return {
    name: words.proof.sheets.groups,
    columns: widths(32, 24, 24),
    rows: [
      [words.proof.columns.part, `${label} ${when(span)}`, `${label} ${when(against.span)}`],
      ...keys.map((key): Cell[] => [
        key ?? '-',
        ...[now, then].map((all) => figureCell(metric, all?.get(key) ?? NO_PLAN_SUMS, pens)),
      ]),
    ],
  }
}
type Moved = Pick<PlanFigures, 'metric' | 'groups' | 'span'> &
  Readonly<Required<Pick<PlanFigures, 'before'>>> & {
    readonly against: NonNullable<PlanFigures['against']>
  }

const figureCell = (metric: Countable, sums: PlanSums, pens: Pens): Cell => {
  const value = figureOf(metric, sums)
  if (value === null) return null
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return pens.money(value)
  return shownAs === 'things' ? pens.quantity(value) : pens.count(value)
}

/** The uploads the lines came with. */
export const filesSheet = (files: readonly ProofFile[], shop: Shop): Sheet => {
  const { proof, people } = voiceOf(shop).words
  const pens = pensOf(shop, 'money')
  return {
    name: proof.sheets.files,
    columns: widths(40, 18, 10, 12),
    rows: [
      [
        people.export.columns.file,
        proof.columns.arrived,
        people.export.columns.lines,
        proof.columns.skipped,
      ],
      ...files.map((file): Cell[] => [
        file.isTyped ? `${file.fileName} (${proof.typed})` : file.fileName,
        cameAt(file, shop),
        pens.count(file.lines),
        pens.count(file.skipped),
      ]),
    ],
  }
}

const cameAt = ({ at }: ProofFile, { timeZone }: Shop): string => {
  const { day, minute } = wallClock(at, timeZone)
  return `${day} ${timeOf(minute)}`
}

/** What is usual, what it was, and what moved it. */
export const whySheet = (
  { actual, expected, causes }: Explanation,
  metric: 'revenue' | 'units',
  shop: Shop,
): Sheet => {
  const voice = voiceOf(shop)
  const { proof } = voice.words
  const { columns } = proof
  const pens = pensOf(shop, metric === 'revenue' ? 'money' : 'units')
  return {
    name: proof.sheets.causes,
    columns: widths(34, 18, 18, 18, 12),
    rows: [
      [columns.part, columns.actual, columns.usual, columns.change, columns.share],
      [
        columns.total,
        pens.amount(actual),
        pens.amount(Math.round(expected)),
        pens.amount(actual - Math.round(expected)),
        null,
      ],
      ...causes.map((cause): Cell[] => [
        ...partCells(cause, voice, pens),
        pens.amount(Math.round(cause.delta)),
        pens.share(cause.share),
      ]),
    ],
  }
}

/** A slice with its money; of the pairs only the share of the change is money. */
const partCells = (cause: Cause, { words }: Voice, pens: Pens): Cell[] => {
  switch (cause.kind) {
    case 'receipts':
    case 'basket':
    case 'volume':
    case 'price':
      return [words.proof.pairs[cause.kind], null, null]
    default: {
      const name = [cause.name, cause.variant, cause.branch].filter((part) => part !== undefined)
      return [
        name.join(' · '),
        pens.amount(Math.round(cause.actual)),
        pens.amount(Math.round(cause.expected)),
      ]
    }
  }
}

/** What is foretold day by day, and the days it was learnt from. */
export const forecastSheets = (
  { forecast, days }: { readonly forecast: Forecast; readonly days: readonly DayOf[] },
  shop: Shop,
): readonly Sheet[] => {
  const { proof, people } = voiceOf(shop).words
  const { columns } = proof
  const pens = pensOf(shop, 'money')
  const range = ({ likely, low, high }: Forecast['total'][number]): Cell[] =>
    [likely, low, high].map((value) => pens.quantity(Math.round(value)))
  const named = [{ product: columns.all, days: forecast.total }, ...forecast.products]
  return [
    {
      name: proof.sheets.forecast,
      columns: widths(12, 32, 16, 14, 14),
      rows: [
        [
          people.export.columns.day,
          people.export.columns.product,
          columns.likely,
          columns.low,
          columns.high,
        ],
        ...named.flatMap(({ product, days: each }) =>
          each.map((day): Cell[] => [{ day: day.day }, product, ...range(day)]),
        ),
      ],
    },
    { ...dailySheet({ days }, shop), name: proof.sheets.history },
  ]
}

/** The sum behind every advice, product by product. */
export const restockSheet = ({ restock }: Restock, shop: Shop): Sheet => {
  const { proof, people } = voiceOf(shop).words
  const { columns } = proof
  const pens = pensOf(shop, 'money')
  const maybe = (value: number | null): Cell => (value === null ? null : pens.quantity(value))
  return {
    name: proof.sheets.restock,
    columns: widths(30, 14, 14, 16, 20, 12, 12, 12, 14, 12, 12, 12),
    rows: [
      [
        people.export.columns.product,
        columns.perDay,
        columns.lead,
        columns.review,
        columns.expected,
        columns.safety,
        columns.have,
        columns.onHand,
        columns.onOrder,
        columns.needed,
        columns.order,
        columns.level,
      ],
      ...restock.map((item): Cell[] => {
        // Rounded first, so that the row adds up as it is read.
        const [expected, toHave] = [Math.round(item.expected), Math.round(item.toHave)]
        return [
          item.product,
          pens.quantity(Math.round(item.perDay)),
          pens.count(item.leadDays),
          pens.count(item.reviewDays),
          pens.quantity(expected),
          pens.quantity(toHave - expected),
          pens.quantity(toHave),
          maybe(item.onHand),
          pens.quantity(item.onOrder),
          pens.quantity(Math.round(item.needed)),
          pens.quantity(item.order),
          pens.share(item.level),
        ]
      }),
    ],
  }
}
