import fc from 'fast-check'
import type { Filter, Plan, PlanTime } from '../../src/intent/ask/plan.ts'
import { timeOf } from '../../src/intent/ask/times.ts'
import { day, daysBetween, type Span } from '../../src/sales/day.ts'
import { FLOWER_SHOP } from '../bench/question-set.ts'

/** A plan, and one way a shop owner says it. */
export type SpokenPlan = { readonly text: string; readonly plan: Plan }

type Tongue = 'id' | 'en' | 'es' | 'pt'
type Said<Value> = { readonly value: Value } & Readonly<Record<Tongue, readonly string[]>>

const TONGUES: readonly Tongue[] = ['id', 'en', 'es', 'pt']

/**
 * Random plans in random words: metric, shape, filters, left-out names, period and comparison are each
 * drawn on their own and put together the way each language orders them. Whoever reads the text must
 * come to this plan or ask back; any other plan is a wrong answer given with confidence.
 */
export const spokenPlan = (): fc.Arbitrary<SpokenPlan> =>
  fc
    .record({
      tongue: fc.constantFrom(...TONGUES),
      shape: fc.constantFrom(...SHAPES),
      metric: fc.constantFrom(...METRICS),
      time: fc.constantFrom(...TIMES),
      filter: fc.option(fc.constantFrom(...FILTERS)),
      except: fc.option(fc.constantFrom(...FILTERS)),
      dimension: fc.constantFrom(...DIMENSIONS),
      count: fc.integer({ min: 2, max: 9 }),
      amount: fc.integer({ min: 11, max: 900 }),
      timeFirst: fc.boolean(),
      dice: fc.infiniteStream(fc.nat({ max: 1000 })),
    })
    .filter(isSayable)
    .map(spoken)

type Drawn = {
  readonly tongue: Tongue
  readonly shape: Shape
  readonly metric: Said<Plan['metric']>
  readonly time: Said<PlanTime>
  readonly filter: Said<Filter> | null
  readonly except: Said<Filter> | null
  readonly dimension: Said<NonNullable<Plan['dimension']>>
  readonly count: number
  readonly amount: number
  readonly timeFirst: boolean
  readonly dice: fc.Stream<number>
}

/** Mondays of yesterday, or the best branches of one branch, are no question anybody asks. */
const isSayable = ({ time, filter, except, dimension, shape }: Drawn): boolean => {
  const said = [filter, except].flatMap((each) => (each ? [each.value.dimension] : []))
  const own = OWN_NAMES.get(shape)
  const all = own ? [...said, own.dimension] : said
  if (new Set(all).size < all.length) return false
  const isShort = daysBetween(time.value.from, time.value.to) < 28
  const splits = !UNSPLIT.has(shape)
  return !(isShort && said.includes('weekday')) && !(splits && said.includes(dimension.value))
}

type Shape = (drawn: Drawn, words: Words) => { readonly head: string; readonly plan: Partial<Plan> }
type Words = {
  /** One of its phrases in this language. */
  readonly of: <Value>(said: Said<Value>) => string
  readonly pick: (phrases: Readonly<Record<Tongue, readonly string[]>>) => string
}

const spoken = (drawn: Drawn): SpokenPlan => {
  const { tongue, time, dice } = drawn
  const roll = (most: number): number => (dice.next().value ?? 0) % most
  const pick: Words['pick'] = (phrases) => {
    const own = phrases[tongue]
    return own[roll(own.length)] ?? ''
  }
  const words: Words = { of: pick, pick }
  const { head, plan } = drawn.shape(drawn, words)
  const { filter, except } = drawn
  const tail = [
    filter &&
      (filter.value.dimension === 'branch' ? `${IN[tongue]} ${pick(filter)}` : pick(filter)),
    except && `${pick(EXCEPT)} ${pick(except)}`,
  ]
  const when = pick(time)
  const parts = drawn.timeFirst
    ? [when + (tongue === 'id' ? '' : ','), head, ...tail]
    : [head, ...tail.slice(0, 1), when, ...tail.slice(1)]
  const own = OWN_NAMES.get(drawn.shape)
  const filters = [
    ...(own ? [own] : []),
    ...(filter ? [filter.value] : []),
    ...(except ? [{ ...except.value, op: 'not' as const }] : []),
  ]
  return {
    text: parts.filter((part) => part !== null && part !== '').join(' '),
    plan: { ...PLAIN, time: time.value, filters, metric: drawn.metric.value, ...plan },
  }
}

