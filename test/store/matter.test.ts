import { expect, test } from 'vitest'
import { dayNumber } from '../../src/sales/day.ts'
import type { Effect } from '../../src/store/effects.ts'
import type { Store } from '../../src/store/store.ts'
import { furnish, MARCH, type Side, SOLD_ON, wordsOf } from '../security/two-shops.ts'
import { aStore } from '../support/a-store.ts'

/** All that the findings of flow/kept.ts are read from. What was foretold is read once its day is past. */
const readings = async (store: Store, shopId: string): Promise<string> => {
  const read = await Promise.all([
    store.coverage(shopId),
    store.branchDays(shopId, MARCH),
    store.dayEnds(shopId, [SOLD_ON]),
    store.productSums(shopId, MARCH),
    store.topProductDays(shopId, MARCH, { recent: MARCH, limit: 9 }),
    store.variantSums(shopId, MARCH),
    store.variantParts(shopId, MARCH, MARCH),
    store.explainedDays(shopId),
    store.toldDays(shopId),
    store.coveredSpans(shopId),
    store.stockDiary(shopId),
    store.categoriesOf(shopId, MARCH),
    store.namesOf(shopId, 'product'),
    store.namesOf(shopId, 'branch'),
    store.alertLevel(shopId),
    store.planRows(shopId, { span: MARCH, by: 'product', where: [] }),
    store.catalogueOf(shopId),
  ])
  return JSON.stringify(read, (_, value: unknown) => (value instanceof Map ? [...value] : value))
}

/** Everything an owner can do to sales and to what is known about days and goods. */
const deedsOf = ({ shopId, personId, mark, upload, ...side }: Side): readonly Effect[] => {
  const label = { shopId, day: SOLD_ON, personId } as const
  const words = wordsOf({ shopId, personId, mark, upload, ...side })
  return [
    ...words.filter(({ kind }) => kind !== 'add-token' && kind !== 'people'),
    { kind: 'label', ...label, label: 'normal' },
    { kind: 'label', ...label, label: 'closed' },
    { kind: 'reminder-label', ...label, label: 'closed' },
    { kind: 'low-stock-label', ...label, label: 'mute' },
    {
      kind: 'stock',
      shopId,
      token: 'more',
      day: dayNumber(SOLD_ON),
      moment: 2,
      entries: [
        { kind: 'receive', scope: 'product', name: `product ${mark}`, value: 5000, unit: null },
      ],
    },
    { kind: 'stock-undo', shopId, token: 'more' },
    { kind: 'forget-days', shopId, no: 1 },
    {
      kind: 'tell-days',
      shopId,
      told: { no: 2, span: MARCH, branch: null, kind: 'closed', note: null },
    },
    { kind: 'learn-alias', shopId, alias: { said: 'ros', name: `product ${mark}` } },
    { kind: 'alert-level', shopId, level: 'more' },
    { kind: 'forget-alias', shopId, said: mark.toLowerCase() },
    { kind: 'misses', personId, misses: 2 },
    { kind: 'hush', personId },
    { kind: 'end-digest', shopId, which: null },
    { kind: 'undo', shopId, upload },
  ]
}

test('whatever an owner says or takes back that findings are read from, what was kept is made anew', async () => {
  await using store = await aStore()
  const side = await furnish(store, 'QANAXU', '100000001')
  const { shopId } = side
  const changed: string[] = []
  for (const deed of deedsOf(side)) {
    const [before, { stamp }] = [await readings(store, shopId), await store.matterOf(shopId)]
    await store.apply([deed])
    const isOther = (await readings(store, shopId)) !== before
    if (isOther) changed.push(deed.kind)
    if (isOther) expect((await store.matterOf(shopId)).stamp, deed.kind).not.toBe(stamp)
  }
  // Each of these is seen in what is read, or this test would prove nothing.
  expect(changed).toEqual(
    expect.arrayContaining([
      ...['stock', 'stock-undo', 'tell-days', 'forget-days', 'label', 'alert-level'],
      ...['learn-alias', 'forget-alias', 'undo'],
    ]),
  )
})

test('a question answered leaves everything as it was: nothing is made anew for it', async () => {
  await using store = await aStore()
  const side = await furnish(store, 'QANAXU', '100000001')
  const { stamp } = await store.matterOf(side.shopId)
  const answers: readonly Effect['kind'][] = ['shown', 'remember-plans', 'foretell']
  const effects = wordsOf(side).filter(({ kind }) => answers.includes(kind))
  expect(effects).toHaveLength(answers.length)
  await store.apply(effects)
  expect((await store.matterOf(side.shopId)).stamp).toBe(stamp)
})
