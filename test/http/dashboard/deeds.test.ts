import { describe, expect, test } from 'vitest'
import { day } from '../../../src/sales/day.ts'
import { aDashboard, type Browser, linkFor } from '../../support/a-dashboard.ts'
import type { Stage } from '../../support/a-phone.ts'
import { aShop, CHANNEL, OWNER_PHONE, POLICY } from '../../support/builders.ts'
import { csv, steadyShop } from '../../support/files.ts'
import { asks, taps } from '../../support/people.ts'

type Staged = Stage & { readonly browser: () => Browser }

const entered = async (stage: Staged, phone = stage.phone): Promise<Browser> => {
  const browser = stage.browser()
  expect((await browser.enters(await linkFor(phone))).status).toBe(200)
  return browser
}

const marchSent = async ({ phone }: Stage, lastDayFactor = 1): Promise<void> => {
  const file = steadyShop({ until: day('2026-03-31'), lastDayFactor })
  await phone.sends(file.bytes, { fileName: 'maret.csv' })
  await phone.waitsFor(1, 30_000)
}

describe('deeds on a page are deeds of the chat', () => {
  test('stock, terms of supply and an undo are told once, here and there', async () => {
    await using stage = await aDashboard()
    await marchSent(stage)
    const browser = await entered(stage)
    const shelf = await browser.gets('/dashboard/restock?find=mawar+merah')
    const ref = /name="ref" value="(\d+)"/.exec(shelf.html)?.[1] ?? ''
    const kept = { deed: 'goods', back: 'restock', ref, 'was-count': '', 'was-lead': '' }
    const told = await browser.posts('/dashboard/do', { ...kept, count: '120' })
    expect(told.text).toContain('Mawar Merah')
    expect(await asks(stage.phone, 'stok mawar merah')).toContain('120')
    const both = { ...kept, 'was-count': '120', lead: '4', pack: '20', packName: 'ikat' }
    const twice = await browser.posts('/dashboard/do', { ...both, count: '120' })
    expect(twice.text).toMatch(/ikat.*4 hari/)
    const after = await browser.gets('/dashboard/restock?find=mawar+merah')
    expect(after.html).toMatch(/name="count" value="120"/)
    expect(after.html).toMatch(/name="lead" value="4"/)

    const same = { ...kept, 'was-count': '120', 'was-lead': '4', count: '120', lead: '4' }
    expect((await browser.posts('/dashboard/do', same)).text).toContain('Tidak ada yang diubah')

    const undo = /name="line" value="(stock:undo:[^"]+)"/.exec(told.html)?.[1] ?? ''
    await browser.posts('/dashboard/do', { deed: 'tap', line: undo, back: 'restock' })
    expect((await browser.gets('/dashboard/restock?find=mawar+merah')).html).not.toMatch(
      /name="count" value="120"/,
    )
  }, 60_000)

  test('an alert is labelled, a file is taken back, and its skipped rows come as a sheet', async () => {
    await using stage = await aDashboard()
    await marchSent(stage, 0.2)
    const browser = await entered(stage)
    const alerts = await browser.gets('/dashboard/alerts')
    expect(alerts.text).toContain('turun')
    const label = /name="line" value="(label:[\d-]+:closed)"/.exec(alerts.html)?.[1] ?? ''
    const said = await browser.posts('/dashboard/do', { deed: 'tap', line: label, back: 'alerts' })
    expect(said.text).toContain('Kata Anda: toko tutup')
    expect(said.text).toContain('Hari itu tidak dipakai sebagai patokan')

    await stage.phone.sends(
      csv('tanggal,produk,jumlah,harga', '2026-04-01,Melati,2,5000', 'kapan,Melati,2,5000'),
      { fileName: 'april.csv' },
    )
    await stage.phone.waitsFor(1, 30_000)
    const files = await browser.gets('/dashboard/uploads')
    expect(files.text).toContain('april.csv')
    const sheet = /href="(\/dashboard\/uploads\/\d+\/skipped)"/.exec(files.html)?.[1] ?? ''
    const skipped = await browser.gets(sheet)
    expect(skipped.headers.get('content-disposition')).toContain('attachment')
    expect(skipped.html.slice(0, 2)).toBe('PK')
    const undo = /name="line" value="(undo:\d+)"/.exec(files.html)?.[1] ?? ''
    const undone = await browser.posts('/dashboard/do', {
      deed: 'tap',
      line: undo,
      back: 'uploads',
    })
    expect(undone.text).toContain('april.csv')
    expect(undone.text).toContain('dibatalkan')
    // Shown once: the next page has forgotten it.
    expect((await browser.gets('/dashboard/uploads')).html).not.toContain('class="notice"')
  }, 60_000)

  test('settings, digests, quiet hours and people change as they do by words', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const browser = await entered(stage)
    const does = (fields: Record<string, string>) =>
      browser.posts('/dashboard/do', { back: 'settings', ...fields })
    await does({ deed: 'setting', what: 'name', value: 'Kembang Setaman' })
    await does({ deed: 'setting', what: 'closing', value: '03.00' })
    await does({ deed: 'setting', what: 'zone', value: 'Mars' })
    const card = await asks(phone, 'toko')
    expect(card).toContain('Kembang Setaman')
    expect(card).toMatch(/03[.:]00/)
    await does({ deed: 'daily', time: '08:30' })
    await does({ deed: 'quiet', from: '21:00', to: '06:00', urgent: 'yes' })
    const schedule = await asks(phone, 'jadwal')
    expect(schedule).toContain('08.30')
    expect(schedule).toMatch(/21\.00.*06\.00/)

    const added = await does({
      deed: 'add',
      back: 'people',
      phone: '0812 9999 8888',
      role: 'manager',
    })
    expect(added.text).toContain('+6281299998888')
    const person = /name="person" value="([^"]+)"/.exec(added.html)?.[1] ?? ''
    const invited = await does({ deed: 'invite', back: 'people', role: 'staff' })
    const code = /gabung ([A-Z0-9]{8})/.exec(invited.text)?.[1] ?? ''
    expect(await asks(stage.stranger('6281277776666'), `gabung ${code}`)).toContain(
      'Kembang Setaman',
    )
    const removed = await does({ deed: 'remove', back: 'people', person })
    expect(removed.text).not.toContain('+6281299998888 manajer')
    expect(await asks(phone, 'tim')).not.toContain('9999')
    // Somebody who is gone already takes nobody else along.
    await does({ deed: 'remove', back: 'people', person })
    expect(await asks(phone, 'tim')).toContain('staf')
  }, 60_000)

  test('a form that is none of ours, or a deed that must be typed, does nothing', async () => {
    await using stage = await aDashboard()
    await marchSent(stage)
    const browser = await entered(stage)
    const wrong: readonly Record<string, string>[] = [
      {},
      { deed: 'tap' },
      { deed: 'tap', line: 'delete-data:confirm' },
      { deed: 'tap', line: 'token:new' },
      { deed: 'tap', line: 'leave:confirm' },
      { deed: 'tap', line: 'drop table shop' },
      { deed: 'nothing', line: 'undo:1' },
      { deed: 'tap', line: `undo:${'1'.repeat(5000)}` },
    ]
    for (const fields of wrong) {
      const { status } = await browser.posts('/dashboard/do', fields)
      expect.soft(status, JSON.stringify(fields).slice(0, 80)).toBe(404)
    }
    expect(await asks(stage.phone, 'ringkasan')).toContain('Rp')
    expect(await asks(stage.phone, 'token')).not.toContain('1.')
  }, 60_000)
})

