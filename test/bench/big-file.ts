import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { seededRandom } from '../support/random.ts'

const HEADING = 'tanggal,no_nota,produk,varian,jumlah,harga,total,cabang'
const DAYS = 365
const PRODUCTS = 400
const LINES_A_RECEIPT = 3
const FLUSH_LINES = 10_000
const FLOWERS = ['Mawar', 'Lily', 'Anggrek', 'Melati', 'Krisan', 'Tulip', 'Aster', 'Gerbera']
const FORMS = ['Satuan', 'Buket', 'Papan', 'Vas']
const COLOURS = ['merah', 'putih', 'kuning', 'ungu', 'merah muda', '']
const BRANCHES = ['Dago', 'Setiabudi', 'Buah Batu']

/**
 * Writes a year of a chain of flower shops: 8 columns, about 60 bytes a line, the same on every
 * machine. Popular products sell most, as they do.
 */
export const writeBigFile = async (path: string, lines: number): Promise<void> => {
  const chance = seededRandom(2026)
  const pick = <T>(list: readonly T[], power = 1): T =>
    list[Math.floor(chance() ** power * list.length)] as T
  const products = Array.from({ length: PRODUCTS }, (_, i) => ({
    name: `${pick(FLOWERS)} ${pick(FORMS)} ${i + 1}`,
    price: (1 + Math.floor(chance() * 400)) * 500,
  }))
  const out = createWriteStream(path)
  let text = `${HEADING}\n`
  for (let i = 0; i < lines; i++) {
    const { name, price } = pick(products, 2)
    const quantity = 1 + Math.floor(chance() ** 3 * 12)
    const receipt = Math.floor(i / LINES_A_RECEIPT)
    text += `${dayText(Math.floor((i * DAYS) / lines))},T${String(receipt).padStart(6, '0')},${name},${pick(COLOURS)},${quantity},${price},${quantity * price},${pick(BRANCHES, 1.5)}\n`
    if (i % FLUSH_LINES === 0) {
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
  }
  out.end(text)
  await once(out, 'finish')
}

const dayText = (day: number): string =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
