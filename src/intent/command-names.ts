import type { CommandName } from './intent.ts'

/** A record, so that a command forgotten here does not compile. */
const COMMANDS: Readonly<Record<CommandName, true>> = {
  summary: true,
  forecast: true,
  restock: true,
  stock: true,
  supply: true,
  ordered: true,
  products: true,
  branches: true,
  chart: true,
  report: true,
  why: true,
  uploads: true,
  undo: true,
  replace: true,
  rows: true,
  language: true,
  sample: true,
  'export-help': true,
  help: true,
  menu: true,
  greeting: true,
  thanks: true,
  days: true,
  label: true,
  'alert-details': true,
  alerts: true,
  reminder: true,
  schedule: true,
  quiet: true,
  stop: true,
  resume: true,
  answer: true,
  profit: true,
  token: true,
  team: true,
  leave: true,
  shop: true,
  export: true,
  privacy: true,
  'delete-data': true,
}

export const isCommandName = (text: string): text is CommandName => Object.hasOwn(COMMANDS, text)

export const COMMAND_NAMES: readonly CommandName[] = Object.keys(COMMANDS).filter(isCommandName)
