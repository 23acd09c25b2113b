import { addDays, type Day, dayOf, type Span, weekdayOf } from '../../sales/day.ts'
import { monthOf, thisMonth, wholeMonth, wholeWeek, wholeYear, yearOf } from '../calendar.ts'
import type { AskContext, Comparison, Plan, PlanTime } from './plan.ts'
import { isOfHabit, isRanked, type Slots } from './slots.ts'
import { monthsBefore, timeOf } from './times.ts'

type Compared = Pick<Plan, 'time' | 'comparison' | 'against'>

/** What the days of a question are set against, and which days are then asked about. */
export const comparisonOf = (
  slots: Slots,
  time: PlanTime | null,
  context: AskContext,
): Compared => {
  const { marks } = slots
  const alone = (comparison: Comparison | null): Compared => ({ time, comparison, against: null })
  if (marks.has('last_year')) return alone('same_period_last_year')
  if (marks.has('usual') && !isRanked(slots) && !isOfHabit(slots)) return alone('vs_average')
  // `compare nov 1-15 vs same dates last month`: its days are on neither side of the word.
  const own = time ?? slots.times[0]?.time ?? null
  if (marks.has('week_ago') && own !== null) return weekAgo(own)
  if (marks.has('month_ago') && own !== null) return monthAgo(own)
  if (isContest(slots)) {
    // `menang bulan ini` sets the branches against each other, not the months.
    const asked = time ?? slots.times[0]?.time ?? null
    return { time: asked, comparison: 'between_values', against: null }
  }
  const between = betweenPeriods(slots, context)
  if (between !== null || !isWeighed(slots)) return between ?? alone(null)
  // The two days before a weekend are no weekend.
  return time !== null && isWeekend(time) ? weekAgo(time) : alone('previous_period')
}

const isWeekend = ({ from, to }: PlanTime): boolean =>
  weekdayOf(from) === SATURDAY && to === addDays(from, 1)
const SATURDAY = 6

const saysCompared = ({ marks, times }: Slots): boolean =>
  marks.has('versus') ||
  marks.has('change') ||
  times.some(({ compared }) => compared) ||
  // `vendimos mas en octubre o en septiembre`
  (marks.has('or') && times.length === 2 && times.some(({ joined }) => joined))

const betweenPeriods = (slots: Slots, context: AskContext): Compared | null => {
  if (!saysCompared(slots)) return null
  const [then, ...others] = slots.times
  if (others.length > 0) return twoPeriods(slots, context)
  return then?.compared ? sinceThen(then.time, context) : null
}

/** `naik gak?`: beside the stretch before; a list, a reason and a trend say it in their own way. */
const isWeighed = (slots: Slots): boolean => {
  const { aggregations, marks } = slots
  const isTold = aggregations.includes('explain') || aggregations.includes('trend')
  const isListed = slots.having !== null || isRanked(slots) || splits(slots)
  return (saysCompared(slots) || marks.has('earlier')) && !isTold && !isListed
}

const isContest = (slots: Slots): boolean =>
  slots.pair !== null && slots.times.length < 2 && (slots.marks.has('versus') || isEitherOr(slots))

/** `yesterday against the same day last week`. */
export const weekAgo = (time: PlanTime): Compared => ({
  time,
  comparison: 'between_periods',
  against: { from: addDays(time.from, -WEEK_DAYS), to: addDays(time.to, -WEEK_DAYS) },
})
const WEEK_DAYS = 7

/** `1-15 november against the same dates last month`. */
export const monthAgo = (time: PlanTime): Compared =>
  // So far as it has gone, a month is set against as much of the one before.
  time.grain === 'month'
    ? { time, comparison: 'previous_period', against: null }
    : {
        time,
        comparison: 'between_periods',
        against: { from: monthsBefore(time.from, 1), to: monthsBefore(time.to, 1) },
      }

