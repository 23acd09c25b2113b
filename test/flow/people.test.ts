import { describe, expect, test } from 'vitest'
import { aStage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'
import { asks, asksInVain, taps } from '../support/people.ts'

const HEADINGS = 'tanggal,produk,jumlah,harga,cabang'
const SALES = csv(
  HEADINGS,
  '30/03/2026,Lily,1,25.000,Dago',
  '31/03/2026,Mawar,3,17.000,Dago',
  '31/03/2026,Anggrek,7,91.000,Setiabudi',
)
const code = (text: string): string => /(?:gabung|join) ([A-Z2-9]{8})/.exec(text)?.[1] ?? ''

describe('an owner builds a team', () => {
  test('adds a manager by number, who is greeted when they write and may do everything but rule', async () => {
    await using stage = await aStage()
    const { phone } = stage
    await phone.sends(SALES, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 20_000)
    expect(await asks(phone, 'tim')).toContain('1. Rina (…7890) · Anda · pemilik')

    expect(await asks(phone, 'tim tambah 0812-9999-8888 manajer')).toContain(
      '*+6281299998888* sekarang manajer',
    )
    const budi = stage.stranger('6281299998888')
    expect(budi.bubbles()).toEqual([])
    expect(await asks(budi, 'omzet kemarin')).toMatch(
      /Anda ditambahkan ke \*Toko Mawar\* sebagai manajer\.\n.*Selasa 31 Mar/,
    )
    expect(await asks(budi, 'omzet kemarin')).not.toContain('ditambahkan')
    for (const told of ['tim', 'token', 'hapus data', 'tim tambah 081300001111']) {
      expect(await asks(budi, told)).toContain('hanya bisa dilakukan pemilik toko')
    }
    expect(await asks(budi, 'toko nama Toko Budi')).toContain('hanya bisa dilakukan pemilik')
    expect(await asks(budi, 'alert')).not.toContain('hanya bisa')

    expect(await asks(phone, 'tim hapus 9')).toContain('Tidak ada orang nomor itu')
    expect(await asks(phone, 'tim hapus 1')).toContain('Pemilik terakhir tidak bisa dikeluarkan')
    expect(await asks(phone, 'keluar')).toContain('Pemilik terakhir')
    expect(await asks(phone, 'tim hapus 2')).toContain('sudah keluar dari tim')
    expect(await asks(budi, 'omzet kemarin')).not.toMatch(/Rp|Selasa/)
    expect(await taps(phone, 'Tambahkan lagi')).toContain('sekarang manajer')
    expect(await asks(budi, 'omzet kemarin')).toContain('Selasa 31 Mar')

    expect(await asks(budi, 'keluar')).toContain('Keluar dari *Toko Mawar*?')
    expect(await taps(budi, 'Ya, keluar')).toContain('Anda sudah keluar')
    await asksInVain(budi, 'omzet kemarin')
  }, 60_000)

  test('invites somebody without a number by a code that works once', async () => {
    await using stage = await aStage({ shop: { language: 'en' } })
    const { phone } = stage
    await phone.sends(SALES, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 20_000)
    expect(await asks(phone, 'team invite staff branch Mars')).toContain(
      'There is: Dago, Setiabudi',
    )
    const invitation = await asks(phone, 'team invite staff branch dago')
    expect(invitation).toContain('Invitation as staff at Dago')
    expect(invitation).toContain('Works once, until Wed 8 Apr')
    const sari = stage.stranger('6281300001111')
    expect(await asks(sari, `join ${code(invitation).toLowerCase()}`)).toContain(
      'Welcome to *Toko Mawar* 👋 You are in as staff at Dago',
    )
    const late = stage.stranger('6281300002222')
    expect(await asks(late, `join ${code(invitation)}`)).toContain('Kode ini tidak berlaku')
    expect(await asks(phone, 'team')).toContain('staff at Dago · with a code')

    const old = code(await asks(phone, 'team invite manager'))
    stage.clock.advance(8 * 86_400_000)
    expect(await asks(late, `join ${old}`)).toContain('Kode ini tidak berlaku')
  }, 60_000)

  test('wrong codes are answered five times an hour, then told to wait, then not at all', async () => {
    await using stage = await aStage()
    const guesser = stage.stranger()
    for (let i = 0; i < 5; i++) {
      expect(await asks(guesser, `gabung ABCDEF2${i + 2}`)).toContain('Kode ini tidak berlaku')
    }
    const real = code(await asks(stage.phone, 'tim undang manajer'))
    expect(await asks(guesser, `gabung ${real}`)).toContain('Coba lagi satu jam lagi')
    await asksInVain(guesser, `gabung ${real}`)
    stage.clock.advance(3_700_000)
    expect(await asks(guesser, `gabung ${real}`)).toContain('Anda masuk sebagai manajer')
  }, 60_000)
})

describe('staff', () => {
  test('see and send files, and touch only their own', async () => {
    await using stage = await aStage()
    const { phone } = stage
    await phone.sends(SALES, { fileName: 'pemilik.csv' })
    await phone.waitsFor(1, 20_000)
    await asks(phone, 'tim tambah 0812 9999 8888 staf')
    const staff = stage.stranger('6281299998888')
    expect(await asks(staff, 'omzet kemarin')).toContain('Selasa 31 Mar')
    expect(await asks(staff, 'batal')).not.toContain('pemilik.csv')
    expect(await asks(staff, 'file')).not.toContain('pemilik.csv')
    expect(await asks(staff, 'batal')).not.toContain('pemilik.csv')
    await staff.sends(csv(HEADINGS, '28/03/2026,Tulip,1,5.000,Dago'), { fileName: 'staf.csv' })
    expect((await staff.waitsFor(1, 20_000))[0]?.text).toContain('staf.csv')
    expect(await asks(staff, 'file')).toContain('staf.csv')
    expect(await asks(staff, 'hari tutup')).toContain('pemilik atau manajer')
    expect(await asks(staff, 'ekspor')).toContain('pemilik atau manajer')
    expect(await asks(staff, 'batal')).toContain('staf.csv')
    expect(await asks(phone, 'file')).toContain('pemilik.csv')
  }, 60_000)
})

describe('a team in Spanish and Portuguese', () => {
  test.each([
    {
      shop: { language: 'es', timeZone: 'America/Mexico_City', currency: 'MXN' } as const,
      list: ['equipo', 'Equipo de Toko Mawar'],
      add: ['equipo agregar 55 1234 5678 gerente', '+525512345678* ahora es gerente'],
      invite: ['equipo invitar', /unirme ([A-Z2-9]{8})/, 'unirme', 'Entras como empleado'],
      refused: ['equipo', 'Eso solo lo puede hacer el dueño'],
      setting: ['tienda cierra a las 3', 'Sí, cambiar', 'El día termina: *a las 03:00'],
    },
    {
      shop: { language: 'pt', timeZone: 'America/Recife', currency: 'BRL' } as const,
      list: ['equipe', 'Equipe de Toko Mawar'],
      add: ['equipe adicionar 81 91234 5678 gerente', '+5581912345678* agora é gerente'],
      invite: ['equipe convidar', /entrar ([A-Z2-9]{8})/, 'entrar', 'Você entra como funcionário'],
      refused: ['equipe', 'Isso só o dono da loja pode fazer'],
      setting: ['loja fecha às 3', 'Sim, mudar', 'O dia termina: *às 03:00'],
    },
  ] as const)(
    '$shop.language',
    async ({ shop, list, add, invite, refused, setting }) => {
      await using stage = await aStage({ shop })
      const { phone } = stage
      expect(await asks(phone, list[0])).toContain(list[1])
      expect(await asks(phone, add[0])).toContain(add[1])
      const given = invite[1].exec(await asks(phone, invite[0]))?.[1] ?? ''
      const staff = stage.stranger()
      expect(await asks(staff, `${invite[2]} ${given}`)).toContain(invite[3])
      expect(await asks(staff, refused[0])).toContain(refused[1])
      await asks(phone, setting[0])
      expect(await taps(phone, setting[1])).toContain(setting[2])
      expect((await stage.app.store.readShop('default'))?.closingHour).toBe(3)
    },
    60_000,
  )
})
