import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transcript } from '../../src/simulator/transcript.ts'
import { replay } from '../support/a-transcript.ts'

// Saved with “Save as transcript” on the page, or written by hand with empty answers; `vitest run
// test/transcripts -u` fills in what the shop says now, to be read like every approved text.
const FOLDER = join(import.meta.dirname, 'approved')
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

test.each(names)('%s is answered as it was', { timeout: 180_000 }, async (name) => {
  const path = join(FOLDER, name)
  const kept: Transcript = JSON.parse(readFileSync(path, 'utf8'))
  const played = await replay(kept)
  expect(played.turns.map(({ does }) => does)).toEqual(kept.turns.map(({ does }) => does))
  const turns = kept.turns.map((turn, nth) => ({ ...turn, answers: played.turns[nth]?.answers }))
  await expect(`${JSON.stringify({ ...kept, turns }, null, 2)}\n`).toMatchFileSnapshot(path)
})
