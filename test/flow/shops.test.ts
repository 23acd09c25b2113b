import { describe, expect, test } from 'vitest'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { type Phone, phoneOf } from '../../src/simulator/phone.ts'
import { graphChannel } from '../../src/whatsapp/client.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { aServer } from '../support/a-server.ts'
import { aShop, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { asks, asksInVain, taps } from '../support/people.ts'

const DAY_MS = 86_400_000
const sales = (product: string, price: string) =>
  csv(
    'tanggal,produk,jumlah,harga',
    `30/03/2026,${product},1,25.000`,
    `31/03/2026,${product},2,${price}`,
  )
const sends = async (phone: Phone, product: string, price: string): Promise<string> => {
  await phone.sends(sales(product, price), { fileName: `${product}.csv` })
  await phone.waitsFor(1, 20_000)
  return phone.last()?.text ?? ''
}
const policy = (signup: 'closed' | 'invite' | 'open') => ({
  signup,
  defaults: { language: 'id', timeZone: 'Asia/Jakarta', currency: 'IDR' } as const,
  supportContact: '+62 811-0000-1111',
  alertTemplate: null,
  messageBudget: 1000,
  modelBudget: null,
  hasNarrative: true,
})

describe('somebody with several shops', () => {
  test('chooses the one we talk about; every answer names it', async () => {
    await using stage = await aStage()
    const { phone } = stage
    expect(await asks(phone, 'toko')).toContain('Pengaturan Toko Mawar')
    await sends(phone, 'Mawar', '17.000')
    expect(await asks(phone, 'omzet kemarin')).not.toContain('🏪')
    const owners = [{ channel: CHANNEL, phone: OWNER_PHONE }]
    stage.clock.advance(1000)
    await stage.app.store.ensureShop(aShop({ id: 'kopi', name: 'Kopi Pagi' }), owners)
    expect(await asks(phone, 'omzet kemarin')).toMatch(/^🏪 _Toko Mawar_\n.*34\.000/s)
    expect(await asks(phone, 'toko')).toMatch(
      /1\. Toko Mawar · pemilik · sedang dipilih\n2\. Kopi Pagi · pemilik\n/,
    )
    expect(await taps(phone, '2. Kopi Pagi')).toContain('Mulai sekarang kita bahas *Kopi Pagi*')
    expect(await asks(phone, 'omzet kemarin')).toMatch(/^🏪 _Kopi Pagi_\n.*[Bb]elum ada/s)
    await sends(phone, 'Kopi', '9.000')
    expect(await asks(phone, 'omzet kemarin')).toMatch(/Kopi Pagi.*18\.000/s)
    expect(await asks(phone, 'toko 1')).toContain('*Toko Mawar*')
    expect(await asks(phone, 'omzet kemarin')).toMatch(/Toko Mawar.*34\.000/s)
    expect(await asks(phone, 'toko 7')).toContain('Tidak ada toko nomor itu')
  }, 60_000)
})

describe('an owner sets the shop by chat', () => {
  test('each setting is checked, shown before and after, and taken back by saying it again', async () => {
    await using stage = await aStage({ now: '2026-04-01T19:30:00Z' })
    const { phone, app } = stage
    expect(await asks(phone, 'toko zona WITA')).toMatch(
      /Zona waktu: Asia\/Jakarta → \*Asia\/Makassar\*\?\nBerarti di toko sekarang pukul 03[.:]30/,
    )
    expect((await app.store.readShop('default'))?.timeZone).toBe('Asia/Jakarta')
    expect(await taps(phone, 'Ya, ganti')).toContain('Zona waktu: *Asia/Makassar* ✅')
    expect((await app.store.readShop('default'))?.timeZone).toBe('Asia/Makassar')
    expect(await asks(phone, 'toko zona Asia/Makassar')).toContain('memang sudah')
    await asks(phone, 'toko zona wib')
    await taps(phone, 'Ya, ganti')
    expect((await app.store.readShop('default'))?.timeZone).toBe('Asia/Jakarta')
    expect(await asks(phone, 'toko zona Mars')).toContain('belum saya kenal')

    expect(await asks(phone, 'toko tutup jam 3')).toContain('masuk hari sebelumnya')
    await taps(phone, 'Ya, ganti')
    expect((await app.store.readShop('default'))?.closingHour).toBe(3)
    expect(await asks(phone, 'toko tutup jam 11')).toContain('antara tengah malam dan jam 8')
    await asks(phone, 'toko tutup jam 21')
    await taps(phone, 'Ya, ganti')
    expect((await app.store.readShop('default'))?.closingHour).toBe(0)

    expect(await asks(phone, 'toko nama Melati *Florist*')).toContain('Melati')
    await taps(phone, 'Ya, ganti')
    expect((await app.store.readShop('default'))?.name).toBe('Melati *Florist*')
    await asks(phone, 'toko mata uang usd')
    await taps(phone, 'Ya, ganti')
    expect((await app.store.readShop('default'))?.currency).toBe('USD')
    expect(await asks(phone, 'toko mata uang kerang')).toContain('belum saya kenal')
    await taps(phone, 'shop:settings')
    expect(phone.last()?.text).toContain('Mata uang: USD')
    await asks(phone, 'toko mata uang rupiah')
    await taps(phone, 'Ya, ganti')
    await sends(phone, 'Mawar', '17.000')
    expect(await asks(phone, 'toko mata uang USD')).toContain('Semua penjualan di sini dalam IDR')
  }, 60_000)

  test('everybody is answered in the language they write', async () => {
    await using stage = await aStage()
    await asks(stage.phone, 'tim tambah 0812 9999 8888 manajer')
    const ann = stage.stranger('6281299998888')
    expect(await asks(ann, 'hello how are you')).toContain('You were added to')
    expect(await asks(ann, 'restock')).toContain('no sales')
    expect(await asks(stage.phone, 'restock')).toContain('elum ada')
    expect(await asks(ann, 'tolong lihat penjualan kemarin dong')).toContain('elum ada')
    expect(await asks(ann, 'bahasa inggris')).toContain('English')
    expect(await asks(ann, 'restock')).toContain('no sales')
    expect((await stage.app.store.readShop('default'))?.language).toBe('id')
  }, 60_000)
})

describe('signing up', () => {
  test('open: two strangers have two shops, and a file may be the first thing they send', async () => {
    await using stage = await aStage({ options: { policy: policy('open') } })
    const [ani, budi] = [stage.stranger('6281311110000'), stage.stranger('6281322220000')]
    expect(await sends(ani, 'Anggrek', '91.000')).toContain('Anggrek.csv')
    expect(await asks(budi, 'halo')).toContain('Kirim')
    expect(await asks(budi, 'omzet kemarin')).toContain('elum ada')
    expect(await sends(budi, 'Bakso', '13.000')).toContain('Bakso.csv')
    expect(await asks(ani, 'omzet kemarin')).toContain('182.000')
    expect(await asks(budi, 'omzet kemarin')).toContain('26.000')
    const shops = await stage.app.store.listShops()
    expect(new Set(shops.map(({ id }) => id)).size).toBe(3)
  }, 60_000)

  test('open: a landslide of new shops is held back for an hour', async () => {
    await using stage = await aStage({ options: { policy: policy('open') } })
    for (let i = 0; i < 60; i++) await stage.app.store.ensureShop(aShop({ id: `s${i}` }), [])
    const late = stage.stranger()
    expect(await asks(late, 'halo')).toContain('Coba chat lagi satu jam lagi')
    await asksInVain(late, 'halo')
    stage.clock.advance(3_700_000)
    expect(await asks(late, 'halo')).toContain('Kirim')
  }, 60_000)

  test('invite: a code opens one shop; without one a sentence a day tells how', async () => {
    await using stage = await aStage({ options: { policy: policy('invite') } })
    const { codeHash } = await import('../../src/store/team.ts')
    const expiresAt = stage.clock.now() + DAY_MS
    const invite = { shopId: null, role: 'owner', branches: null, expiresAt } as const
    const deed = { deed: 'invite', invite: { ...invite, hash: codeHash('HJ4KQ7WX') } } as const
    await stage.app.store.apply([{ kind: 'people', deed }])
    const [ani, budi] = [stage.stranger('6281311110000'), stage.stranger('6281322220000')]
    expect(await asks(ani, 'halo')).toContain('gabung KODE')
    await asksInVain(ani, 'halo')
    expect(await asks(ani, 'gabung hj4k-q7wx')).toContain('Toko Anda sudah dibuka')
    expect(await sends(ani, 'Anggrek', '91.000')).toContain('Anggrek.csv')
    expect(await asks(budi, 'gabung HJ4KQ7WX')).toContain('Kode ini tidak berlaku')
  }, 60_000)
})

describe('giving a shop up', () => {
  test('it is gone at once, comes back whole within a week, and after it never', async () => {
    await using stage = await aStage()
    const { phone, app } = stage
    await sends(phone, 'Mawar', '17.000')
    await asks(phone, 'tim tambah 0812 9999 8888')
    const staff = stage.stranger('6281299998888')
    await asks(staff, 'halo')
    const QUESTIONS = ['omzet kemarin', 'produk', 'file', 'tim', 'toko']
    const before: string[] = []
    for (const each of QUESTIONS) before.push(await asks(phone, each))

    expect(await asks(phone, 'hapus data')).toContain('Selama 7 hari *batal*')
    expect(await taps(phone, 'Ya, hapus semua')).toContain('sudah *dihapus*')
    expect(await app.store.listShops()).toEqual([])
    for (const each of [...QUESTIONS, 'menu', 'hapus data']) {
      expect(await asks(phone, each)).toMatch(/^\*Toko Mawar\* dihapus.*\nSampai Rab 8 Apr/)
    }
    expect(await asks(staff, 'omzet kemarin')).toContain('Silakan tanya pemilik')
    expect(await asks(staff, 'batal')).toContain('Silakan tanya pemilik')

    expect(await asks(phone, 'batal')).toContain('sudah kembali')
    for (const [i, each] of QUESTIONS.entries()) expect(await asks(phone, each)).toBe(before[i])

    await asks(phone, 'hapus data')
    await taps(phone, 'Ya, hapus semua')
    stage.clock.advance(6 * DAY_MS)
    expect(await taps(phone, 'Kembalikan')).toContain('sudah kembali')
    expect(await asks(phone, 'produk')).toContain('Mawar')

    await asks(phone, 'hapus data')
    await taps(phone, 'Ya, hapus semua')
    stage.clock.advance(7 * DAY_MS + 1000)
    for (const id of await app.store.closedBefore(stage.clock.now() - 7 * DAY_MS)) {
      await app.store.eraseShop(id)
    }
    expect(await asks(phone, 'omzet kemarin')).toContain('elum ada')
    expect(await app.store.membersOf('default')).toHaveLength(1)
    await sends(phone, 'Kopi', '9.000')
    expect(await asks(phone, 'produk')).not.toContain('Mawar')
  }, 90_000)
})

describe('several numbers in one service', () => {
  const OTHER = '200000000000002'

  /** Meta with two numbers of ours: whatever names the second one in its address goes there. */
  const withTwoNumbers = async (): Promise<{ stage: Stage; second: Phone } & AsyncDisposable> => {
    const server = await aServer()
    const secret = 'test_app_secret'
    const stage = await aStage({
      options: {
        phoneIds: [CHANNEL, OTHER],
        channel: graphChannel({
          token: 'EAATESTTOKEN',
          graphUrl: server.origin,
          apiVersion: 'v25.0',
          mediaHosts: [new URL(server.origin).host],
        }),
      },
    })
    const other = simulatedGraph({
      number: { channel: OTHER, displayNumber: '6281100002222', accountId: '0' },
      token: 'EAATESTTOKEN',
      appSecret: secret,
      publicUrl: () => server.origin,
      webhook: async (bytes, headers) => (await stage.post(new Uint8Array(bytes), headers)).status,
      now: stage.clock.now,
      paceMs: { sent: 0, delivered: 0, read: 0 },
    })
    server.serve((request) =>
      request.url.includes(OTHER) ? other.app.fetch(request) : stage.simulator.app.fetch(request),
    )
    const person = { phone: OWNER_PHONE, userId: `ID.${OWNER_PHONE}`, name: 'Rina' }
    return {
      stage,
      second: phoneOf(other, person),
      [Symbol.asyncDispose]: async () => {
        await stage[Symbol.asyncDispose]()
        await other.settled()
        await server[Symbol.asyncDispose]()
      },
    }
  }

  test('each question is answered on the number it came to, and alerts go to one of them', async () => {
    await using both = await withTwoNumbers()
    const { stage, second } = both
    expect(await asks(second, 'restock')).toContain('elum ada')
    expect(stage.phone.bubbles()).toEqual([])
    expect(await asks(stage.phone, 'restock')).toContain('elum ada')
    expect(second.bubbles()).toHaveLength(2)
    const owners = await stage.app.store.ownersOf('default')
    expect(owners.map(({ channel }) => channel)).toHaveLength(1)
  }, 60_000)
})
