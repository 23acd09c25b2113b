import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { asError, type World } from '../../flow/world.ts'
import { catalogue } from '../../i18n/catalogue.ts'
import { pageHeaders } from '../guard.ts'
import type { Imports } from '../imports.ts'
import { alerts } from './alerts.ts'
import { assetsApp, readAssets } from './assets.ts'
import { branches } from './branches.ts'
import { done, notice } from './deeds.ts'
import { doorApp, type Entrance, elsewhere, outPage } from './door.ts'
import { keepFlash, takeFlash } from './flash.ts'
import { forecast } from './forecast.ts'
import { doorPage, shopPage } from './layout.ts'
import type { Html } from './marks.ts'
import { operator } from './operator.ts'
import { overview } from './overview.ts'
import { onlyFromHere } from './own-origin.ts'
import { people } from './people.ts'
import { mayOpen, PAGE_NAMES, type PageName, pageNamed, pathOf } from './places.ts'
import { products } from './products.ts'
import { receive } from './receive.ts'
import { restock } from './restock.ts'
import { sessionHash, whoLooks } from './session.ts'
import { settings } from './settings.ts'
import { maySend, uploads } from './uploads.ts'
import { usage } from './usage.ts'
import { said, type Visit, visitOf } from './visit.ts'

/** Every page and what is on it; a page forgotten here does not compile. */
const CONTENT: Readonly<Record<PageName, (visit: Visit) => Promise<Html>>> = {
  overview,
  products,
  branches,
  forecast,
  restock,
  alerts,
  uploads,
  people,
  settings,
  usage,
  operator,
}

/**
 * The shop on a screen: the chat's own findings, pictures and deeds as pages, for whoever has opened a link
 * from the chat. Nothing where nobody has said under which address browsers reach us.
 */
export const dashboardApp = (world: World, imports: Imports): Hono => {
  const app = new Hono()
  const { dashboard: door, store, now } = world
  if (door === null) return app
  const assets = readAssets()
  const entrance: Entrance = { store, door, now, assets, language: world.policy.defaults.language }
  const inside = insideOf(world, entrance)
  const guarded = [pageHeaders, onlyFromHere(door, elsewhere(entrance))] as const
  app.route('/', assetsApp(assets))
  app.route('/', doorApp(entrance))
  for (const name of PAGE_NAMES) {
    app.get(pathOf(name), pageHeaders, inside(pageOf(name, entrance)))
  }
  app.get('/dashboard/uploads/:no{[0-9]+}/skipped', pageHeaders, inside(skippedRows(entrance)))
  app.post('/dashboard/uploads', ...guarded, inside(fileOf(imports, entrance)))
  app.post('/dashboard/do', ...guarded, SMALL, inside(deedOf(entrance)))
  app.post('/dashboard/shop', ...guarded, SMALL, inside(turn(entrance)))
  app.all(
    '/dashboard/*',
    pageHeaders,
    inside(async (visit) => notFound(visit, entrance)),
  )
  app.onError((error, c) => broken(c, { world, error, entrance }))
  return app
}

/** Forms without a file: a handful of short fields. */
const SMALL = bodyLimit({ maxSize: 64 * 1024 })

type Handler = (visit: Visit) => Promise<Response>

/** The check stands in front of each handler: whoever is not in gets no further. */
const insideOf =
  (world: World, entrance: Entrance) =>
  (handle: Handler) =>
  async (c: Context): Promise<Response> => {
    const session = await whoLooks(c, entrance)
    return session === null ? outPage(c, entrance) : handle(visitOf(c, world, session))
  }

const pageOf =
  (name: PageName, entrance: Entrance): Handler =>
  async (visit) => {
    if (!mayOpen(name, visit.session)) return notFound(visit, entrance)
    const content = await CONTENT[name](visit)
    return visit.c.html(await framed(visit, entrance, { name, content }))
  }

/** Content with the menu around it, and above it what the last deed came to. */
const framed = async (
  visit: Visit,
  { assets }: Entrance,
  { name, content }: { readonly name: PageName; readonly content: Html },
): Promise<Html> => {
  const { session, world, c } = visit
  const own = session.shops > 1 ? await world.store.shopsOf(session.person.id) : []
  const shops = own.filter(({ closedAt }) => closedAt === null)
  const flash = takeFlash(c)
  return shopPage(
    visit,
    { assets, shops, notice: flash === null ? '' : notice(flash, name) },
    { name, content },
  )
}

/** A form's deed, and back to its page with the answer on top: reloading that repeats nothing. */
const deedOf =
  (entrance: Entrance): Handler =>
  async (visit) => {
    const { c } = visit
    const fields = textsOf(await c.req.parseBody())
    const reply = await done(visit, fields)
    if (reply === null) return notFound(visit, entrance)
    keepFlash(c, reply, entrance.door.origin.startsWith('https:'))
    return c.redirect(pathOf(pageNamed(fields['back'])), 303)
  }

const textsOf = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

/** Another of this person's shops, in this browser alone: the chat goes on about its own. */
const turn =
  ({ door }: Entrance): Handler =>
  async ({ c, world }) => {
    const { shop } = textsOf(await c.req.parseBody())
    const hash = sessionHash(c, door)
    if (hash !== null && shop !== undefined) await world.store.turnSession(hash, shop)
    return c.redirect('/dashboard', 303)
  }

const fileOf =
  (imports: Imports, entrance: Entrance): Handler =>
  async (visit) => {
    if (!maySend(visit)) return notFound(visit, entrance)
    return receive(visit, imports, (content) =>
      framed(visit, entrance, { name: 'uploads', content }),
    )
  }

/** The rows of a file that could not be counted, as the sheet the chat sends. */
const skippedRows =
  (entrance: Entrance): Handler =>
  async (visit) => {
    const { c } = visit
    const { attachment } = await said(visit, `rows:${Number(c.req.param('no'))}`)
    if (attachment === null) return notFound(visit, entrance)
    const { bytes, mimeType, fileName } = attachment
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mimeType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    })
  }

/** There is no such page, or not for this person: which of the two is nobody's business. */
const notFound = async ({ c, voice, shop }: Visit, { assets }: Entrance): Promise<Response> => {
  const { words } = voice
  const { door } = words.dashboard
  return c.html(
    doorPage(
      { words, language: shop.language, assets },
      { title: door.notFound, lines: [], action: backLink(door.back) },
    ),
    404,
  )
}

/** The visitor learns a reference, the log what happened. */
const broken = (
  c: Context,
  { world, error, entrance }: { world: World; error: unknown; entrance: Entrance },
): Response | Promise<Response> => {
  const reference = world.newId()
  world.log.error('dashboard page failed', { error: asError(error), reference })
  const { language, assets } = entrance
  const words = catalogue(language)
  const { door } = words.dashboard
  return c.html(
    doorPage(
      { words, language, assets },
      { title: door.broken, lines: [door.brokenWhy(reference)], action: backLink(door.back) },
    ),
    500,
  )
}

const backLink = (text: string): Html => html`<a class="main" href="/dashboard">${text}</a>`
