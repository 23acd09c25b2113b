import { createTemplate, type Desk, listTemplates, type TemplateState } from '../whatsapp/desk.ts'
import { Refused, Unreachable } from '../whatsapp/errors.ts'
import {
  TEMPLATE_KINDS,
  TEMPLATE_LANGUAGES,
  TEMPLATES,
  type TemplateKind,
  type TemplateLanguage,
} from '../whatsapp/templates.ts'

const USAGE =
  'usage: npm run templates            states\n       npm run templates -- create  hand in what is missing'

export type TemplatesWorld = {
  readonly desk: Desk
  readonly accountId: string
  readonly print: (text: string) => void
}

/** Shows the state of our templates at Meta, or hands in those that are missing. Exit code 0 or 1. */
export const manageTemplates = async (
  args: readonly string[],
  world: TemplatesWorld,
): Promise<number> => {
  const [command, ...rest] = args
  if (rest.length > 0 || (command !== undefined && command !== 'create')) {
    world.print(USAGE)
    return 1
  }
  try {
    const states = await listTemplates(world.desk, world.accountId)
    return command === 'create' ? await createMissing(world, states) : show(world, states)
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error
    world.print(error.message)
    return 1
  }
}

type Wanted = { readonly kind: TemplateKind; readonly language: TemplateLanguage }

const WANTED: readonly Wanted[] = TEMPLATE_KINDS.flatMap((kind) =>
  TEMPLATE_LANGUAGES.map((language) => ({ kind, language })),
)

const stateOf = (
  states: readonly TemplateState[],
  { kind, language }: Wanted,
): TemplateState | undefined =>
  states.find((state) => state.name === TEMPLATES[kind].name && state.language === language)

const show = ({ print }: TemplatesWorld, states: readonly TemplateState[]): number => {
  for (const wanted of WANTED) print(line(wanted, stateOf(states, wanted)))
  return 0
}

const line = ({ kind, language }: Wanted, state: TemplateState | undefined): string => {
  const name = `${TEMPLATES[kind].name} ${language}`.padEnd(26)
  if (state === undefined) return `${name} not created: npm run templates -- create`
  const quality = state.quality === null ? '' : `, quality ${state.quality}`
  const category = state.category.toLowerCase()
  const dearer = category !== '' && category !== 'utility' ? ` (${category}: costs more!)` : ''
  return `${name} ${state.status}${quality}${dearer}`
}

/** One refusal does not stop the others: each is told in its own line. */
const createMissing = async (
  { desk, accountId, print }: TemplatesWorld,
  states: readonly TemplateState[],
): Promise<number> => {
  let failures = 0
  for (const wanted of WANTED) {
    const there = stateOf(states, wanted)
    if (there !== undefined) {
      print(line(wanted, there))
      continue
    }
    try {
      print(line(wanted, await createTemplate(desk, accountId, wanted)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      failures += 1
      print(`${TEMPLATES[wanted.kind].name} ${wanted.language}: ${error.message}`)
    }
  }
  return failures === 0 ? 0 : 1
}
