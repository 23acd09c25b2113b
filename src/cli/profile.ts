import type { Language } from '../sales/shop.ts'
import { AUTOMATION } from '../whatsapp/automation.ts'
import { type Desk, setAutomation } from '../whatsapp/desk.ts'
import { Refused, Unreachable } from '../whatsapp/errors.ts'

export type ProfileWorld = {
  readonly desk: Desk
  readonly phoneIds: readonly string[]
  readonly language: Language
  readonly print: (text: string) => void
}

/** Sets the number's slash menu and the questions shown in an empty chat. Exit code 0 or 1. */
export const setProfile = async (world: ProfileWorld): Promise<number> => {
  const automation = AUTOMATION[world.language]
  try {
    for (const phoneId of world.phoneIds) await setAutomation(world.desk, phoneId, automation)
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error
    world.print(error.message)
    return 1
  }
  const { commands, prompts } = automation
  world.print(`Set: ${commands.length} commands and ${prompts.length} ice-breakers.`)
  return 0
}