const PLAIN: Plan = {
  metric: 'revenue',
  aggregation: 'sum',
  dimension: null,
  filters: [],
  time: null,
  comparison: null,
  against: null,
  topN: null,
  having: null,
}

const IN: Readonly<Record<Tongue, string>> = { id: 'di', en: 'in', es: 'en', pt: 'em' }
const EXCEPT = {
  id: ['kecuali', 'selain', 'tanpa', 'tidak termasuk'],
  en: ['except', 'excluding', 'without', 'but not'],
  es: ['excepto', 'sin contar', 'menos'],
  pt: ['exceto', 'sem contar', 'menos'],
}

const METRICS: readonly Said<Plan['metric']>[] = [
  {
    value: 'revenue',
    id: ['omzet', 'pendapatan', 'pemasukan'],
    en: ['revenue', 'sales', 'turnover'],
    es: ['ingresos', 'facturación', 'ventas'],
    pt: ['faturamento', 'receita', 'vendas'],
  },
  {
    value: 'units',
    id: ['jumlah terjual', 'barang terjual'],
    en: ['units sold', 'items sold'],
    es: ['unidades vendidas', 'cantidad vendida'],
    pt: ['unidades vendidas', 'quantidade vendida'],
  },
  {
    value: 'transactions',
    id: ['jumlah transaksi', 'jumlah nota'],
    en: ['number of orders', 'transactions'],
    es: ['número de pedidos', 'transacciones'],
    pt: ['número de pedidos', 'transações'],
  },
]

const flat = (phrases: readonly string[]): Readonly<Record<Tongue, readonly string[]>> => ({
  id: phrases,
  en: phrases,
  es: phrases,
  pt: phrases,
})

const eq = (dimension: Filter['dimension'], value: string): Filter => ({
  dimension,
  op: 'eq',
  values: [value],
})
const FILTERS: readonly Said<Filter>[] = [
  { value: eq('branch', 'Dago'), ...flat(['dago', 'Dago']) },
  { value: eq('branch', 'Setiabudi'), ...flat(['setiabudi']) },
  {
    value: eq('product', 'Tulip'),
    id: ['tulip'],
    en: ['tulips'],
    es: ['tulipanes'],
    pt: ['tulipas'],
  },
  {
    value: eq('product', 'Mawar Merah'),
    id: ['mawar merah'],
    en: ['red roses'],
    es: ['rosas rojas'],
    pt: ['rosas vermelhas'],
  },
  { value: eq('product', 'Buket Wisuda'), ...flat(['buket wisuda']) },
  {
    value: eq('color', 'kuning'),
    id: ['warna kuning'],
    en: ['yellow'],
    es: ['color amarillo'],
    pt: ['cor amarela'],
  },
  {
    value: { dimension: 'weekday', op: 'in', values: ['saturday', 'sunday'] },
    id: ['setiap weekend'],
    en: ['on weekends'],
    es: ['los fines de semana'],
    pt: ['nos fins de semana'],
  },
  {
    value: eq('weekday', 'monday'),
    id: ['setiap senin', 'tiap senin'],
    en: ['on mondays', 'every monday'],
    es: ['los lunes'],
    pt: ['às segundas', 'toda segunda'],
  },
  {
    value: eq('hour', '17'),
    id: ['jam 5 sore'],
    en: ['at 5 pm'],
    es: ['a las 5 de la tarde'],
    pt: ['às 17h'],
  },
]

const { today } = FLOWER_SHOP
const stretch = (from: string, to: string, grain: PlanTime['grain']): PlanTime =>
  timeOf({ span: { from: day(from), to: day(to) } satisfies Span, grain }, today)
