import type { FactsInput } from '../../src/charts/facts.ts'
import type { HeatInput } from '../../src/charts/heat.ts'
import type { OverviewInput } from '../../src/charts/overview.ts'
import type { RankingInput } from '../../src/charts/ranking.ts'
import type { TrendChartInput } from '../../src/charts/trend.ts'
import { pictureName } from '../../src/replies/voice.ts'
import { addDays, type Day, day, weekdayOf } from '../../src/sales/day.ts'

/** Inputs of the approved pictures: shops a reader can imagine. Money in sen, two minor digits. */

const RUPIAH = 100
const MONTHS = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ')

export const rupiahShort = (units: number): string => {
  const rupiah = units / RUPIAH
  const step = [
    { size: 1e9, word: '\u00a0M' },
    { size: 1e6, word: '\u00a0jt' },
    { size: 1e3, word: '\u00a0rb' },
  ].find(({ size }) => Math.abs(rupiah) >= size) ?? { size: 1, word: '' }
  const sign = rupiah < 0 ? '-' : ''
  const digits = (Math.abs(rupiah) / step.size).toFixed(1).replace(/\.0$/, '').replace('.', ',')
  return `${sign}Rp\u00a0${digits}${step.word}`
}

export const shortDay = (value: Day): string =>
  `${Number(value.slice(8))} ${MONTHS[Number(value.slice(5, 7)) - 1]}`

const WEEKDAY_FACTOR = [0.8, 0.85, 0.9, 1, 1.25, 1.7, 1.4]
const factor = (value: Day): number => WEEKDAY_FACTOR[weekdayOf(value) - 1] ?? 1

/** Repeatable noise between -1 and 1: pictures must not change from run to run. */
const noise = (index: number): number => {
  const wave = Math.sin(index * 12.9898) * 43758.5453
  return 2 * (wave - Math.floor(wave)) - 1
}

const EMPTY: TrendChartInput = {
  headline: 'Belum ada penjualan untuk digambar',
  note: '',
  days: [],
  anomalies: [],
  fan: [],
  forecastLabel: 'Perkiraan',
  money: rupiahShort,
  dayLabel: shortDay,
}

const dailySales = (from: Day, count: number, level: number) =>
  Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index)
    return {
      day: date,
      value: Math.round(level * factor(date) * (1 + 0.16 * noise(index))) * RUPIAH,
    }
  })

const usualSales = (from: Day, count: number, level: number) =>
  Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index)
    return { day: date, value: Math.round(level * factor(date)) * RUPIAH }
  })

const fanFrom = (from: Day, count: number, level: number) =>
  Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index)
    const likely = Math.round(level * factor(date)) * RUPIAH
    return { day: date, likely, low: Math.round(likely * 0.74), high: Math.round(likely * 1.3) }
  })

const replaced = (
  days: readonly { day: Day; value: number | null }[],
  changes: Readonly<Record<string, number | null>>,
) => days.map((point) => ({ ...point, value: changes[point.day] ?? point.value }))

const FLOWER_DAYS = replaced(dailySales(day('2026-02-01'), 59, 1_250_000), {
  '2026-02-14': 4_450_000 * RUPIAH,
  '2026-03-14': 610_000 * RUPIAH,
  '2026-03-24': 150_000 * RUPIAH,
})

const CHAIN_BREAKS = [
  { date: '2026-04-01', rupiah: 310_000_000, label: 'Surabaya -72%', direction: 'down' },
  { date: '2026-03-21', rupiah: 640_000_000, label: 'libur Lebaran', direction: 'down' },
  { date: '2026-02-23', rupiah: 1_950_000_000, label: 'Makassar +140%', direction: 'up' },
  { date: '2026-02-21', rupiah: 2_380_000_000, label: 'wisuda +41%', direction: 'up' },
  { date: '2026-03-18', rupiah: 1_800_000_000, label: 'tanpa kata', direction: 'up' },
  { date: '2026-03-20', rupiah: 590_000_000, label: 'tanpa kata', direction: 'down' },
] as const

const CHAIN_DAYS = replaced(
  dailySales(day('2026-02-01'), 60, 980_000_000),
  Object.fromEntries(CHAIN_BREAKS.map(({ date, rupiah }) => [date, rupiah * RUPIAH])),
)

