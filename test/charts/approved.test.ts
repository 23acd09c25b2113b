import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsChart } from '../../src/charts/facts.ts'
import { heatChart } from '../../src/charts/heat.ts'
import { overviewChart } from '../../src/charts/overview.ts'
import { rankingChart } from '../../src/charts/ranking.ts'
import { sceneSvg } from '../../src/charts/svg.ts'
import { trendChart } from '../../src/charts/trend.ts'
import { FACTS, HEATS, OVERVIEWS, RANKINGS, TRENDS } from './pictures.ts'

/**
 * Every picture equals the one that a person looked at and approved. After a wanted change: delete
 * the file, run the test, open the new file in a browser, commit it.
 */
const APPROVED = join(import.meta.dirname, '../approved/charts')

const scenes = [
  ...Object.entries(TRENDS).map(([name, input]) => ({ name, scene: trendChart(input) })),
  ...Object.entries(OVERVIEWS).map(([name, input]) => ({ name, scene: overviewChart(input) })),
  ...Object.entries(RANKINGS).map(([name, input]) => ({ name, scene: rankingChart(input) })),
  ...Object.entries(HEATS).map(([name, input]) => ({ name, scene: heatChart(input) })),
  ...Object.entries(FACTS).map(([name, input]) => ({ name, scene: factsChart(input) })),
]

describe('a picture stays as it was approved', () => {
  test.each(scenes)('$name', ({ name, scene }) => {
    const file = join(APPROVED, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.svg`)
    const svg = `${sceneSvg(scene)}\n`
    if (!existsSync(file)) {
      writeFileSync(file, svg)
      expect.fail(`${file} is new: look at it, then commit it`)
    }
    expect(svg).toBe(readFileSync(file, 'utf8'))
  })
})

describe('in every picture', () => {
  test.each(scenes)('texts stay inside: $name', ({ scene }) => {
    const strays = scene.texts.filter(
      (box) =>
        box.x < 0 ||
        box.y < 0 ||
        box.width <= 0 ||
        box.x + box.width > scene.width + 0.01 ||
        box.y + box.height > scene.height + 0.01,
    )
    expect(strays).toEqual([])
  })

  test.each(scenes)('no text lies on another: $name', ({ scene }) => {
    const apart = (a: (typeof scene.texts)[number], b: (typeof scene.texts)[number]) =>
      a.x + a.width <= b.x + 4 ||
      b.x + b.width <= a.x + 4 ||
      a.y + a.height <= b.y + 4 ||
      b.y + b.height <= a.y + 4
    const pairs = scene.texts.flatMap((a, i) =>
      scene.texts.slice(i + 1).flatMap((b) => (apart(a, b) ? [] : [`${a.text} / ${b.text}`])),
    )
    expect(pairs).toEqual([])
  })

  test.each(scenes)('letters are readable on a phone: $name', ({ scene }) => {
    expect(Math.min(...scene.texts.map((box) => box.size))).toBeGreaterThanOrEqual(26)
  })
})
