import { type Context, Hono } from 'hono'
import { asError, type World } from '../flow/world.ts'
import { docsApp } from './docs.ts'
import { forShop, strictHeaders } from './guard.ts'
import type { Imports } from './imports.ts'
import { problem } from './problems.ts'
import { getSummary } from './summary.ts'
import { getImport, postSales } from './uploads.ts'
import { createWrongTokens } from './wrong-tokens.ts'

/**
 * The upload API: files in, answers out, each under a shop's own token. Whatever goes wrong is
 * answered as JSON with a code, what happened and what to do.
 */
export const apiApp = (world: World, imports: Imports): Hono => {
  const { store } = world
  const gate = { store, wrongTokens: createWrongTokens(), now: world.now }
  const app = new Hono()
  app.post('/api/v1/sales', strictHeaders, forShop(gate, postSales(imports, store)))
  app.all('/api/v1/sales', strictHeaders, only('POST'))
  app.get('/api/v1/imports/:id', strictHeaders, forShop(gate, getImport(store, world.now)))
  app.all('/api/v1/imports/:id', strictHeaders, only('GET'))
  app.get('/api/v1/summary', strictHeaders, forShop(gate, getSummary(world)))
  app.all('/api/v1/summary', strictHeaders, only('GET'))
  app.route('/', docsApp())
  app.all('/api/*', strictHeaders, (c) => problem(c, 'not-found'))
  app.onError((error, c) => {
    const reference = world.newId()
    world.log.error('api request failed', { error: asError(error), reference })
    return problem(c, 'internal', `Reference ${reference}.`)
  })
  return app
}

const only =
  (method: 'GET' | 'POST') =>
  (c: Context): Response => {
    c.header('allow', method)
    return problem(c, 'method-not-allowed')
  }
