import { TYPED_SOURCE } from '../sales/told-sale.ts'
import { addPage, type DaySums, daySums, noDaySums, writeSums } from './day-sums.ts'
import { type Fact, rowsOf } from './engine.ts'
import {
  type DaySpan,
  hiddenIn,
  hiddenWhere,
  isHidden,
  livePages,
  markHidden,
  pagesOf,
  readPage,
  type StoredPage,
  type Target,
} from './pages.ts'
import { typedUploads } from './told-sales.ts'
import { type TypedDay, typedTwins } from './typed-twins.ts'

// Which lines count, when several files hold the same days. Every rule speaks of one day alone.

/**
 * Lines of these days that another live upload already counts, the n-th twin against the n-th twin,
 * are kept but not counted; then the days' totals are built. Invisible until published. Returns how
 * many lines count.
 */
export function* settleDays(target: Target, span: DaySpan): Fact<number> {
  const days = yield* rowsOf<{ day: number }>(
    `select distinct day from sale_page where shop_id = ? and day between ? and ? and upload = ?`,
    [target.shopId, span.from, span.to, target.upload],
  )
  let counted = 0
  for (const { day } of days) {
    const settlement = yield* openDay(target, day)
    for (let done: number | null = null; done === null; counted += done ?? 0) {
      done = yield* settleStep(settlement)
    }
  }
  return counted
}

/** A day on the way to be settled: what is still to be read, and what came of it so far. */
export type DaySettlement = Target & {
  readonly day: number
  /** What other live uploads count. */
  readonly taken: TwinSet
  readonly sums: DaySums
  /** Pages of live uploads, then the upload's own. */
  readonly waiting: { readonly upload: number; readonly part: number }[]
}

/** Pages settled in one step: at most 20,000 lines, some ten milliseconds. */
const STEP_PAGES = 5

/** The same for a day alone that may be too busy for one commit: begin, then `settleStep` to the end. */
export function* openDay({ shopId, upload }: Target, day: number): Fact<DaySettlement> {
  const waiting = yield* rowsOf<{ upload: number; part: number }>(
    `select upload, part from sale_page where shop_id = ? and day = ? and (upload = ? or upload in (
       select no from upload where shop_id = ? and state = 'live'))
     order by upload = ?, upload, part`,
    [shopId, day, upload, shopId, upload],
  )
  const own = waiting.filter((page) => page.upload === upload)
  const sums = noDaySums(own.length)
  return { shopId, upload, day, taken: twinSet(), sums, waiting: [...waiting] }
}

/** Settles the next pages of the day; how many lines of the day count once it was the last step. */
export function* settleStep(settlement: DaySettlement): Fact<number | null> {
  const { shopId, upload, day, taken, sums, waiting } = settlement
  for (const place of waiting.splice(0, STEP_PAGES)) {
    const stored = yield* readPage(shopId, { day, ...place })
    if (place.upload === upload) addPage(sums, yield* standBack(shopId, stored, taken))
    else eachCounted(stored, taken.add)
  }
  return waiting.length > 0 ? null : yield* writeSums({ shopId, upload, day }, sums)
}

/** Leaves to other live uploads what they count already. */
function* standBack(shopId: string, stored: StoredPage, taken: TwinSet): Fact<StoredPage> {
  if (taken.isEmpty() && stored.hidden === null) return stored
  const [keys, occurrences] = [stored.page.column('key'), stored.page.column('occurrence')]
  const hidden = hiddenWhere(stored.page.lines, (i) => taken.has(keys[i] ?? 0, occurrences[i]))
  yield* markHidden(shopId, stored, hidden)
  return { ...stored, hidden }
}

/** How an upload stands beside the live ones, once its days are settled. */
export type Overlap = {
  /** Days and branches to which it adds lines though other files have some there already. */
  readonly sharedDays: number
  /** When its known lines came, where all of them came with one file; Unix ms. */
  readonly earlierAt: number | null
}

export function* overlapOf(target: Target, span: DaySpan): Fact<Overlap> {
  const { shopId, upload } = target
  const shared = yield* rowsOf<{ n: number }>(
    `select count(distinct day) as n from branch_day
     where shop_id = ? and day between ? and ? and upload = ? and (day, branch) in (
       select day, branch from branch_day
       where shop_id = ? and day between ? and ? and upload in (
         select no from upload where shop_id = ? and state = 'live' and source not like '${TYPED_SOURCE}%'))`,
    [shopId, span.from, span.to, upload, shopId, span.from, span.to, shopId],
  )
  return { sharedDays: shared[0]?.n ?? 0, earlierAt: yield* earlierAt(target, span) }
}

