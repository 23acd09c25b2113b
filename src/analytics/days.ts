import { placeInWeek } from './history.ts'

/**
 * A day in the life of a branch. `open`: it traded; a product without a line sold zero. `closed`: it did
 * not trade. `missing`: it probably traded, but no file told us. Only open days teach anything.
 */
type DayState = 'open' | 'closed' | 'missing'

export type Calendar = {
  /** Day number of the first state. */
  readonly start: number
  readonly states: readonly DayState[]
  /** Places in the week (0 Monday) on which the branch is closed by habit, as of the last day. */
  readonly closedPlaces: readonly number[]
  /** True where so little sells that a day without a line is nothing unusual. */
  readonly emptyByChance: boolean
}

type CalendarQuestion = {
  readonly start: number
  /** Lines of the branch on each day; 0 where the files show none. */
  readonly lines: ArrayLike<number>
  /** Day numbers the owner told us are closed; they win over everything. */
  readonly toldClosed: ReadonlySet<number>
  /** Day numbers the owner told us it trades: without a line their file is missing. */
  readonly toldOpen?: ReadonlySet<number>
  /** Day numbers that lie within some file; absent: every day between the first and the last line. */
  readonly covered?: ReadonlySet<number>
}

/** So many occurrences of a weekday show the habit of today … */
const OCCURRENCES = 8
/** … and one alone shows none. */
const OCCURRENCES_MIN = 2
/** A habit of closing allows one exceptional opening in four. */
const CLOSED_SHARE = 0.75
/** A whole week without a line is a holiday or a missing file, not a weekly habit. */
const LONG_GAP_DAYS = 7
/** An empty day is believed to be a slow day only when chance alone brings one in a hundred. */
const EMPTY_BY_CHANCE_MIN = 0.01

/**
 * What each day was. An empty day is, in this order: closed when told so; missing when told open; closed on a
 * weekday learnt as closed; missing before the first and after the last line, and where no file covers it; an
 * open day without a sale where the branch sells so little that chance explains it (e^-m >= 1 %, m = mean
 * lines of its selling days); closed when it stands alone; missing when two or more such days follow each
 * other.
 */
export const calendarOf = (question: CalendarQuestion): Calendar => {
  const { start, lines, toldClosed, toldOpen = NO_DAYS, covered } = question
  const days = Array.from({ length: lines.length }, (_, i) => (lines[i] ?? 0) > 0)
  const gaps = gapLengths(days)
  const past: Past = {
    days,
    gaps,
    habit: days.map((sold, i) => !sold && isHabit(days, gaps, i)),
    first: days.indexOf(true),
    last: days.lastIndexOf(true),
    emptyByChance: canBeEmptyByChance(lines),
  }
  const states = days.map((sold, i): DayState => {
    if (toldClosed.has(start + i)) return 'closed'
    if (sold) return 'open'
    const isUnknown = covered !== undefined && !covered.has(start + i) && !past.habit[i]
    return toldOpen.has(start + i) || isUnknown ? 'missing' : stateOfEmptyDay(past, i)
  })
  const closedPlaces = past.emptyByChance ? [] : closedPlacesOf(past, start)
  return { start, states, closedPlaces, emptyByChance: past.emptyByChance }
}

const NO_DAYS: ReadonlySet<number> = new Set()

/** Days in a row without a line that no weekly habit and no word of the owner explains. */
export type EmptyRun = {
  /** Day numbers, both included. */
  readonly first: number
  readonly last: number
  /** What they are taken for until the owner says otherwise. */
  readonly state: 'closed' | 'missing'
}

/**
 * What to ask the owner about: closed, or is the file missing? Oldest first. Closings by weekday and told
 * closings are no riddle; days outside the stretch of the files are not looked at.
 */
