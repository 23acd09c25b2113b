// npm run mutate -- [share] [room …]: small mistakes are built into the code, one at a time; the share of
// them that some test notices is the mutation score of a room. Whole rooms take hours, so `npm run mutate --
// 0.05` takes one stretch of lines in twenty, always the same ones. Each mistake nobody noticed is in
// coverage/mutation.json; `npx stryker run --mutate src/analytics/robust.ts` shows one file's with the code.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../support/random.ts'
import { print } from './figures.ts'

const ROOT = join(import.meta.dirname, '../..')
/** What decides about a figure: a mistake here would be believed. `values` are the readers of one cell. */
const ROOMS: Record<string, (file: string) => boolean> = {
  analytics: (file) => file.startsWith('analytics/'),
  values: (file) =>
    /^ingest\/(amounts|cell-text|currencies|dates|date-order|magnitude|money|months|numbers|number-formats|year)\.ts$/.test(
      file,
    ),
  intent: (file) => file.startsWith('intent/'),
}
/** Lines that are mutated or left alone together. */
const STRETCH = 20

type Mutant = { readonly status: string }
type Report = {
  readonly files: Record<string, { readonly mutants: readonly Mutant[] }>
}

const share = Number(process.argv[2] ?? 1)
const asked = process.argv.slice(3)
const rooms = asked.length > 0 ? asked : Object.keys(ROOMS)
if (!(share > 0 && share <= 1) || rooms.some((room) => !(room in ROOMS))) {
  process.stderr.write(
    `npm run mutate -- [share above 0, up to 1] [${Object.keys(ROOMS).join('|')}]\n`,
  )
  process.exit(1)
}
for (const room of rooms) print(scoreOf(room))

function scoreOf(room: string): string {
  const stretches = stretchesOf(room)
  const run = spawnSync('npx', ['stryker', 'run', '--mutate', stretches.join(',')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (run.status !== 0) throw new Error(`${room}: Stryker ended with ${run.status ?? run.signal}`)
  const report: Report = JSON.parse(readFileSync(join(ROOT, 'coverage/mutation.json'), 'utf8'))
  const mutants = Object.values(report.files).flatMap((file) => file.mutants)
  const count = (...states: string[]) =>
    mutants.filter(({ status }) => states.includes(status)).length
  const noticed = count('Killed', 'Timeout')
  const unnoticed = count('Survived', 'NoCoverage')
  const score = ((100 * noticed) / (noticed + unnoticed)).toFixed(1)
  return `${room}: ${score} % of ${noticed + unnoticed} mistakes noticed (${count('NoCoverage')} on lines no test runs; ${stretches.length} stretches of ${STRETCH} lines)`
}

/** `file:from-to` of the lines to mutate; the same share picks the same lines. */
function stretchesOf(room: string): string[] {
  const random = seededRandom(1)
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && ROOMS[room]?.(file))
    .sort()
  return files.flatMap((file) => {
    const lines = readFileSync(join(ROOT, 'src', file), 'utf8').split('\n').length
    const count = Math.ceil(lines / STRETCH)
    return Array.from({ length: count }, (_, i) => i)
      .filter(() => random() < share)
      .map((i) => `src/${file}:${i * STRETCH + 1}-${Math.min(lines, (i + 1) * STRETCH)}`)
  })
}
