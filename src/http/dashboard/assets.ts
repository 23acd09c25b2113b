import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono, type MiddlewareHandler } from 'hono'
import { PALETTE } from '../../charts/palette.ts'
import { strictHeaders } from '../guard.ts'

type Asset = { readonly path: string; readonly body: string; readonly type: string }

/** Everything a page loads besides itself. */
export type Assets = { readonly look: Asset; readonly script: Asset }

/** Its address changes with its content, so nobody ever sees an old one. */
const FOREVER = 'public, max-age=31536000, immutable'

export const readAssets = (): Assets => {
  const look = readFileSync(new URL('./dashboard.css', import.meta.url), 'utf8')
  const htmx = fileURLToPath(import.meta.resolve('htmx.org/dist/htmx.min.js'))
  return {
    look: asset('look', 'css', `${look}\n${NIGHT_PICTURES}`),
    script: asset('htmx', 'js', readFileSync(htmx, 'utf8')),
  }
}

export const assetsApp = ({ look, script }: Assets): Hono => {
  const app = new Hono()
  for (const { path, body, type } of [look, script]) {
    app.get(path, keptForever, strictHeaders, (c) => c.body(body, 200, { 'content-type': type }))
  }
  return app
}

/** The one thing here that may be kept: it is the same for everybody. */
const keptForever: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', FOREVER)
}

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const

const asset = (name: string, kind: keyof typeof TYPES, body: string): Asset => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { path: `/dashboard/${name}-${hash}.${kind}`, body, type: TYPES[kind] }
}

/** The pictures' colours by night: each keeps its meaning and its distance from the ground. */
const NIGHT: Readonly<Record<keyof typeof PALETTE, string>> = {
  paper: '#182226',
  desk: '#10191c',
  ink: '#e8eeee',
  quietInk: '#a3b2b5',
  grid: '#2a373b',
  axis: '#56676b',
  sales: '#3fc1b0',
  usual: '#5f7074',
  forecast: '#ab97ee',
  forecastZone: '#241f38',
  up: '#5fcf86',
  upPaper: '#173423',
  down: '#f2887c',
  downPaper: '#3d1d1a',
  quietBar: '#2f7d74',
  barTrack: '#223034',
}

const DAY: Readonly<Record<string, string>> = PALETTE

const NIGHT_PICTURES = `@media (prefers-color-scheme: dark) {
${Object.entries(NIGHT)
  .map(([name, night]) => {
    const day = DAY[name]
    return `figure svg [fill="${day}"] { fill: ${night} } figure svg [stroke="${day}"] { stroke: ${night} }`
  })
  .join('\n')}
}
`