/** A day's known lines are the only other file's, or those whose lines are looked at one by one. */
function* earlierAt(target: Target, span: DaySpan): Fact<number | null> {
  const { shopId, upload } = target
  const beside = yield* rowsOf<{ day: number; upload: number }>(
    `select distinct p.day, p.upload from sale_page p
     join upload u on u.shop_id = p.shop_id and u.no = p.upload
     where p.shop_id = ? and p.day between ? and ? and u.state = 'live' and p.day in (
       select day from sale_page
       where shop_id = ? and day between ? and ? and upload = ? and hidden is not null)`,
    [shopId, span.from, span.to, shopId, span.from, span.to, upload],
  )
  const sources = new Set<number>()
  for (const [day, others] of Map.groupBy(beside, (row) => row.day)) {
    const [only, ...more] = others
    const found = more.length === 0 ? [only?.upload ?? 0] : yield* sourcesOn(target, day)
    for (const source of found) sources.add(source)
    if (sources.size > 1) return null
  }
  const [source] = sources
  if (source === undefined) return null
  const rows = yield* rowsOf<{ at: number }>(
    'select created_at as at from upload where shop_id = ? and no = ?',
    [shopId, source],
  )
  return rows[0]?.at ?? null
}

/** The uploads that count a day's known lines. */
function* sourcesOn(target: Target, day: number): Fact<ReadonlySet<number>> {
  const known = twinSet()
  for (const { page, hidden } of yield* pagesOf(target, { from: day, to: day })) {
    const [keys, occurrences] = [page.column('key'), page.column('occurrence')]
    for (let i = 0; i < page.lines; i++) {
      if (isHidden(hidden, i)) known.add(keys[i] ?? 0, occurrences[i])
    }
  }
  const sources = new Set<number>()
  for (const other of yield* livePages(target.shopId, day)) {
    eachCounted(other, (key, occurrence) => {
      if (known.has(key, occurrence)) sources.add(other.upload)
    })
  }
  return sources
}

/**
 * Decides anew which lines of live uploads count on these days: those no replacement hides, and of
 * twins the oldest. Totals are built where something changed.
 */
export function* recount(shopId: string, span: DaySpan): Fact<void> {
  const words = yield* newestWords(shopId, span)
  for (const day of yield* contestedDays(shopId, span)) {
    const pages = yield* livePages(shopId, day)
    const typed = yield* typedUploads(shopId, { from: day, to: day })
    const settled = settledPages({ pages, typed }, words.get(day) ?? NO_WORDS)
    const changed = new Set<number>()
    for (const [i, stored] of pages.entries()) {
      const isChanged = yield* markHidden(shopId, stored, settled[i]?.hidden ?? null)
      if (isChanged) changed.add(stored.upload)
    }
    for (const upload of changed) {
      const own = settled.filter((stored) => stored.upload === upload)
      yield* writeSums({ shopId, upload, day }, daySums(own))
    }
  }
}

/** Days with lines of several live uploads, or with lines that do not count. On all others all do. */
function* contestedDays(shopId: string, span: DaySpan): Fact<readonly number[]> {
  const rows = yield* rowsOf<{ day: number }>(
    `select day from sale_page where shop_id = ? and day between ? and ? and upload in (
       select no from upload where shop_id = ? and state = 'live')
     group by day having min(upload) < max(upload) or count(hidden) > 0 order by day`,
    [shopId, span.from, span.to, shopId],
  )
  return rows.map(({ day }) => day)
}

/** The owner's newest word on a branch's day: its upload, and the newest upload it hides. */
type Word = { readonly upload: number; readonly afterNo: number }
const NO_WORDS: ReadonlyMap<number, Word> = new Map()

/** By day and branch; words of uploads that do not count any more do not either. */
function* newestWords(
  shopId: string,
  span: DaySpan,
): Fact<ReadonlyMap<number, ReadonlyMap<number, Word>>> {
  const rows = yield* rowsOf<Word & { day: number; branch: number }>(
    `select r.day, r.branch, r.upload, r.after_no as afterNo from day_replacement r
     join upload u on u.shop_id = r.shop_id and u.no = r.upload
     where r.shop_id = ? and r.day between ? and ? and u.state = 'live' order by r.n`,
    [shopId, span.from, span.to],
  )
  // Later entries take the place of earlier ones.
  return new Map(
    [...Map.groupBy(rows, ({ day }) => day)].map(([day, words]) => [
      day,
      new Map(words.map((word) => [word.branch, word])),
    ]),
  )
}

