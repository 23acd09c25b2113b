import { describe, expect, test } from 'vitest'
import { PAGE_NAMES, pathOf } from '../../../src/http/dashboard/places.ts'
import { catalogue, LANGUAGES } from '../../../src/i18n/catalogue.ts'
import { day } from '../../../src/sales/day.ts'
import { aDashboard, linkFor } from '../../support/a-dashboard.ts'
import { bytesOf, csv, steadyShop } from '../../support/files.ts'
import { asks, taps } from '../../support/people.ts'

/** What somebody on a slow line in the market still waits for. */
const PAGE_BYTES_MAX = 100 * 1024

/** A bubble's words without its marks and its first sign, as a page shows them. */
const plain = (bubble: string): string[] =>
  bubble
    .replace(/^\p{Extended_Pictographic}\ufe0f?\s+/u, '')
    .split('\n')
    .map((line) =>
      line.replace(/^- /, '').replace(/(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, ''),
    )
    .filter((line) => line.trim() !== '')

describe('the pages of a shop', () => {
  test('every page speaks every language, says what the chat says, and runs nothing inline', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const file = steadyShop({ until: day('2026-03-31') })
    await phone.sends(file.bytes, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 30_000)
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    for (const language of LANGUAGES) {
      await browser.posts('/dashboard/do', {
        deed: 'tap',
        line: `language:${language}`,
        back: 'settings',
      })
      const { nav } = catalogue(language).dashboard
      for (const name of PAGE_NAMES) {
        const page = await browser.gets(pathOf(name))
        const about = `${name} in ${language}`
        expect.soft(page.status, about).toBe(200)
        expect.soft(page.html, about).toContain(`<html lang="${language}">`)
        expect.soft(page.html, about).toContain(`aria-current="page">${nav[name]}</a>`)
        expect.soft(page.html.length, about).toBeLessThan(PAGE_BYTES_MAX)
        expect.soft(page.html, about).not.toMatch(/<script(?! src=)|<style|\sstyle="|\son\w+="/)
        expect.soft(page.html, about).not.toMatch(/undefined|\[object|NaN/)
        const policy = page.headers.get('content-security-policy') ?? ''
        expect.soft(policy, about).toContain("default-src 'self'")
        expect.soft(policy, about).toContain("frame-ancestors 'none'")
        expect.soft(policy, about).not.toContain('unsafe')
        expect.soft(page.headers.get('cache-control'), about).toBe('no-store')
      }
      for (const command of ['summary', 'products', 'branches', 'forecast', 'restock']) {
        await asks(phone, 'menu')
        const bubble = await taps(phone, command)
        const page = await browser.gets(
          command === 'summary' ? '/dashboard' : `/dashboard/${command}`,
        )
        for (const line of plain(bubble)) {
          expect.soft(page.text, `${command} in ${language}`).toContain(line)
        }
      }
    }
  }, 180_000)

  test('a shop of a thousand products: fifty a page, in any order, all of them reachable', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const rows = Array.from({ length: 1000 }, (_, no) =>
      [
        `2026-03-${20 + (no % 10)}`,
        `Produk nomor ${no} dengan nama panjang`,
        ((no * 37) % 1000) + 1,
        25000,
      ].join(','),
    )
    await phone.sends(bytesOf(['tanggal,produk,jumlah,harga', ...rows, ''].join('\n')), {
      fileName: 'banyak.csv',
    })
    await phone.waitsFor(1, 60_000)
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    const names = new Set<string>()
    for (let page = 1; page <= 20; page++) {
      const { html } = await browser.gets(`/dashboard/products?sort=name&page=${page}`)
      expect(html.length).toBeLessThan(PAGE_BYTES_MAX)
      for (const [, name = ''] of html.matchAll(/<th scope="row">([^<]+)</g)) names.add(name)
    }
    expect(names.size).toBe(1000)
    const most = await browser.gets('/dashboard/products?sort=sold')
    expect(/<th scope="row">([^<]+)</.exec(most.html)?.[1]).toContain('nomor 27 ')
    for (const path of ['/dashboard', '/dashboard/restock', '/dashboard/branches']) {
      expect.soft((await browser.gets(path)).html.length, path).toBeLessThan(PAGE_BYTES_MAX)
    }
    for (const odd of ['page=0', 'page=99', 'page=x', 'sort=drop', 'from=x&to=y', 'period=ever']) {
      expect.soft((await browser.gets(`/dashboard/products?${odd}`)).status, odd).toBe(200)
    }
  }, 120_000)

  test('a name from a file is text in every page and picture', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const name = '<img src=x onerror=alert(1)>&"'
    await phone.sends(
      csv(
        'tanggal;produk;jumlah;harga;cabang',
        `2026-03-30;"${name.replaceAll('"', '""')}";2;25000;<b>Dago</b>`,
        `2026-03-31;"${name.replaceAll('"', '""')}";2;25000;<b>Dago</b>`,
      ),
      { fileName: '<script>.csv' },
    )
    await phone.waitsFor(1, 30_000)
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    for (const each of PAGE_NAMES) {
      const { html } = await browser.gets(pathOf(each))
      expect.soft(html, each).not.toMatch(/<img|<b>Dago|<script>/)
    }
  }, 60_000)

  test('the forecast keeps score: what was said about a day beside what came', async () => {
    await using stage = await aDashboard()
    const { phone, app } = stage
    await phone.sends(steadyShop({ until: day('2026-03-31') }).bytes, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 30_000)
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    expect((await browser.gets('/dashboard/forecast')).text).toContain('Belum ada hari yang sudah')
    const monday = { from: day('2026-03-30'), to: day('2026-03-30') }
    const sold = await app.store.branchDays('default', monday)
    const came = sold.reduce((sum, { revenue }) => sum + revenue, 0)
    const said = (on: string, low: number, high: number) =>
      ({
        kind: 'foretell',
        shopId: 'default',
        said: { day: day(on), asked: true, parts: [{ product: ' money', likely: low, low, high }] },
      }) as const
    await app.store.apply([
      said('2026-03-30', came - 1000, came + 1000),
      said('2026-03-31', 100, 200),
      said('2026-04-05', 100, 200),
    ])
    const { text } = await browser.gets('/dashboard/forecast')
    expect(text).toContain('1 dari 2 hari masuk kisaran')
    expect(text).toMatch(/Selasa 31 Mar .* meleset Senin 30 Mar .* ✓ masuk/)
    expect(text).not.toContain('5 Apr')
  }, 60_000)

  test('usage counts what reached the owner', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    const sent = async () => {
      const { text } = await browser.gets('/dashboard/usage')
      return Number(/Pesan yang dikirim ke Anda (\d+)/.exec(text)?.[1])
    }
    const before = await sent()
    for (const word of ['menu', 'bantuan', 'tim']) await asks(phone, word)
    await expect.poll(sent, { timeout: 10_000 }).toBe(before + 3)
  }, 60_000)

  test('before the first file every page is there and says so', async () => {
    await using stage = await aDashboard()
    const browser = stage.browser()
    await browser.enters(await linkFor(stage.phone))
    for (const name of PAGE_NAMES) {
      const page = await browser.gets(pathOf(name))
      expect.soft(page.status, name).toBe(200)
      expect.soft(page.text, name).not.toMatch(/Rp 0|NaN/)
    }
  }, 60_000)

  test('what is loaded besides is ours and may be kept for good', async () => {
    await using stage = await aDashboard()
    const browser = stage.browser()
    const page = await browser.enters(await linkFor(stage.phone))
    const loaded = [...page.html.matchAll(/(?:src|href)="(\/dashboard\/[^"]+\.(?:css|js))"/g)]
    expect(loaded.length).toBe(2)
    for (const [, path = ''] of loaded) {
      const asset = await stage.browser().gets(path)
      expect(asset.status).toBe(200)
      expect(asset.headers.get('cache-control')).toContain('immutable')
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff')
    }
  }, 60_000)
})