export const TRENDS: Readonly<Record<string, TrendChartInput>> = {
  'flower shop with forecast': {
    ...EMPTY,
    headline: 'Penjualan naik 12% dalam 4 minggu',
    note: '1 Feb-31 Mar 2026 · 3 cabang · 3.412 penjualan',
    days: FLOWER_DAYS,
    usual: usualSales(day('2026-02-01'), 59, 1_250_000),
    usualLabel: 'Biasanya',
    anomalies: [
      { day: day('2026-03-24'), label: 'Sel 24: -84%', direction: 'down' },
      { day: day('2026-03-14'), label: 'Sab 14: -71%', direction: 'down' },
      { day: day('2026-02-14'), label: 'Valentine: +109%', direction: 'up' },
    ],
    fan: fanFrom(day('2026-04-01'), 7, 1_320_000),
    forecastLabel: 'Perkiraan 7 hari',
  },
  'big numbers, many marks and a headline of two lines': {
    ...EMPTY,
    headline:
      'Penjualan semua cabang turun 8%, terutama di Surabaya dan Makassar sejak pertengahan Maret',
    note: '1 Feb-31 Mar 2026 · 10 cabang · 48.120 penjualan, dihitung sampai jam 21.00 pada hari terakhir di semua cabang',
    days: CHAIN_DAYS,
    usual: usualSales(day('2026-02-01'), 60, 1_010_000_000),
    usualLabel: 'Biasanya',
    anomalies: CHAIN_BREAKS.map(({ date, label, direction }) => ({
      day: day(date),
      label: `${shortDay(day(date))}: ${label}`,
      direction,
    })),
    fan: fanFrom(day('2026-04-02'), 14, 990_000_000),
    forecastLabel: 'Perkiraan 14 hari (80%)',
  },
  'branches with names in many scripts': {
    ...EMPTY,
    headline: `${pictureName('مخبز ABC السعيد')}: Rp\u00a041\u00a0jt dalam 31 hari`,
    note: '1-31 Mar 2026 · 3 cabang',
    days: dailySales(day('2026-03-01'), 31, 1_250_000),
    anomalies: [
      {
        day: day('2026-03-24'),
        label: `${pictureName('مخبز ABC السعيد', 18)} -84%`,
        direction: 'down',
      },
      { day: day('2026-03-14'), label: `${pictureName('गुलाब चौक', 18)} +71%`, direction: 'up' },
      { day: day('2026-03-07'), label: `${pictureName('🌹 Dago', 18)} +22%`, direction: 'up' },
    ],
    fan: [],
  },
  'gaps, a zero and a day of refunds': {
    ...EMPTY,
    headline: 'Ada 6 hari tanpa data',
    note: '9-31 Mar 2026 · 1 cabang',
    days: replaced(dailySales(day('2026-03-09'), 23, 640_000), {
      '2026-03-19': -420_000 * RUPIAH,
      '2026-03-26': 0,
    }).map((point, index) => ({
      ...point,
      value: [3, 4, 5, 12, 14, 15].includes(index) ? null : point.value,
    })),
    anomalies: [{ day: day('2026-03-19'), label: 'retur besar', direction: 'down' }],
  },
  'today still runs': {
    ...EMPTY,
    headline: 'Minggu ini lebih ramai dari biasanya',
    note: '16-31 Mar 2026 · 2 cabang · hari ini s/d 11.20',
    days: dailySales(day('2026-03-16'), 16, 1_250_000).map((point, index) =>
      index === 15 ? { ...point, value: 320_000 * RUPIAH, unfinished: true } : point,
    ),
    usual: usualSales(day('2026-03-16'), 16, 1_150_000),
    usualLabel: 'Biasanya',
    fan: fanFrom(day('2026-04-01'), 7, 1_300_000),
    forecastLabel: 'Perkiraan 7 hari',
  },
  'one day only': {
    ...EMPTY,
    headline: 'Hari pertama: Rp\u00a01.640.000',
    note: '31 Mar 2026 · 1 cabang',
    days: [{ day: day('2026-03-31'), value: 1_640_000 * RUPIAH }],
  },
  'one day and one forecast day': {
    ...EMPTY,
    headline: 'Besok kira-kira Rp\u00a01,5\u00a0jt',
    note: '31 Mar 2026',
    days: [{ day: day('2026-03-31'), value: 1_640_000 * RUPIAH }],
    fan: fanFrom(day('2026-04-01'), 1, 1_500_000),
  },
  'nothing sold at all': {
    ...EMPTY,
    headline: 'Tidak ada penjualan 7 hari ini',
    note: '25-31 Mar 2026',
    days: Array.from({ length: 7 }, (_, index) => ({
      day: addDays(day('2026-03-25'), index),
      value: 0,
    })),
  },
  'no days': EMPTY,
}

