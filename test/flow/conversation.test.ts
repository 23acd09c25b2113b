import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { xlsxOf } from '../ingest/a-workbook.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'
const YESTERDAY = day('2026-03-31')

const aShopIn = (language: Language): Promise<Stage> => aStage({ now: NOW, shop: { language } })

/** The shop's answer to the person's last message: exactly one bubble, as read. */
const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  expect(bubbles.map((bubble) => bubble.text)).toHaveLength(1)
  return drawn(bubbles[0])
}

const drawn = (bubble: ReturnType<Stage['phone']['last']> | undefined): string => {
  if (!bubble) throw new Error('no bubble')
  const buttons = bubble.choices.map(({ title }) => `[${title}]`).join(' ')
  return `${bubble.text}\n${buttons}`.trim()
}

const said = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the dialogues, in Indonesian and in English', () => {
  const steady = steadyShop({ until: YESTERDAY })
  const total = {
    id: steady.revenue.toLocaleString('id-ID'),
    en: steady.revenue.toLocaleString('en-US'),
  }
  const lines = {
    id: steady.lines.toLocaleString('id-ID'),
    en: steady.lines.toLocaleString('en-US'),
  }

  for (const language of ['id', 'en'] as const) {
    const inLanguage = (id: string, en: string): string => (language === 'id' ? id : en)

    test(`first contact, ${language}: value before questions`, async () => {
      await using stage = await aShopIn(language)
      await stage.phone.says(inLanguage('halo', 'hi'))
      expect(await answer(stage)).toBe(
        inLanguage(
          'Halo 👋 Saya bantu pantau penjualan toko.\nKirim *file penjualan* dari kasir (CSV/Excel) ke chat ini. Langsung saya bacakan.\n_Data hanya untuk toko Anda. Ketik *hapus data* kapan saja._\n[Lihat contoh] [Cara ekspor] [English]',
          'Hi 👋 I keep an eye on your shop’s sales.\nSend the *sales file* from your till (CSV/Excel) into this chat. I read it out right away.\n_The data is for your shop only. Type *delete data* any time._\n[See a sample] [How to export] [Bahasa Indonesia]',
        ),
      )
    })

    test(`file received, ${language}: rows, money to the last rupiah, dates, skipped rows`, async () => {
      await using stage = await aShopIn(language)
      const text = `${steady.text},Mawar Merah,1,15000,Dago,merah\n\n,TOTAL,,${steady.revenue},,\n`
      await stage.phone.sends(new TextEncoder().encode(text), { fileName: 'penjualan_maret.csv' })
      expect(said(await answer(stage))).toBe(
        inLanguage(
          `✅ *penjualan_maret.csv* terbaca\n*${lines.id} penjualan, Rp ${total.id}*\n7 Jan - 31 Mar 2026 · 2 cabang · 3 produk\n1 baris dilewati (tanpa tanggal), 1 baris TOTAL tidak dihitung\n[Ringkasan] [Lihat 1 baris] [Batalkan file]`,
          `✅ *penjualan_maret.csv* is in\n*${lines.en} sales, Rp ${total.en}*\n7 Jan - 31 Mar 2026 · 2 branches · 3 products\n1 row skipped (no date), 1 TOTAL row not counted\n[Summary] [See 1 row] [Undo this file]`,
        ),
      )
      await stage.phone.taps(inLanguage('Lihat 1 baris', 'See 1 row'))
      expect(await answer(stage)).toContain(
        inLanguage(`Baris ${steady.lines + 2}`, `Row ${steady.lines + 2}`),
      )
      expect(stage.phone.last()?.attachment).toMatchObject({
        kind: 'document',
        fileName: inLanguage(
          'penjualan_maret - baris dilewati.xlsx',
          'penjualan_maret - skipped rows.xlsx',
        ),
      })
    })

    test(`same file again, ${language}: nothing doubles, three new sales are added`, async () => {
      await using stage = await aShopIn(language)
      await stage.phone.sends(steady.bytes, { fileName: 'penjualan.csv' })
      await answer(stage)
      stage.clock.advance(20 * 60_000)
      await stage.phone.sends(steady.bytes, { fileName: 'penjualan (1).csv' })
      const again = await answer(stage)
      expect(again).toContain(
        inLanguage(
          'File ini sudah masuk tadi pagi, jadi *tidak ada yang dobel* 👍',
          'This file came in this morning, so *nothing is counted twice* 👍',
        ),
      )
      const three = Array.from(
        { length: 3 },
        () => '2026-03-31,Kaktus Mini,1,20000,Dago,hijau',
      ).join('\n')
      await stage.phone.sends(new TextEncoder().encode(`${steady.text}${three}\n`), {
        fileName: 'penjualan.csv',
      })
      const longer = await answer(stage)
      expect(longer).toContain(inLanguage('3 penjualan baru ditambahkan.', '3 new sales added.'))
      await stage.phone.says(inLanguage('ringkasan', 'summary'))
      expect(said(await answer(stage))).toContain(
        inLanguage(
          moneyOn(steady.text, '2026-03-31', 60_000, 'id-ID'),
          moneyOn(steady.text, '2026-03-31', 60_000, 'en-US'),
        ),
      )
    })

    test(`summary, ${language}: the money, against the same weekday, with its basis`, async () => {
      await using stage = await aShopIn(language)
      await stage.phone.sends(steady.bytes, { fileName: 'penjualan.csv' })
      await answer(stage)
      await stage.phone.says(inLanguage('ringkasan', 'summary'))
      const text = said(await answer(stage))
      expect(text).toContain(moneyOn(steady.text, '2026-03-31', 0, inLanguage('id-ID', 'en-US')))
      expect(text).toContain(inLanguage('Selasa biasanya', 'a usual Tuesday'))
      expect(text).toContain(inLanguage('- Terlaris: Mawar Merah', '- Best seller: Mawar Merah'))
      expect(text).toMatch(/Dago \d+%/)
      expect(text).toContain(inLanguage('Warna favorit: merah', 'Favourite warna: merah'))
      expect(text).toMatch(
        language === 'id'
          ? /_Dasar: \d+ penjualan, 2 cabang_/
          : /_Based on: \d+ sales, 2 branches_/,
      )
      expect(text.split('\n').length).toBeLessThanOrEqual(9)
    })

    test(`alert, ${language}: rings by itself once, names the branch, takes one tap`, async () => {
      await using stage = await aShopIn(language)
      const bad = steadyShop({ until: YESTERDAY, lastDayFactor: 0.25, lastDayBranch: 'Dago' })
      await stage.phone.sends(bad.bytes, { fileName: 'penjualan.csv' })
      const bubbles = await stage.phone.waitsFor(2, 20_000)
      await stage.phone.waitsForQuiet(500)
      expect(bubbles).toHaveLength(2)
      const alert = said(drawn(bubbles[1]))
      expect(alert).toMatch(
        language === 'id'
          ? /^⚠️ \*Cabang Dago turun Rp [\d.,]+ (rb|jt)\* kemarin \(31 Mar\)\nRp [\d.,]+ (rb|jt); Selasa biasanya Rp/
          : /^⚠️ \*Dago branch down Rp [\d.,]+[KM]?\* yesterday \(31 Mar\)\nRp [\d.,]+[KM]?; a Tuesday is usually Rp/,
      )
      expect(alert).toContain(
        inLanguage('_Cabang lain normal._', '_The other branches are normal._'),
      )
      expect(alert).toContain(
        inLanguage('[Toko tutup] [Wajar]', '[Shop was closed] [That is normal]'),
      )
      await stage.phone.taps(inLanguage('Toko tutup', 'Shop was closed'))
      expect(await answer(stage)).toContain(inLanguage('*toko tutup*', '*shop was closed*'))
    })

    test(`forecast, ${language}: a range for tomorrow, per product, with its score`, async () => {
      await using stage = await aShopIn(language)
      await stage.phone.sends(steady.bytes, { fileName: 'penjualan.csv' })
      await answer(stage)
      await stage.phone.says(inLanguage('prediksi', 'forecast'))
      const text = said(await answer(stage))
      expect(text).toMatch(
        language === 'id'
          ? /^🔮 \*Besok \(Kamis\): \d+-\d+ barang\*\nPaling mungkin \d+/
          : /^🔮 \*Tomorrow \(Thursday\): \d+-\d+ items\*\nMost likely \d+/,
      )
      expect(text).toMatch(/- Mawar Merah \d+-\d+/)
      expect(text).toMatch(
        language === 'id'
          ? /Dicoba untuk Sel 31 Mar: \d+-\d+, terjual \d+/
          : /Tested on Tue 31 Mar: \d+-\d+, you sold \d+/,
      )
      expect(text).toContain(inLanguage('Dasar:', 'Based on:'))
    })

    test(`restock, ${language}: what to have ready, and the sum behind it`, async () => {
      await using stage = await aShopIn(language)
      await stage.phone.sends(steady.bytes, { fileName: 'penjualan.csv' })
      await answer(stage)
      await stage.phone.says('restock?')
      const text = said(await answer(stage))
      expect(text).toMatch(
        language === 'id'
          ? /^📦 \*Siapkan untuk 3 hari: 3 barang\*\n1\. Mawar Merah: \*\d+\*/
          : /^📦 \*Have ready for 3 days: 3 items\*\n1\. Mawar Merah: \*\d+\*/,
      )
      const why = stage.phone.last()?.choices.at(-1)?.title ?? ''
      expect(why).toMatch(language === 'id' ? /^Kenapa \d+\?$/ : /^Why \d+\?$/)
      await stage.phone.taps(why)
      expect(said(await answer(stage))).toMatch(/× 3/)
    })
  }
})

