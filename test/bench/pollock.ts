// npm run bench:pollock: what the reader makes of files spoiled after the Pollock benchmark.
import { means, pollutedFiles, scoredFiles } from '../ingest/pollock.ts'

const print = (text: string): boolean => process.stdout.write(`${text}\n`)

const files = scoredFiles(pollutedFiles(1))
const { simple, weighted } = means(files)
print(`Pollock faults, ${files.length} files of our own, at most 10`)
print(`  simple ${simple.toFixed(3)}  weighted ${weighted.toFixed(3)}`)
print('  (published: DuckDB given the parameters 9.961 / 9.599, guessing 9.075 / 8.439)')
const kinds = Map.groupBy(files, ({ name }) => name.replace(/,? (?:in )?row \d+.*/, ''))
for (const [kind, own] of kinds) {
  const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length
  if (mean < 10) print(`  ${mean.toFixed(3)}  ${kind}${own.length > 1 ? ` (${own.length})` : ''}`)
}