const pieces = (value: number): string =>
  String(Math.round(value / 1000)).replace(/(\d)(\d{3})$/, '$1.$2')

const MANY_MONTHS = [31.2, 29.8, 33.1, 36.4, 30.9, 28.7, 34.8, 37.5, 35.2, 39.9, 48.25, 21.4]

const FLOWER_SHOP: OverviewInput = {
  headline: 'Toko Bunga Melati: Rp\u00a0126,3\u00a0jt dalam 3 bulan',
  note: '1 Jan-18 Mar 2026 · 3 cabang · 4.120 penjualan',
  months: {
    title: 'Omzet per bulan',
    format: rupiahShort,
    bars: [
      { label: 'Jan', value: 4_120_000_000, partial: false },
      { label: 'Feb', value: 5_685_000_000, partial: false },
      { label: 'Mar', value: 2_825_000_000, partial: true },
    ],
  },
  branches: {
    title: 'Omzet per cabang',
    format: rupiahShort,
    bars: [
      { label: 'Dago', value: 6_910_000_000 },
      { label: 'Setiabudi', value: 3_480_000_000 },
      { label: 'Cihampelas Walk lantai dasar dekat parkiran', value: 2_240_000_000 },
    ],
  },
  variants: {
    title: 'Warna',
    format: pieces,
    bars: [
      { label: 'Merah', value: 2_140_000 },
      { label: 'Putih', value: 1_320_000 },
      { label: 'Pink', value: 870_000 },
      { label: 'Kuning', value: 410_000 },
      { label: 'Ungu', value: 160_000 },
    ],
  },
  products: {
    title: '10 produk terlaris',
    format: pieces,
    bars: [
      { label: 'Mawar Merah 🌹', value: 1_280_000 },
      { label: 'Buket Wisuda', value: 640_000 },
      { label: 'Lily Putih', value: 410_000 },
      { label: 'Anggrek Bulan pot keramik premium ukuran besar', value: 380_000 },
      { label: 'Baby Breath', value: 352_000 },
      { label: 'Tulip', value: 240_000 },
      { label: 'Matahari', value: 198_000 },
      { label: 'Papan Ucapan <script>alert(1)</script>', value: 61_000 },
      { label: 'Krisan & Aster', value: 55_000 },
      { label: 'Mawar Putih', value: 12_000 },
      { label: 'Kaktus mini', value: 9_000 },
    ],
  },
  othersLabel: (count) => `${count} lainnya`,
}

const NO_BARS = { title: '', bars: [], format: pieces }

export const OVERVIEWS: Readonly<Record<string, OverviewInput>> = {
  'overview of a flower shop': FLOWER_SHOP,
  'overview of a year and many branches': {
    ...FLOWER_SHOP,
    headline: 'Setahun: Rp\u00a0406\u00a0M',
    months: {
      ...FLOWER_SHOP.months,
      bars: MANY_MONTHS.map((value, index) => ({
        label: MONTHS[index] ?? '',
        value: value * 100_000_000_000,
        partial: index === 11,
      })),
    },
    branches: {
      ...FLOWER_SHOP.branches,
      bars: Array.from({ length: 10 }, (_, index) => ({
        label: `Cabang ${index + 1}`,
        value: (10 - index) * 73_800_000_000 * 10,
      })),
    },
  },
  'overview without branches and colours, with a month of refunds': {
    ...FLOWER_SHOP,
    headline: 'Warung Kopi',
    note: '',
    months: {
      ...FLOWER_SHOP.months,
      bars: [
        { label: 'Jan', value: 412_000_000, partial: false },
        { label: 'Feb', value: -98_000_000, partial: false },
      ],
    },
    branches: NO_BARS,
    variants: NO_BARS,
    products: {
      ...FLOWER_SHOP.products,
      bars: [
        { label: 'Es kopi susu', value: 310_000 },
        { label: 'Kopi hitam', value: 0 },
        { label: 'Tumbler', value: -42_000 },
      ],
    },
  },
}

const ten = FLOWER_SHOP.products.bars.slice(0, 10)

/** As a shop in Medan, Mumbai or Muscat names its goods. */
const manyScripts = [
  ['गुलाब का फूल 🌹 दर्जन', 412],
  ['وردة جورية حمراء 12 ساق', 380],
  ['باقة (Wisuda) 3 قطع 🌷', 214],
  ['👩‍🌾 Petani Segar 🥬', 96],
  ['गेंदा माला Marigold त्यौहार विशेष ऑफर बड़ा पैकेट', 61],
  ['عطر ورد طائفي 100 مل مع علبة هدية فاخرة للمناسبات السعيدة', 33],
].map(([name, value]) => ({ label: pictureName(String(name), 60), value: Number(value) * 1000 }))

