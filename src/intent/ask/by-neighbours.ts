import { isCue, type Part } from './part.ts'

/**
 * Words whose work shows in what stands beside them: `menos dago` leaves out and `vende menos` ranks, `laku
 * gak` asks and `gak laku` denies, `cabang dengan omzet …` describes and `omzet dengan transaksi` lists.
 */
export const byNeighbours = (parts: readonly Part[]): readonly Part[] =>
  afterwards(parts.map((part, i) => settled(part, parts, i)))

const settled = (part: Part, parts: readonly Part[], i: number): Part => {
  if (part.kind !== 'cue') return part
  if (isGreeting(part, parts)) return { ...part, cue: { kind: 'filler' } }
  if (part.cue.kind === 'measure') return measured(part, parts)
  if (part.said === 'menos' && takesAway(parts, i)) return { ...part, cue: { kind: 'except' } }
  if (part.cue.kind === 'denial' && isTag(parts, i)) return { ...part, cue: { kind: 'filler' } }
  const describes = part.said === 'dengan' && isCue(parts[i - 1], 'dimension')
  return describes ? { ...part, cue: { kind: 'filler' } } : part
}

/** `pagi kak, omzet kemarin?`: the hour of the message. */
const isGreeting = (
  part: Extract<Part, { kind: 'cue' }>,
  [first, next]: readonly Part[],
): boolean =>
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
