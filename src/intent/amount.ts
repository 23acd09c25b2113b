import { numberOf } from './calendar-words.ts'

/** Amounts as shopkeepers type them: `120`, `1,5`, `1.200`, `15rb`, `selusin`, `setengah lusin`, `6 ikat`. */

/** Where in a phrase an amount stands, and what it comes to. */
export type FoundAmount = {
  /** Words it took, from `at` on. */
  readonly at: number
  readonly length: number
  /** In pieces, kilograms, litres; in packs when `pack` names one; in days when `isDays`. */
  readonly value: number
  /** The pack it counts in (`ikat`); null when it counts things. */
  readonly pack: string | null
  readonly isDays: boolean
}

/** `1.200`, `1.5`, `8rb`, `kopi`, `250ml`: what a phrase is made of. */
export const TOKEN = /\d+(?:[.,]\d+)*(?:\p{L}+)?|\p{L}[\p{L}\p{N}'’&/-]*/gu

/** Every amount of a phrase of lower-case tokens, left to right. */
export const amountsIn = (tokens: readonly string[]): readonly FoundAmount[] => {
  const found: FoundAmount[] = []
  for (let at = 0; at < tokens.length; ) {
    const amount = amountAt(tokens, at)
    if (amount) found.push(amount)
    at += amount?.length ?? 1
  }
  return found
}

/** True where the amount was written in thousands or millions: `15rb`, `15 ribu`, `1,5jt`. */
export const isScaled = (tokens: readonly string[], { at, length }: FoundAmount): boolean => {
  const letters = /^[\d.,]*\d(\p{L}+)$/u.exec(tokens[at] ?? '')?.[1] ?? ''
  return SCALES.has(letters) || (length > 1 && SCALES.has(tokens[at + 1] ?? ''))
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ...'rb ribu k mil'.split(' ').map((word) => [word, 1000] as const),
  ...'jt juta mio'.split(' ').map((word) => [word, 1_000_000] as const),
])

/** Words that count a fixed number of pieces everywhere. */
const DOZENS: ReadonlyMap<string, number> = new Map([
  ...'lusin dozen dozens docena docenas duzia duzias'.split(' ').map((word) => [word, 12] as const),
  ...'kodi score'.split(' ').map((word) => [word, 20] as const),
  ['gros', 144],
  ['gross', 144],
  ...'gram gr g ml'.split(' ').map((word) => [word, 0.001] as const),
  ['ons', 0.1],
  ['kuintal', 100],
  ['ton', 1000],
])

const PIECES = new Set(
  `pcs pc buah biji bh tangkai batang lembar ekor butir unit units porsi cup gelas kg kilo kilogram
   liter ltr l meter m pieza piezas pza pzas unidad unidades unidade litro litros quilo quilos kilos gramos gramas
   pieces piece stems stem items item`.split(/\s+/),
)

const PACKS = new Set(
  `ikat dus kardus box boks karton krat pak pack packs bungkus kotak sak karung renteng bal rol roll
   tray bunch bunches bundle bundles case cases crate crates carton cartons sack sacks slop ball
   keranjang peti caja cajas paquete paquetes manojo manojos atado atados bolsa bolsas saco sacos costal
   costales charola charolas bandeja bandejas cubeta cubetas rollo rollos caixa caixas pacote pacotes maco macos
   fardo fardos engradado engradados balde baldes rolo rolos bucket buckets pouch dos sisir tandan boxes`.split(
    /\s+/,
  ),
)

/** Plural and spelling variants by the word we keep. */
const PACK_NAMES: Readonly<Record<string, string>> = {
  kardus: 'dus',
  dos: 'dus',
  boks: 'box',
  boxes: 'box',
  packs: 'pack',
  bunches: 'bunch',
  bundles: 'bundle',
  cases: 'case',
  crates: 'crate',
  cartons: 'carton',
  sacks: 'sack',
  buckets: 'bucket',
  roll: 'rol',
  cajas: 'caja',
  paquetes: 'paquete',
  manojos: 'manojo',
  atados: 'atado',
  bolsas: 'bolsa',
  sacos: 'saco',
  costales: 'costal',
  charolas: 'charola',
  bandejas: 'bandeja',
  cubetas: 'cubeta',
  rollos: 'rollo',
  caixas: 'caixa',
  pacotes: 'pacote',
  maco: 'maço',
  macos: 'maço',
  fardos: 'fardo',
  engradados: 'engradado',
  baldes: 'balde',
  rolos: 'rolo',
}