export const RANKINGS: Readonly<Record<string, RankingInput>> = {
  'names in many scripts': {
    headline: `${pictureName('وردة جورية حمراء 12 ساق')} paling laku: 380 terjual`,
    note: `6 produk terlaris · ${pictureName('متجر الورد')} · 1-31 Mar 2026`,
    format: pieces,
    bars: manyScripts.map((bar) => ({ ...bar, beside: rupiahShort(bar.value * 1_500_000) })),
  },
  'ten products with money beside': {
    headline: 'Mawar Merah paling laku: 1.280 terjual',
    note: '10 produk terlaris · 1-31 Mar 2026',
    format: pieces,
    bars: ten.map((bar) => ({ ...bar, beside: rupiahShort(bar.value * 1_500_000) })),
  },
  'one product': {
    headline: 'Mawar Merah paling laku: 1.280 terjual',
    note: 'Produk terlaris · 31 Mar 2026',
    format: pieces,
    bars: ten.slice(0, 1),
  },
  'twenty branches, the smallest added up, one with more refunds than sales': {
    headline: 'Jalan Soekarno Hatta nomor 1 la… terdepan: Rp\u00a090\u00a0jt (30%)',
    note: 'Omzet bersih dan bagiannya, 1-31 Mar 2026',
    format: rupiahShort,
    bars: [
      ...Array.from({ length: 18 }, (_, i) => ({
        label: `Jalan Soekarno Hatta nomor ${i + 1} lantai dasar dekat parkiran motor`,
        value: Math.round(9_000_000_000 / (i + 1)),
        beside: `${Math.round(30 / (i + 1))}%`,
      })),
      { label: 'Gudang', value: -310_000_000 },
      { label: '5 lainnya', value: 1_200_000_000, rest: true, beside: '4%' },
    ],
  },
}

const WEEK = 'Sen Sel Rab Kam Jum Sab Min'.split(' ')
const heat = (
  hours: readonly number[],
  worth: (weekday: number, hour: number) => number,
): HeatInput => ({
  headline: 'Paling ramai: Sabtu 16.00-17.00',
  note: 'Rata-rata omzet bersih per jam, 4 Feb - 31 Mar 2026',
  columns: WEEK.map((label, i) => ({ key: i + 1, label })),
  rows: hours.map((key) => ({ key, label: `${String(key).padStart(2, '0')}.00` })),
  cells: hours.flatMap((row) =>
    WEEK.map((_, i) => {
      const value = worth(i + 1, row)
      const label = value === 0 ? '' : rupiahShort(value).replace('Rp\u00a0', '')
      return { column: i + 1, row, value, label }
    }),
  ),
})
const hoursFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => (first + i) % 24)

export const HEATS: Readonly<Record<string, HeatInput>> = {
  'hours of a flower shop closed on Sunday': heat(hoursFrom(8, 12), (weekday, hour) =>
    weekday === 7
      ? 0
      : Math.round((weekday === 6 ? 2 : 1) * 31_000_000 * Math.exp(-((hour - 16) ** 2) / 14)),
  ),
  'hours over midnight, one with refunds': heat(hoursFrom(18, 9), (weekday, hour) =>
    hour === 2 ? -4_500_000 : weekday * 1_234_000_000 + hour * 1_000_000,
  ),
  'open day and night': heat(hoursFrom(0, 24), (weekday, hour) => (weekday + hour) * 2_500_000),
}

export const FACTS: Readonly<Record<string, FactsInput>> = {
  'figures of a report, one too long for its line': {
    headline: 'Laporan 1-31 Mar 2026: Rp\u00a048.250.000',
    note: 'Toko Bunga Melati',
    facts: [
      { label: 'Omzet bersih', value: 'Rp\u00a048.250.000' },
      {
        label: 'Perubahan',
        value: '▲ 7% dari periode sebelumnya (Rp\u00a044,9\u00a0jt), keduanya sampai Selasa 31 Mar',
      },
      { label: 'Anggrek Bulan pot keramik premium ukuran besar sekali warna ungu', value: '12' },
    ],
  },
  'a report without anything': { headline: 'Janggal', note: '', facts: [] },
}
