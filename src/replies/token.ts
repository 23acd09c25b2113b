import { shortDay } from '../i18n/numbers.ts'
import { wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, listed, voiceOf } from './voice.ts'

/** A key to the shop's upload API; times in Unix milliseconds. */
export type TokenShown = {
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly expiresAt: number | null
}

/** With title and next step the answer stays on one screen. */
const TOKENS_SHOWN = 10

/** The keys that open the shop, numbered for revoking. */
export const tokensReply = (tokens: readonly TokenShown[], shop: Shop): Reply => {
  const { token, buttons } = voiceOf(shop).words
  const choices = [
    { id: 'token:new', title: buttons.newToken },
    { id: 'menu', title: buttons.menu },
  ]
  if (tokens.length === 0) return textReply(lines(`🔑 ${bold(token.none)}`, token.what), choices)
  const more = tokens.length - TOKENS_SHOWN
  return textReply(
    lines(
      `🔑 ${bold(token.title(tokens.length))}`,
      ...tokens.slice(0, TOKENS_SHOWN).map((each, i) => `${i + 1}. ${row(each, shop)}`),
      more > 0 ? token.more(more) : null,
      token.revokeHint,
    ),
    choices,
  )
}

const row = ({ name, createdAt, lastUsedAt, expiresAt }: TokenShown, shop: Shop): string => {
  const { words, name: named } = voiceOf(shop)
  const day = (at: number) => shortDay(wallClock(at, shop.timeZone).day, shop.language)
  return listed(' · ', [
    named(name),
    words.token.made(day(createdAt)),
    lastUsedAt === null ? words.token.unused : words.token.used(day(lastUsedAt)),
    expiresAt === null ? null : words.token.until(day(expiresAt)),
  ])
}

/** The one time the secret is seen; what is kept of the message says so in its place. */
export const newTokenReply = (
  {
    name,
    secret,
    expiresAt,
  }: { readonly name: string; readonly secret: string; readonly expiresAt: number | null },
  shop: Shop,
): Reply => {
  const { words, name: named } = voiceOf(shop)
  const until =
    expiresAt === null
      ? null
      : words.token.untilDay(shortDay(wallClock(expiresAt, shop.timeZone).day, shop.language))
  const title = `🔑 ${words.token.fresh(bold(named(name)))}`
  return {
    ...textReply(lines(title, secret, words.token.once, until, words.token.use)),
    keptAs: lines(title, words.token.notKept),
  }
}

export const tokenGoneReply = (name: string, shop: Shop): Reply => {
  const { words, name: named } = voiceOf(shop)
  return textReply(`✅ ${words.token.gone(bold(named(name)))}`, [
    { id: 'token', title: words.buttons.tokens },
    { id: 'menu', title: words.buttons.menu },
  ])
}

export const noSuchTokenReply = (shop: Shop): Reply => {
  const { token, buttons } = voiceOf(shop).words
  return textReply(token.unknown, [{ id: 'token', title: buttons.tokens }])
}

export const tokensFullReply = (max: number, shop: Shop): Reply => {
  const { token, buttons } = voiceOf(shop).words
  return textReply(token.full(max), [{ id: 'token', title: buttons.tokens }])
}
