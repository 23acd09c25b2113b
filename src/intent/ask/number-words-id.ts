/**
 * Indonesian numbers written out, `seratus lima puluh ribu`, `sejuta`, `setengah juta`, `goceng`, from a word
 * on; null where none begins. Units, then tens and hundreds, then thousands and millions of them.
 */
export const spelledNumberAt = (
  words: readonly string[],
  at: number,
): { readonly value: number; readonly length: number } | null => {
  let total = 0
  let group = 0
  let unit: number | null = null
  let length = 0
  for (const word of words.slice(at, at + WORDS_MAX)) {
    const own = UNITS.get(word)
    const times = TIMES.get(word)
    const scale = SCALES.get(word)
    if (own !== undefined && unit === null) unit = own
    else if (word === 'setengah' && unit !== null) unit += HALF
    else if (FIXED.has(word) && unit === null) group += FIXED.get(word) ?? 0
    else if (times !== undefined && unit !== null) {
      group += times(unit)
      unit = null
    } else if (scale !== undefined && length > 0) {
      total += (group + (unit ?? 0)) * scale
      group = 0
      unit = null
    } else if (WHOLE.has(word) && unit === null && group === 0) total += WHOLE.get(word) ?? 0
    else break
    length += 1
  }
  const value = total + group + (unit ?? 0)
  // `setengah` alone counts nothing.
  return value < 1 ? null : { value, length }
}

/** `dua juta tiga ratus lima puluh ribu lima ratus` is nine words. */
const WORDS_MAX = 10

const HALF = 0.5
const UNITS: ReadonlyMap<string, number> = new Map([
  ['setengah', HALF],
  ...'satu dua tiga empat lima enam tujuh delapan sembilan'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
])
const TIMES: ReadonlyMap<string, (unit: number) => number> = new Map([
  ['belas', (unit: number) => unit + 10],
  ['puluh', (unit: number) => unit * 10],
  ['ratus', (unit: number) => unit * 100],
])
const FIXED: ReadonlyMap<string, number> = new Map([
  ['sepuluh', 10],
  ['sebelas', 11],
  ['selusin', 12],
  ['seratus', 100],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['ribu', 1e3],
  ['rb', 1e3],
  ['juta', 1e6],
  ['jt', 1e6],
])
/** Numbers by themselves; the last ones are what Jakarta's traders call their notes. */
const WHOLE: ReadonlyMap<string, number> = new Map([
  ['seribu', 1e3],
  ['sejuta', 1e6],
  ['sejutaan', 1e6],
  ['seceng', 1e3],
  ['goceng', 5e3],
  ['ceban', 1e4],
  ['goban', 5e4],
])
