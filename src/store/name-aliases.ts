import { build, type Fact, rowsOf, run, tell } from './engine.ts'

/** Words of a question, in lower case without accents, that mean a name of the shop. */
export type NameAlias = { readonly said: string; readonly name: string }

/** As many as a shop will ever teach; beyond that the oldest are forgotten. */
const ALIASES_MAX = 300

/** A word means one name: the newest word of the owner counts. */
export function* learnAlias(shopId: string, { said, name }: NameAlias, now: number): Fact<void> {
  const row = { name, at: now }
  yield* run(
    build
      .insertInto('name_alias')
      .values({ shop_id: shopId, said, ...row })
      .onConflict((c) => c.columns(['shop_id', 'said']).doUpdateSet(row)),
  )
  yield* tell(
    `delete from name_alias where shop_id = ? and said in (
       select said from name_alias where shop_id = ? order by at desc limit 1000 offset ?)`,
    [shopId, shopId, ALIASES_MAX],
  )
}

export function* forgetAlias(shopId: string, said: string): Fact<void> {
  yield* run(build.deleteFrom('name_alias').where('shop_id', '=', shopId).where('said', '=', said))
}

/** Names by the words that mean them. */
export function* aliasesOf(shopId: string): Fact<ReadonlyMap<string, string>> {
  const rows = yield* rowsOf<NameAlias>(
    'select said, name from name_alias where shop_id = ? order by said',
    [shopId],
  )
  return new Map(rows.map(({ said, name }) => [said, name]))
}

export function* forgetAliases(shopId: string): Fact<void> {
  yield* run(build.deleteFrom('name_alias').where('shop_id', '=', shopId))
}
