import type { Shop } from '../sales/shop.ts'
import type { Store } from '../store/store.ts'

/** What a command that works on the database is given by main.ts. */
export type CliWorld = {
  readonly databaseUrl: string
  /** The first shop, made when it is not there. */
  readonly shop: Shop
  readonly now: () => number
  readonly newId: () => string
  readonly print: (text: string) => void
}

/** The shop of this id, or the first one; a text says why there is none. */
export const chosenShop = async (
  store: Store,
  id: string | undefined,
  { shop }: CliWorld,
): Promise<Shop | string> => {
  if (id === undefined || id === shop.id) await store.ensureShop(shop, [])
  const found = await store.readShop(id ?? shop.id)
  if (found !== null) return found
  const known = (await store.listShops()).map((each) => each.id).join(', ')
  return `There is no shop ${id}. There ${known === '' ? 'is none yet' : `are: ${known}`}.`
}

/** What `parse` makes of a command line, or the sentence about what is wrong with it. */
export const asArguments = <T>(parse: () => T): T | string => {
  try {
    return parse()
  } catch (error) {
    // parseArgs throws a sentence about the person's typing; everything else is ours.
    if (error instanceof TypeError && 'code' in error) return `${error.message}.`
    throw error
  }
}