describe('the owner and the bot', () => {
  test('a chart comes as one message: picture, caption and buttons', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    await stage.phone.says('grafik')
    const text = await answer(stage)
    const attachment = stage.phone.last()?.attachment
    expect(attachment?.kind).toBe('image')
    expect(text).toContain('📈 *Selasa 31 Mar')
  })

  test('the report has its five parts in one message', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    await stage.phone.says('laporan')
    const text = await answer(stage)
    for (const part of ['1. Ringkasan', '2. Stok', '3. Singkatnya', '4. Alert', '5. Besok']) {
      expect(text).toContain(`*${part}`)
    }
  })

  test('undo takes the last file out, and the numbers go back', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '30/03/2026,Mawar,2,15.000'), {
      fileName: 'a.csv',
    })
    await answer(stage)
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000'), {
      fileName: 'b.csv',
    })
    await answer(stage)
    await stage.phone.says('batal')
    expect(await answer(stage)).toContain('*b.csv*')
    await stage.phone.says('ringkasan')
    expect(said(await answer(stage))).toContain('Senin 30 Mar: Rp 30.000')
    await stage.phone.says('batal')
    await answer(stage)
    await stage.phone.says('ringkasan')
    expect(await answer(stage)).not.toContain('Rp')
  })

  test('a corrected file is offered to replace its days, so that nothing counts twice', async () => {
    await using stage = await aShopIn('id')
    const file = (quantity: number) =>
      csv(
        'tanggal,produk,jumlah,harga',
        `31/03/2026,Lily,${quantity},25.000`,
        '30/03/2026,Mawar,1,15.000',
      )
    await stage.phone.sends(file(1), { fileName: 'a.csv' })
    await answer(stage)
    await stage.phone.sends(file(3), { fileName: 'a-benar.csv' })
    expect(await answer(stage)).toContain('*koreksi*')
    await stage.phone.says('omzet kemarin')
    expect(said(await answer(stage))).toContain('Rp 100.000')
    await stage.phone.taps('Ganti hari ini')
    expect(await answer(stage)).toContain('*a-benar.csv*')
    await stage.phone.says('omzet kemarin')
    expect(said(await answer(stage))).toContain('Rp 75.000')
  })

  test('an unfinished week stands against the same elapsed part of the week before', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    await stage.phone.says('omzet minggu ini')
    const text = said(await answer(stage))
    // Monday and Tuesday of this week against Monday and Tuesday of last week.
    expect(text).toMatch(
      /(▲|▼|≈).*periode sebelumnya \(Rp [\d.,]+ (jt|rb)\), sama-sama s\/d Sel 31 Mar/,
    )
  })

  test('an Excel file with two months asks which one, and the other format of the same sales adds nothing', async () => {
    await using stage = await aShopIn('id')
    const head = ['Tanggal', 'Produk', 'Jumlah', 'Harga']
    const march = [head, ['2026-03-30', 'Mawar', 2, 15_000], ['2026-03-31', 'Lily', 1, 25_000]]
    const february = [head, ['2026-02-27', 'Mawar', 4, 15_000], ['2026-02-28', 'Lily', 2, 25_000]]
    const workbook = await xlsxOf([
      { name: 'Februari', rows: february },
      { name: 'Maret', rows: march },
    ])
    await stage.phone.sends(workbook, { fileName: 'penjualan.xlsx' })
    expect(await answer(stage)).toContain('[Februari] [Maret]')
    expect(await stage.app.store.coverage('default')).toBeNull()
    await stage.phone.taps('Maret')
    expect(said(await answer(stage))).toContain('*2 penjualan, Rp 55.000*')
    await stage.phone.sends(
      csv(
        'tanggal;produk;jumlah;harga',
        '30/03/2026;Mawar;2;Rp 15.000',
        '31/03/2026;Lily;1;Rp 25.000',
      ),
      { fileName: 'penjualan.csv' },
    )
    expect(await answer(stage)).toContain('*tidak ada yang dobel*')
    await stage.phone.says('omzet bulan lalu')
    expect(said(await answer(stage))).toContain('Rp 55.000')
  })

  test('a stock list updates what is on hand, and restock takes it off', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    await stage.phone.says('restock')
    expect(await answer(stage)).toContain('Mawar Merah')
    await stage.phone.sends(
      csv('Nama Barang;Stok', 'Mawar Merah;500', 'Lily Putih;0', 'Buket Wisuda;2', 'TOTAL;502'),
      { fileName: 'stok.csv' },
    )
    expect(await answer(stage)).toContain('*stok.csv* ternyata daftar stok: 3 produk dicatat')
    await stage.phone.says('restock')
    const advice = await answer(stage)
    expect(advice).toMatch(/^📦 \*Pesan hari ini: 2 barang\*/)
    expect(advice).not.toContain('Mawar Merah')
    await stage.phone.says('omzet kemarin')
    expect(await answer(stage)).toContain('Selasa 31 Mar')
  })

  test('a date with two readings is asked once and remembered for files like it', async () => {
    await using stage = await aShopIn('id')
    const file = (...rows: string[]) => csv('tanggal,produk,jumlah,harga', ...rows)
    await stage.phone.sends(file('03/04/2025,Mawar,2,15.000', '05/02/2025,Lily,1,20.000'), {
      fileName: 'a.csv',
    })
    const asked = await answer(stage)
    expect(asked).toContain('?')
    const [first] = stage.phone.last()?.choices ?? []
    await stage.phone.taps(first?.id ?? '')
    expect(said(await answer(stage))).toContain('*2 penjualan, Rp 50.000*')
    await stage.phone.sends(file('04/05/2025,Mawar,1,15.000', '06/03/2025,Lily,1,20.000'), {
      fileName: 'b.csv',
    })
    expect(said(await answer(stage))).toContain('*2 penjualan, Rp 35.000*')
  })

  test('a web page, a PDF and a picture are refused with what to send instead', async () => {
    await using stage = await aShopIn('id')
    for (const [bytes, fileName] of [
      [new TextEncoder().encode('<!doctype html><html><body>login</body></html>'), 'a.csv'],
      [new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'penjualan.csv'],
    ] as const) {
      await stage.phone.sends(bytes, { fileName })
      expect(await answer(stage)).toContain('CSV')
    }
    await stage.phone.sendsPicture(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
    expect(await answer(stage)).toContain('CSV')
  })

  test('what is not understood is said, then the menu comes, then a person', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    const texts: string[] = []
    for (const nonsense of ['blablabla zzz', 'qwerty uiop', 'asdf ghjkl']) {
      await stage.phone.says(nonsense)
      texts.push(await answer(stage))
    }
    expect(texts[1]).toContain('1. ')
    expect(texts[2]).toContain('+62 811-0000-1111')
    await stage.phone.says('menu')
    await answer(stage)
    await stage.phone.says('1')
    expect(await answer(stage)).toContain('📊')
  })

  test('a stranger gets one polite sentence a day and no data', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    const stranger = stage.stranger()
    await stranger.says('ringkasan')
    const [reply] = await stranger.waitsFor(1)
    expect(reply?.text).not.toMatch(/\d/)
    await stranger.says('omzet kemarin')
    expect(await stranger.waitsForQuiet(400)).toEqual([])
  })

  test('all data is deleted on the owner’s word, only after a question, and comes back within a week', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    await stage.phone.says('hapus data')
    expect(await answer(stage)).toContain('?')
    await stage.phone.taps('delete-data:confirm')
    await answer(stage)
    await stage.phone.says('ringkasan')
    expect(await answer(stage)).not.toContain('Rp')
    await stage.phone.says('batal')
    await answer(stage)
    await stage.phone.says('ringkasan')
    expect(await answer(stage)).toContain('Rp')
  })

  test('the sample shop is one tap away and makes room for the first own file', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.says('halo')
    await answer(stage)
    await stage.phone.taps('Lihat contoh')
    await stage.phone.waitsFor(2, 20_000)
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000'), {
      fileName: 'b.csv',
    })
    expect(await answer(stage)).toContain('Toko contoh sudah saya singkirkan')
    await stage.phone.says('omzet kemarin')
    expect(said(await answer(stage))).toContain('Rp 25.000')
    // Their own sales are there now: nobody calls them a sample.
    await stage.phone.says('contoh')
    expect(await answer(stage)).not.toContain('contoh')
  })

  test('a file in another currency is not added to rupiah', async () => {
    await using stage = await aShopIn('id')
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000'), {
      fileName: 'a.csv',
    })
    await answer(stage)
    await stage.phone.sends(
      csv('date,product,quantity,price', '2026-03-30,Rose,2,£2.50', '2026-03-31,Lily,1,£3.20'),
      { fileName: 'b.csv' },
    )
    expect(await answer(stage)).toContain('mata uang')
    await stage.phone.says('omzet kemarin')
    expect(said(await answer(stage))).toContain('Rp 25.000')
  })
})

/** Money of one day of a made file plus `extra`, as full money is written. */
const moneyOn = (text: string, date: string, extra: number, locale: string): string =>
  (
    text
      .split('\n')
      .filter((row) => row.startsWith(date))
      .map((row) => row.split(','))
      .reduce((sum, cells) => sum + Number(cells[2]) * Number(cells[3]), 0) + extra
  ).toLocaleString(locale)
