import type { Context, MiddlewareHandler } from 'hono'
import type { DashboardDoor } from '../../flow/dashboard-link.ts'

/**
 * Forms of other sites change nothing here, although the browser may send our cookie along: every browser
 * says where a POST comes from (`Sec-Fetch-Site`, since 2023 in all of them; `Origin`, for ten years), and no
 * page can change that word. A request that says neither is refused. Together with `SameSite=Lax` this needs
 * no token in the forms (OWASP, Cross-Site Request Forgery Prevention: Fetch Metadata, with Origin behind it).
 */
const isFromHere = (c: Context, { origin }: DashboardDoor): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const from = c.req.header('origin')
  return from !== undefined && (from === origin || from === ownOrigin(c, from))
}

/** Behind a proxy the request is plain http and the browser's is https: the host decides. */
const ownOrigin = (c: Context, from: string): string | null => {
  const host = c.req.header('host')
  const scheme = from.startsWith('https:') ? 'https' : 'http'
  return host === undefined ? null : `${scheme}://${host}`
}

/** Lets POSTs through that come from our own pages. */
export const onlyFromHere =
  (door: DashboardDoor, refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    if (!isFromHere(c, door)) return refuse(c)
    return next()
  }
