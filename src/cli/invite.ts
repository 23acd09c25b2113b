import { newCode } from '../flow/new-code.ts'
import { openStore } from '../store/store.ts'
import type { CliWorld } from './shop-choice.ts'

const USAGE = 'usage: npm run invite'

/**
 * Prints a code that opens one new shop for whoever sends it to the number. Works beside a running service:
 * it is one short write. Exit code 0 when done, 1 when not.
 */
export const inviteShop = async (
  args: readonly string[],
  world: CliWorld & { readonly signup: 'closed' | 'invite' | 'open' },
): Promise<number> => {
  if (args.length > 0) {
    world.print(USAGE)
    return 1
  }
  if (world.signup === 'closed') {
    world.print('SIGNUP is closed, so a code would open nothing. Set SIGNUP=invite first.')
    return 1
  }
  const { code, invite } = newCode({ shopId: null, role: 'owner', branches: null }, world.now())
  const store = await openStore(world.databaseUrl, world)
  try {
    await store.apply([{ kind: 'people', deed: { deed: 'invite', invite } }])
  } finally {
    await store.close()
  }
  const until = new Date(invite.expiresAt).toISOString().slice(0, 10)
  world.print(
    `${code}\n\nOpens one new shop, once, until ${until}. Its owner sends to your number:\n` +
      `  gabung ${code}   (or: join ${code})`,
  )
  return 0
}
