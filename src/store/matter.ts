import { build, type Fact, first, run } from './engine.ts'

/** What the shop's findings are made of, as of one moment. */
export type Matter = {
  /** Another text whenever sales came or went, or the owner said something that findings depend on. */
  readonly stamp: string
  /** Lines of the uploads that count: how much there is to go through. */
  readonly lines: number
}

export function* matterOf(shopId: string): Fact<Matter> {
  const row = yield* first(
    build
      .selectFrom('shop')
      .select(['sales_version', 'words_version'])
      .select((e) =>
        e
          .selectFrom('upload')
          .select((u) => u.fn.sum<number | null>('lines').as('n'))
          .where('shop_id', '=', shopId)
          .where('state', '=', 'live')
          .as('lines'),
      )
      .where('id', '=', shopId),
  )
  if (!row) throw new Error(`there is no shop ${shopId}`)
  return { stamp: `${row.sales_version}.${row.words_version}`, lines: row.lines ?? 0 }
}

/** The owner said something about days, goods or alerts: findings made before it are not true any more. */
export function* bumpWords(shopId: string): Fact<void> {
  yield* run(
    build
      .updateTable('shop')
      .set((e) => ({ words_version: e('words_version', '+', 1) }))
      .where('id', '=', shopId),
  )
}
