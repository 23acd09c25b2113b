import { addDays, type Day, daysBetween, daysOf, weekdayOf } from './day.ts'
import type { Language } from './shop.ts'

/** A till file to try the bot with. */
export type SampleFile = { readonly fileName: string; readonly bytes: Uint8Array }

type Flower = {
  readonly name: Readonly<Record<Language, string>>
  readonly price: number
  /** Sales lines a usual day, all branches together. */
  readonly perDay: number
  /** Most pieces in one sale. */
  readonly piecesMax: number
  readonly colours: readonly Colour[]
  /** Its own habit: a factor by weekday and by days before the last one. */
  readonly habit?: (weekday: number, daysAgo: number) => number
}

type Colour = keyof typeof COLOURS

/** Three months: thirteen of each weekday, so that every rule has enough to learn from. */
const DAYS = 91
/** Fixed, so that the sample tells the same story to everybody. */
const SEED = 20_261
const COLOURS = {
  merah: { id: 'merah', en: 'red', es: 'rojo', pt: 'vermelho' },
  putih: { id: 'putih', en: 'white', es: 'blanco', pt: 'branco' },
  pink: { id: 'pink', en: 'pink', es: 'rosado', pt: 'rosa' },
  kuning: { id: 'kuning', en: 'yellow', es: 'amarillo', pt: 'amarelo' },
  ungu: { id: 'ungu', en: 'purple', es: 'morado', pt: 'roxo' },
} as const satisfies Record<string, Record<Language, string>>

/** Monday to Sunday: quiet after the weekend, full on Saturday. */
const WEEKDAY_FACTORS = [0.75, 0.8, 0.85, 0.9, 1.1, 1.6, 1.3] as const
const BRANCHES = [
  { name: { id: 'Dago', en: 'Dago', es: 'Centro', pt: 'Centro' }, share: 0.5 },
  { name: { id: 'Setiabudi', en: 'Setiabudi', es: 'Norte', pt: 'Norte' }, share: 0.3 },
  { name: { id: 'Kemang', en: 'Kemang', es: 'Sur', pt: 'Sul' }, share: 0.2 },
] as const
type Branch = (typeof BRANCHES)[number]
/**
 * The planted bad day: the last one in the largest branch. Two customers in three stay away and nobody
 * buys anything dear, so the day stands out whichever weekday it falls on, and has a reason.
 */
const [BAD_BRANCH] = BRANCHES
const badDayFactor = (one: Flower): number => (one.price > 100_000 ? 0 : 0.35)

const isWeekend = (weekday: number): boolean => weekday >= 6

