import type { CommandName, Intent } from '../intent/intent.ts'
import type { Membership } from '../store/people.ts'

/**
 * Who may do a thing. `all`: everybody, and nothing of the shop's figures is in it. `view`: everybody; who
 * is limited to branches sees those alone. `whole`: everybody but those limited to branches, because it is
 * counted for the whole shop. `own`: everybody, staff for the files they sent. Else the managers, the owner.
 */
type Right = 'all' | 'view' | 'whole' | 'own' | 'manager' | 'owner'

/** Every command and who may use it; a command forgotten here does not compile. */
const RIGHTS: Readonly<Record<CommandName, Right>> = {
  summary: 'view',
  forecast: 'view',
  restock: 'view',
  products: 'view',
  branches: 'view',
  chart: 'view',
  report: 'view',
  why: 'view',
  greeting: 'view',
  proof: 'view',
  stock: 'whole',
  supply: 'whole',
  ordered: 'whole',
  profit: 'whole',
  reading: 'view',
  uploads: 'own',
  undo: 'own',
  rows: 'own',
  answer: 'all',
  language: 'all',
  thanks: 'all',
  help: 'all',
  menu: 'all',
  privacy: 'all',
  'export-help': 'all',
  leave: 'all',
  // What each of its pages shows is looked at page by page.
  dashboard: 'all',
  // Who may book what is looked at sale by sale.
  sold: 'all',
  shop: 'all',
  sample: 'manager',
  replace: 'manager',
  days: 'manager',
  label: 'manager',
  'alert-details': 'manager',
  alerts: 'manager',
  schedule: 'manager',
  quiet: 'manager',
  stop: 'all',
  resume: 'all',
  reminder: 'manager',
  export: 'manager',
  team: 'owner',
  token: 'owner',
  ai: 'owner',
  'delete-data': 'owner',
}

/** What a message asks for, as far as rights go. */
export const rightFor = (intent: Intent): Right => {
  switch (intent.kind) {
    case 'command':
      return RIGHTS[intent.name]
    case 'stock-talk':
      return 'whole'
    // A question that was clear but for names: it is answered like the question it is.
    case 'unclear':
      return 'view'
    case 'sold-talk':
    case 'photo':
    case 'upload':
    case 'file-too-big':
    case 'unreadable':
    case 'silent':
      return 'all'
  }
}

/** Why somebody may not; null when they may. */
export const refusalFor = (
  right: Right,
  { role, branches }: Pick<Membership, 'role' | 'branches'>,
): 'owner' | 'manager' | 'whole' | null => {
  if (right === 'owner' && role !== 'owner') return 'owner'
  if (right === 'manager' && role === 'staff') return 'manager'
  return right === 'whole' && branches !== null ? 'whole' : null
}
