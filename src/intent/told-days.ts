import { addDays, type Day, daysBetween, type Span } from '../sales/day.ts'
import { isToldTooLong, type ToldKind } from '../sales/told-day.ts'
import type { Intent, Period } from './intent.ts'
import { readPeriods } from './period.ts'
import { asTyped, type Words } from './words.ts'

/**
 * What an owner says about days instead of asking: `besok tutup`, `tutup 25 desember karena mudik`, `cabang
 * dago libur 10-12 april`, `ada acara wisuda besok`, `we are closed tomorrow`. Sure or not at all: one day
 * or stretch, one kind, and no word left over that could make it a question or another subject.
 */
export const readToldDays = (text: string, words: Words, today: Day): Intent | null => {
  if (text.includes('?')) return null
  const { period, rest } = spanSaid(words, today)
  if (period === null || isToldTooLong(period.span) || asks(rest)) return null
  const said = statementOf(rest)
  return (
    said && {
      kind: 'command',
      name: 'days',
      period,
      argument: toldArgument({
        ...said,
        place: asTyped(said.place, text),
        note: asTyped(said.note, text),
        period,
      }),
    }
  )
}

/** A told stretch as a tap carries it: `closed/dago/mudik`. */
const toldArgument = ({ kind, place, note }: Statement & { readonly period: Period }): string =>
  [kind, place.join(' '), note.join(' ')].join('/')

export type ToldArgument = {
  readonly kind: ToldKind
  /** Words for the branch; empty: the whole shop. */
  readonly place: string
  readonly note: string
}

/** The other way round; null for anything that is no such word. */
export const readToldArgument = (argument: string): ToldArgument | null => {
  const [kind = '', place = '', note = ''] = argument.split('/')
  return isKind(kind) ? { kind, place, note } : null
}

const isKind = (text: string): text is ToldKind => Object.hasOwn(KIND_WORDS, text)

/** One stretch of days; `10 april 12 april` are two, and we do not guess. */
const spanSaid = (
  words: Words,
  today: Day,
): { readonly period: Period | null; readonly rest: Words } => {
  const ahead = readPeriods(words, today, 'future')
  const [period] = ahead.periods
  if (period === undefined || ahead.periods.length > 1) return { period: null, rest: words }
  const past = readPeriods(words, today, 'past').periods[0]
  return { period: nearer(period, past ?? period, today), rest: ahead.rest }
}

/** A date without a year lies ahead, unless it has just gone by: `tutup 25 desember` said on the 27th. */
const nearer = (ahead: Period, past: Period, today: Day): Period => {
  const isJustGone = past.span.to < today && past.span.to >= addDays(today, -JUST_GONE_DAYS)
  const isFar = daysBetween(today, ahead.span.from) > FAR_DAYS
  return isJustGone && isFar ? past : ahead
}
const JUST_GONE_DAYS = 31
const FAR_DAYS = 300

const KIND_WORDS: Readonly<Record<ToldKind, ReadonlySet<string>>> = {
  closed: new Set('tutup libur closed close closing shut'.split(' ')),
  open: new Set('buka open opening'.split(' ')),
  event: new Set(
    `acara event events hajatan bazar bazaar pameran festival wisuda party promo feria feira fiesta festa
     promocion promocao graduacion formatura boda casamento`.split(/\s+/),
  ),
}
const KINDS = ['closed', 'open', 'event'] as const satisfies readonly ToldKind[]

/** Words that ask, deny or command: then nothing has been told. */
const ASKING = new Set(
  `berapa apa apakah kapan jam kenapa gimana bagaimana siapa mana tidak bukan jangan belum batal hapus
   lihat kok que cual cuanto cuando como quien donde cancela cancelar qual quanto quando quem onde ver
   how what when why who which does do did should can could not no never cancel`.split(/\s+/),
)
const ASKING_FIRST = new Set('is are will was were'.split(' '))
const asks = (rest: Words): boolean =>
  rest.some((word) => ASKING.has(word)) || ASKING_FIRST.has(rest[0] ?? '')

