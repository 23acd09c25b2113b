import { addDays } from '../../sales/day.ts'
import { isCue, type Part } from './part.ts'
import { BETWEEN } from './time-words.ts'

/**
 * Words whose work shows in what stands beside them: `menos dago` leaves out and `vende menos` ranks, `laku
 * gak` asks and `gak laku` denies, `cabang dengan omzet …` describes and `omzet dengan transaksi` lists.
 */
export const byNeighbours = (parts: readonly Part[]): readonly Part[] =>
  afterwards(withEndsApart(parts.map((part, i) => settled(part, parts, i))))

const settled = (part: Part, parts: readonly Part[], i: number): Part => {
  if (isNumber(part) && isOfThings(parts[i + 1])) return numberAside(part)
  if (part.kind !== 'cue') return part
  if (isCalling(part, parts)) return asFiller(part)
  if (part.cue.kind === 'measure') return measured(part, parts)
  if (part.said === 'menos' && takesAway(parts, i)) return { ...part, cue: { kind: 'except' } }
  if (part.cue.kind === 'denial' && isTag(parts, i)) return asFiller(part)
  if (isCue(part, 'hours') && isGreeting(parts, i)) return asFiller(part)
  // `productos que mas dejaron`: it joins on and asks nothing.
  if (part.said === 'que' && isCue(parts[i - 1], 'dimension')) return asFiller(part)
  if (TAKES_AWAY.test(part.said) && nextOf(parts, i)?.kind === 'name')
    // `drop tulips from that` leaves them out, `the drop in tulips` is theirs.
    return isCue(parts[i + 1], 'filler') ? part : { ...part, cue: { kind: 'except' } }
  // `we sold no tulips` turns it round; `vendas no kemang` only says where.
  if (part.said === 'no' && SELLS.test(saidOf(parts[i - 1])))
    return { ...part, cue: { kind: 'denial' } }
  if (WHO.test(part.said)) return { ...part, cue: whoseCue(parts) }
  if (REACHES.test(part.said) && isNumber(nextOf(parts, i)))
    return { ...part, cue: { kind: 'bound', op: 'gte' } }
  if (part.said === 'total' && isCue(parts[i + 1], 'and') && !isCue(parts[i - 1], 'metric'))
    return { ...part, cue: { kind: 'metric', metric: 'revenue' } }
  if (isOfEach(part, parts[i + 1])) return { ...part, cue: { kind: 'how_much' } }
  // `total unit terjual semua produk`: all of them together.
  if (ALL_GOODS.test(part.said) && parts.some((other) => saidOf(other) === 'total'))
    return asFiller(part)
  if (isOfMean(parts, i)) return { ...part, cue: { kind: 'usual' } }
  if (isCue(part, 'bound', 'versus') && isOfMean(parts, nextAt(parts, i))) return asFiller(part)
  if (isCue(part, 'versus') && BEATS.test(part.said) && isNumber(nextOf(parts, i)))
    return { ...part, cue: { kind: 'bound', op: 'gt' } }
  if (part.said === 'down' && isBroken(parts, i)) return asFiller(part)
  const asksWeekdays = isWorkdays(part) && !parts.some((other, at) => at !== i && isChoice(other))
  if (asksWeekdays && isCue(lastOf(parts, i), 'aggregation', 'which', 'per'))
    return { ...part, cue: { kind: 'dimension', dimension: 'weekday' } }
  const describes = part.said === 'dengan' && isCue(parts[i - 1], 'dimension')
  return describes ? asFiller(part) : part
}

type CuePart = Extract<Part, { kind: 'cue' }>
const asFiller = (part: CuePart): Part => ({ ...part, cue: { kind: 'filler' } })

const lastOf = (parts: readonly Part[], i: number): Part | undefined =>
  parts.slice(0, i).findLast((part) => !isCue(part, 'filler'))
const nextOf = (parts: readonly Part[], i: number): Part | undefined =>
  parts.slice(i + 1).find((part) => !isCue(part, 'filler'))
/** `how much of each color`: a figure of every one, and no share. */
const isOfEach = (part: Part, next: Part | undefined): boolean =>
  saidOf(part) === 'how much of' && /^(each|every)/.test(saidOf(next))

const ALL_GOODS = /^(semua produk|semua barang|all products|all items)$/

const nextAt = (parts: readonly Part[], i: number): number =>
  parts.findIndex((part, at) => at > i && !isCue(part, 'filler'))

/** `lebih gede dari rata-rata`, `higher than average`: the mean is what it is held against. */
const isOfMean = (parts: readonly Part[], i: number): boolean => {
  const part = parts[i]
  const isMean =
    part?.kind === 'cue' && part.cue.kind === 'aggregation' && part.cue.aggregation === 'avg'
  // `median vs average`: two means, and nothing is held against either.
  const isOnly = parts.every((other, at) => at === i || !isCue(other, 'aggregation'))
  const before = lastOf(parts, i)
  // `selisih omzet hari ini dan rata-rata`.
  const isSetBeside = isCue(before, 'and') && parts.slice(0, i).some(isDifference)
  const isHeld = (isCue(before, 'bound', 'versus') || isSetBeside) && !isNumber(nextOf(parts, i))
  return isMean && isOnly && isHeld
}