const TIMES: readonly Said<PlanTime>[] = [
  {
    value: stretch('2026-11-22', '2026-11-22', 'day'),
    id: ['hari ini'],
    en: ['today'],
    es: ['hoy'],
    pt: ['hoje'],
  },
  {
    value: stretch('2026-11-21', '2026-11-21', 'day'),
    id: ['kemarin'],
    en: ['yesterday'],
    es: ['ayer'],
    pt: ['ontem'],
  },
  {
    value: stretch('2026-11-16', '2026-11-22', 'week'),
    id: ['minggu ini'],
    en: ['this week'],
    es: ['esta semana'],
    pt: ['esta semana'],
  },
  {
    value: stretch('2026-11-09', '2026-11-15', 'week'),
    id: ['minggu lalu', 'pekan kemarin'],
    en: ['last week', 'the past week'].slice(0, 1),
    es: ['la semana pasada'],
    pt: ['na semana passada'],
  },
  {
    value: stretch('2026-10-01', '2026-10-31', 'month'),
    id: ['bulan lalu', 'oktober', 'bulan oktober'],
    en: ['last month', 'in october'],
    es: ['el mes pasado', 'en octubre'],
    pt: ['no mês passado', 'em outubro'],
  },
  {
    value: stretch('2026-08-01', '2026-08-31', 'month'),
    id: ['agustus', 'bulan agustus'],
    en: ['in august', 'for august'],
    es: ['en agosto'],
    pt: ['em agosto'],
  },
  {
    value: stretch('2025-03-01', '2025-03-31', 'month'),
    id: ['maret 2025', 'bulan maret tahun lalu'],
    en: ['in march 2025'],
    es: ['en marzo de 2025'],
    pt: ['em março de 2025'],
  },
  {
    value: stretch('2026-01-01', '2026-11-22', 'year'),
    id: ['tahun ini'],
    en: ['this year'],
    es: ['este año'],
    pt: ['este ano'],
  },
  {
    value: stretch('2025-01-01', '2025-12-31', 'year'),
    id: ['tahun lalu'],
    en: ['last year'],
    es: ['el año pasado'],
    pt: ['no ano passado'],
  },
  {
    value: stretch('2026-11-13', '2026-11-22', 'days'),
    id: ['10 hari terakhir'],
    en: ['in the last 10 days'],
    es: ['en los últimos 10 días'],
    pt: ['nos últimos 10 dias'],
  },
  {
    value: stretch('2026-11-03', '2026-11-09', 'days'),
    id: ['tanggal 3 sampai 9 november', '3-9 november'],
    en: ['from 3 to 9 november', 'november 3 to november 9'],
    es: ['del 3 al 9 de noviembre'],
    pt: ['de 3 a 9 de novembro'],
  },
]

const DIMENSIONS: readonly Said<NonNullable<Plan['dimension']>>[] = [
  {
    value: 'product',
    id: ['produk', 'barang'],
    en: ['product'],
    es: ['producto'],
    pt: ['produto'],
  },
  { value: 'branch', id: ['cabang'], en: ['branch'], es: ['sucursal'], pt: ['filial'] },
  { value: 'color', id: ['warna'], en: ['color'], es: ['color'], pt: ['cor'] },
  { value: 'category', id: ['kategori'], en: ['category'], es: ['categoría'], pt: ['categoria'] },
  { value: 'month', id: ['bulan'], en: ['month'], es: ['mes'], pt: ['mês'] },
]

const total: Shape = ({ metric }, { of, pick }) => ({
  head: `${pick({ id: ['', 'total', 'berapa'], en: ['', 'total', 'what was our'], es: ['', 'total de'], pt: ['', 'total de'] })} ${of(metric)}`.trim(),
  plan: {},
})

const split: Shape = ({ metric, dimension }, { of, pick }) => ({
  head: `${of(metric)} ${pick({ id: ['per', 'tiap'], en: ['by', 'per'], es: ['por'], pt: ['por'] })} ${of(dimension)}`,
  plan: { dimension: dimension.value },
})

const daily: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`rata-rata ${of(metric)} per hari`, `${of(metric)} rata-rata per hari`],
    en: [`average ${of(metric)} per day`, `${of(metric)} per day on average`],
    es: [`promedio de ${of(metric)} por día`],
    pt: [`média de ${of(metric)} por dia`],
  }),
  plan: { aggregation: 'avg_per_day' },
})

const best: Shape = ({ metric, dimension, count }, { of, pick }) => ({
  head: pick({
    id: [`${count} ${of(dimension)} dengan ${of(metric)} tertinggi`],
    en: [`top ${count} ${plural(of(dimension))} by ${of(metric)}`],
    es: [`top ${count} ${of(dimension)} por ${of(metric)}`],
    pt: [`top ${count} ${of(dimension)} por ${of(metric)}`],
  }),
  plan: { aggregation: 'rank_desc', dimension: dimension.value, topN: count },
})

