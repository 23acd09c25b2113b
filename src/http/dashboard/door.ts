import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { DOOR_PATH, isSignedLink } from '../../flow/dashboard-link.ts'
import { catalogue, LANGUAGES } from '../../i18n/catalogue.ts'
import type { Language } from '../../sales/shop.ts'
import type { Store } from '../../store/store.ts'
import { tokenHash } from '../../store/tokens.ts'
import { pageHeaders } from '../guard.ts'
import type { Assets } from './assets.ts'
import { doorPage } from './layout.ts'
import { onlyFromHere } from './own-origin.ts'
import { type Cloakroom, signIn, signOut } from './session.ts'

export type Entrance = Cloakroom & {
  readonly store: Pick<Store, 'readLink'>
  readonly assets: Assets
  /** The language of who has not said theirs. */
  readonly language: Language
}

/**
 * The way in and out. Looking at a link does not spend it, because WhatsApp fetches every link to show a
 * preview: only the button does.
 */
export const doorApp = (entrance: Entrance): Hono => {
  const app = new Hono()
  const path = `${DOOR_PATH}/:token`
  app.get(path, pageHeaders, async (c) => {
    const link = await linkOf(c, entrance)
    if (link === null) return gonePage(c, entrance)
    return c.html(openPage(entrance, link.language ?? entrance.language))
  })
  app.post(path, pageHeaders, onlyFromHere(entrance.door, elsewhere(entrance)), async (c) => {
    const token = c.req.param('token') ?? ''
    const opened = isSignedLink(token, entrance.door) && (await signIn(c, entrance, token))
    return opened ? c.redirect('/dashboard', 303) : gonePage(c, entrance)
  })
  app.post(
    '/dashboard/sign-out',
    pageHeaders,
    onlyFromHere(entrance.door, elsewhere(entrance)),
    async (c) => {
      await signOut(c, entrance)
      return c.redirect('/dashboard', 303)
    },
  )
  return app
}

const linkOf = async (c: Context, { store, door }: Entrance) => {
  const token = c.req.param('token') ?? ''
  return isSignedLink(token, door) ? store.readLink(tokenHash(token)) : null
}

const openPage = ({ assets }: Entrance, language: Language) => {
  const words = catalogue(language)
  const { door } = words.dashboard
  return doorPage(
    { words, language, assets },
    {
      title: door.title,
      lines: [door.lead],
      action: html`<form method="post"><button class="main">${door.open}</button></form>`,
    },
  )
}

/** Spent or too old: 410, with the way to a new one. */
const gonePage = (c: Context, entrance: Entrance): Response | Promise<Response> =>
  closedDoor(c, entrance, { status: 410, title: 'gone', why: 'goneWhy' })

/** Not in, or not any more. */
export const outPage = (c: Context, entrance: Entrance): Response | Promise<Response> =>
  closedDoor(c, entrance, { status: 401, title: 'out', why: 'outWhy' })

type Closed = {
  readonly status: 401 | 410
  readonly title: 'gone' | 'out'
  readonly why: 'goneWhy' | 'outWhy'
}

const closedDoor = (
  c: Context,
  { assets, ...entrance }: Entrance,
  { status, title, why }: Closed,
): Response | Promise<Response> => {
  const language = browserLanguage(c) ?? entrance.language
  const words = catalogue(language)
  const { door } = words.dashboard
  return c.html(
    doorPage({ words, language, assets }, { title: door[title], lines: [door[why], door.again] }),
    status,
  )
}

/** A POST that no page of ours has sent. */
export const elsewhere =
  ({ assets, language: usual }: Entrance) =>
  (c: Context): Response | Promise<Response> => {
    const language = browserLanguage(c) ?? usual
    const words = catalogue(language)
    const { door } = words.dashboard
    return c.html(
      doorPage({ words, language, assets }, { title: door.elsewhere, lines: [door.elsewhereWhy] }),
      403,
    )
  }

/** The first language the browser asks for, where we speak it. */
const browserLanguage = (c: Context): Language | null => {
  const wanted = (c.req.header('accept-language') ?? '').slice(0, 2).toLowerCase()
  return LANGUAGES.find((each) => each === wanted) ?? null
}