/**
 * `how much did sales fall between august and september`: not a stretch of two months but one set against the
 * other. From one to another far off it is the course between them that is asked, unless `how much` is said.
 */
const withEndsApart = (parts: readonly Part[]): readonly Part[] => {
  const [only, ...others] = parts.filter((part) => part.kind === 'time')
  const weighs = parts.some((part) => isCue(part, 'change') || isDifference(part))
  if (only === undefined || only.ends === null || others.length > 0 || !weighs) return parts
  const [first, last] = only.ends
  const isOfTwo =
    addDays(first.to, 1) === last.from ||
    BETWEEN.has(only.first) ||
    BETWEEN.has(only.before) ||
    parts.some((part) => isCue(part, 'how_much', 'how_many') || isDifference(part))
  if (!isOfTwo)
    return parts.map((part) =>
      part.kind === 'cue' && part.cue.kind === 'change'
        ? { ...part, cue: { kind: 'aggregation', aggregation: 'trend' } }
        : part,
    )
  const { at, length } = only
  return parts.flatMap((part) =>
    part === only
      ? [
          { ...only, time: first, ends: null, length: length - 1 },
          { ...only, time: last, ends: null, at: at + length - 1, length: 1 },
        ]
      : [part],
  )
}
const isDifference = (part: Part): boolean =>
  part.kind === 'cue' &&
  part.cue.kind === 'versus' &&
  /^(selisih|perbedaan|beda|bedanya|difference|diferenc(i)?a|diferencia)/.test(part.said)

const isNumber = (part: Part | undefined): boolean => part?.kind === 'number'

/** `pagi kak, omzet kemarin`, `morning! sales yesterday?`: it begins the message and stands apart. */
const isGreeting = (parts: readonly Part[], i: number): boolean => {
  const rest = parts.slice(i + 1)
  const pause = rest.findIndex((part) => !isCue(part, 'filler'))
  const stop = rest[pause]
  const isApart = stop?.kind === 'cue' && stop.said === ';'
  const isFirst = parts.slice(0, i).every((part) => isCue(part, 'filler'))
  return isFirst && isApart && rest.slice(pause + 1).some((part) => !isCue(part, 'filler', 'and'))
}

/** `las 2 cosas`: how many questions there are. */
const isOfThings = (part: Part | undefined): boolean =>
  part?.kind === 'cue' && /^(things|cosas|coisas|questions|preguntas|perguntas)$/.test(part.said)
export const numberAside = ({ at, length }: Part): Part => ({
  kind: 'cue',
  cue: { kind: 'filler' },
  said: '',
  at,
  length,
})

/** `drop tulips from that`, `tira o kemang da conta`. */
const TAKES_AWAY = /^(drop|ditch|lose|forget|tira|tire|tirar|saca|saque|sacar)$/
const SELLS = /^(sell|sold|sells|selling|have|had|made|make)$/
const saidOf = (part: Part | undefined): string => (part?.kind === 'cue' ? part.said : '')

/** A branch may be meant (`who sold more, dago or kemang`); sellers and buyers the files do not know. */
const whoseCue = (parts: readonly Part[]): CuePart['cue'] => {
  if (hasBranches(parts)) return { kind: 'which' }
  const sells = parts.some((part) => isCue(part, 'sold'))
  return { kind: 'decline', reason: sells ? 'no_staff_data' : 'no_customer_data' }
}

const WHO = /^(who|whos|quien|quienes|quem)$/
const hasBranches = (parts: readonly Part[]): boolean =>
  parts.some(
    (part) =>
      (part.kind === 'name' && part.mention.dimension === 'branch') ||
      (part.kind === 'cue' && part.cue.kind === 'dimension' && part.cue.dimension === 'branch'),
  )

/** `did we hit 100 orders`. */
const REACHES =
  /^(break|broke|hit|hits|reach|reached|llego|llegamos|llegaron|chegou|chegamos|chegaram|alcanzo|alcanzamos|alcancou|alcancamos)$/

/** `days that beat 2 million`: passing a figure is a bound, passing a name a comparison. */
const BEATS =
  /^(beat|beats|beating|ahead of|melewati|melampaui|supera|supero|superan|superaron|superamos|superou|superaram|bateu|bate|passou)$/

/** `break october down by week` is no fall. */
const isBroken = (parts: readonly Part[], i: number): boolean =>
  parts.slice(0, i).some((part) => part.kind === 'cue' && /^(break|breaks|broken)$/.test(part.said))

