import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { asError, type World } from '../../flow/world.ts'
import { catalogue } from '../../i18n/catalogue.ts'
import { pageHeaders } from '../guard.ts'
import type { Imports } from '../imports.ts'
import { assetsApp, readAssets } from './assets.ts'
import { doorApp, type Entrance, elsewhere, outPage } from './door.ts'
import { doorPage, shopPage } from './layout.ts'
import type { Html } from './marks.ts'
import { overview } from './overview.ts'
import { onlyFromHere } from './own-origin.ts'
import { mayOpen, PAGE_NAMES, type PageName, pathOf } from './places.ts'
import { sessionHash, whoLooks } from './session.ts'
import { type Visit, visitOf } from './visit.ts'

/** Every page and what is on it; a page forgotten here does not compile. */
const CONTENT: Readonly<Record<PageName, (visit: Visit) => Promise<Html>>> = {
  overview,
}

/**
 * The shop on a screen: the chat's own findings, pictures and deeds as pages, for whoever has opened a link
 * from the chat. Nothing where nobody has said under which address browsers reach us.
 */
export const dashboardApp = (world: World, _imports: Imports): Hono => {
  const app = new Hono()
  const { dashboard: door, store, now } = world
  if (door === null) return app
  const assets = readAssets()
  const entrance: Entrance = { store, door, now, assets, language: world.policy.defaults.language }
  app.route('/', assetsApp(assets))
  app.route('/', doorApp(entrance))
  const inside = insideOf(world, entrance)
  for (const name of PAGE_NAMES) {
    app.get(pathOf(name), pageHeaders, inside(pageOf(name, entrance)))
  }
  app.post(
    '/dashboard/shop',
    pageHeaders,
    onlyFromHere(door, elsewhere(entrance)),
    inside(async ({ c }) => {
      const { shop } = await c.req.parseBody()
      const hash = sessionHash(c, door)
      if (hash !== null && typeof shop === 'string') await store.turnSession(hash, shop)
      return c.redirect('/dashboard', 303)
    }),
  )
  app.all(
    '/dashboard/*',
    pageHeaders,
    inside(async (visit) => notFound(visit, entrance)),
  )
  app.onError((error, c) => broken(c, { world, error, entrance }))
  return app
}

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
    const { c, session, world } = visit
    const own = session.shops > 1 ? await world.store.shopsOf(session.person.id) : []
    const shops = own.filter(({ closedAt }) => closedAt === null)
    const content = await CONTENT[name](visit)
    return c.html(
      shopPage(visit, { assets: entrance.assets, shops, notice: '' }, { name, content }),
    )
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