const worst: Shape = ({ metric, dimension }, { of, pick }) => ({
  head: pick({
    id: [`${of(dimension)} mana yang ${of(metric)}nya paling rendah`],
    en: [`which ${of(dimension)} had the lowest ${of(metric)}`],
    es: [`qué ${of(dimension)} tuvo la menor ${of(metric)}`],
    pt: [`qual ${of(dimension)} teve a menor ${of(metric)}`],
  }),
  plan: { aggregation: 'rank_asc', dimension: dimension.value, topN: 1 },
})

const bounded: Shape = ({ metric, dimension, amount }, { of, pick }) => ({
  head: pick({
    id: [
      `${of(dimension)} yang ${of(metric)}nya lebih dari ${amount}`,
      `${of(dimension)} dengan ${of(metric)} di atas ${amount}`,
    ],
    en: [
      `${plural(of(dimension))} with more than ${amount} ${of(metric)}`,
      `${plural(of(dimension))} with ${of(metric)} over ${amount}`,
    ],
    es: [`${of(dimension)} con ${of(metric)} mayor a ${amount}`],
    pt: [`${of(dimension)} com ${of(metric)} acima de ${amount}`],
  }),
  plan: { aggregation: 'list', dimension: dimension.value, having: { op: 'gt', value: amount } },
})

const before: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`${of(metric)} dibanding periode sebelumnya`],
    en: [`${of(metric)} compared to the previous period`],
    es: [`${of(metric)} comparado con el periodo anterior`],
    pt: [`${of(metric)} comparado com o período anterior`],
  }),
  plan: { comparison: 'previous_period' },
})

const yearAgo: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`${of(metric)} dibanding periode yang sama tahun lalu`],
    en: [`${of(metric)} compared to the same period last year`],
    es: [`${of(metric)} frente al mismo periodo del año pasado`],
    pt: [`${of(metric)} comparado com o mesmo período do ano passado`],
  }),
  plan: { comparison: 'same_period_last_year' },
})

const plural = (noun: string): string =>
  /(?:s|sh|ch)$/.test(noun) ? `${noun}es` : noun.replace(/y$/, 'ie').concat('s')

const against: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`bandingkan ${of(metric)} dago dan kemang`, `${of(metric)} dago vs kemang`],
    en: [`compare ${of(metric)} of dago and kemang`, `${of(metric)} dago vs kemang`],
    es: [`compara ${of(metric)} de dago y kemang`, `${of(metric)} dago vs kemang`],
    pt: [`compare ${of(metric)} de dago e kemang`, `${of(metric)} dago vs kemang`],
  }),
  plan: { comparison: 'between_values', dimension: 'branch' },
})

const share: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`berapa persen ${of(metric)} dari tulip`, `persentase tulip dari ${of(metric)}`],
    en: [`what percentage of ${of(metric)} came from tulips`, `share of tulips in ${of(metric)}`],
    es: [`qué porcentaje de ${of(metric)} viene de tulipanes`],
    pt: [`que porcentagem de ${of(metric)} veio de tulipas`],
  }),
  plan: { aggregation: 'share' },
})

const course: Shape = ({ metric }, { of, pick }) => ({
  head: pick({
    id: [`tren ${of(metric)} per bulan`],
    en: [`${of(metric)} trend by month`],
    es: [`tendencia de ${of(metric)} por mes`],
    pt: [`tendência de ${of(metric)} por mês`],
  }),
  plan: { aggregation: 'trend', dimension: 'month' },
})

/** These name what they are about themselves. */
const OWN_NAMES: ReadonlyMap<Shape, Filter> = new Map([
  [against, { dimension: 'branch', op: 'in', values: ['Dago', 'Kemang'] }],
  [share, eq('product', 'Tulip')],
])
const SHAPES: readonly Shape[] = [
  total,
  split,
  daily,
  best,
  worst,
  bounded,
  before,
  yearAgo,
  against,
  share,
  course,
]
const UNSPLIT: ReadonlySet<Shape> = new Set([total, daily, before, yearAgo, against, share, course])
