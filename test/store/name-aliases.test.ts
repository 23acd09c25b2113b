import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { openStore } from '../../src/store/store.ts'
import { FLOWER_SHOP } from '../bench/question-set.ts'
import { aShop } from '../support/builders.ts'
import { aFolder } from '../support/props.ts'

test('a word the owner confirmed is known after a restart, in this shop alone, until it is forgotten', async () => {
  using folder = aFolder()
  const url = `file:${join(folder.path, 'shop.db')}`
  const open = () => openStore(url, { now: () => 1, newId: () => 'x' })
  const first = await open()
  for (const id of ['mawar', 'lily']) await first.ensureShop(aShop({ id }), [])
  await first.apply([
    { kind: 'learn-alias', shopId: 'mawar', alias: { said: 'tulpen', name: 'Tulip' } },
    { kind: 'learn-alias', shopId: 'mawar', alias: { said: 'ros', name: 'Tulip' } },
    { kind: 'learn-alias', shopId: 'mawar', alias: { said: 'ros', name: 'Mawar Merah' } },
  ])
  await first.close()

  const second = await open()
  const { aliases } = await second.catalogueOf('mawar')
  expect([...aliases]).toEqual([
    ['ros', 'Mawar Merah'],
    ['tulpen', 'Tulip'],
  ])
  expect((await second.catalogueOf('lily')).aliases.size).toBe(0)
  const context = { ...FLOWER_SHOP, catalogue: { ...FLOWER_SHOP.catalogue, aliases } }
  expect(readQuestion('omzet tulpen kemarin', context).plans[0]?.filters).toEqual([
    { dimension: 'product', op: 'eq', values: ['Tulip'] },
  ])
  await second.apply([{ kind: 'forget-alias', shopId: 'mawar', said: 'tulpen' }])
  expect((await second.catalogueOf('mawar')).aliases.has('tulpen')).toBe(false)
  await second.close()
})
