import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The map of the house: a room imports only rooms to its left. */
const ORDER = [
  'sales',
  'i18n',
  'intent',
  'ingest',
  'analytics',
  'charts',
  'replies',
  'store',
  'whatsapp',
  'assistant',
  'flow',
  'http',
  'simulator',
  'cli',
  'app.ts',
  'demo.ts',
  'main.ts',
]
/** At the edge of the map: single files everyone outside the pure rooms may read. */
const FREE_FILES = ['config.ts', 'log.ts', 'metrics.ts']
const PURE = ['sales', 'i18n', 'intent', 'ingest', 'analytics', 'charts', 'replies']
/** Doors in pure rooms to packages that take their time; they touch nothing but what they are given. */
const WAITING = ['charts/raster.ts', 'ingest/workbook.ts']

/** Which npm package may be imported where: one door each. */
const DOORS: Record<string, RegExp> = {
  'better-sqlite3': /^store\//,
  pg: /^store\/postgres(-call|-fence)?\.ts$/,
  kysely: /^store\//,
  ofetch: /^whatsapp\/client\.ts$/,
  '@google/genai': /^assistant\/gemini\.ts$/,
  '@takumi-rs/core': /^charts\/raster\.ts$/,
  hono: /^(whatsapp\/webhook\.ts|http\/|simulator\/|app\.ts$)/,
  '@hono/node-server': /^(main|app)\.ts$/,
  'csv-parse': /^ingest\//,
  hucre: /^ingest\/(workbook|skipped-sheet|write-book)\.ts$/,
  jschardet: /^ingest\/decode\.ts$/,
  'simple-statistics': /^analytics\//,
  'd3-scale': /^charts\//,
  'd3-shape': /^charts\//,
  zod: /^(config\.ts$|whatsapp\/|assistant\/|http\/)/,
  dotenv: /^main\.ts$/,
  pino: /^log\.ts$/,
  'prom-client': /^metrics\.ts$/,
  piscina: /^flow\/pool\.ts$/,
}

const SRC = join(import.meta.dirname, '../src')
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|(?:^|[^.\w])import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g

type Edge = { readonly from: string; readonly to: string }

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
const edges: Edge[] = files.flatMap((from) =>
  [...readFileSync(join(SRC, from), 'utf8').matchAll(IMPORT)].map((match) => ({
    from,
    to: match[1] ?? match[2] ?? match[3] ?? '',
  })),
)
const inner = edges
  .filter((edge) => edge.to.startsWith('.'))
  .map((edge) => ({ from: edge.from, to: normalize(join(dirname(edge.from), edge.to)) }))
const outer = edges.filter((edge) => !edge.to.startsWith('.'))
const roomOf = (file: string): string => file.split('/')[0] ?? file
const packageOf = (name: string): string =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name)
const arrow = (edge: Edge): string => `src/${edge.from} → ${edge.to}`

describe('the house keeps its laws', () => {
  test('the test itself sees files and imports', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(inner.length).toBeGreaterThan(20)
    expect(outer.length).toBeGreaterThan(5)
  })

  test('every room is on the map', () => {
    const strays = files.map(roomOf).filter((room) => ![...ORDER, ...FREE_FILES].includes(room))
    expect([...new Set(strays)]).toEqual([])
  })

  test('a room imports only rooms to its left', () => {
    const strays = inner.filter(({ from, to }) => {
      const [a, b] = [roomOf(from), roomOf(to)]
      if (a === b) return false
      if (to.startsWith('../migrations')) return a !== 'store'
      if (FREE_FILES.includes(b)) return PURE.includes(a)
      return ORDER.indexOf(b) === -1 || ORDER.indexOf(b) >= ORDER.indexOf(a)
    })
    expect(strays.filter((edge) => !FREE_FILES.includes(roomOf(edge.from))).map(arrow)).toEqual([])
  })

  test('every import leads to a file', () => {
    expect(inner.filter((edge) => !existsSync(join(SRC, edge.to))).map(arrow)).toEqual([])
  })

  test('pure rooms touch no clock, chance, settings, node or await', () => {
    const strays = outer.filter(
      ({ from, to }) =>
        PURE.includes(roomOf(from)) && from !== 'charts/raster.ts' && to.startsWith('node:'),
    )
    expect(strays.map(arrow)).toEqual([])
    const impure =
      /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.|await |setTimeout\()/
    const stained = files.filter(
      (file) =>
        PURE.includes(roomOf(file)) &&
        !WAITING.includes(file) &&
        impure.test(
          readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
        ),
    )
    expect(stained).toEqual([])
  })

  test('each package of the outside has one door', () => {
    const strays = outer.filter(({ from, to }) => {
      if (to.startsWith('node:')) return false
      const door = DOORS[packageOf(to)]
      return door === undefined || !door.test(from)
    })
    expect(strays.map(arrow)).toEqual([])
  })

  test('there are no import rings between files', () => {
    const next = Map.groupBy(inner, (edge) => edge.from)
    const done = new Set<string>()
    const ring = (file: string, path: readonly string[]): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
      if (done.has(file)) return null
      for (const edge of next.get(file) ?? []) {
        const found = ring(edge.to, [...path, file])
        if (found) return found
      }
      done.add(file)
      return null
    }
    expect(files.map((file) => ring(file, [])).filter(Boolean)).toEqual([])
  })

  test('there are no junk drawers', () => {
    const drawers = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|shared|types|misc)(\/|\.ts$)/.test(file),
    )
    expect(drawers).toEqual([])
  })

  test('settings are read in two files only', () => {
    const readers = files.filter((file) =>
      readFileSync(join(SRC, file), 'utf8').includes('process.env'),
    )
    expect(readers.filter((file) => !['main.ts', 'config.ts'].includes(file))).toEqual([])
  })

  test('.env.example, config.ts and README name the same settings', () => {
    const root = join(SRC, '..')
    const names = (text: string, pattern: RegExp) =>
      [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()
    const inConfig = names(readFileSync(join(SRC, 'config.ts'), 'utf8'), /^ {2}([A-Z][A-Z_]+):/gm)
    const inExample = names(
      readFileSync(join(root, '.env.example'), 'utf8'),
      /^#?\s?([A-Z][A-Z_]+)=/gm,
    )
    const inReadme = names(readFileSync(join(root, 'README.md'), 'utf8'), /^\| `([A-Z][A-Z_]+)`/gm)
    expect(inConfig.length).toBeGreaterThan(10)
    expect(inExample).toEqual(inConfig)
    expect(inReadme).toEqual(inConfig)
  })

  test('the map in README is the map in force', () => {
    const readme = readFileSync(join(SRC, '../README.md'), 'utf8')
    expect(readme).toContain(`\`${ORDER.join(' < ')}\``)
  })
})