/** `who sells more, dago or kemang`: names set against each other, and nothing else is ranked. */
const isEitherOr = (slots: Slots): boolean => {
  const { pair } = slots
  // `bunga warna putih sama merah`: the flowers are what is of either colour.
  const others = slots.dimensions.filter(
    ({ dimension }) => dimension !== pair?.dimension && (dimension !== 'product' || isPlace(pair)),
  )
  // `revenue from roses or tulips` is of both together: nothing is chosen.
  const chooses = slots.marks.has('or') && (slots.metrics.length === 0 || slots.marks.has('which'))
  const weighs = chooses || slots.marks.has('more') || slots.marks.has('fewer')
  const picks = isRanked(slots) && slots.marks.has('which')
  return pair !== null && others.length === 0 && (weighs || picks)
}

const isPlace = (pair: Slots['pair']): boolean =>
  pair?.dimension === 'branch' || pair?.dimension === 'weekday'

const splits = (slots: Slots): boolean => slots.marks.has('versus') && slots.dimensions.length > 0

/** `dibanding kemarin` alone: today against yesterday; `vs bulan lalu`: this month against it. */
const sinceThen = (then: PlanTime, { today }: AskContext): Compared => {
  const now = currentOf(then, today)
  return now === null
    ? { time: then, comparison: 'previous_period', against: null }
    : relate(now, then)
}

const currentOf = (then: PlanTime, today: Day): PlanTime | null => {
  if (then.to >= today) return null
  // `vs octubre del año pasado`: this year's October, as soon as it is over.
  const sameMonth = wholeMonth(then.from, MONTHS_A_YEAR)
  if (then.grain === 'month' && yearOf(then.from) < yearOf(today) && sameMonth.to < today)
    return timeOf({ span: sameMonth, grain: 'month' }, today)
  const spans: Readonly<Partial<Record<PlanTime['grain'], Span>>> = {
    day: { from: today, to: today },
    week: { from: wholeWeek(today, 0).from, to: today },
    month: thisMonth(today, 'past'),
    year: { from: wholeYear(yearOf(today)).from, to: today },
  }
  const span = spans[then.grain]
  return span ? timeOf({ span, grain: then.grain }, today) : null
}

const twoPeriods = ({ times }: Slots, { feasts }: AskContext): Compared => {
  const [a, b] = times.map(({ time }) => time)
  if (a === undefined || b === undefined) return { time: null, comparison: null, against: null }
  const [one, other] = [sameFeast(a, b, feasts) ?? a, sameFeast(b, a, feasts) ?? b]
  const [earlier, later] = one.from <= other.from ? [one, other] : [other, one]
  return relate(later, earlier)
}

/** `lebaran tahun lalu vs tahun ini`: the feast in that year, and not all of it. */
const sameFeast = (
  year: PlanTime,
  said: PlanTime,
  feasts: AskContext['feasts'],
): PlanTime | null => {
  const days = [...feasts.values()].find((each) => each.includes(said.from)) ?? []
  const inYear = days.filter((day) => yearOf(day) === yearOf(year.from))
  const [from, to] = [inYear[0], inYear.at(-1)]
  // A whole year begins on a feast, too.
  const isFeast = said.grain === 'day' || said.grain === 'days'
  if (year.grain !== 'year' || !isFeast || from === undefined || to === undefined) return null
  return { ...said, from, to, partial: false }
}

/** The later period is asked about; the earlier one is its previous one, last year's, or just another. */
export const relate = (time: PlanTime, then: PlanTime): Compared => {
  if (then.grain === 'year' && time.grain !== 'year' && yearOf(then.to) === yearOf(time.from) - 1) {
    return { time, comparison: 'same_period_last_year', against: null }
  }
  if (isYearBefore(time, then)) return { time, comparison: 'same_period_last_year', against: null }
  const isPrevious =
    time.grain === then.grain && time.grain !== 'days' && addDays(then.to, 1) === time.from
  return isPrevious
    ? { time, comparison: 'previous_period', against: null }
    : { time, comparison: 'between_periods', against: { from: then.from, to: then.to } }
}

const isYearBefore = (time: PlanTime, then: PlanTime): boolean => {
  if (time.grain !== then.grain || time.grain === 'year') return false
  if (time.grain === 'month') {
    return then.from === wholeMonth(time.from, -MONTHS_A_YEAR).from
  }
  return then.from === dayOf(yearOf(time.from) - 1, monthOf(time.from), Number(time.from.slice(8)))
}
const MONTHS_A_YEAR = 12
