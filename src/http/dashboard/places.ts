import { refusalFor, rightFor } from '../../flow/rights.ts'
import type { CommandName } from '../../intent/intent.ts'
import type { Session } from '../../store/dashboard.ts'

/**
 * The pages in the order of the menu, and the command of the chat whose right each needs. What a shop costs is
 * its owner's to see, like the switch of what costs most.
 */
const PAGES = {
  overview: 'summary',
  products: 'products',
  branches: 'branches',
  forecast: 'forecast',
  restock: 'restock',
  alerts: 'alerts',
  uploads: 'uploads',
  people: 'team',
  settings: 'language',
  usage: 'ai',
  operator: null,
} as const satisfies Readonly<Record<string, CommandName | null>>

export type PageName = keyof typeof PAGES

const isPageName = (text: string): text is PageName => Object.hasOwn(PAGES, text)

export const PAGE_NAMES: readonly PageName[] = Object.keys(PAGES).filter(isPageName)

export const pageNamed = (text: string | undefined): PageName =>
  PAGE_NAMES.find((name) => name === text) ?? 'overview'

export const pathOf = (name: PageName): string =>
  name === 'overview' ? '/dashboard' : `/dashboard/${name}`

/** Whoever may ask in the chat may look here, and nobody else. */
export const mayOpen = (name: PageName, session: Session): boolean => {
  const command = PAGES[name]
  return command === null ? session.isOperator : may(command, session)
}

/** Whether the chat would do this for them. */
export const may = (command: CommandName, { role, branches }: Session): boolean => {
  const intent = { kind: 'command', name: command, period: null, argument: null } as const
  return refusalFor(rightFor(intent), { role, branches }) === null
}

/** The page that answers what this command answers in the chat. */
export const pageShowing = (command: CommandName): PageName | null =>
  PAGE_NAMES.find((name) => PAGES[name] === command && name !== 'usage') ?? null