const settledPages = (day: TypedDay, words: ReadonlyMap<number, Word>): readonly StoredPage[] => {
  const counted = twinSet()
  const [anyWord] = words.values()
  const settled = day.pages.map((stored) => {
    const { page, upload } = stored
    const [keys, occurrences] = [page.column('key'), page.column('occurrence')]
    const branches = page.column('branch')
    // Told without a branch, a sale belongs to the whole day that the file holds anew.
    const elsewhere = day.typed.has(upload) ? anyWord : undefined
    const hidden = hiddenWhere(page.lines, (i) => {
      const branch = branches[i] ?? 0
      const word = words.get(branch) ?? (branch === 0 ? elsewhere : undefined)
      const isShown = word === undefined || upload === word.upload || upload > word.afterNo
      return !(isShown && counted.add(keys[i] ?? 0, occurrences[i]))
    })
    return { ...stored, hidden }
  })
  return day.typed.size === 0 ? settled : withoutTwins({ ...day, pages: settled })
}

/** What was typed stands back where a later file has it too. */
const withoutTwins = (day: TypedDay): readonly StoredPage[] => {
  const twins = Map.groupBy(typedTwins(day), ({ page }) => page)
  return day.pages.map((stored, at) => {
    const lines = new Set((twins.get(at) ?? []).map(({ line }) => line))
    if (lines.size === 0) return stored
    const isOut = (line: number) => lines.has(line) || isHidden(stored.hidden, line)
    return { ...stored, hidden: hiddenWhere(stored.page.lines, isOut) }
  })
}

/** How a file stands beside what was told by hand before it came. */
export type TypedBeside = {
  /** Lines told by hand that this file has as well: they are counted once, as the file's. */
  readonly replaced: number
  /** Lines told by hand on its days that it does not have. */
  readonly kept: number
}

/** The same before the file counts: what publishing it will make of the days' typed lines. */
export function* typedBeside(target: Target, span: DaySpan): Fact<TypedBeside> {
  let [replaced, kept] = [0, 0]
  for (const day of yield* typedDays(target.shopId, span)) {
    const own = yield* pagesOf(target, { from: day, to: day })
    if (own.length === 0) continue
    const typed = yield* typedUploads(target.shopId, { from: day, to: day })
    const pages = [...(yield* livePages(target.shopId, day)), ...own]
    const before = pages.filter(({ upload }) => typed.has(upload) && upload < target.upload)
    const counted = before.reduce((sum, { page, hidden }) => sum + page.lines - hiddenIn(hidden), 0)
    const twins = typedTwins({ pages, typed }).length
    replaced += twins
    kept += counted - twins
  }
  return { replaced, kept }
}

/** Days of the span on which sales were told by hand. */
export function* typedDays(shopId: string, span: DaySpan): Fact<readonly number[]> {
  const rows = yield* rowsOf<{ day: number }>(
    `select distinct day from sale_page where shop_id = ? and day between ? and ? and upload in (
       select no from upload where shop_id = ? and state = 'live' and source like '${TYPED_SOURCE}%')
     order by day`,
    [shopId, span.from, span.to, shopId],
  )
  return rows.map(({ day }) => day)
}

const eachCounted = (
  { page, hidden }: StoredPage,
  work: (key: number, occurrence: number) => void,
): void => {
  const [keys, occurrences] = [page.column('key'), page.column('occurrence')]
  for (let i = 0; i < page.lines; i++) {
    if (!isHidden(hidden, i)) work(keys[i] ?? 0, occurrences[i] ?? 0)
  }
}

type TwinSet = {
  readonly isEmpty: () => boolean
  readonly has: (key: number, occurrence?: number) => boolean
  /** False when it was there before. */
  readonly add: (key: number, occurrence?: number) => boolean
}

/** Twins by key and place among their equals. Nearly all are the first of their kind. */
const twinSet = (): TwinSet => {
  const firsts = new Set<number>()
  const later = new Set<string>()
  return {
    isEmpty: () => firsts.size + later.size === 0,
    has: (key, occurrence = 0) =>
      occurrence === 0 ? firsts.has(key) : later.has(`${key} ${occurrence}`),
    add: (key, occurrence = 0) => {
      const before = firsts.size + later.size
      if (occurrence === 0) firsts.add(key)
      else later.add(`${key} ${occurrence}`)
      return firsts.size + later.size > before
    },
  }
}
