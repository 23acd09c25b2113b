import { catalogue } from '../i18n/catalogue.ts'
import { type Cell, type Sheet, writeBook } from '../ingest/write-book.ts'
import { alertLine } from '../replies/alert.ts'
import { shownName } from '../replies/people.ts'
import { digestText } from '../replies/schedule.ts'
import { settingValue } from '../replies/shops.ts'
import { type Day, dayFromNumber, type Span, wallClock } from '../sales/day.ts'
import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { Digest } from '../sales/speaking.ts'
import type { BranchDay } from '../sales/totals.ts'
import type { SoldLine } from '../store/sold-lines.ts'
import type { Reader } from '../store/store.ts'
import type { Coverage } from '../store/sums.ts'
import type { Member } from '../store/team.ts'
import type { Upload } from '../store/uploads.ts'
import { stockroom } from './stock-insight.ts'

export type ExportAsked = {
  readonly shop: Shop
  readonly today: Day
  /** These days alone; null: everything. */
  readonly span: Span | null
  /** Null for who may not see the team. */
  readonly members: readonly Member[] | null
  readonly uploads: readonly Upload[]
  /** What comes by itself, and when. */
  readonly digests: readonly Digest[]
}

export type Exported =
  | {
      readonly kind: 'file'
      readonly bytes: Uint8Array
      readonly lines: number
      readonly files: number
      readonly part: Span | null
    }
  | {
      readonly kind: 'split'
      readonly lines: number
      readonly parts: readonly ExportPart[]
      readonly hasOlder: boolean
    }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'none' }

type ExportPart = { readonly span: Span; readonly lines: number }

/**
 * Lines of one spreadsheet: a small shop's year. Measured on a busy machine, 50,000 lines took 24 s and 590 MB
 * of a worker that has 60 s and 768 MB; more come in parts.
 */
export const EXPORT_LINES_MAX = 20_000
/** Rows of a WhatsApp list. */
const PARTS_MAX = 10

/** Everything the shop has, in one workbook, in the worker: sales lines, files, stock, days, alerts, people. */
export const exportShop = async (reader: Reader, asked: ExportAsked): Promise<Exported> => {
  const { shop, span: wanted } = asked
  const coverage = await reader.coverage(shop.id)
  if (coverage === null) {
    return asked.uploads.length === 0
      ? { kind: 'none' }
      : fileOf(reader, asked, { coverage, lines: [] })
  }
  const span = wanted ?? coverage.span
  const days = await reader.branchDays(shop.id, span)
  const count = days.reduce((sum, { lines }) => sum + lines, 0)
  if (count > EXPORT_LINES_MAX) return splitOf(days, count, wanted)
  return fileOf(reader, asked, { coverage, lines: await reader.soldLines(shop.id, span) })
}

/** Whole months together as long as they fit into one file, the newest first. */
const splitOf = (days: readonly BranchDay[], lines: number, wanted: Span | null): Exported => {
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7)).values()].toReversed()
  const parts: ExportPart[] = []
  for (const rows of months) {
    const [first, last] = [rows[0], rows.at(-1)]
    if (first === undefined || last === undefined) continue
    const month = { from: first.day, to: last.day }
    const count = rows.reduce((sum, row) => sum + row.lines, 0)
    const open = parts.at(-1)
    if (open !== undefined && open.lines + count <= EXPORT_LINES_MAX) {
      parts[parts.length - 1] = {
        span: { from: month.from, to: open.span.to },
        lines: open.lines + count,
      }
    } else parts.push({ span: month, lines: count })
  }
  // A month alone that is too long cannot be offered again and again: its days must be asked for.
  if (wanted !== null && parts.length === 1) return { kind: 'too-long' }
  return {
    kind: 'split',
    lines,
    parts: parts.slice(0, PARTS_MAX),
    hasOlder: parts.length > PARTS_MAX,
  }
}

type Found = { readonly coverage: Coverage | null; readonly lines: readonly SoldLine[] }

const fileOf = async (reader: Reader, asked: ExportAsked, found: Found): Promise<Exported> => {
  const sheets = [
    salesSheet(found.lines, asked.shop),
    filesSheet(asked),
    await stockSheet(reader, asked),
    await daysSheet(reader, asked),
    await alertsSheet(reader, asked, found.coverage?.hasMoney === false ? 'units' : 'money'),
    ...(asked.members === null ? [] : [teamSheet(asked.members, asked.shop)]),
    await shopSheet(reader, asked),
  ]
  return {
    kind: 'file',
    bytes: await writeBook({ title: shownName(asked.shop), sheets }),
    lines: found.lines.length,
    files: asked.uploads.length,
    part: asked.span,
  }
}

const widths = (...each: readonly number[]): Sheet['columns'] => each.map((width) => ({ width }))

/** As many decimals as there are: half a kilo beside fifty thousand rupiah. */
const figure = (number: number): Cell => ({ number, format: '#,##0.###' })

const dated = (day: Day | undefined): Cell => (day === undefined ? null : { day })

const wordsOf = ({ language }: Shop) => catalogue(language).people.export