export const emptyRunsOf = (
  calendar: Calendar,
  toldClosed: ReadonlySet<number> = NO_DAYS,
): EmptyRun[] => {
  const runs: EmptyRun[] = []
  for (const [i, state] of calendar.states.entries()) {
    const number = calendar.start + i
    const isHabit = state === 'closed' && calendar.closedPlaces.includes(placeInWeek(number))
    if (state === 'open' || isHabit || toldClosed.has(number)) continue
    const before = runs.at(-1)
    if (before?.last === number - 1 && before.state === state) {
      runs[runs.length - 1] = { ...before, last: number }
    } else {
      runs.push({ first: number, last: number, state })
    }
  }
  return runs
}

/** Weekdays (Monday is 1) on which every one of these calendars is closed by habit. */
export const closedWeekdays = (calendars: readonly Calendar[]): number[] =>
  calendars.length === 0
    ? []
    : [0, 1, 2, 3, 4, 5, 6]
        .filter((place) => calendars.every(({ closedPlaces }) => closedPlaces.includes(place)))
        .map((place) => place + 1)

/**
 * The newest day of the data is provisional while it may still grow: until the shop's day after it has
 * begun, or a later day has rows. Provisional days teach nothing and are never judged.
 */
export const isProvisional = (dayNumber: number, today: number, newest: number): boolean =>
  dayNumber >= today && dayNumber >= newest

type Past = {
  /** Whether each day has lines. */
  readonly days: readonly boolean[]
  /** For each empty day the length of the run of empty days around it; 0 on days with lines. */
  readonly gaps: readonly number[]
  /** Whether an empty day falls on a weekday learnt as closed. */
  readonly habit: readonly boolean[]
  readonly first: number
  readonly last: number
  readonly emptyByChance: boolean
}

const stateOfEmptyDay = (past: Past, i: number): DayState => {
  if (past.habit[i] && !past.emptyByChance) return 'closed'
  const covered = past.first !== -1 && i > past.first && i < past.last
  if (!covered) return 'missing'
  if (past.emptyByChance && (past.gaps[i] ?? 0) < LONG_GAP_DAYS) return 'open'
  return isAlone(past, i) ? 'closed' : 'missing'
}

const canBeEmptyByChance = (lines: ArrayLike<number>): boolean => {
  const sold = Array.from(lines).filter((count) => count > 0)
  const mean = sold.reduce((sum, count) => sum + count, 0) / Math.max(1, sold.length)
  return Math.exp(-mean) >= EMPTY_BY_CHANCE_MIN
}

const gapLengths = (days: readonly boolean[]): number[] => {
  const gaps = new Array<number>(days.length).fill(0)
  let from = 0
  for (let i = 0; i <= days.length; i += 1) {
    if (i < days.length && !days[i]) continue
    gaps.fill(i - from, from, i)
    from = i + 1
  }
  return gaps
}

/** Whether the eight same weekdays up to this one (the first eight, early on) were mostly empty. */
const isHabit = (days: readonly boolean[], gaps: readonly number[], i: number): boolean => {
  const newest = Math.min(days.length - 1, Math.max(i, (i % 7) + 7 * (OCCURRENCES - 1)))
  return mostlyEmpty(days, gaps, newest - ((newest - i) % 7))
}

const closedPlacesOf = ({ days, gaps }: Past, start: number): number[] => {
  const newest = days.length - 1
  const closed: number[] = []
  for (let back = 0; back < Math.min(7, days.length); back += 1) {
    if (mostlyEmpty(days, gaps, newest - back)) closed.push(placeInWeek(start + newest - back))
  }
  return closed.sort((a, b) => a - b)
}

const mostlyEmpty = (
  days: readonly boolean[],
  gaps: readonly number[],
  newest: number,
): boolean => {
  let seen = 0
  let empty = 0
  for (let i = newest; i >= 0 && seen < OCCURRENCES; i -= 7) {
    if ((gaps[i] ?? 0) >= LONG_GAP_DAYS) continue
    seen += 1
    if (!days[i]) empty += 1
  }
  return seen >= OCCURRENCES_MIN && empty >= CLOSED_SHARE * seen
}

const isAlone = ({ days, habit }: Past, i: number): boolean => {
  const emptyToo = (j: number) => days[j] === false && !habit[j]
  return !emptyToo(i - 1) && !emptyToo(i + 1)
}
