import { parseArgs } from 'node:util'
import { DAY_MS, newToken } from '../flow/new-token.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Token } from '../store/tokens.ts'
import { asArguments, type CliWorld, chosenShop } from './shop-choice.ts'

const USAGE = `usage: npm run token -- create [--name NAME] [--shop ID] [--days N]
       npm run token -- list
       npm run token -- revoke ID`
const NAME_CHARS_MAX = 100

/**
 * Makes, lists and revokes the tokens of the upload API. Works beside a running service: each is one
 * short write. Exit code 0 when done, 1 when not.
 */
export const manageTokens = async (args: readonly string[], world: CliWorld): Promise<number> => {
  const read = asArguments(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, shop: { type: 'string' }, days: { type: 'string' } },
    }),
  )
  if (typeof read === 'string') return complain(world, `${read}\n${USAGE}`)
  const [command, id, ...rest] = read.positionals
  const isFit = command === 'revoke' ? id !== undefined : id === undefined
  if (rest.length > 0 || !isFit) return complain(world, USAGE)
  await using store = await opened(world)
  switch (command) {
    case 'create':
      return await create(store, world, read.values)
    case 'list':
      return await list(store, world)
    case 'revoke':
      return await revoke(store, world, id ?? '')
    default:
      return complain(world, USAGE)
  }
}

const opened = async (world: CliWorld): Promise<Store & AsyncDisposable> => {
  const store = await openStore(world.databaseUrl, world)
  return { ...store, [Symbol.asyncDispose]: store.close }
}

const complain = (world: CliWorld, text: string): number => {
  world.print(text)
  return 1
}

type Wanted = { readonly name?: string; readonly shop?: string; readonly days?: string }

/** Ten years: a token for longer is one without an end. */
const DAYS_MAX = 3650

const create = async (
  store: Store,
  world: CliWorld,
  { name = 'api', shop: wanted, days }: Wanted,
): Promise<number> => {
  if (name.length > NAME_CHARS_MAX) {
    return complain(world, `--name takes at most ${NAME_CHARS_MAX} characters.`)
  }
  const lasting = days === undefined ? null : Number(days)
  if (lasting !== null && !(Number.isInteger(lasting) && lasting >= 1 && lasting <= DAYS_MAX)) {
    return complain(world, `--days takes a whole number from 1 to ${DAYS_MAX}.`)
  }
  const shop = await chosenShop(store, wanted, world)
  if (typeof shop === 'string') return complain(world, shop)
  const expiresAt = lasting === null ? null : world.now() + lasting * DAY_MS
  const { token, record } = newToken({ shopId: shop.id, name, expiresAt })
  const { id } = record
  await store.addToken(record)
  world.print(
    `${token}\n\nToken ${id} (${name}) for ${shop.name} (${shop.id}). It is shown this once: keep it as a secret.\n` +
      `Revoke it with: npm run token -- revoke ${id}`,
  )
  return 0
}

const list = async (store: Store, world: CliWorld): Promise<number> => {
  const tokens = await store.listTokens()
  world.print(tokens.length === 0 ? 'There are no tokens.' : tokens.map(inWords).join('\n'))
  return 0
}

const inWords = (token: Token): string =>
  [
    token.id,
    token.shopId,
    token.name,
    `made ${instant(token.createdAt)}`,
    token.lastUsedAt === null ? 'never used' : `last used ${instant(token.lastUsedAt)}`,
    ...(token.expiresAt === null ? [] : [`until ${instant(token.expiresAt)}`]),
    ...(token.revokedAt === null ? [] : [`revoked ${instant(token.revokedAt)}`]),
  ].join('  ')

const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`

const revoke = async (store: Store, world: CliWorld, id: string): Promise<number> => {
  if (await store.revokeToken(id)) {
    world.print(`Token ${id} is revoked; it opens nothing from now on.`)
    return 0
  }
  return complain(world, `There is no token ${id} to revoke. See them with: npm run token -- list`)
}