describe('who may what', () => {
  test('staff of one branch see that branch, and no page of the owner’s', async () => {
    await using stage = await aDashboard()
    await marchSent(stage)
    await asks(stage.phone, 'tim tambah 0812 9999 8888 staf cabang dago')
    const staff = stage.stranger('6281299998888')
    const browser = await entered(stage, staff)
    const overview = await browser.gets('/dashboard')
    expect(overview.text).toContain('Khusus Dago')
    for (const path of ['', '/products', '/branches', '/forecast', '/restock', '/uploads']) {
      const page = await browser.gets(`/dashboard${path}`)
      expect.soft(page.status, path).toBe(200)
      expect.soft(page.text, path).not.toContain('Setiabudi')
    }
    for (const path of ['/alerts', '/people', '/usage', '/operator']) {
      expect.soft((await browser.gets(`/dashboard${path}`)).status, path).toBe(404)
    }
    const deeds: readonly Record<string, string>[] = [
      { deed: 'setting', what: 'name', value: 'Punya Saya' },
      { deed: 'add', phone: '0812 1111 2222', role: 'owner' },
      { deed: 'tap', line: 'undo:1' },
      { deed: 'goods', ref: '1', count: '5' },
      { deed: 'tap', line: 'ai:off' },
    ]
    for (const fields of deeds) await browser.posts('/dashboard/do', fields)
    expect(await asks(stage.phone, 'tim')).not.toContain('1111')
    expect(await asks(stage.phone, 'file')).not.toContain('dibatalkan')
    expect(await asks(stage.phone, 'toko')).not.toContain('Punya Saya')
    const form = new FormData()
    form.set('file', new Blob(['tanggal,produk,jumlah\n2026-04-01,x,1\n']), 'x.csv')
    expect((await browser.posts('/dashboard/uploads', form)).status).toBe(404)
  }, 60_000)

  test('the first owner sees how the service is, another shop’s owner does not', async () => {
    await using stage = await aDashboard({ options: { policy: { ...POLICY, signup: 'open' } } })
    await marchSent(stage)
    const other = stage.stranger('6281299998888')
    await other.sends(csv('tanggal,produk,jumlah,harga', '2026-03-31,Teh,3,7777000'), {
      fileName: 'rahasia.csv',
    })
    await other.waitsFor(1, 20_000)
    await asks(other, 'toko nama Kedai Baru')
    await taps(other, 'shop:do:name:Kedai Baru')
    const page = await (await entered(stage)).gets('/dashboard/operator')
    expect(page.text).toContain('Kedai Baru')
    expect(page.text).not.toMatch(/Rp|7\.777|Teh|rahasia/)
    const theirs = await entered(stage, other)
    expect((await theirs.gets('/dashboard/operator')).status).toBe(404)
    expect((await theirs.gets('/dashboard')).text).not.toContain('Layanan')
  }, 60_000)

  test('somebody with two shops looks at either, and at no third', async () => {
    await using stage = await aDashboard()
    await marchSent(stage)
    const { store } = stage.app
    const owners = [{ channel: CHANNEL, phone: OWNER_PHONE }]
    await store.ensureShop(aShop({ id: 'kopi', name: 'Kopi Pagi' }), owners)
    await store.ensureShop(aShop({ id: 'asing', name: 'Toko Asing' }), [])
    const browser = await entered(stage)
    const own = await browser.gets('/dashboard')
    expect(own.text).toContain('Kopi Pagi')
    expect(own.text).not.toContain('Toko Asing')
    const turned = await browser.posts('/dashboard/shop', { shop: 'kopi' })
    expect(turned.html).toContain('<title>Ringkasan · Kopi Pagi</title>')
    expect(turned.text).not.toContain('Rp')
    const foreign = await browser.posts('/dashboard/shop', { shop: 'asing' })
    expect(foreign.html).toContain('<title>Ringkasan · Kopi Pagi</title>')
    // The chat goes on about its own shop.
    expect(await asks(stage.phone, 'ringkasan')).toContain('Toko Mawar')
  }, 60_000)
})
