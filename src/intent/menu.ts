import type { CommandName } from './intent.ts'

/** The menu, in the order people number it: `1` is the first row. WhatsApp shows at most ten. */
export const MENU = [
  'summary',
  'forecast',
  'restock',
  'products',
  'branches',
  'chart',
  'report',
  'why',
  'uploads',
  'help',
] as const satisfies readonly CommandName[]
