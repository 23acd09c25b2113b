import { parseDay } from '../sales/day.ts'
import { COMMAND_NAMES } from './command-names.ts'
import type { CommandName, Intent, Period } from './intent.ts'

/**
 * Ids of buttons and list rows are command lines we wrote ourselves: `forecast`, `undo:ID`,
 * `label:ALERT:closed`, `why:2026-03-31`, `chart:hours:2026-03-01..2026-03-31`. Null for any other text:
 * a button may come from a template or a version of ours that spoke otherwise.
 */
export const readTap = (id: string): Intent | null => {
  const colon = id.indexOf(':')
  const head = colon === -1 ? id : id.slice(0, colon)
  const argument = colon === -1 ? null : id.slice(colon + 1) || null
  const name = TAPPED.get(head)
  if (name === undefined) return null
  if (name === 'days' && argument !== null) return toldByTap(argument)
  if (argument !== null && SPANNED.has(name)) return spanned(name, argument)
  const period = argument === null ? null : readSpan(argument)
  return { kind: 'command', name, period, argument: period === null ? argument : null }
}

/** Of these there are several kinds, each over a span. */
const SPANNED: ReadonlySet<CommandName> = new Set(['chart', 'report'])

/** `chart:products`, `chart:2026-03-31`, `chart:products:2026-03-01..2026-03-31`. */
const spanned = (name: CommandName, argument: string): Intent => {
  const colon = argument.lastIndexOf(':')
  const period = readSpan(argument.slice(colon + 1))
  if (period === null) return { kind: 'command', name, period, argument }
  return { kind: 'command', name, period, argument: argument.slice(0, Math.max(0, colon)) || null }
}

/** `days:closed:2026-04-10..2026-04-12` tells; `days:undo:17` takes the word 17 back. */
const toldByTap = (argument: string): Intent => {
  const [kind = '', rest = ''] = argument.split(':')
  const period = readSpan(rest)
  return { kind: 'command', name: 'days', period, argument: period === null ? argument : kind }
}

/** `2026-03-31` or `2026-03-01..2026-03-31`. */
const readSpan = (text: string): Period | null => {
  const [first = '', last = first] = text.split('..')
  const [from, to] = [parseDay(first), parseDay(last)]
  if (from === null || to === null || to < from) return null
  return { kind: from === to ? 'day' : 'days', span: { from, to } }
}

/** Every command by its own name, and the one that is called shorter. */
const TAPPED: ReadonlyMap<string, CommandName> = new Map([
  ...COMMAND_NAMES.map((name) => [name, name] as const),
  ['alert', 'alert-details'] as const,
])
