import { inShort, questionSet, readAsked, type Verdict, verdictOn } from './question-set.ts'

/**
 * How well free questions are understood by rules alone. Each set was written before the rules were tried
 * on it (`--show` prints what was missed).
 */
const shown = process.argv.includes('--show')

type Result = {
  readonly lang: string
  readonly half: string
  readonly verdict: Verdict
  readonly ms: number
}

const results = questionSet().map((asked): Result => {
  const begun = performance.now()
  const got = readAsked(asked)
  const ms = performance.now() - begun
  const verdict = verdictOn(asked, got)
  if (shown && verdict !== 'exact') {
    console.info(
      `${asked.lang} ${verdict}: ${asked.prior ? `${asked.prior} → ` : ''}${asked.text}\n   ${inShort(got)}`,
    )
  }
  return { lang: langOf(asked), half: asked.set, verdict, ms }
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

for (const half of new Set(results.map((each) => each.half))) {
  const some = results.filter((each) => each.half === half)
  console.info(line(half, some))
  for (const [lang, group] of Map.groupBy(some, (each) => each.lang))
    console.info(line(`  ${lang}`, group))
}
const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b)
const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
console.info(line('all', results))
console.info(`reading a question: p95 ${p95.toFixed(2)} ms`)
