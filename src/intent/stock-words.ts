import type { Language } from '../sales/shop.ts'
import type { EntryKind } from '../sales/stock.ts'
import { romanceStock } from './stock-words-romance.ts'

/** Words by which a phrase about goods says what it tells: Indonesian and English in one list, Spanish and Portuguese in another. */

type Cue = {
  readonly kind: EntryKind
  /** Phrases, longest first; each is taken out of the phrase, what stays is the name. */
  readonly phrases: readonly string[]
}

/**
 * The first kind with a phrase in it wins, so the more special ones come first. `terima kasih` and
 * `pesan` without `sudah` are no such words: one thanks, the other asks what to order.
 */
const MOVES: readonly Cue[] = [
  {
    kind: 'order',
    phrases: list(`sudah saya pesan|sudah pesan|sudah dipesan|sudah order|sudah diorder
      |sudah beli|barusan pesan|already ordered|have ordered|i ordered|we ordered|ordered|dipesan`),
  },
  {
    kind: 'receive',
    phrases: list(`sudah datang|sudah terima|sudah masuk|barang masuk|barang datang|stok masuk
      |tambah stok|terima|diterima|keterima|masuk|datang|received|receive|arrived|delivered|came in
      |add stock|got`),
  },
  {
    kind: 'waste',
    phrases: list(`saya buang|dibuang|buang|rusak|layu|busuk|basi|pecah|hilang|kedaluwarsa
      |kadaluarsa|threw away|thrown away|throw away|wasted|waste|broken|spoiled|spoilt|wilted
      |expired|lost`),
  },
  {
    kind: 'count',
    phrases: list(`ubah stok|update stok|isi stok|set stok|stok sekarang|sisa stok|stok sisa|stoknya
      |stok|stock|sisanya|sisa|tinggal|counted|left|on hand`),
  },
]

/** Terms of supply; `lead`, `review` and `shelf` need days, `cost` money, `minimum` things. */
const TERMS: readonly Cue[] = [
  {
    kind: 'shelf',
    phrases: list(`masa simpan|umur simpan|tahan sampai|tahan|awet|shelf life|lasts|keeps for
      |keeps|stays fresh`),
  },
  {
    kind: 'review',
    phrases: list(`pesan setiap|pesan tiap|belanja setiap|belanja tiap|kulakan setiap|kulakan tiap
      |order setiap|order tiap|order every|restock every|buy every|setiap|tiap|every`),
  },
  {
    kind: 'lead',
    phrases: list(`lama kirim|waktu kirim|lead time|pengiriman|dikirim|kirim|sampai dalam
      |delivery takes|delivery time|delivery|arrives in|takes`),
  },
  {
    kind: 'cost',
    phrases: list(`harga beli|harga modal|harga pokok|modal|hpp|beli di harga|buying price|buy price
      |purchase price|cost price|costs|cost`),
  },
  {
    kind: 'minimum',
    phrases: list(`minimal pesan|minimal order|minimum order|min order|minimal|minimum|min`),
  },
]

/** `stok mawar?`, `atur mawar`: asked, not told. */
const ASKS = {
  stock: list(`cek stok|lihat stok|stoknya|stok|stock of|stock|sisa`),
  supply: list(`atur|pengaturan|setelan|settings for|settings|setting|terms for|terms`),
}

/** Words between the others that name nothing. */
const FILLERS = new Set(
  `yang ada ya dong deh nih sih saya kami kita nya jadi sekarang tinggal dari untuk buat adalah
   sekitar kira-kira of the is are was we i my our have has for to in it a an now about just
   semua semuanya seluruh toko all whole shop everything total isi pesanan per sudah udah`.split(
    /\s+/,
  ),
)

/** What is needed to read goods in one language. */
export type StockWords = {
  readonly moves: readonly Cue[]
  readonly terms: readonly Cue[]
  readonly asks: Readonly<Record<'stock' | 'supply', readonly string[]>>
  readonly fillers: ReadonlySet<string>
}

const MIXED: StockWords = { moves: MOVES, terms: TERMS, asks: ASKS, fillers: FILLERS }

const KINDS = ['order', 'receive', 'waste', 'count'] as const satisfies readonly EntryKind[]
const TERM_KINDS = [
  'shelf',
  'review',
  'lead',
  'cost',
  'minimum',
] as const satisfies readonly EntryKind[]

const cues = <Kind extends EntryKind>(
  kinds: readonly Kind[],
  phrases: Readonly<Record<Kind, string>>,
): readonly Cue[] => kinds.map((kind) => ({ kind, phrases: list(phrases[kind]) }))

const ROMANCE: StockWords = {
  moves: cues(KINDS, romanceStock.moves),
  terms: cues(TERM_KINDS, romanceStock.terms),
  asks: { stock: list(romanceStock.asks.stock), supply: list(romanceStock.asks.supply) },
  fillers: new Set(romanceStock.fillers.split(/\s+/)),
}

/** A word of one is a product in the other (`tiré`, a tire), so a message is read with its own. */
export const stockWordsOf = (language: Language): StockWords =>
  language === 'es' || language === 'pt' ? ROMANCE : MIXED

function list(phrases: string): readonly string[] {
  return phrases
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .toSorted((a, b) => b.split(' ').length - a.split(' ').length)
}