/** The pack this word names, in the form that is kept; null for any other word. */
export const packNamed = (word: string): string | null =>
  PACKS.has(word) ? (PACK_NAMES[word] ?? word) : null

const DAYS: ReadonlyMap<string, number> = new Map([
  ...'hari hr day days dia dias'.split(' ').map((word) => [word, 1] as const),
  ...'minggu mgg pekan week weeks semana semanas'.split(' ').map((word) => [word, 7] as const),
  ...'bulan bln month months mes meses'.split(' ').map((word) => [word, 30] as const),
])

/** `selusin`, `sekilo`, `seikat`: one of it. */
const ONE_OF = /^se(?=\p{L}{2})/u
/** `stok mawar habis`: none left. Only as the last word, else it may be part of a question. */
const NONE_LEFT = new Set(
  'habis kosong nol empty none agotado agotada agotados agotadas cero esgotado esgotada esgotados zero'.split(
    ' ',
  ),
)
const HALVES = new Set(['setengah', 'separuh', 'half'])

const amountAt = (tokens: readonly string[], at: number): FoundAmount | null => {
  const token = tokens[at] ?? ''
  const unit = token.replace(ONE_OF, '')
  if (unit !== token && isUnit(unit)) return counted(1, unit, { at, length: 1 })
  const number = numberAt(tokens, at)
  if (number === null) return null
  const { value, length, glued } = number
  const next = glued ?? tokens[at + length] ?? ''
  if (!isUnit(next)) return glued === null ? plain(value, { at, length }) : null
  return counted(value, next, { at, length: glued === null ? length + 1 : length })
}

type Taken = { readonly at: number; readonly length: number }

const isUnit = (word: string): boolean =>
  DOZENS.has(word) || PIECES.has(word) || DAYS.has(word) || packNamed(word) !== null

const plain = (value: number, taken: Taken): FoundAmount => ({
  ...taken,
  value,
  pack: null,
  isDays: false,
})

const counted = (value: number, unit: string, taken: Taken): FoundAmount => {
  const days = DAYS.get(unit)
  if (days !== undefined) return { ...plain(value * days, taken), isDays: true }
  return { ...plain(value * (DOZENS.get(unit) ?? 1), taken), pack: packNamed(unit) }
}

type NumberRead = {
  readonly value: number
  readonly length: number
  /** Letters written right behind it that are no scale: `pcs` of `120pcs`. */
  readonly glued: string | null
}

const numberAt = (tokens: readonly string[], at: number): NumberRead | null => {
  const token = tokens[at] ?? ''
  if (NONE_LEFT.has(token) && at === tokens.length - 1) return { value: 0, length: 1, glued: null }
  if (HALVES.has(token)) return { value: 0.5, length: 1, glued: null }
  const [, figures = '', letters = ''] = /^([\d.,]*\d)(\p{L}*)$/u.exec(token) ?? []
  if (figures === '') {
    const said = numberOf(token)
    return said === null ? null : { value: said, length: 1, glued: null }
  }
  const scale = SCALES.get(letters) ?? (letters === '' ? SCALES.get(tokens[at + 1] ?? '') : 1) ?? 1
  const isApart = letters === '' && scale > 1
  const glued = letters === '' || SCALES.has(letters) ? null : letters
  return { value: figuresOf(figures) * scale, length: isApart ? 2 : 1, glued }
}

/**
 * `1.200` and `1,200` are twelve hundred, `1,5` and `1.5` one and a half: three figures behind a single
 * mark are thousands, because nobody counts flowers to the thousandth.
 */
const figuresOf = (text: string): number => {
  if (/^\d{1,3}([.,]\d{3})+$/.test(text) && !text.startsWith('0')) {
    return Number(text.replace(/[.,]/g, ''))
  }
  const mark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  if (mark === -1) return Number(text)
  return Number(`${text.slice(0, mark).replace(/[.,]/g, '')}.${text.slice(mark + 1)}`)
}
