import type { Matter } from '../store/matter.ts'
import type { Insights } from './insight.ts'

/** Findings that are made of sales and of the owner's words, and of nothing else. */
type Keepable =
  | 'summary'
  | 'forecast'
  | 'restock'
  | 'why'
  | 'trend'
  | 'plan'
  | 'overview'
  | 'report'

/** A finding that took less is made anew: small shops need no memory. */
const DEAR_MS = 25
/** Findings kept in one process; the dearest are some hundred kilobytes. */
const KEPT_MAX = 200

/** The same insights; what was dear is made once as long as its matter stays the same. */
type Keeping = <Made extends Pick<Insights, Keepable>>(made: Made) => Made

type Entry = { readonly stamp: string; readonly found: Promise<unknown> }

/**
 * Remembers dear findings by what was asked and by the stamp of what they are made of, the shop's calendar day and
 * settings being part of the question. Several who ask at once wait for one making.
 */
export const keptFindings = (
  matterOf: (shopId: string) => Promise<Matter>,
  clock: () => number,
): Keeping => {
  // In order of use: the first is the one longest unasked for.
  const kept = new Map<string, Entry>()
  const keep = (key: string, entry: Entry): void => {
    kept.delete(key)
    kept.set(key, entry)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest)
  }
  const once = async <Found>(
    key: string,
    shopId: string,
    make: () => Promise<Found>,
  ): Promise<Found> => {
    // Read before anything is made: what is made later is at least as new as its stamp says.
    const { stamp } = await matterOf(shopId)
    const known = kept.get(key)
    if (known?.stamp === stamp) {
      keep(key, known)
      // Kept under this key by the same making.
      return known.found as Promise<Found>
    }
    const begunAt = clock()
    const found = make()
    const entry = { stamp, found }
    keep(key, entry)
    const isDear = await found.then(
      () => clock() - begunAt >= DEAR_MS,
      () => false,
    )
    if (!isDear && kept.get(key) === entry) kept.delete(key)
    return found
  }
  return (made) => {
    const keeper = <Name extends Keepable>(name: Name): Insights[Name] =>
      ((request: Parameters<Insights[Name]>[0]) =>
        once(keyOf(name, request), request.shop.id, () =>
          // The function of that name takes the request of that name.
          (made[name] as (asked: typeof request) => Promise<unknown>)(request),
        )) as Insights[Name]
    return {
      ...made,
      summary: keeper('summary'),
      forecast: keeper('forecast'),
      restock: keeper('restock'),
      why: keeper('why'),
      trend: keeper('trend'),
      plan: keeper('plan'),
      overview: keeper('overview'),
      report: keeper('report'),
    }
  }
}

/** The same question in the same words, in whatever order its parts were written. */
const keyOf = (name: Keepable, request: object): string =>
  `${name} ${JSON.stringify(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1)))}`
