import { describe, expect, test } from 'vitest'
import { PAGE_NAMES, pathOf } from '../../src/http/dashboard/places.ts'
import type { Phone } from '../../src/simulator/phone.ts'
import { aDashboard, type Browser, linkFor } from '../support/a-dashboard.ts'
import { POLICY } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'

/** Stands in every name of one shop and in nothing of the other. */
const MARKS = { mine: 'QANAXU', theirs: 'ZIBOWE' } as const

const furnish = async (phone: Phone, mark: string): Promise<void> => {
  await phone.sends(
    csv(
      'tanggal,produk,jumlah,harga,cabang,warna',
      ...Array.from(
        { length: 30 },
        (_, no) =>
          `2026-03-${String(no + 1).padStart(2, '0')},Produk ${mark},${2 + (no % 3)},25000,Cabang ${mark},Warna ${mark}`,
      ),
      `kapan,Produk ${mark},1,25000,Cabang ${mark},Warna ${mark}`,
    ),
    { fileName: `${mark}.csv` },
  )
  await phone.waitsFor(1, 30_000)
  await asks(phone, `stok Produk ${mark} 120`)
}

/** Everything a browser can reach or send, as the pages of its own shop offer it. */
const linesIn = (html: string): readonly string[] =>
  [...html.matchAll(/name="line" value="([^"]+)"/g)].map(([, line = '']) => line)

describe('two shops on one service, each looked at through its own browser', () => {
  test('no page, sheet or deed of one shows or changes anything of the other', async () => {
    await using stage = await aDashboard({ options: { policy: { ...POLICY, signup: 'open' } } })
    const [mine, theirs] = [stage.stranger('6281200000011'), stage.stranger('6281200000022')]
    await furnish(mine, MARKS.mine)
    await furnish(theirs, MARKS.theirs)
    const enters = async (phone: Phone): Promise<Browser> => {
      const browser = stage.browser()
      const page = await browser.enters(await linkFor(phone))
      expect(page.text).toContain('Ringkasan')
      return browser
    }
    const [browser, other] = [await enters(mine), await enters(theirs)]
    const before = await Promise.all(PAGE_NAMES.map((name) => other.gets(pathOf(name))))
    expect(before.filter(({ html }) => html.includes(MARKS.theirs)).length).toBeGreaterThan(6)

    const shown: string[] = []
    for (const name of PAGE_NAMES) {
      for (const query of ['', '?period=days-28&sort=name', '?find=produk']) {
        const { html } = await browser.gets(pathOf(name) + query)
        shown.push(html)
        expect.soft(html, name).not.toContain(MARKS.theirs)
      }
    }
    expect(shown.join('')).toContain(MARKS.mine)
    for (const no of [1, 2, 3, 999]) {
      expect
        .soft((await browser.gets(`/dashboard/uploads/${no}/skipped`)).html)
        .not.toContain(MARKS.theirs)
    }
    // What the other's own pages offer, sent from here; and the numbers both shops have.
    const offered = before.flatMap(({ html }) => linesIn(html))
    expect(offered.length).toBeGreaterThan(5)
    const { store } = stage.app
    const members = await Promise.all(
      (await store.listShops()).map(({ id }) => store.membersOf(id)),
    )
    const people = members.flat().filter(({ phone }) => phone === '6281200000022')
    expect(people.length).toBe(1)
    const deeds: readonly Record<string, string>[] = [
      ...offered
        .filter((line) => !/^(?:language|dashboard)/.test(line))
        .map((line) => ({ deed: 'tap', line })),
      ...people.map(({ personId }) => ({ deed: 'remove', person: personId })),
      { deed: 'goods', ref: '1', count: '7' },
      { deed: 'goods', ref: '2', count: '7' },
    ]
    for (const fields of deeds) {
      const { html } = await browser.posts('/dashboard/do', fields)
      expect.soft(html, JSON.stringify(fields)).not.toContain(MARKS.theirs)
    }
    for (const { id } of await store.listShops()) {
      const { html } = await browser.posts('/dashboard/shop', { shop: id })
      expect.soft(html, id).not.toContain(MARKS.theirs)
    }
    const after = await Promise.all(PAGE_NAMES.map((name) => other.gets(pathOf(name))))
    for (const [at, page] of after.entries()) {
      if (PAGE_NAMES[at] === 'usage') continue
      expect.soft(page.html, PAGE_NAMES[at]).toBe(before[at]?.html)
    }
  }, 120_000)
})
