import type { StockLevel } from '../ingest/reading.ts'
import { minorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { TermKind } from '../sales/stock.ts'
import type { Effect } from '../store/effects.ts'
import type { NewEntry } from '../store/stock.ts'
import type { Publication } from '../store/uploads.ts'
import { type Imported, type ImportWorld, type IncomingFile, importFile } from './import.ts'
import { momentOf } from './moment.ts'
import { unlessOvertaken } from './overtaken.ts'

/** Upload source of the made-up shop. */
export const SAMPLE_SOURCE = 'sample'

/**
 * A file that no message brought, from its bytes to its end: read, staged, and handed to `conclude`
 * together with what becomes true when it counts. `conclude` stores both as one fact. A file that
 * another one overtook in between is settled anew.
 */
export const takeIn = (
  world: ImportWorld,
  file: IncomingFile,
  conclude: (imported: Imported, effects: readonly Effect[]) => Promise<void>,
): Promise<Imported> =>
  unlessOvertaken(async () => {
    const imported = await importFile(world, file)
    await conclude(imported, await effectsOf(world, imported, file))
    return imported
  })

const effectsOf = async (
  world: ImportWorld,
  imported: Imported,
  file: IncomingFile,
): Promise<readonly Effect[]> => {
  switch (imported.kind) {
    case 'stock':
      return [stockEffect(world, file.shop, imported.levels), ...keptAnswers(imported, file)]
    case 'ready':
      return [
        ...(await countingEffects(world, imported.publication)),
        ...keptAnswers(imported, file),
        ...replacing(file, imported.publication.upload),
      ]
    case 'same':
      return replacing(file, imported.upload.no)
    case 'question':
    case 'refused':
    case 'nothing':
      return []
  }
}

const replacing = ({ shop, replaces }: IncomingFile, upload: number): Effect[] =>
  replaces ? [{ kind: 'replace', shopId: shop.id, upload }] : []

/** Goods on hand as counted now; what sells later is taken off them. */
export const stockEffect = (
  world: ImportWorld,
  shop: Shop,
  levels: readonly StockLevel[],
): Effect => ({
  kind: 'stock',
  shopId: shop.id,
  token: world.newId(),
  ...momentOf(world.now(), shop, null),
  entries: levels.flatMap(({ product, quantity, terms }): NewEntry[] => [
    { kind: 'count', scope: 'product', name: product, value: quantity, unit: null },
    ...terms.map(
      ({ kind, value, unit }): NewEntry => ({
        kind,
        scope: 'product',
        name: product,
        value: keptTerm(kind, value, shop),
        unit,
      }),
    ),
  ]),
})

/** Minor units, days or thousandths, by what the term is. */
const keptTerm = (kind: TermKind, value: number, shop: Shop): number => {
  if (kind === 'cost') return minorUnits(value, shop.currency)
  return kind === 'pack' || kind === 'minimum' ? Math.round(value * QUANTITY_ONE) : Math.ceil(value)
}

/** The shop has nothing but the sample: it goes with the first sale of its own. */
export const isSampleShop = async (
  world: Pick<ImportWorld, 'store'>,
  shopId: string,
): Promise<boolean> => (await world.store.liveFrom(shopId, SAMPLE_SOURCE)).length > 0

/** A file begins to count, and the shop's own sales take the place of the sample's. */
export const countingEffects = async (
  world: ImportWorld,
  publication: Publication,
): Promise<readonly Effect[]> => {
  const sample = await world.store.liveFrom(publication.shopId, SAMPLE_SOURCE)
  return [
    { kind: 'publish', publication },
    ...sample.map((no): Effect => ({ kind: 'undo', shopId: publication.shopId, upload: no })),
  ]
}

/** Answers that came with the file hold for every later file of its layout, as in the chat. */
const keptAnswers = (
  { fingerprint }: Extract<Imported, { kind: 'ready' | 'stock' }>,
  { shop, answers }: IncomingFile,
): Effect[] =>
  Object.entries(answers).map(([question, answer]) => ({
    kind: 'answer',
    shopId: shop.id,
    personId: null,
    question,
    fingerprint,
    answer,
  }))
