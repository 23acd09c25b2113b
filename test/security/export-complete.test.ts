import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { exportShop } from '../../src/flow/export.ts'
import { day } from '../../src/sales/day.ts'
import { aStore } from '../support/a-store.ts'
import { asText, lookInto, tablesIn } from './tables.ts'
import { furnish } from './two-shops.ts'

const MARK = 'QANAXU'
const COUNTED_ANEW = 'sums of the lines, which are in the sheet of sales'
const OURS = 'our own books about what was answered; nothing the owner told'
const A_SECRET = 'a secret’s hash and its use; the owner sees them with `token` and `tim`'
const IN_SHOP = 'in the sheet of the shop, see flow/export.test.ts'
const A_SETTING = 'a setting of the chat, shown and changed there'

/** Where each table of a shop is in the book, by the place of its sheet; or why it is not. */
const IN_BOOK: Readonly<Record<string, number | string>> = {
  sale_page: 0,
  label: 0,
  upload: 1,
  stock_entry: 2,
  told_day: 3,
  alert: 'in its sheet, see flow/export.test.ts; its finding here is none',
  member: 5,
  day_total: COUNTED_ANEW,
  branch_day: COUNTED_ANEW,
  block_total: COUNTED_ANEW,
  rolled_block: OURS,
  told_sale: 'what counts of it is lines in the sheet of sales',
  day_replacement: 'which lines count: the sheet of sales has those that do',
  skipped_row: 'rows of a file the owner has; `baris` hands them back',
  shown: OURS,
  asked_plan: OURS,
  forecast_said: OURS,
  bell: OURS,
  shop_look: OURS,
  outbox: 'the owner’s own chat holds what was said',
  open_question: 'the owner’s own message, which is in their chat',
  model_use: OURS,
  model_answer: OURS,
  api_import: 'answers to the shop’s own program, which has them',
  api_token: A_SECRET,
  invite: A_SECRET,
  dashboard_link: A_SECRET,
  dashboard_session: A_SECRET,
  layout_answer: A_SETTING,
  name_alias: 6,
  model_leave: A_SETTING,
  digest: IN_SHOP,
  quiet_hours: A_SETTING,
  alert_level: IN_SHOP,
  person: 'who speaks for the shop: in the sheet of the team',
}

test('everything of a shop is in its book, or it is said why not', async () => {
  await using store = await aStore()
  const { shopId } = await furnish(store, MARK, '100000001')
  using db = lookInto(store.url)
  const own = tablesIn(db).filter(({ columns }) => columns.includes('shop_id'))
  expect(own.map(({ name }) => name).toSorted()).toEqual(Object.keys(IN_BOOK).toSorted())
  db.prepare('delete from alert').run()
  const shop = await store.readShop(shopId)
  if (shop === null) throw new Error('the furnished shop is gone')
  const asked = {
    shop,
    today: day('2026-04-01'),
    span: null,
    uploads: await store.listUploads(shopId, 9),
    members: await store.membersOf(shopId),
    digests: await store.digestsOf(shopId),
  }
  const book = await exportShop(store, asked)
  if (book.kind !== 'file') throw new Error(`the book came as ${book.kind}`)
  const { sheets } = await readXlsx(book.bytes)
  for (const [table, place] of Object.entries(IN_BOOK)) {
    if (typeof place !== 'number') continue
    expect.soft(asText(sheets[place]?.rows).toLowerCase(), table).toContain(MARK.toLowerCase())
  }
  expect(asText(sheets.at(-1)?.rows)).toContain(`Toko ${MARK}`)
})
