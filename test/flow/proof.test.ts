import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta.
const NOW = '2026-04-01T03:00:00Z'

/** Ten weeks of two branches, three products, an odd price and a refund a week. */
const rows = Array.from({ length: 70 }, (_, i) => {
  const on = new Date(Date.UTC(2026, 0, 21 + i)).toISOString().slice(0, 10)
  const busy = i % 7 === 3 ? 6 : 2
  return [
    `${on},Mawar Merah,${busy},15000,Dago`,
    `${on},Lily Putih,1.5,20000.5,Setiabudi`,
    ...(i % 7 === 0 ? [`${on},Mawar Merah,-1,15000,Dago`] : []),
    `${on},=HYPERLINK("http://x"),1,1000,Dago`,
  ]
}).flat()

const aShop = async (): Promise<Stage> => {
  const stage = await aStage({ now: NOW })
  const file = csv('tanggal,produk,jumlah,harga,cabang', ...rows, 'bukan tanggal,Mawar,1,1,Dago')
  await stage.phone.sends(file, { fileName: 'maret.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.waitsForQuiet(200)
  return stage
}

type Proved = { readonly caption: string; readonly sheets: ReadonlyMap<string, unknown[][]> }

const proves = async ({ phone, simulator }: Stage, words = 'bukti'): Promise<Proved> => {
  await phone.says(words)
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(200)
  expect(bubbles).toHaveLength(1)
  const bubble = phone.last()
  const file = simulator.fileOf(bubble?.attachment?.mediaId ?? '')
  if (!bubble || !file) throw new Error(`no file: ${bubble?.text}`)
  const book = await readXlsx(file.bytes)
  return {
    caption: bubble.text.replaceAll('\u00a0', ' '),
    sheets: new Map(book.sheets.map(({ name, rows: cells }) => [name, cells])),
  }
}

/** Adds a column up as an owner would, without the row of the total. */
const sumOf = ({ sheets }: Proved, column: string, sheet = 'Baris'): number => {
  const [head = [], ...lines] = sheets.get(sheet) ?? []
  const at = head.indexOf(column)
  expect(at, `${column} in ${head.join()}`).not.toBe(-1)
  return lines
    .filter(([first]) => first !== 'Total')
    .reduce((sum, row) => sum + Number(row[at] ?? 0), 0)
}

const figureIn = (caption: string): number =>
  Number(/Rp ([\d.]+)/.exec(caption)?.[1]?.replaceAll('.', '') ?? Number.NaN)

describe('proof of an answer', () => {
  test('the rows of the file add up to the figure, for commands and for free questions', async () => {
    await using stage = await aShop()
    expect(await asks(stage.phone, 'bukti')).toContain('Belum ada jawaban berangka')
    await asks(stage.phone, 'penjualan bulan lalu')
    const month = await proves(stage)
    expect(month.caption).toContain('Bukti: Omzet Rp ')
    expect(month.caption).toContain('maret.csv (masuk Rab 1 Apr)')
    expect(month.caption).toContain('1 baris dilewati')
    expect(Math.round(sumOf(month, 'Penjualan bersih'))).toBe(figureIn(month.caption))
    // A name that a spreadsheet would run is text.
    expect(JSON.stringify(month.sheets.get('Baris'))).toContain(`'=HYPERLINK`)
    await asks(stage.phone, 'omzet mawar di dago minggu lalu')
    const rose = await proves(stage, 'mana buktinya?')
    expect(rose.caption).toContain('Mawar Merah')
    expect(rose.caption).toContain('Dago')
    expect(sumOf(rose, 'Penjualan bersih')).toBe(figureIn(rose.caption))
    await asks(stage.phone, 'berapa lily terjual bulan ini dibanding bulan lalu')
  })

  test('why, forecast and restock have their own sheets', async () => {
    await using stage = await aShop()
    await asks(stage.phone, 'kenapa kemarin')
    const why = await proves(stage)
    expect([...why.sheets.keys()]).toContain('Sebab')
    expect(Math.round(sumOf(why, 'Penjualan bersih'))).toBe(figureIn(why.caption))
    await asks(stage.phone, 'prediksi')
    const forecast = await proves(stage, 'proof')
    expect([...forecast.sheets.keys()]).toEqual(['Prediksi', 'Riwayat'])
    expect(forecast.caption).toContain('10 minggu')
    await asks(stage.phone, 'restock')
    const restock = await proves(stage)
    const [head = [], first = []] = restock.sheets.get('Restock') ?? []
    const cell = (name: string): number => Number(first[head.indexOf(name)] ?? 0)
    expect(cell('Laku sampai datang') + cell('Cadangan')).toBeCloseTo(cell('Perlu ada'), 3)
  })

  test('of the bubble that is replied to, and it says when sales have changed since', async () => {
    await using stage = await aShop()
    await asks(stage.phone, 'penjualan kemarin')
    const yesterday = stage.phone.last()
    if (yesterday === null) throw new Error('no bubble')
    await asks(stage.phone, 'penjualan bulan lalu')
    await asks(stage.phone, 'kemarin laku 1 mawar merah 15rb dago')
    await stage.phone.replies(yesterday, 'bukti')
    await stage.phone.waitsFor(1, 20_000)
    await stage.phone.waitsForQuiet(200)
    const bubble = stage.phone.last()
    expect(bubble?.text).toContain('Selasa 31 Mar')
    expect(bubble?.text).toContain('diketik di chat')
    expect(bubble?.text).toContain('Sejak jawaban itu ada penjualan')
  })
})
