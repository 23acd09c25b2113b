import { refusalFor, rightFor } from '../../flow/rights.ts'
import type { CommandName } from '../../intent/intent.ts'
import type { Session } from '../../store/dashboard.ts'

/** The pages in the order of the menu, and the command of the chat whose right each needs. */
const PAGES = {
  overview: 'summary',
} as const satisfies Readonly<Record<string, CommandName>>

export type PageName = keyof typeof PAGES

const isPageName = (text: string): text is PageName => Object.hasOwn(PAGES, text)

export const PAGE_NAMES: readonly PageName[] = Object.keys(PAGES).filter(isPageName)

export const pathOf = (name: PageName): string =>
  name === 'overview' ? '/dashboard' : `/dashboard/${name}`

/** Whoever may ask in the chat may look here, and nobody else. */
export const mayOpen = (name: PageName, { role, branches }: Session): boolean =>
  refusalFor(rightFor(commandOf(PAGES[name])), { role, branches }) === null

const commandOf = (name: CommandName) =>
  ({ kind: 'command', name, period: null, argument: null }) as const
