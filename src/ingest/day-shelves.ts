/**
 * Sales as columns, one entry a sale, those of one day together. Indices into labels count from 1;
 * 0 is none.
 */
export type DayLines = {
  /** Lines of the file, from 1. */
  readonly rows: Uint32Array
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  /** Minutes since midnight, -1 for none. */
  readonly minutes: Int16Array
  readonly products: Uint32Array
  readonly variants: Uint32Array
  readonly categories: Uint32Array
  readonly branches: Uint32Array
  /** Thousandths, NaN for none. */
  readonly quantities: Float64Array
  /** Minor units, NaN for none. */
  readonly revenues: Float64Array
  /** 1 for a refund. */
  readonly refunds: Uint8Array
  /** Places in `receipts`. */
  readonly invoices: Uint32Array
  /** Receipt numbers; the first stands for no receipt. */
  readonly receipts: readonly string[]
  /** 53-bit hash of what the sale is, whatever file or format it came in. */
  readonly keys: Float64Array
  /** How many sales with the same key came before in the file: 0 for the first. */
  readonly occurrences: Uint32Array
  /** Days that seem to be over: all their lines so far are handed over, and none came for a while. */
  readonly closedDays: readonly number[]
}

/** Room for lines of one day, to be filled in place. */
type ShelfColumns = Omit<DayLines, 'days' | 'receipts' | 'closedDays'> & {
  /** The place of a receipt number on this shelf, 0 for none. */
  readonly receiptPlace: (invoice: string | null) => number
}

/**
 * A shelf for each day. A full shelf is handed over; so is that of a day the file seems to have left.
 * `room` has a place for the next line of a day, behind those it has, and `added` says that it is there and what is ready now.
 */
export const dayShelves = (shelfLines: number) => {
  const shelves = new Map<number, Shelf>()
  let [waiting, sinceLook] = [0, 0]
  // The shelf before: most files go on with the day they are at.
  let current: Shelf | null = null

  const taken = (shelf: Shelf, isClosed: boolean): DayLines => {
    shelves.delete(shelf.day)
    current = null
    waiting -= shelf.lines
    return together([shelf], isClosed ? [shelf.day] : [])
  }
  const look = (): DayLines[] => {
    sinceLook = 0
    const quiet = [...shelves.values()].filter((shelf) => shelf.isQuiet)
    for (const shelf of shelves.values()) shelf.isQuiet = true
    const ready = quiet.filter(({ lines }) => lines >= QUIET_LINES_MIN)
    return ready.map((shelf) => taken(shelf, true))
  }
  const rest = (): DayLines[] => {
    const left = [...shelves.values()].sort((a, b) => a.day - b.day)
    shelves.clear()
    current = null
    waiting = 0
    return inBatches(left, shelfLines).map((some) => together(some, []))
  }

  return {
    room: (day: number): Readonly<Pick<Shelf, 'columns' | 'lines' | 'day'>> => {
      if (current?.day !== day) current = shelfOf(shelves, day)
      if (current.lines === current.columns.rows.length) widen(current, shelfLines)
      return current
    },
    added: (day: number): readonly DayLines[] => {
      const shelf = current?.day === day ? current : shelfOf(shelves, day)
      shelf.lines++
      shelf.isQuiet = false
      waiting++
      if (shelf.lines === shelfLines) return [taken(shelf, false)]
      if (++sinceLook === shelfLines) return look()
      return waiting === WAITING_MAX ? rest() : NOTHING_READY
    },
    /** All that is left, several small days in one. */
    rest,
  }
}

/** A day of fewer lines waits for the end of the file, so that storing it is worth the trouble. */
const QUIET_LINES_MIN = 256
/** Lines of a file in no order wait on hundreds of shelves; this many take 40 MB. */
const WAITING_MAX = 400_000
const FIRST_LINES = 64
const NOTHING_READY: readonly DayLines[] = []

type Shelf = {
  readonly day: number
  columns: ShelfColumns
  readonly receipts: Map<string, number>
  lines: number
  /** No line has come since the last look. */
  isQuiet: boolean
}

const shelfOf = (shelves: Map<number, Shelf>, day: number): Shelf => {
  const known = shelves.get(day)
  if (known) return known
  const receipts = new Map([['', 0]])
  const columns = emptyColumns(FIRST_LINES, receipts)
  const shelf = { day, receipts, columns, lines: 0, isQuiet: false }
  shelves.set(day, shelf)
  return shelf
}

const emptyColumns = (size: number, receipts: Map<string, number>): ShelfColumns => {
  let [last, place] = ['', 0]
  return {
    rows: new Uint32Array(size),
    minutes: new Int16Array(size),
    products: new Uint32Array(size),
    variants: new Uint32Array(size),
    categories: new Uint32Array(size),
    branches: new Uint32Array(size),
    quantities: new Float64Array(size),
    revenues: new Float64Array(size),
    refunds: new Uint8Array(size),
    invoices: new Uint32Array(size),
    keys: new Float64Array(size),
    occurrences: new Uint32Array(size),
    receiptPlace: (invoice) => {
      // Lines of one receipt stand together.
      if (invoice === null || invoice === last) return invoice === null ? 0 : place
      last = invoice
      place = receipts.get(invoice) ?? receipts.size
      receipts.set(invoice, place)
      return place
    },
  }
}

const widen = (shelf: Shelf, most: number): void => {
  const old = shelf.columns
  const wider = emptyColumns(Math.min(most, old.rows.length * 2), shelf.receipts)
  for (const name of NUMBER_COLUMNS) wider[name].set(old[name])
  shelf.columns = wider
}

const NUMBER_COLUMNS = [
  'rows',
  'minutes',
  'products',
  'variants',
  'categories',
  'branches',
  'quantities',
  'revenues',
  'refunds',
  'invoices',
  'keys',
  'occurrences',
] as const

/** Neighbouring shelves with at most `linesMax` lines together, or one alone. */
const inBatches = (shelves: readonly Shelf[], linesMax: number): Shelf[][] => {
  const batches: Shelf[][] = []
  let lines = Number.POSITIVE_INFINITY
  for (const shelf of shelves) {
    if (lines + shelf.lines > linesMax) {
      batches.push([])
      lines = 0
    }
    batches.at(-1)?.push(shelf)
    lines += shelf.lines
  }
  return batches
}

/** The lines of these shelves, in columns of just their size. */
const together = (shelves: readonly Shelf[], closedDays: readonly number[]): DayLines => {
  const size = shelves.reduce((sum, { lines }) => sum + lines, 0)
  const places = new Map([['', 0]])
  const { receiptPlace: _, ...columns } = emptyColumns(size, places)
  const days = new Int32Array(size)
  let at = 0
  for (const shelf of shelves) {
    for (const name of NUMBER_COLUMNS)
      columns[name].set(shelf.columns[name].subarray(0, shelf.lines), at)
    days.fill(shelf.day, at, at + shelf.lines)
    renumber(columns.invoices.subarray(at, at + shelf.lines), shelf.receipts, places)
    at += shelf.lines
  }
  return { ...columns, days, receipts: [...places.keys()], closedDays }
}

/** From the shelf's places of receipts to those of the batch. */
const renumber = (
  invoices: Uint32Array,
  own: ReadonlyMap<string, number>,
  places: Map<string, number>,
): void => {
  const placeOf = [...own.keys()].map((receipt) => {
    const place = places.get(receipt) ?? places.size
    places.set(receipt, place)
    return place
  })
  invoices.forEach((place, i) => {
    invoices[i] = placeOf[place] ?? 0
  })
}

/** A batch of nothing but problems. */
export const NO_LINES: DayLines = together([], [])