const FLOWERS: readonly Flower[] = [
  flower(
    { id: 'Mawar Merah', en: 'Red Rose', es: 'Rosa Roja', pt: 'Rosa Vermelha' },
    {
      price: 15_000,
      perDay: 7,
      piecesMax: 12,
      colours: ['merah'],
    },
  ),
  flower(
    { id: 'Mawar Putih', en: 'White Rose', es: 'Rosa Blanca', pt: 'Rosa Branca' },
    {
      price: 15_000,
      perDay: 3,
      piecesMax: 10,
      colours: ['putih'],
    },
  ),
  flower(
    {
      id: 'Buket Wisuda',
      en: 'Graduation Bouquet',
      es: 'Ramo de Graduación',
      pt: 'Buquê de Formatura',
    },
    {
      price: 175_000,
      perDay: 3,
      piecesMax: 2,
      colours: ['pink', 'putih', 'ungu'],
      // Graduation season: twice as many in the last three weeks.
      habit: (weekday, daysAgo) => (isWeekend(weekday) ? 1.6 : 0.8) * (daysAgo < 21 ? 2 : 1),
    },
  ),
  flower(
    {
      id: 'Buket Valentine Mini',
      en: 'Mini Love Bouquet',
      es: 'Mini Ramo de Amor',
      pt: 'Mini Buquê do Amor',
    },
    {
      price: 95_000,
      perDay: 2.5,
      piecesMax: 2,
      colours: ['merah', 'pink'],
    },
  ),
  flower(
    { id: 'Lily Putih', en: 'White Lily', es: 'Lirio Blanco', pt: 'Lírio Branco' },
    {
      price: 35_000,
      perDay: 2,
      piecesMax: 5,
      colours: ['putih'],
      // Nothing for two weeks: the slow mover.
      habit: (_, daysAgo) => (daysAgo < 14 ? 0 : 1),
    },
  ),
  flower(
    { id: 'Anggrek Bulan', en: 'Moth Orchid', es: 'Orquídea', pt: 'Orquídea' },
    {
      price: 125_000,
      perDay: 1.5,
      piecesMax: 2,
      colours: ['ungu', 'putih'],
    },
  ),
  flower(
    { id: 'Krisan', en: 'Chrysanthemum', es: 'Crisantemo', pt: 'Crisântemo' },
    {
      price: 12_000,
      perDay: 3,
      piecesMax: 10,
      colours: ['kuning', 'putih', 'ungu'],
    },
  ),
  flower(
    { id: 'Bunga Matahari', en: 'Sunflower', es: 'Girasol', pt: 'Girassol' },
    {
      price: 25_000,
      perDay: 2,
      piecesMax: 5,
      colours: ['kuning'],
    },
  ),
  flower(
    { id: 'Baby Breath', en: "Baby's Breath", es: 'Nube', pt: 'Mosquitinho' },
    {
      price: 40_000,
      perDay: 2,
      piecesMax: 3,
      colours: ['putih'],
    },
  ),
  flower(
    { id: 'Tulip Impor', en: 'Imported Tulip', es: 'Tulipán Importado', pt: 'Tulipa Importada' },
    {
      price: 45_000,
      perDay: 1,
      piecesMax: 6,
      colours: ['merah', 'kuning', 'ungu'],
    },
  ),
  flower(
    {
      id: 'Papan Ucapan',
      en: 'Congratulation Board',
      es: 'Corona de Felicitación',
      pt: 'Coroa de Felicitações',
    },
    {
      price: 450_000,
      perDay: 0.8,
      piecesMax: 1,
      colours: ['merah', 'kuning'],
      // Companies order on working days.
      habit: (weekday) => (isWeekend(weekday) ? 0.1 : 1.4),
    },
  ),
  flower(
    { id: 'Hampers Bunga', en: 'Flower Hamper', es: 'Canasta de Flores', pt: 'Cesta de Flores' },
    {
      price: 250_000,
      perDay: 0.7,
      piecesMax: 2,
      colours: ['pink', 'putih'],
    },
  ),
]

/** How a till of the language's first country writes; prices are given in rupiah. */
type Words = {
  readonly language: Language
  readonly fileName: string
  readonly header: readonly string[]
  /** Between cells: tills with a decimal comma write semicolons. */
  readonly comma: ',' | ';'
  readonly day: (value: Day) => string
  readonly amount: (rupiah: number) => string
}

/** 05/02/2026, as a till in Bandung, Puebla or Recife writes it. */
const dayFirst = (value: Day): string => value.split('-').reverse().join('/')
/** A rose at 15,000 rupiah costs about 15 pesos or reais: a price those shops could have. */
const coins = (rupiah: number): string => (rupiah / 1000).toFixed(2)

const WORDS: Readonly<Record<Language, Words>> = {
  id: {
    language: 'id',
    fileName: 'penjualan_toko_mawar.csv',
    header: ['tanggal', 'produk', 'jumlah', 'harga', 'cabang', 'warna'],
    comma: ',',
    day: dayFirst,
    amount: (rupiah) => String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.'),
  },
  en: {
    language: 'en',
    fileName: 'rose_shop_sales.csv',
    header: ['date', 'product', 'quantity', 'price', 'branch', 'color'],
    comma: ',',
    day: (value) => value,
    amount: String,
  },
  es: {
    language: 'es',
    fileName: 'ventas_floreria_rosa.csv',
    header: ['fecha', 'producto', 'cantidad', 'precio', 'sucursal', 'color'],
    comma: ',',
    day: dayFirst,
    amount: coins,
  },
  pt: {
    language: 'pt',
    fileName: 'vendas_floricultura_rosa.csv',
    header: ['data', 'produto', 'quantidade', 'preço', 'loja', 'cor'],
    comma: ';',
    day: dayFirst,
    amount: (rupiah) => coins(rupiah).replace('.', ','),
  },
}

