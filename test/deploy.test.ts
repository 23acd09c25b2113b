// What can be checked of deploy/ without running Docker, systemd or Kubernetes.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const DEPLOY = join(ROOT, 'deploy')
const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8')
const lines = (...path: readonly string[]): readonly string[] => read(...path).split('\n')
const withoutComments = (text: string): string => text.replace(/(^|\s)#.*$/gm, '')
const deployed = readdirSync(DEPLOY)
const yamls = deployed.filter((name) => /\.ya?ml$/.test(name))

/** Every setting there is: config.test.ts holds this file against the settings that are read. */
const SETTINGS = new Set(
  [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? ''),
)
/** What the images and tools beside us are told. */
const THEIRS = new Set([
  'NODE_ENV',
  'POSTGRES_USER',
  'POSTGRES_PASSWORD',
  'LITESTREAM_BUCKET',
  'LITESTREAM_ENDPOINT',
])

describe('the container', () => {
  const copied = lines('deploy', 'Dockerfile')
    .filter((line) => line.startsWith('COPY '))
    .flatMap((line) => line.split(' ').slice(1, -1))

  test('copies only what is there, and what is let through to it', () => {
    expect(copied.length).toBeGreaterThan(3)
    expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
    const let_ = lines('deploy', 'Dockerfile.dockerignore')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect([...copied].sort()).toEqual([...let_].sort())
  })

  test('copies every folder of ours the program reads from', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    const folders = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...read('src', name).matchAll(/import\.meta\.dirname, '(?:\.\.\/)+([a-z]+)/g),
      ])
      .map(([, folder]) => folder ?? '')
      .filter((folder) => existsSync(join(ROOT, folder)))
    expect(folders).toContain('migrations')
    expect(folders.filter((folder) => !copied.includes(folder))).toEqual([])
  })

  test('starts what package.json calls the program, as nobody special', () => {
    const { bin }: { bin: { shopbell: string } } = JSON.parse(read('package.json'))
    const docker = read('deploy', 'Dockerfile')
    expect(docker).toContain(`CMD ["node", "${bin.shopbell}"]`)
    expect(docker).toMatch(/^USER node$/m)
  })
})

describe('every file of deploy/', () => {
  test.for(yamls)(
    '%s is indented by spaces, closes what it opens and names nothing twice',
    (name) => {
      const text = withoutComments(read('deploy', name))
      expect(text).not.toContain('\t')
      for (const [open, close] of ['{}', '[]'].map((pair) => pair.split(''))) {
        expect(text.split(open ?? '').length, open).toBe(text.split(close ?? '').length)
      }
      expect(twiceNamed(text)).toEqual([])
    },
  )

  test.for(deployed)('%s names settings that exist', (name) => {
    const text = withoutComments(read('deploy', name))
    const named = [
      ...text.matchAll(/^\s*([A-Z][A-Z0-9_]+): /gm),
      ...text.matchAll(/^(?:ENV |Environment=)([A-Z][A-Z0-9_]+)=/gm),
      ...text.matchAll(/name: ([A-Z][A-Z0-9_]+),/g),
      ...text.matchAll(/\$\{([A-Z][A-Z0-9_]+)/g),
    ].map(([, setting]) => setting ?? '')
    expect(named.filter((setting) => !SETTINGS.has(setting) && !THEIRS.has(setting))).toEqual([])
  })

  test('roles are roles, and each kind of process is there', () => {
    const roles = ['compose.yaml', 'kubernetes.yaml'].map((name) =>
      [...read('deploy', name).matchAll(/ROLE(?::|, value:) (\w+)/g)].map(([, role]) => role),
    )
    for (const named of roles) expect([...named].sort()).toEqual(['web', 'work'])
  })

  test('everybody waits longer than a drain takes', () => {
    const drainMs = Number(
      /DRAIN_MS_MAX = ([\d_]+)/.exec(read('src', 'main.ts'))?.[1]?.replaceAll('_', ''),
    )
    const patience = deployed.flatMap((name) => [
      ...read('deploy', name).matchAll(
        /(?:stop_grace_period: |TimeoutStopSec=|terminationGracePeriodSeconds: )(\d+)/g,
      ),
    ])
    expect(patience).toHaveLength(4)
    for (const [, seconds] of patience) expect(Number(seconds) * 1000).toBeGreaterThan(drainMs)
  })

  test('they look where the program answers: port, health and readiness', () => {
    const port = /PORT=(\d+)/.exec(read('.env.example'))?.[1]
    for (const name of ['Dockerfile', 'compose.yaml', 'kubernetes.yaml']) {
      expect(read('deploy', name), name).toContain(port)
    }
    const served = [...read('src', 'http', 'health.ts').matchAll(/app\.get\('(\/\w+)'/g)].map(
      ([, path]) => path,
    )
    const probed = [...read('deploy', 'kubernetes.yaml').matchAll(/httpGet: \{ path: (\/\w+)/g)]
    expect(probed.length).toBeGreaterThan(2)
    expect(probed.map(([, path]) => path).filter((path) => !served.includes(path))).toEqual([])
  })
})

/** Keys that stand twice in one block: the later would silently replace the earlier. */
const twiceNamed = (text: string): readonly string[] => {
  const open: { readonly indent: number; readonly names: Set<string> }[] = []
  const twice: string[] = []
  for (const line of text.split('\n')) {
    const [, space = '', dash = '', key] = /^( *)(- )?([\w.-]+):(?: |$)/.exec(line) ?? []
    if (line.startsWith('---')) open.length = 0
    if (key === undefined) continue
    const indent = space.length + dash.length
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop()
    // A dash begins a block of its own.
    if (dash !== '' && open.at(-1)?.indent === indent) open.pop()
    if (open.at(-1)?.indent !== indent) open.push({ indent, names: new Set() })
    const block = open.at(-1)
    if (block?.names.has(key)) twice.push(key)
    block?.names.add(key)
  }
  return twice
}
