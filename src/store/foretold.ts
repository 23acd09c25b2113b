import { type Day, dayFromNumber, dayNumber, type Span } from '../sales/day.ts'
import { all, build, type Fact, run } from './engine.ts'

/** What was said about one day before it came: units in thousandths, money in minor units. */
export type Said = {
  readonly day: Day
  readonly parts: readonly SaidPart[]
}

type SaidPart = {
  /** Empty: everything together. */
  readonly product: string
  readonly likely: number
  readonly low: number
  readonly high: number
}

/**
 * Keeps what was foretold for a day, once a shop and day: what the owner was told last, as long as the day has
 * not begun (`asked`), else what was on record first.
 */
export function* foretell(
  shopId: string,
  { day, parts, asked }: Said & { readonly asked: boolean },
  now: number,
): Fact<void> {
  const here = { shop_id: shopId, day: dayNumber(day) }
  if (asked)
    yield* run(
      build.deleteFrom('forecast_said').where('shop_id', '=', shopId).where('day', '=', here.day),
    )
  const known = yield* all(
    build
      .selectFrom('forecast_said')
      .select('product')
      .where('shop_id', '=', shopId)
      .where('day', '=', here.day)
      .limit(1),
  )
  if (known.length > 0) return
  for (const { product, likely, low, high } of parts) {
    yield* run(
      build
        .insertInto('forecast_said')
        .values({ ...here, product, likely, low, high, made_at: now }),
    )
  }
}

/** What was foretold for the days of the span, in order of days. */
export function* foretold(shopId: string, span: Span): Fact<readonly Said[]> {
  const rows = yield* all(
    build
      .selectFrom('forecast_said')
      .selectAll()
      .where('shop_id', '=', shopId)
      .where('day', '>=', dayNumber(span.from))
      .where('day', '<=', dayNumber(span.to))
      .orderBy('day')
      .orderBy('product'),
  )
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, parts]) => ({
    day: dayFromNumber(day),
    parts: parts.map(({ product, likely, low, high }) => ({ product, likely, low, high })),
  }))
}
