import { LEVEL } from './marks-said.ts'
import { canMove } from './metrics.ts'
import { isCue, type Part } from './part.ts'
import type { Dimension } from './plan.ts'

/** `which products fell most`: which of a noun are asked for, by how their figure moved. */
export type Movers = {
  readonly dimension: Dimension
  readonly way: 'up' | 'down'
  /** The one that moved most, and no list of them. */
  readonly isFirst: boolean
}

/**
 * Who moved, where a question asks that (see `asksForMovers`). Null where no way is said (`what changed`), where two
 * nouns are (`products that fell by branch`), and beside another order (`best sellers that fell`): no plan has those.
 */
export const moversIn = (parts: readonly Part[]): Movers | null => {
  const way = wayOf(parts)
  const noun = nounOf(parts)
  if (way === null || noun === null || !asksForMovers(parts) || parts.some(isOtherRank)) return null
  return { dimension: noun, way, isFirst: asksForFirst(parts) }
}

/**
 * A noun picked by a move (`cabang yang turun`), goods by it (`what is growing`), a move in order (`biggest drop by
 * product`, `produk paling naik`), some of a noun (`any products declining`), or one of two names (`did dago or kemang
 * grow more`). The figure itself is asked about in `omzet produk naik gak`.
 */
export const asksForMovers = (parts: readonly Part[]): boolean => {
  const at = parts.findIndex((_, i) => isMove(parts, i))
  return (
    at >= 0 &&
    (picksMovers(parts) ||
      asksWhatMoved(parts) ||
      isRankedMove(parts, at) ||
      isSomeOf(parts, at) ||
      isEither(parts))
  )
}

const saidOf = (part: Part | undefined): string => (part?.kind === 'cue' ? part.said : '')

/** `lower`, `lebih ramai` rank by the figure itself, unless they are said against other days. */
const isMove = (parts: readonly Part[], at: number): boolean => {
  const part = parts[at]
  // `which products sold more than last month`: no number follows.
  if (isCue(part, 'bound')) return closeTo(parts, at, 1)?.kind === 'time'
  if (isCue(part, 'more', 'fewer')) return isMoreOfDays(parts, at)
  return isCue(part, 'change') && (!LEVEL.test(saidOf(part)) || isAgainstDays(parts, at))
}

/** The last word before the days tells the way: `lebih sedikit dari kemarin` is fewer. */
const isMoreOfDays = (parts: readonly Part[], at: number): boolean => {
  const days = parts.findIndex(({ kind }, i) => i > at && kind === 'time')
  const rest = parts.slice(at + 1, days)
  return isAfterMore(parts, days) && rest.every((each) => isCue(each, 'filler', 'sold', 'metric'))
}

/** `lebih banyak dari minggu lalu`, `lebih laku dari kemarin`: said right before the days. */
export const isAfterMore = (parts: readonly Part[], at: number): boolean => {
  const part = parts[at]
  if (part?.kind !== 'time' || ![part.first, part.before].some((word) => MORE_DAYS.test(word)))
    return false
  const between = parts.slice(0, at).findLastIndex((other) => !isCue(other, ...OF_MORE))
  return parts.slice(between + 1, at).some((other) => isCue(other, 'more', 'fewer'))
}
const OF_MORE = ['filler', 'sold', 'metric', 'more', 'fewer'] as const
const MORE_DAYS = /^(dari|than|que|daripada)$/

/** `better than last month`, `lebih rame dari bulan lalu` */
const isAgainstDays = (parts: readonly Part[], at: number): boolean => {
  const next = closeTo(parts, at, 1)
  const isDays = next?.kind === 'time' && THAN.test(`${next.before} ${next.first}`)
  return isDays || (isCue(next, 'versus') && parts.some(({ kind }) => kind === 'time'))
}
const THAN = /\b(dari|than|que|de|del|do|da)\b/

