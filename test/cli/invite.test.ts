import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inviteShop } from '../../src/cli/invite.ts'
import { aStage } from '../support/a-phone.ts'
import { aShop, POLICY } from '../support/builders.ts'
import { aFolder, someIds } from '../support/props.ts'

const NOW = Date.parse('2026-04-01T03:00:00Z')

/** What the command prints, run on this database. */
const invites = async (
  databaseUrl: string,
  signup: 'closed' | 'invite' | 'open' = 'invite',
  args: readonly string[] = [],
) => {
  const printed: string[] = []
  const world = { databaseUrl, signup, shop: aShop(), now: () => NOW, newId: someIds() }
  const code = await inviteShop(args, { ...world, print: (text) => void printed.push(text) })
  return { code, text: printed.join('\n') }
}

describe('npm run invite', () => {
  test('prints a code that opens one new shop for the stranger who sends it, once', async () => {
    await using stage = await aStage({
      options: {
        policy: { ...POLICY, signup: 'invite', supportContact: null },
      },
    })
    const { code, text } = await invites(`file:${stage.folder}/shop.db`)
    expect(code).toBe(0)
    expect(text).toContain('until 2026-04-08')
    const said = /gabung (\S+)/.exec(text)?.[1] ?? ''
    const stranger = stage.stranger()
    await stranger.says(`gabung ${said}`)
    await stranger.waitsFor(1, 20_000)
    expect(await stage.app.store.countShops()).toBe(2)
    const second = stage.stranger('6281355554444')
    await second.says(`gabung ${said}`)
    await second.waitsFor(1, 20_000)
    expect(await stage.app.store.countShops()).toBe(2)
  })

  test('prints nothing to use where sign-up is closed, and says which setting to change', async () => {
    using folder = aFolder()
    const databaseUrl = `file:${folder.path}/shop.db`
    const { code, text } = await invites(databaseUrl, 'closed')
    expect(code).toBe(1)
    expect(text).toContain('SIGNUP=invite')
    const usage = await invites(databaseUrl, 'invite', ['two'])
    expect(usage).toEqual({ code: 1, text: 'usage: npm run invite' })
    // Neither of them made a database.
    expect(readdirSync(folder.path)).toEqual([])
  })
})