/** `weekday apa weekend`: one is set against the other. */
const isChoice = (part: Part): boolean =>
  isCue(part, 'weekdays', 'or') || (part.kind === 'time' && part.time.grain === 'days')

/** `rank the weekdays`: all seven are ranked. */
const isWorkdays = (part: Part): boolean =>
  part.kind === 'cue' && part.cue.kind === 'weekdays' && part.cue.days === 'workday'

/** `pagi kak, omzet kemarin?`: the hour of the message. */
const isCalling = (part: Extract<Part, { kind: 'cue' }>, [first, next]: readonly Part[]): boolean =>
  part === first &&
  part.cue.kind === 'hours' &&
  next?.kind === 'cue' &&
  (CALLED.test(next.said) || next.said === ';')
const CALLED =
  /^(kak|kakak|min|admin|bos|boss|bang|abang|pak|bapak|bu|ibu|mas|mbak|mba|gan|sis|bro|om|tante|guys|bot|shopbell|semua|everyone|team|tim)$/

/** `beras laku berapa karung` counts rice; `karung laku berapa` asks for sacks. */
const measured = (part: Extract<Part, { kind: 'cue' }>, parts: readonly Part[]): Part => {
  const { at, length, said } = part
  const ofGoods = parts.some((each) => each.kind === 'name' && each.mention.dimension !== 'branch')
  return ofGoods
    ? { kind: 'cue', cue: { kind: 'metric', metric: 'units' }, said, at, length }
    : { kind: 'unknown', word: said, at, length }
}

/** `ventas menos dago`: something that can be left out follows, and no `which` is still open. */
const takesAway = (parts: readonly Part[], i: number): boolean => {
  const isOpen = parts
    .slice(0, i)
    .some((part) => isCue(part, 'which') || (part.kind === 'cue' && ASKS.test(part.said)))
  const isRanked =
    parts.slice(0, i).some((part) => part.kind === 'cue' && 'aggregation' in part.cue) ||
    parts.slice(0, i).some((part) => part.kind === 'cue' && part.said === 'menos')
  const next = parts.slice(i + 1).find((part) => !isCue(part, 'filler', 'dimension'))
  return canBeLeftOut(next) && (!isOpen || isRanked)
}
const ASKS = /^(que|qual|cual|quien|quem)( |$)/

const canBeLeftOut = (part: Part | undefined): boolean =>
  part?.kind === 'name' ||
  part?.kind === 'hours' ||
  isCue(part, 'weekdays') ||
  (part?.kind === 'time' && part.time.grain !== 'year')

/** `laku gak kemarin`, `naik ga ya`: after what it asks about; `yang gak laku` stands before it. */
const isTag = (parts: readonly Part[], i: number): boolean => {
  const before = parts[i - 1]
  const isAfterPredicate = before?.kind === 'cue' && PREDICATES.has(before.cue.kind)
  const isLast = parts.slice(i + 1).every((part) => isCue(part, 'filler', 'and'))
  const next = parts[i + 1]
  const isPassing = next?.kind === 'time' || (next?.kind === 'cue' && PASSING.test(next.said))
  return isAfterPredicate || (i > 0 && (isLast || isPassing))
}
const PASSING = /^(untuk|buat|ya|sih|kak|bos|min|dong|nih|sekarang|kira|kalau)$/
const PREDICATES: ReadonlySet<string> = new Set([
  'change',
  'sold',
  'busy',
  'metric',
  'aggregation',
  'usual',
  'more',
  'fewer',
])

/** `yang pink gak dihitung`: what is left out was named before, so the cue goes before it. */
const afterwards = (parts: readonly Part[]): readonly Part[] => {
  const at = parts.findIndex((part, i) => isSaidAfter(part, parts, i))
  const said = parts[at]
  if (said === undefined) return parts
  let first = at
  while (canBeLeftOut(parts[first - 1]) || isCue(parts[first - 1], 'filler', 'and')) first -= 1
  while (isCue(parts[first], 'filler', 'and')) first += 1
  return [...parts.slice(0, first), said, ...parts.slice(first, at), ...parts.slice(at + 1)]
}

const isSaidAfter = (part: Part, parts: readonly Part[], i: number): boolean => {
  if (part.kind !== 'cue' || part.cue.kind !== 'except' || !SAID_AFTER.test(part.said)) return false
  const before = parts.slice(0, i).findLast((other) => !isCue(other, 'filler'))
  const next = parts.slice(i + 1).find((other) => !isCue(other, 'filler', 'dimension', 'per'))
  return canBeLeftOut(before) && !canBeLeftOut(next)
}
const SAID_AFTER =
  /^(tidak (dihitung|termasuk|usah|ikut)|gak termasuk|not included|excluded|aside|left out|aparte|fora|skip|dikecualikan|no incluido|nao incluido)/
