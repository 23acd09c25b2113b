import { join } from 'node:path'
import { askQuestion } from '../../src/cli/ask.ts'
import { plansFrom } from '../../src/cli/ask-json.ts'
import type { AskReading, Plan } from '../../src/intent/ask/plan.ts'
import { day } from '../../src/sales/day.ts'
import { openReader } from '../../src/store/store.ts'
import { aShop } from '../support/builders.ts'
import { writeFlowerYears } from '../support/flower-years.ts'
import { aFolder } from '../support/props.ts'
import { rowsOf } from './question-rows.ts'
import {
  type Asked,
  inShort,
  questionSet,
  type Verdict,
  verdictOn,
  wantedReadings,
} from './question-set.ts'

/**
 * How well free questions are answered by rules alone: every question goes through the whole `ask` in a
 * flower shop of nearly five years. The plan it came to and the plan meant are both computed there; equal
 * rows are exact. `--show` prints what was missed, `--set NAME` asks one set, `--file PATH` those of another file. Exits 1 below the aims.
 */
const NOW = '2026-11-22T12:00:00+07:00'
const TODAY = day('2026-11-22')
/** Shares of a hundred: exact answers by language, confident wrong ones over all. */
const AIMS = [
  { langs: ['en'], exact: 85 },
  { langs: ['id', 'mixed'], exact: 80 },
  { langs: ['es', 'pt'], exact: 65 },
] as const
const WRONG_MAX = 3
const P95_MS_MAX = 50

type Result = {
  readonly asked: Asked
  readonly got: Got
  readonly rows: Verdict
  readonly slots: Verdict
}
type Got = Pick<AskReading, 'kind' | 'reason' | 'plans' | 'unknown'> & { readonly ms: number }

const chosen = afterFlag('--set')
const set = questionSet(afterFlag('--file')).filter(
  (asked) => chosen === undefined || asked.set === chosen,
)
const shop = aShop()
using folder = aFolder()
const databaseUrl = `file:${join(folder.path, 'flower.db')}`
await writeFlowerYears(databaseUrl, shop)

const answers = await answersTo(set)
const reader = openReader(databaseUrl)
const results: Result[] = []
for (const [i, asked] of set.entries()) {
  const got = answers[i]
  if (got)
    results.push({ asked, got, rows: await rowsVerdict(asked, got), slots: verdictOn(asked, got) })
}
await reader.close()
report()

/** Through the command line's own reader of many questions. */
async function answersTo(asked: readonly Asked[]): Promise<readonly Got[]> {
  const printed: string[] = []
  await askQuestion(['--stdin', '--shop', shop.id, '--now', NOW], {
    databaseUrl,
    shop,
    now: Date.now,
    newId: () => 'bench',
    print: (text) => printed.push(text),
    fontDir: null,
    policy: {
      signup: 'closed',
      defaults: { language: 'id', timeZone: 'Asia/Jakarta', currency: 'IDR' },
      supportContact: null,
      alertTemplate: null,
      messageBudget: 0,
      modelBudget: null,
      hasNarrative: false,
    },
    model: null,
    readLines: async function* () {
      yield* asked.map((each) => JSON.stringify(each))
    },
  })
  return printed.map((text): Got => {
    const said = JSON.parse(text)
    return { ...said, plans: plansFrom(said.plans), unknown: [] }
  })
}

async function rowsVerdict(asked: Asked, got: Got): Promise<Verdict> {
  const own = await allRows(got.plans)
  const fair = new Set<string>()
  for (const wanted of wantedReadings(asked, got.plans)) fair.add(await allRows(wanted))
  return verdictOn(asked, got, () => fair.has(own))
}

async function allRows(plans: readonly Plan[]): Promise<string> {
  const rows: string[] = []
  for (const plan of plans) rows.push(await rowsOf({ reader, shop, today: TODAY }, plan))
  return rows.join('\n')
}

function report(): void {
  if (process.argv.includes('--show')) results.filter(({ rows }) => rows !== 'exact').forEach(show)
  for (const name of new Set(set.map((asked) => asked.set))) {
    const own = results.filter(({ asked }) => asked.set === name)
    console.info(line(name, own))
    for (const [lang, group] of Map.groupBy(own, langOf)) console.info(line(`  ${lang}`, group))
  }
  console.info(line('all', results))
  for (const [lang, group] of Map.groupBy(results, langOf)) console.info(line(`  ${lang}`, group))
  const times = results.map(({ got }) => got.ms).sort((a, b) => a - b)
  const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)] ?? 0)
  console.info(`the whole ask, five years of sales: p50 ${p50} ms, p95 ${p95} ms`)
  if (process.argv.includes('--slow'))
    results
      .toSorted((a, b) => b.got.ms - a.got.ms)
      .slice(0, 40)
      .forEach(({ asked, got }) => {
        console.info(got.ms, asked.text, inShort(got))
      })
  const missed = missedAims(p95 ?? 0)
  console.info(missed.length === 0 ? 'every aim is met' : missed.join('\n'))
  process.exitCode = missed.length === 0 ? 0 : 1
}

function missedAims(p95: number): readonly string[] {
  const exact = AIMS.flatMap(({ langs, exact: aim }) => {
    const own = results.filter((each) => langs.some((lang) => lang === langOf(each)))
    const share = shareOf(own, ({ rows }) => rows === 'exact')
    return own.length > 0 && share < aim
      ? [`${langs}: ${share.toFixed(1)}% exact, aim ${aim}%`]
      : []
  })
  const wrong = shareOf(results, ({ rows }) => rows === 'wrong')
  const declined = results.filter((each) => langOf(each) === 'declined')
  const kept = shareOf(declined, ({ rows }) => rows === 'exact')
  return [
    ...exact,
    ...(wrong > WRONG_MAX ? [`wrong: ${wrong.toFixed(1)}%, at most ${WRONG_MAX}%`] : []),
    ...(declined.length > 0 && kept < 100 ? [`declined: ${kept.toFixed(1)}% of 100%`] : []),
    ...(p95 > P95_MS_MAX ? [`p95 ${p95} ms, at most ${P95_MS_MAX} ms`] : []),
  ]
}

function langOf({ asked }: Result): string {
  return asked.decline === undefined ? asked.lang : 'declined'
}

function show({ asked, got, rows }: Result): void {
  const before = asked.prior ? `${asked.prior} → ` : ''
  console.info(`${asked.lang} ${rows}: ${before}${asked.text}\n   ${inShort(got)}`)
}

function afterFlag(flag: string): string | undefined {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : process.argv[at + 1]
}

function shareOf(some: readonly Result[], is: (each: Result) => boolean): number {
  return (100 * some.filter(is).length) / Math.max(1, some.length)
}

function line(title: string, some: readonly Result[]): string {
  const percent = (is: (each: Result) => boolean) => `${shareOf(some, is).toFixed(1)}%`.padStart(7)
  const rows = (verdict: Verdict) => percent((each) => each.rows === verdict)
  const slots = percent((each) => each.slots === 'exact')
  return `${title.padEnd(12)} n=${String(some.length).padStart(3)}  exact ${rows('exact')}  wrong ${rows('wrong')}  asked back ${rows('asked')}  slots ${slots}`
}
