import { unaccented } from '../words.ts'
import { MONTHS } from './time-words.ts'

/**
 * A typed question as words: lower case, without accents and emoji, chat spellings written out. The
 * same place settles `laku2`, `mantaaap`, `1-7 maret` and joined words.
 */
export const spokenWords = (text: string, keep: ReadonlySet<string>): readonly string[] => {
  const tokens = withoutParticle(plain(text).match(TOKEN) ?? [])
  return tokens.flatMap((token) => (keep.has(token) ? [token] : spelled(token, keep)))
}

/** `teh` is tea; beside other Sundanese words a particle, and after `was` an English slip. */
const withoutParticle = (tokens: readonly string[]): readonly string[] => {
  const isSundanese = tokens.some((token) => SUNDANESE.has(token))
  return tokens.filter(
    (token, i) =>
      token !== 'teh' || !(isSundanese || /^(was|is|were|are)$/.test(tokens[i - 1] ?? '')),
  )
}
const SUNDANESE: ReadonlySet<string> = new Set(
  'sabaraha kumaha naon ieu eta mah euy aya poe kamari teu atuh abdi urang nu ayeuna'.split(' '),
)

/** Beyond this nobody asks a shop anything: the rest is not read. */
const QUESTION_CHARS_MAX = 1000

const plain = (text: string): string =>
  unaccented(text.slice(0, QUESTION_CHARS_MAX).normalize('NFKC').toLowerCase())
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f/gu, '')
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(
      /\b(rata|kira|masing|gara|hari|laku|barang|apa|jam|mana|bulan)\s*-\s*(?=\p{L})/gu,
      '$1 ',
    )
    .replace(/\b(\p{L}{3,})2\b/gu, '$1 $1')
    .replace(/\btop(?=\d)/g, 'top ')
    .replace(/\bs\s?\/\s?d\b/g, ' sampai ')
    // `which have not sold`: what does not is the question.
    .replace(/\b(have|has|had|were|was)n'?t (?=(?:been )?sold\b)/g, '$1 not ')
    .replace(MONTHS_APART, '$1 sampai $2')
    .replace(/(\d (?:pagi|siang|sore)) (?:ini|tadi)\b/g, '$1 hari ini')
    .replace(/(?<!\d )\b(?:td|tdi|tadi) (pagi|pgi|siang|sore)\b/g, 'hari ini $1')
    .replace(/\b(minggu|bulan|tahun|pekan) (lalu|ini)nya\b/g, '$1 $2')
    .replace(/(?<!\d )\b(pagi|siang|sore) (?:ini|tadi)\b/g, 'hari ini $1')
    .replace(/\bh\s?-\s?(\d{1,2})\b/g, '$1 hari lalu')
    .replace(/\bke belakang(an)?\b/g, 'terakhir')
    // A holiday, and nothing red.
    .replace(/\b(tanggal|tgl) merah\b/g, 'harilibur')
    .replace(/\bthis (morning|afternoon|evening)\b/g, 'today $1')
    .replace(
      /\bx (?=(hora|dia|semana|mes|tienda|sucursal|local|producto|color|loja|filial|produto|cor|ticket|pedido|unidad|unidade|cliente|categoria|persona)\b)/g,
      'por ',
    )
    .replace(/\besta (manana|tarde|noche)\b/g, 'hoy por la $1')
    .replace(/[;,?!&+\n]+(?=\s|$)|[;?!&\n]+/g, ' ; ')
    .replace(/(?<=\p{L})\.(?=\s)/gu, ' ; ')
    .replace(/%/g, ' persen ')
    .replace(/([<>])=/g, ' $1= ')
    .replace(/<(?!=)/g, ' kurang dari ')
    .replace(/>(?!=)/g, ' lebih dari ')
    .replace(/\brp\.?\s*(?=\d)/g, ' ')
    .replace(/(\d\/\d{1,2}|\d(?=\s))\s*[-–]\s*(?=\d{1,2}(?:\/|\s))/g, '$1 sampai ')
    .replace(/\b(\d{1,2})\s*[-–]\s*(\d{1,2})(?=\s+\p{L})/gu, '$1 sampai $2')
    .replace(/(\p{L}+ \d{1,2})\s*[-–]\s*(\d{1,2})(?=\s*(?:$|[;?!.,]))/gu, '$1 sampai $2')
    .replace(/(\d)\s+[-–]\s+(?=\p{L}{3,}\.? \d{1,2}\b)/gu, '$1 sampai ')
    .replace(/(\p{L})\s*[-–]\s*(\p{L})/gu, '$1 - $2')

const TOKEN =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}\/\d{1,2}|\d+(?:[.,:]\d+)*(?:rb|ribu|jt|juta|k|m|mil)?(?![\p{L}\d])|\p{L}+(?:'\p{L}+)?\d*|\d+|;/gu

const spelled = (token: string, keep: ReadonlySet<string>): readonly string[] => {
  const known = SPELLINGS.get(token)
  if (known !== undefined) return known.split(' ')
  // `how'd`, `what'll`: the helping verb says nothing of its own.
  const bare = token.replace(/'(s|d|re|ve|ll|m)$/, '').replace(/'/g, '')
  const meant = SPELLINGS.get(bare)
  if (meant !== undefined) return meant.split(' ')
  const ended = /^(.{4,})nya$/.exec(bare)
  if (ended?.[1] && (keep.has(ended[1]) || STEMS.has(ended[1]))) return spelled(ended[1], keep)
  return [bare]
}

/** `omzetnya` is `omzet`; other words in -nya (`punya`, `biasanya`) stay whole. */
const STEMS = new Set(
  `omzet omset penjualan jualan harga transaksi produk barang cabang warna kategori kemarin minggu bulan
  tahun besok stok laku terlaris ringkasan prediksi pendapatan pemasukan jumlah`.split(/\s+/),
)

/** Chat spellings, by the words they stand for. Written by hand from how shopkeepers type. */
/** `jan-mar`, `oktober - desember` */
const MONTH = [...MONTHS.keys()].filter((name) => name.length > 2).join('|')
const MONTHS_APART = new RegExp(`\\b(${MONTH})\\s?-\\s?(${MONTH})\\b`, 'g')

const SPELLING_ROWS: Readonly<Record<string, string>> = {
  berapa: 'brp brapa berpa brpa brapaan piro sabaraha brpaan berapaan berapakah',
  yang: 'yg yng',
  kemarin: 'kmrn kmrin kmren kmarin kemaren kemarn kemrin kmaren kmr kemaron kemarim kamari wingi',
  ini: 'ieu iki niki',
  'hari ini': 'hariini harini hrni hrini hariin',
  hari: 'hr hri',
  minggu: 'mgg mnggu mingu mgu mnggu',
  bulan: 'bln bulam buln',
  tahun: 'thn taun th',
  tanggal: 'tgl tggl tngl',
  besok: 'bsk bsok besuk bsuk',
  gimana: 'gmn gmana gmna bgmn gimna bagaimana gmn2',
  tidak: 'ga gak nggak ngga enggak engga tdk kagak gk ndak tak nda kaga',
  dari: 'dr dri',
  tadi: 'td tdi',
  weekend: 'wiken wikend wekend weeken wiknd',
  belum: 'blm blum',
  sudah: 'udah udh sdh dah',
  sama: 'sm ama',
  dengan: 'dgn dg',
  untuk: 'utk buat bwt tuk',
  banyak: 'byk bnyk',
  sampai: 'sampe smpe smpai ampe sampek nyampe smp sampe2',
  habis: 'abis abs hbs',
  malam: 'malem mlm malm mlem mlam',
  pagi: 'pgi pg',
  sore: 'soree sre',
  siang: 'siank siangg',
  kenapa: 'knapa kenpa knp knpa ngapa napa kenapah',
  apa: 'ap apaan',
  mana: 'mn mna',
  saja: 'aja aj doang',
  paling: 'plg palng plng',
  makasih: 'mksh makasi makasii tq tengkyu trims mksih',
  penjualan: 'penjualn pnjualan penjulan pjualan penjuaan penjualann jualanku',
  omzet: 'omset omzt omst omzett omsett omzed',
  produk: 'prodak prduk prodk',
  barang: 'brg brang brng',
  cabang: 'cbg cbang cab cabng',
  transaksi: 'trx transaski trans transksi trnsaksi',
  stok: 'stock stk setok stoc stok2',
  restock: 'restok ristok restck',
  prediksi: 'predksi prediski prdiksi',
  grafik: 'grafis',
  laporan: 'lap lprn',
  kalau: 'kalo klo klu kl kalu',
  terus: 'trus trs',
  sekarang: 'skrg skrang skarang skr',
  terakhir: 'trakhir trkhir terahir trahir',
  laris: 'lris larris',
  jumlah: 'jml jmlh jlh',
  bandingkan: 'bndingkan bandingi',
  dibanding: 'dibndg dbanding dibnding',
  'rata rata': 'rerata ratarata rata2 avrg',
  september: 'sept',
  what: 'wht wat wut',
  week: 'wk wek',
  yesterday: 'yest ystday yesterdy yday yesteday yestrday ysterday yestarday',
  tomorrow: 'tmrw tmr tomorow tommorow tomorrw tmrow tmw',
  today: 'tday todays tody 2day',
  last: 'lst',
  month: 'mth mnth',
  year: 'yr',
  you: 'u',
  your: 'ur',
  please: 'pls plz plis',
  thanks: 'thx thks ty thankyou',
  'how much': 'howmuch',
  'is not': 'isnt',
  'did not': 'didnt',
  'was not': 'wasnt',
  'does not': 'doesnt dont',
  'how is': 'hows',
  'what is': 'whats',
  sales: 'slaes sles salse saels',
  revenue: 'rev revenu reveneu revnue',
  summary: 'sumary summry smry summery',
  forecast: 'forcast forecats forcats',
  compare: 'comapre compar',
  transactions: 'txns txn transctions',
  average: 'avarage averge avrage',
  branch: 'brach brnch',
  products: 'prodcuts prods',
  porcentaje: 'porcentage',
  que: 'q',
  porque: 'xq pq xk',
  cuanto: 'cto kuanto cuant',
  cuanta: 'cta',
  ayer: 'ayr aier',
  'por favor': 'xfa porfa porfavor',
  ventas: 'vetnas ventaz bentas vnetas vtas',
  vendimos: 'bendimos vndimos',
  quanto: 'qto qnto qt',
  quantos: 'qtos',
  quando: 'qdo qnd qndo',
  cuando: 'cdo cuand',
  christmas: 'xmas',
  total: 'tot ttl totl',
  night: 'nite nght',
  down: 'dwn',
  voce: 'vc vcs voces',
  hoje: 'hj oje',
  ontem: 'ontm',
  tambem: 'tb tbm',
  vendas: 'vndas',
  muito: 'mto',
}

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLING_ROWS).flatMap(([word, forms]) =>
    forms.split(/\s+/).map((form) => [form, word] as const),
  ),
)

/** The words people shorten, most common first. */
export const COMMON_WORDS: readonly string[] = Object.keys(SPELLING_ROWS)
  .flatMap((words) => words.split(' '))
  .concat(
    `dapat laku terlaris harian mingguan bulanan pendapatan pemasukan kategori warna harga terjual bunga
    bandingkan laporan rangkuman ringkasan paling transaksi kurang lebih banyak tanggal selama setiap
    color branch product week weekly monthly month september october november december
    tersisa persen tolong jangan dalam bukan masih sampai dari pada semua`.split(/\s+/),
  )
