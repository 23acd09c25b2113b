import { HORIZON_MAX } from '../../analytics/forecast-question.ts'
import type { Intent } from '../../intent/intent.ts'
import { readIn } from '../../intent/language.ts'
import { lexiconOf, readWords } from '../../intent/lexicon.ts'
import { matchName, nameMeant } from '../../intent/match-name.ts'
import { readPeriods } from '../../intent/period.ts'
import { forecastReply, tooLittleReply } from '../../replies/forecast.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'

type UnclearAsk = Ask & { readonly intent: Extract<Intent, { kind: 'unclear' }> }

/**
 * `prediksi mawar`, `prediksi cabang dago`, `besok mawar di dago laku berapa`: a forecast that was clear but for
 * names the shop's own files know. Null when a word is left that names nothing there.
 */
export const namedForecast = async (world: World, ask: UnclearAsk): Promise<Answer | null> => {
  const { shop, today, intent } = ask
  if (intent.nearly !== 'forecast' || intent.unknown.length === 0) return null
  const meant = await namesMeant(world, shop.id, intent.unknown)
  if (meant === null) return null
  const words = readWords(
    intent.text,
    await world.store.nameWords(shop.id),
    lexiconOf(readIn(intent.text, shop.language)),
  )
  const { periods } = readPeriods(words, today, 'future')
  const [period] = periods
  if (periods.length > 1 || (period !== undefined && period.span.to < today)) return null
  const found = await world.pool.forecast({ shop, today, days: HORIZON_MAX, only: meant.only })
  if (!found) return null
  if (found.forecast === null) return justReply(tooLittleReply(shop))
  const asked = { today, span: period?.span ?? null, about: meant.about }
  return justReply(forecastReply(found.forecast, shop, asked), [
    shownEffect(ask, { kind: 'forecast', only: meant.only }),
  ])
}

type Meant = {
  /** How the reply calls it. */
  readonly about: string
  readonly only: { readonly branch?: string; readonly products?: readonly string[] }
}

/** More words than this are a sentence about something else. */
const NAME_WORDS_MAX = 8

/** All words a product, all a branch, or the first ones the one and the last ones the other. */
const namesMeant = async (
  world: World,
  shopId: string,
  unknown: readonly string[],
): Promise<Meant | null> => {
  if (unknown.length > NAME_WORDS_MAX) return null
  const products = await world.store.namesOf(shopId, 'product')
  const branches = (await world.store.namesOf(shopId, 'branch')).map(({ name }) => name)
  const said = unknown.join(' ')
  const product = productsMeant(said, products)
  if (product !== null) return { about: product.about, only: { products: product.names } }
  const branch = nameMeant(said, branches)
  if (branch !== null) return { about: branch, only: { branch } }
  for (let cut = 1; cut < unknown.length; cut += 1) {
    const [first, last] = [unknown.slice(0, cut).join(' '), unknown.slice(cut).join(' ')]
    const both =
      together(productsMeant(first, products), nameMeant(last, branches)) ??
      together(productsMeant(last, products), nameMeant(first, branches))
    if (both !== null) return both
  }
  return null
}

type Products = { readonly about: string; readonly names: readonly string[] }

const together = (product: Products | null, branch: string | null): Meant | null =>
  product === null || branch === null
    ? null
    : { about: `${product.about} ${branch}`, only: { branch, products: product.names } }

/** `mawar merah` is one product, `mawar` all that are called so. */
const productsMeant = (said: string, products: readonly Named[]): Products | null => {
  const match = matchName(said, products)
  switch (match.kind) {
    case 'one':
      return { about: match.thing.name, names: [match.thing.name] }
    case 'several':
      return { about: said, names: match.things.map(({ name }) => name) }
    case 'none':
      return null
  }
}

type Named = { readonly name: string }
