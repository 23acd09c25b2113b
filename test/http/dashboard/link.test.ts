import { describe, expect, test } from 'vitest'
import { aDashboard, linkFor } from '../../support/a-dashboard.ts'
import { csv } from '../../support/files.ts'
import { asks } from '../../support/people.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SALES = csv(
  'tanggal,produk,jumlah,harga',
  '2026-03-30,Mawar,2,25000',
  '2026-03-31,Lily,3,9000',
)

describe('the way into the dashboard', () => {
  test('a link opens it once; looking at it, as a preview does, spends nothing', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    await phone.sends(SALES, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 30_000)
    const link = await linkFor(phone)

    const preview = stage.browser()
    for (let time = 0; time < 3; time++) {
      const seen = await preview.gets(link, { 'user-agent': 'WhatsApp/2.24' })
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('Buka dasbor')
      expect(seen.headers.getSetCookie()).toEqual([])
      // A preview is shown in the chat: nothing of the shop is in it.
      expect(seen.text).not.toContain('Rp')
    }
    expect((await stage.browser().gets('/dashboard')).status).toBe(401)

    const browser = stage.browser()
    const page = await browser.enters(link)
    expect(page.status).toBe(200)
    const [headline = ''] = (await asks(phone, 'ringkasan')).split('\n')
    expect(page.text).toContain(headline.replaceAll('*', '').replace('📊 ', ''))

    const again = await stage.browser().posts(link)
    expect(again.status).toBe(410)
    expect(again.text).toContain('Ketik dasbor di chat')
    expect((await stage.browser().gets(link)).status).toBe(410)
    expect((await browser.gets('/dashboard')).status).toBe(200)
  }, 60_000)

  test('no link opens with a letter changed, cut or added', async () => {
    await using stage = await aDashboard()
    const link = await linkFor(stage.phone)
    const token = link.slice(link.lastIndexOf('/') + 1)
    const [nonce = '', signature = ''] = token.split('.')
    const wrong = [
      `${nonce}.${signature.slice(0, -2)}xx`,
      `x${nonce.slice(1)}.${signature}`,
      nonce,
      `${nonce}.`,
      `.${signature}`,
      `${token}.x`,
      'x'.repeat(5000),
    ]
    for (const each of wrong) {
      const page = await stage.browser().posts(`/dashboard/open/${each}`)
      expect.soft(page.status, each.slice(0, 60)).toBe(410)
    }
    expect((await stage.browser().posts(link)).status).toBe(200)
  }, 60_000)

  test('ten minutes later, or after a newer one, a link is over; twelve hours later the session', async () => {
    await using stage = await aDashboard()
    const { phone, clock } = stage
    const first = await linkFor(phone, 'dasbor')
    const second = await linkFor(phone, 'buka dashboard')
    expect((await stage.browser().posts(first)).status).toBe(410)
    clock.advance(9 * MINUTE_MS)
    const browser = stage.browser()
    expect((await browser.posts(second)).status).toBe(200)
    const third = await linkFor(phone)
    clock.advance(10 * MINUTE_MS)
    expect((await stage.browser().posts(third)).status).toBe(410)

    clock.advance(11 * HOUR_MS)
    expect((await browser.gets('/dashboard')).status).toBe(200)
    clock.advance(HOUR_MS)
    const over = await browser.gets('/dashboard')
    expect(over.status).toBe(401)
    expect(over.text).toContain('dua belas jam')
  }, 60_000)

  test('the cookie is for this host, this protocol and no script', async () => {
    await using stage = await aDashboard()
    const link = await linkFor(stage.phone)
    const response = await stage.app.http.fetch(
      new Request(`https://toko.example${link}`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    )
    expect(response.status).toBe(303)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-shopbell=[A-Za-z0-9]{43};/)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) {
      expect(cookie).toContain(flag)
    }
    expect(cookie).not.toContain('Domain')
  }, 60_000)

  test('out by the button, by the chat, by leaving the team, by deleting the shop: at once', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const enters = async (who = phone) => {
      const browser = stage.browser()
      expect((await browser.enters(await linkFor(who))).status).toBe(200)
      return browser
    }
    const first = await enters()
    expect((await first.posts('/dashboard/sign-out')).status).toBe(401)

    const [second, third] = [await enters(), await enters()]
    expect(await asks(phone, 'dasbor keluar')).toContain('Semua perangkat sudah dikeluarkan')
    expect((await second.gets('/dashboard')).status).toBe(401)
    expect((await third.gets('/dashboard')).status).toBe(401)

    await asks(phone, 'tim tambah 0812 9999 8888 manajer')
    const manager = stage.stranger('6281299998888')
    const theirs = await enters(manager)
    const own = await enters()
    await asks(phone, 'tim hapus 2')
    expect((await theirs.gets('/dashboard')).status).toBe(401)
    expect((await own.gets('/dashboard')).status).toBe(200)

    await asks(phone, 'hapus data')
    await phone.taps('delete-data:confirm')
    await phone.waitsFor(1, 20_000)
    expect((await own.gets('/dashboard')).status).toBe(401)
  }, 60_000)

  test('without an address the chat says so, and there is no page', async () => {
    await using stage = await aDashboard({ options: { publicUrl: null } })
    expect(await asks(stage.phone, 'dashboard')).toContain('belum disiapkan')
    expect((await stage.browser().gets('/dashboard')).status).toBe(404)
  }, 60_000)
})

describe('when something breaks', () => {
  test('a page says so with a reference, and carries the same headers', async () => {
    await using stage = await aDashboard()
    const browser = stage.browser()
    await browser.enters(await linkFor(stage.phone))
    Object.assign(stage.app.store, {
      toldAlerts: () => Promise.reject(new Error('the disk of shop default is gone')),
    })
    const page = await browser.gets('/dashboard/alerts')
    expect(page.status).toBe(500)
    expect(page.text).toMatch(/Nomor rujukan: \S+/)
    expect(page.text).not.toContain('disk')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    const none = await browser.gets('/dashboard/nowhere')
    expect(none.status).toBe(404)
    expect(none.headers.get('content-security-policy')).toContain("default-src 'self'")
  }, 60_000)
})