const salesSheet = (lines: readonly SoldLine[], shop: Shop): Sheet => {
  const { sheets, columns } = wordsOf(shop)
  return {
    name: sheets.sales,
    columns: widths(12, 8, 28, 14, 16, 16, 14, 10, 14, 8),
    rows: [
      [
        columns.day,
        columns.time,
        columns.product,
        columns.variant,
        columns.category,
        columns.branch,
        columns.invoice,
        columns.quantity,
        `${columns.revenue} (${shop.currency})`,
        columns.kind,
      ],
      ...lines.map((line): Cell[] => [
        { day: line.day },
        line.minute === null ? null : timeOf(line.minute),
        line.product,
        line.variant,
        line.category,
        line.branch,
        line.invoice,
        line.quantity === null ? null : figure(line.quantity / QUANTITY_ONE),
        line.revenue === null ? null : figure(majorUnits(line.revenue, shop.currency)),
        line.kind === 'refund' ? columns.refund : columns.sale,
      ]),
    ],
  }
}

/** `09:05`, which every spreadsheet reads as a time. */
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const filesSheet = ({ uploads, shop }: ExportAsked): Sheet => {
  const { sheets, columns } = wordsOf(shop)
  return {
    name: sheets.files,
    columns: widths(36, 12, 12, 10, 12, 18),
    rows: [
      [columns.file, columns.from, columns.to, columns.lines, columns.state, columns.at],
      ...uploads.map((upload): Cell[] => [
        upload.fileName,
        dated(upload.span?.from),
        dated(upload.span?.to),
        figure(upload.lines),
        upload.state === 'live' ? columns.counted : columns.undone,
        instant(upload.createdAt, shop),
      ]),
    ],
  }
}

const stockSheet = async (reader: Reader, { shop, today }: ExportAsked): Promise<Sheet> => {
  const { sheets, columns } = wordsOf(shop)
  const room = await stockroom(reader, { shop, today })
  const names = new Map(room.products.map(({ ref, name }) => [ref, name]))
  return {
    name: sheets.stock,
    columns: widths(28, 12, 12),
    rows: [
      [columns.product, columns.quantity, columns.at],
      ...room.stocked.map((each): Cell[] => [
        names.get(each.ref) ?? '',
        each.onHand === null ? null : figure(each.onHand / QUANTITY_ONE),
        dated(each.counted === null ? undefined : dayFromNumber(each.counted.day)),
      ]),
    ],
  }
}

const daysSheet = async (reader: Reader, { shop }: ExportAsked): Promise<Sheet> => {
  const { sheets, columns } = wordsOf(shop)
  const told = await reader.toldDays(shop.id)
  const { days } = catalogue(shop.language)
  return {
    name: sheets.days,
    columns: widths(12, 12, 14, 16, 30),
    rows: [
      [columns.from, columns.to, columns.kind, columns.branch, columns.note],
      ...told.map((each): Cell[] => [
        { day: each.span.from },
        { day: each.span.to },
        days[each.kind],
        each.branch,
        each.note,
      ]),
    ],
  }
}

const alertsSheet = async (
  reader: Reader,
  { shop }: ExportAsked,
  measure: Parameters<typeof alertLine>[2],
): Promise<Sheet> => {
  const { sheets, columns } = wordsOf(shop)
  const { buttons } = catalogue(shop.language)
  const told = await reader.toldAlerts(shop.id)
  return {
    name: sheets.alerts,
    columns: widths(12, 70, 18),
    rows: [
      [columns.day, columns.finding, columns.label],
      ...told.map((each): Cell[] => [
        { day: each.day },
        alertLine(each.alert, shop, measure),
        each.label === null || each.label === 'missing' ? each.label : buttons[each.label],
      ]),
    ],
  }
}

const teamSheet = (members: readonly Member[], shop: Shop): Sheet => {
  const { people } = catalogue(shop.language)
  const { sheets, columns } = people.export
  return {
    name: sheets.team,
    columns: widths(24, 20, 12, 24, 20),
    rows: [
      [columns.name, columns.phone, columns.role, columns.branch, columns.how],
      ...members.map((member): Cell[] => [
        member.name,
        member.phone,
        people.roles[member.role],
        member.branches?.join(', ') ?? null,
        people.team.how[member.how],
      ]),
    ],
  }
}

/** What the owner has set, and the words they have taught us. */
const shopSheet = async (reader: Reader, { shop, digests }: ExportAsked): Promise<Sheet> => {
  const { people, watch, speaking, languageName } = catalogue(shop.language)
  const { sheets, columns } = people.export
  const { level } = await reader.alertLevel(shop.id)
  const { aliases } = await reader.catalogueOf(shop.id)
  return {
    name: sheets.shop,
    columns: widths(18, 32),
    rows: [
      [columns.setting, columns.value],
      ...(['name', 'zone', 'currency', 'closing'] as const).map((setting): Cell[] => [
        people.settings[setting],
        settingValue(setting, shop, shop),
      ]),
      [people.settings.language, languageName],
      [sheets.alerts, watch.settings.level[level]],
      ...digests.map((digest): Cell[] => [speaking.schedule.title, digestText(digest, shop)]),
      ...[...aliases].map(([said, name]): Cell[] => [`“${said}” →`, name]),
    ],
  }
}

const instant = (at: number, { timeZone }: Shop): string => {
  const { day, minute } = wallClock(at, timeZone)
  return `${day} ${timeOf(minute)}`
}