/** What may stand around a statement without changing it. */
const AROUND = new Set(
  `ada toko tokonya kita kami saya aku kedai warung ya yah dong deh nih sih kak pak bu min mau akan bakal
   lagi dulu saja hari tanggal pada di itu ini jadi juga tetap full seharian semua sementara rencana
   rencananya kayaknya sudah dari ke oke ok halo catat tolong info a an the we i our us my shop store will be am is are on
   at for in have has having got there it its this that day days all still please just note hi hello was were
   la el los las lo negocio nuestra nuestro mi yo nosotros vamos va voy estar estara estaremos estamos
   estuvo estuvimos estaba hay habra hubo tendremos tenemos tengo tuvimos un una unos en de del todo toda dia hola
   oye aviso aviso avisa avisame anota apunta ok con para y e a o os as minha nossa nosso eu nos vai vou esta
   estarei estava esteve teve tem havera teremos temos tivemos um uma no na do da das dos oi ola anote avise inteiro com`.split(
    /\s+/,
  ),
)
const REASON = new Set(
  'karena krn sebab gara soalnya because due since por porque debido motivo devido'.split(' '),
)
const PLACE_BEFORE = new Set('cabang sucursal filial unidade local'.split(' '))
/** These may name the whole shop as well: `a loja fechada`, `loja Centro fechada`. */
const PLACE_MAYBE = new Set('tienda loja'.split(' '))
const PLACE_AFTER = new Set('branch outlet'.split(' '))
const PLACE_MARKS = new Set([...PLACE_BEFORE, ...PLACE_AFTER, ...PLACE_MAYBE])
/** A note is a few words for the owner's own memory. */
const NOTE_WORDS_MAX = 6

type Statement = { readonly kind: ToldKind; readonly place: Words; readonly note: Words }

const statementOf = (rest: Words): Statement | null => {
  const at = rest.findIndex((word) => kindOf(word) !== null)
  const kind = kindOf(rest[at] ?? '')
  if (kind === null) return null
  const reason = rest.findIndex((word) => REASON.has(word))
  const end = reason === -1 ? rest.length : reason
  const before = content(rest.slice(0, Math.min(at, end)))
  const after = content(rest.slice(at + 1, end))
  const because = reason === -1 ? [] : content(rest.slice(reason + 1))
  // `wisuda` and `bazar` are both the kind and its name.
  const own =
    kind === 'event' && rest[at] !== 'acara' && rest[at] !== 'event' ? [rest[at] ?? ''] : []
  const { place, strange } = placeIn(before, kind === 'event' ? [] : after)
  const note = [...own, ...(kind === 'event' ? after : []), ...because]
  if (strange || note.length > NOTE_WORDS_MAX) return null
  return { kind, place, note }
}

const kindOf = (word: string): ToldKind | null =>
  KINDS.find((kind) => KIND_WORDS[kind].has(word)) ?? null

const content = (words: Words): Words => words.filter((word) => !AROUND.has(word))

/** `cabang dago tutup`, `tutup cabang dago`, `dago branch closed`; other words are a subject we do not know. */
const placeIn = (
  before: Words,
  after: Words,
): { readonly place: Words; readonly strange: boolean } => {
  const said = [...before, ...after].filter((word) => kindOf(word) === null)
  const isMarked = said.some((word) => PLACE_BEFORE.has(word) || PLACE_AFTER.has(word))
  const isAnyPlace = isMarked || said.some((word) => PLACE_MAYBE.has(word))
  const place = said.filter((word) => !PLACE_MARKS.has(word))
  return { place, strange: (isMarked && place.length === 0) || (!isAnyPlace && place.length > 0) }
}

/** `days:closed:2026-04-10..2026-04-12`: the span behind the kind. */
export const toldTap = (kind: ToldKind, { from, to }: Span): string =>
  `days:${kind}:${from}${from === to ? '' : `..${to}`}`
