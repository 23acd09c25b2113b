import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Phone } from '../../src/simulator/phone.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'
import { lookInto, rowsAsText, tablesIn } from './tables.ts'

const MARK = 'Zibowe'
const THEIRS = 'toko-zibowe'
const THEIR_PHONE = '6281299998888'
const STAFF_PHONE = '6281277776666'

/** What only an answer to somebody changes: what was said and what it showed. */
const OF_TALK = new Set(['outbox', 'shown', 'asked_plan', 'model_answer', 'model_use'])

const keptOf = (db: Database): string =>
  tablesIn(db)
    .filter(({ name, columns }) => columns.includes('shop_id') && !OF_TALK.has(name))
    .map((table) => `${table.name} ${rowsAsText(db, table, `shop_id = '${THEIRS}'`)}`)
    .join('\n')

const numberIn = (db: Database, sql: string): number => {
  const row = db.prepare<[], { n: number | null }>(sql).get()
  if (typeof row?.n !== 'number') throw new Error(`nothing in the database for: ${sql}`)
  return row.n
}

/** A button that nobody was shown: its id is made up. */
const taps = async (phone: Phone, id: string): Promise<string> => {
  const interactive = { type: 'button_reply', button_reply: { id, title: 'Ya' } }
  await phone.does({ type: 'interactive', interactive }, id)
  await phone.waitsFor(1, 20_000)
  return (await phone.waitsForQuiet(100)).map(({ text }) => text).join('\n')
}

/** A shop whose owner has sent a file, told a sale, a closed day and a count, and made a token. */
const furnished = async (stage: Stage): Promise<void> => {
  const shop = aShop({ id: THEIRS, name: `Toko ${MARK}` })
  await stage.app.store.ensureShop(shop, [{ channel: CHANNEL, phone: THEIR_PHONE }])
  const owner = stage.stranger(THEIR_PHONE)
  const sales = csv('tanggal,produk,jumlah,harga', `2026-03-31,Mawar ${MARK},2,10000`)
  await owner.sends(sales, { fileName: `${MARK}.csv` })
  await owner.waitsFor(1, 20_000)
  expect(await asks(owner, `laku 3 mawar ${MARK} 10rb`)).toContain(MARK)
  await asks(owner, 'besok tutup')
  await asks(owner, `stok mawar ${MARK} 120`)
  await asks(owner, 'token baru kasir')
  await asks(owner, 'tim tambah 0812 7777 6666 staf')
}

test('a tap of another shop or person does nothing', { timeout: 120_000 }, async () => {
  await using stage = await aStage()
  await furnished(stage)
  using db = lookInto(`file:${stage.folder}/shop.db`)
  const told = numberIn(db, 'select max(no) as n from told_sale')
  const day = numberIn(db, 'select max(no) as n from told_day')
  const seq = numberIn(db, 'select max(seq) as n from inbox')
  const IDS = [
    ...['undo:1', 'undo:2', 'rows:1', 'replace:1', 'upload:1', 'uploads:1'],
    ...['undo', 'change', 'drop', 'ok', 'keep'].map((what) => `sold:${what}:${told}`),
    ...[`sold:pick:${told}:0:1`, `sold:total:${told}:0`, `days:undo:${day}`, `reading:${seq}:0`],
    ...['answer:date-order:dmy', `alert:${THEIRS}:2026-03-31`, `label:${THEIRS}:2026-03-31:closed`],
    ...['label:2026-03-31:closed', 'reminder:2026-03-31:closed', 'low-stock:mute', 'supply:1'],
    ...[
      `shop:open:${THEIRS}`,
      'team:remove:1',
      'token:delete:1',
      'export',
      `stock:Mawar ${MARK}:1`,
    ],
  ]
  const before = keptOf(db)
  expect(before).toContain(MARK)
  for (const id of IDS) {
    const answer = await taps(stage.phone, id)
    expect.soft(answer.trim(), id).not.toBe('')
    // Their name for a thing may come back only where the tap itself said it.
    if (!id.includes(MARK)) expect.soft(answer, id).not.toContain(MARK)
    expect.soft(answer, id).not.toMatch(/10\.000|20\.000|30\.000|Rp 50/)
    expect.soft(keptOf(db), id).toBe(before)
  }

  // Staff of that very shop, with what is the owner's to tap.
  const staff = stage.stranger(STAFF_PHONE)
  await asks(staff, 'halo')
  const greeted = keptOf(db)
  for (const id of ['undo:1', 'rows:1', 'replace:1', `sold:undo:${told}`, 'delete-data:confirm']) {
    expect.soft((await taps(staff, id)).trim(), id).not.toBe('')
    expect.soft(keptOf(db), id).toBe(greeted)
  }

  // The same made-up taps by their owner: they are read, and would have done it.
  const owner = stage.stranger(THEIR_PHONE)
  for (const id of [`sold:undo:${told}`, 'undo:1', `days:undo:${day}`]) {
    const held = keptOf(db)
    await taps(owner, id)
    expect.soft(keptOf(db), id).not.toBe(held)
  }
})