/**
 * Three months of a flower shop with three branches, ending yesterday: Saturdays full, Mondays
 * quiet, one product rising, one asleep, one branch that had a bad day yesterday; and what real
 * files have too, a TOTAL line and twelve lines whose date is missing. The same every time.
 */
export const sampleFile = (today: Day, language: Language): SampleFile => {
  const words = WORDS[language]
  const sales = salesUntil(addDays(today, -1))
  const lines = sales.map((sale, index) => lineOf(sale, words, isDateLost(index, sales.length)))
  const text = [words.header.join(words.comma), ...lines, totalOf(sales, words), ''].join('\n')
  return { fileName: words.fileName, bytes: new TextEncoder().encode(text) }
}

type SampleSale = {
  readonly day: Day
  readonly flower: Flower
  readonly pieces: number
  readonly branch: Branch
  readonly colour: Colour
}

const salesUntil = (last: Day): SampleSale[] => {
  const chance = randomNumbers(SEED)
  const even = evenCounts()
  return daysOf({ from: addDays(last, 1 - DAYS), to: last }).flatMap((day) =>
    BRANCHES.flatMap((branch) =>
      FLOWERS.flatMap((one) => {
        const usual = one.perDay * branch.share * factorOf(one, day, last)
        const isBad = day === last && branch === BAD_BRANCH
        const expected = usual * (isBad ? badDayFactor(one) : 1)
        const count = day === last ? even(expected) : poisson(expected, chance)
        return Array.from({ length: count }, () => saleOf(one, { day, branch, chance }))
      }),
    ),
  )
}

/**
 * Whole counts that add up to the expected ones, without chance: on the last day only the planted
 * trouble is out of the ordinary.
 */
const evenCounts = (): ((expected: number) => number) => {
  let carried = 0.5
  return (expected) => {
    carried += expected
    const count = Math.floor(carried)
    carried -= count
    return count
  }
}

const factorOf = (one: Flower, day: Day, last: Day): number => {
  const weekday = weekdayOf(day)
  const habit = one.habit?.(weekday, daysBetween(day, last)) ?? 1
  return (WEEKDAY_FACTORS[weekday - 1] ?? 1) * habit
}

const saleOf = (
  one: Flower,
  { day, branch, chance }: { day: Day; branch: Branch; chance: () => number },
): SampleSale => ({
  day,
  flower: one,
  branch,
  // Small sales are the usual ones: the square of an even chance leans to one piece.
  pieces: 1 + Math.floor(chance() ** 2 * one.piecesMax),
  colour: one.colours[Math.floor(chance() * one.colours.length)] ?? 'merah',
})

/** Lines whose date got lost, spread evenly; never the first, which shows what the file is. */
const LOST_DATES = 12
const isDateLost = (index: number, count: number): boolean => {
  const step = Math.floor(count / LOST_DATES)
  return index % step === step - 1 && index < step * LOST_DATES
}

const lineOf = (sale: SampleSale, words: Words, isLost: boolean): string =>
  [
    isLost ? '' : words.day(sale.day),
    sale.flower.name[words.language],
    sale.pieces,
    words.amount(sale.flower.price),
    sale.branch.name[words.language],
    COLOURS[sale.colour][words.language],
  ].join(words.comma)

const totalOf = (sales: readonly SampleSale[], words: Words): string => {
  const pieces = sales.reduce((sum, sale) => sum + sale.pieces, 0)
  const money = sales.reduce((sum, sale) => sum + sale.pieces * sale.flower.price, 0)
  return ['TOTAL', '', pieces, words.amount(money), '', ''].join(words.comma)
}

/** How many sales happen when `mean` are usual (Knuth's method; exact for the small means here). */
const poisson = (mean: number, chance: () => number): number => {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = chance(); product > limit; product *= chance()) count += 1
  return count
}

/** mulberry32: a small generator with 2^32 steps, ample for a sample, the same on every machine. */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function flower(name: Flower['name'], rest: Omit<Flower, 'name'>): Flower {
  return { name, ...rest }
}
