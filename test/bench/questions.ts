import { inShort, questionSet, readAsked, type Verdict, verdictOn } from './question-set.ts'

/**
 * How well free questions are understood by rules alone. The set was written before the rules were
 * tried; odd lines were looked at while tuning, even lines never (`--show` prints the odd ones missed).
 */
const shown = process.argv.includes('--show')
const show = process.argv.includes('--all') ? () => true : (i: number) => i % 2 === 0

type Result = {
  readonly lang: string
  readonly half: string
  readonly verdict: Verdict
  readonly ms: number
}

const results = questionSet().map((asked, i): Result => {
  const begun = performance.now()
  const got = readAsked(asked)
  const ms = performance.now() - begun
  const verdict = verdictOn(asked, got)
  if (shown && verdict !== 'exact' && show(i)) {
    console.info(
      `${asked.lang} ${verdict}: ${asked.prior ? `${asked.prior} → ` : ''}${asked.text}\n   ${inShort(got)}`,
    )
  }
  return { lang: langOf(asked), half: i % 2 === 0 ? 'tuned' : 'held out', verdict, ms }
})

function langOf({ lang, decline }: { readonly lang: string; readonly decline?: string }): string {
  return decline === undefined ? lang : 'declined'
}

const percent = (part: readonly unknown[], whole: readonly unknown[]): string =>
  `${((100 * part.length) / Math.max(1, whole.length)).toFixed(1)}%`.padStart(7)

const line = (title: string, some: readonly Result[]): string => {
  const of = (verdict: Verdict) =>
    percent(
      some.filter((each) => each.verdict === verdict),
      some,
    )
  return `${title.padEnd(20)} n=${String(some.length).padStart(3)}  exact ${of('exact')}  wrong ${of('wrong')}  asked back ${of('asked')}`
}

for (const half of ['tuned', 'held out']) {
  const some = results.filter((each) => each.half === half)
  console.info(line(half, some))
  for (const [lang, group] of Map.groupBy(some, (each) => each.lang))
    console.info(line(`  ${lang}`, group))
}
const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b)
const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
console.info(line('all', results))
console.info(`reading a question: p95 ${p95.toFixed(2)} ms`)
