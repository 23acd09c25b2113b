import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DashboardDoor } from '../../flow/dashboard-link.ts'
import { newSecret } from '../../flow/new-secret.ts'
import type { Session } from '../../store/dashboard.ts'
import type { Store } from '../../store/store.ts'
import { tokenHash } from '../../store/tokens.ts'

/** A working day in the shop; tomorrow takes a new link. */
const SESSION_MS = 12 * 3_600_000

/** What signing in and out needs of the world. */
export type Cloakroom = {
  readonly store: Pick<Store, 'openSession' | 'readSession' | 'endSession'>
  readonly door: DashboardDoor
  readonly now: () => number
}

/** Spends the link and lets this browser in; false when the link opens nothing any more. */
export const signIn = async (c: Context, room: Cloakroom, linkToken: string): Promise<boolean> => {
  const secret = newSecret()
  const opened = await room.store.openSession({
    link: tokenHash(linkToken),
    session: tokenHash(secret),
    expiresAt: room.now() + SESSION_MS,
  })
  if (!opened) return false
  setCookie(c, nameOf(room.door), secret, {
    ...optionsOf(room.door),
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: SESSION_MS / 1000,
  })
  return true
}

/** The hash this browser is in under; null when it never was. */
export const sessionHash = (c: Context, door: DashboardDoor): string | null => {
  const secret = getCookie(c, nameOf(door))
  return secret === undefined ? null : tokenHash(secret)
}

/** Who looks through this browser; null when nobody may. */
export const whoLooks = async (c: Context, room: Cloakroom): Promise<Session | null> => {
  const hash = sessionHash(c, room.door)
  return hash === null ? null : room.store.readSession(hash)
}

export const signOut = async (c: Context, room: Cloakroom): Promise<void> => {
  const hash = sessionHash(c, room.door)
  if (hash !== null) await room.store.endSession(hash)
  deleteCookie(c, nameOf(room.door), optionsOf(room.door))
}

const isSecure = ({ origin }: DashboardDoor): boolean => origin.startsWith('https:')

/** `__Host-` binds a cookie to this very host; browsers take it over https alone. */
const nameOf = (door: DashboardDoor): string => (isSecure(door) ? '__Host-shopbell' : 'shopbell')

const optionsOf = (door: DashboardDoor) => ({ path: '/', secure: isSecure(door) })