const UP =
  /\b(naik\w*|kenaikan|lonjakan|(me|pe)?ningkat\w*|meroket|melejit|melonjak|membaik|(ber|per)?tumbuh\w*|nambah|bertambah|menguat|up|increas\w*|grow\w*|grew|rise|rising|rose|risen|climb\w*|jump\w*|improv\w*|gain\w*|sub\w+|aument\w+|crec\w+|cresc\w+|better|higher|lebih (bagus|baik|ramai|rame|tinggi))\b/
const DOWN =
  /\b(turun\w*|penurunan|menurun|anjlok|merosot|melorot|jeblok|ambruk|nyungsep|memburuk|berkurang|melemah|ngedrop|(me)?nyusut|susut|jatuh|ambles|amblas|down|drop\w*|decreas\w*|declin\w*|fell|fall\w*|slump\w*|shr[iau]nk\w*|losers?|baj\w+|cay\w+|cai\w+|disminu\w+|diminu\w+|queda|worse\w*|lower|lebih (sepi|rendah))\b/

/** The one way all moves of the question go; null where they go both, or none. */
export const wayOf = (parts: readonly Part[]): Movers['way'] | null => {
  const moves = parts.flatMap((part, i) => (isMove(parts, i) ? [moveSaid(part)] : []))
  const [isUp, isDown] = [UP, DOWN].map((way) => moves.some((said) => way.test(said)))
  if (isUp === isDown) return null
  return isUp ? 'up' : 'down'
}

/** `lebih banyak dari` goes up whatever its words. */
const moveSaid = (part: Part): string => {
  if (part.kind !== 'cue') return ''
  if (part.cue.kind === 'more') return 'up'
  if (part.cue.kind === 'fewer') return 'down'
  if (part.cue.kind !== 'bound') return part.said
  return part.cue.op.startsWith('l') ? 'down' : 'up'
}

/** The noun that is asked for; where none is said, that of two names, or a shop's goods. */
const nounOf = (parts: readonly Part[]): Dimension | null => {
  const [noun, ...others] = parts.flatMap(nounsIn)
  if (noun !== undefined)
    return canMove(noun) && others.every((other) => other === noun) ? noun : null
  if (asksWhatMoved(parts)) return 'product'
  return isEither(parts) ? (namesOf(parts)[0]?.mention.dimension ?? null) : null
}

const nounsIn = (part: Part): readonly Dimension[] => {
  if (part.kind !== 'cue') return []
  if (part.cue.kind === 'dimension') return [part.cue.dimension]
  return LISTS_GOODS.test(part.said) || OF_GOODS.test(part.said) ? ['product'] : []
}

/** These list phrases name what is listed. */
export const LISTS_GOODS =
  /^(produk apa yang|barang apa yang|which products|what products|which items|que productos|quais produtos|cuales productos|que produtos)$/
/** And these are goods wherever nothing else is named. */
const OF_GOODS = /^(gain|los)ers?$/

const namesOf = (parts: readonly Part[]) => parts.filter((part) => part.kind === 'name')

/** `which of dago and kemang grew more`, `dago atau kemang yang naik`. */
const isEither = (parts: readonly Part[]): boolean => {
  const names = namesOf(parts)
  const kinds = new Set(names.map(({ mention }) => mention.dimension))
  const chooses = parts.some((part) => isCue(part, 'or', 'which', 'most', 'more'))
  return names.length > 1 && kinds.size === 1 && chooses
}

/** `apa yang naik`, `what is growing`: of a shop, its goods. `what is the growth` asks for a figure. */
const asksWhatMoved = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const next = parts.findIndex((other, at) => at > i && !isCue(other, 'filler', 'follow', 'most'))
    const isApa = saidOf(part) === 'apa' && !isCue(parts[i + 1], 'follow')
    const isThing = isMove(parts, next) && goesSomewhere(parts[next])
    return !isApa && WHAT.test(saidOf(part)) && isThing
  })
/** `what is growing`; neither `what is the growth` nor `what changed`. */
const goesSomewhere = (part: Part | undefined): boolean =>
  !MOVE_NOUN.test(saidOf(part)) && [UP, DOWN].some((way) => way.test(saidOf(part)))
