/**
 * `malam minggu` is Saturday's evening and `malam jumat` Thursday's: an Indonesian day begins at sunset. Said as
 * the day itself with its evening after it; `malam hari minggu` and `jumat malam` mean what they say.
 */
export const withEves = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, i) => {
    const eve = isEve(words, i) ? EVES.get(words[i + 1] ?? '') : undefined
    if (eve !== undefined) return eve.split(' ')
    if (isEve(words, i - 1) && EVES.has(word)) return SHOWS.has(words[i + 1] ?? '') ? [] : [EVENING]
    return isEve(words, i - 2) && EVES.has(words[i - 1] ?? '') && SHOWS.has(word)
      ? [word, EVENING]
      : [word]
  })

const EVENING = 'malam'
const isEve = (words: readonly string[], at: number): boolean =>
  words[at] === EVENING && words[at - 1] !== 'tadi'

const EVES: ReadonlyMap<string, string> = new Map([
  ['minggu', 'sabtu'],
  ['ahad', 'sabtu'],
  ['senin', 'hari minggu'],
  ['selasa', 'senin'],
  ['rabu', 'selasa'],
  ['kamis', 'rabu'],
  ['jumat', 'kamis'],
  ['sabtu', 'jumat'],
])
const SHOWS: ReadonlySet<string> = new Set(['ini', 'lalu', 'kemarin', 'depan'])