const WHAT = /^(what|what is|which|apa|apa yang|que|o que)$/
/** A move as a figure: how large it is, not what moved. */
export const MOVE_NOUN =
  /growth|change|^(increase|decrease|drop|decline|rise|fall|gain)s?$|^(kenaikan|penurunan|pertumbuhan|peningkatan|perubahan|lonjakan)|nya$|^(crecimiento|crescimento|aumento|queda|cambio)$/

/** `produk apa yang naik`, `cabang yang omzetnya turun`. */
const picksMovers = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const isNoun = isCue(part, 'dimension') || LISTS_GOODS.test(saidOf(part))
    if (!isNoun) return false
    const next = parts.findIndex(
      (other, at) => at > i && (isMove(parts, at) || !isCue(other, ...PASSED)),
    )
    const between = [parts[i - 1], part, ...parts.slice(i + 1, Math.max(next, i))]
    return (
      isMove(parts, next) && between.some((each) => isCue(each, 'which') || THAT.test(saidOf(each)))
    )
  })
const PASSED = [
  'filler',
  'follow',
  'which',
  'aggregation',
  'metric',
  'sold',
  'most',
  'more',
  'how_many',
] as const
const THAT = /\b(yang|which|what|that|que|apa|mana|cuales|cual|quais|qual)\b/

/** Of a move: `terlaris` is of what sells. */
const isSuperlative = (part: Part | undefined): boolean =>
  isCue(part, 'most', 'more') || SUPERLATIVE.test(saidOf(part))
const SUPERLATIVE =
  /^(the )?(most|biggest|largest|greatest|highest|steepest|sharpest|strongest|top|fastest)$|^(yang )?paling( (gede|besar|tinggi|parah|banyak|tajam|drastis|cepat))?$|^ter(besar|tinggi|banyak|parah|tajam|cepat)$|^(el |la |o |a |los |las |os |as )?(mayor|maior|mayores|maiores|mas|mais)$/

/** `best sellers that fell`: two orders, and a plan has one. */
const isOtherRank = (part: Part): boolean =>
  part.kind === 'cue' &&
  'aggregation' in part.cue &&
  part.cue.aggregation.startsWith('rank_') &&
  !isSuperlative(part)

/** Right before or after the move: `biggest drop`, `paling turun`, `subio mas`, `3 gainers`. */
const isRankedMove = (parts: readonly Part[], at: number): boolean =>
  isCue(parts[at], 'change') &&
  (OF_GOODS.test(saidOf(parts[at])) ||
    [-1, 1].some((step) => isSuperlative(closeTo(parts, at, step))))

const closeTo = (parts: readonly Part[], at: number, step: number): Part | undefined => {
  let next = at + step
  while (isCue(parts[next], 'filler', 'metric')) next += step
  return parts[next]
}

/** `ada produk turun`, `any products declining`, `5 produk naik`. */
const isSomeOf = (parts: readonly Part[], at: number): boolean => {
  const noun = parts.findLastIndex((part, i) => i < at && isCue(part, 'dimension'))
  const isBeside = noun >= 0 && parts.slice(noun + 1, at).every((part) => isCue(part, 'filler'))
  const lead = parts[noun - 1]
  return isBeside && (lead?.kind === 'number' || SOME.test(saidOf(lead)))
}
const SOME = /^(any|ada|ada apa|hay|tem|algun\w*|algum\w*|are there any|are there)$/

/** A superlative of a single noun; `more than last month` is none. */
const asksForFirst = (parts: readonly Part[]): boolean =>
  parts.some(isSuperlative) &&
  namesOf(parts).length < 2 &&
  !parts.some((part, i) => isPlural(part) || isAfterMore(parts, i))
const isPlural = (part: Part): boolean => PLURAL.test(saidOf(part))
const PLURAL =
  /^(which |what |que |quais |cuales |los |las |os |as )?(products|items|branches|stores|shops|categories|colou?rs|productos|tiendas|sucursales|categorias|colores|produtos|lojas|filiais|cores|gainers|losers)$|(^| )(apa saja|apa aja|mana saja)$/
