import { catalogue } from '../i18n/catalogue.ts'
import type { Messages } from '../i18n/en.ts'
import { clock, shortDay } from '../i18n/numbers.ts'
import { wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type RoleShown, roleName, shownName } from './people.ts'
import { type Reply, textReply } from './reply.ts'
import { item, lines, voiceOf } from './voice.ts'

export type ShopShown = {
  readonly shop: Shop
  readonly role: RoleShown['role']
  readonly isChosen: boolean
  /** Gone for good from then on (Unix ms); null: it is open. */
  readonly goneAt: number | null
}

/** WhatsApp shows at most ten rows. */
const ROWS_MAX = 10

/** The shops of one person; `shop` is the one they speak for now. */
export const shopsReply = (shops: readonly ShopShown[], shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { shops: said } = voice.words.people
  const more = shops.length - ROWS_MAX
  return textReply(
    lines(
      `🏪 ${bold(said.title)}`,
      ...shops
        .slice(0, ROWS_MAX)
        .map((each, i) => `${i + 1}. ${shownName(each.shop)} · ${stateOf(each, shop)}`),
      said.next,
      more > 0 ? said.more(voice.whole(more)) : null,
    ),
    shops.slice(0, ROWS_MAX).map((each, i) => ({
      id: `shop:open:${each.shop.id}`,
      title: `${i + 1}. ${shownName(each.shop)}`,
      description: stateOf(each, shop),
    })),
  )
}

const stateOf = ({ role, isChosen, goneAt }: ShopShown, shop: Shop): string => {
  const { people } = voiceOf(shop).words
  if (goneAt !== null) return people.shops.closed(dayAt(goneAt, shop))
  return isChosen ? `${people.roles[role]} · ${people.shops.now}` : people.roles[role]
}

export const chosenShopReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.people.shops.chosen(bold(shownName(shop))), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'shop', title: words.people.buttons.shops },
  ])
}

export const noSuchShopReply = (shop: Shop): Reply => {
  const { people } = voiceOf(shop).words
  return textReply(people.shops.none, [{ id: 'shop', title: people.buttons.shops }])
}

/** How the shop is set, and for its owner the words that change it. */
export const settingsReply = (shop: Shop, place: RoleShown): Reply => {
  const { words } = voiceOf(shop)
  const { settings } = words.people
  const isOwner = place.role === 'owner'
  return textReply(
    lines(
      `⚙️ ${bold(settings.title(shownName(shop)))}`,
      ...(['zone', 'currency', 'closing'] as const).map((setting) =>
        item(`${settings[setting]}: ${settingValue(setting, shop, shop)}`),
      ),
      item(`${settings.language}: ${catalogue(shop.language).languageName}`),
      isOwner ? settings.change : settings.role(roleName(place, shop)),
    ),
    [
      { id: 'language', title: settings.language },
      ...(isOwner ? [{ id: 'team', title: words.people.buttons.team }] : []),
      { id: 'menu', title: words.buttons.menu },
    ],
  )
}

export type Setting = 'name' | 'zone' | 'currency' | 'closing'

/** A setting as words: the zone with nothing but its name, the hour as people say it. */
export const settingValue = (setting: Setting, of: Shop, shop: Shop): string => {
  switch (setting) {
    case 'name':
      return shownName(of)
    case 'zone':
      return of.timeZone.replaceAll('_', ' ')
    case 'currency':
      return of.currency
    case 'closing':
      return hourOf(of.closingHour, shop)
  }
}

const hourOf = (hour: number, shop: Shop): string => {
  const { settings } = voiceOf(shop).words.people
  return hour === 0 ? settings.midnight : settings.hour(clock(hour * 60, shop.language))
}

/** Before a setting changes: what it was, what it will be and what follows. `now` in Unix ms. */
export const settingQuestion = (
  setting: Setting,
  { before, after, now }: { readonly before: Shop; readonly after: Shop; readonly now: number },
): Reply => {
  const { words } = voiceOf(before)
  const { settings, buttons } = words.people
  return textReply(
    lines(
      settings.ask(
        settings[setting],
        settingValue(setting, before, before),
        bold(settingValue(setting, after, before)),
      ),
      effectOf(setting, after, { shop: before, now }),
    ),
    [
      { id: `shop:do:${setting}:${rawOf(setting, after)}`, title: buttons.changeConfirm },
      { id: 'menu', title: words.buttons.keep },
    ],
  )
}

/** After it: the way back is the same question the other way round. */
export const settingDoneReply = (
  setting: Setting,
  { before, after }: { readonly before: Shop; readonly after: Shop },
): Reply => {
  const { words } = voiceOf(after)
  const { settings, buttons } = words.people
  return textReply(settings.done(settings[setting], bold(settingValue(setting, after, after))), [
    {
      id: `shop:do:${setting}:${rawOf(setting, before)}`,
      title: buttons.back,
    },
    { id: 'shop:settings', title: buttons.settings },
  ])
}

export const settingSameReply = (setting: Setting, shop: Shop): Reply => {
  const { settings, buttons } = voiceOf(shop).words.people
  return textReply(settings.same(settings[setting], bold(settingValue(setting, shop, shop))), [
    { id: 'shop:settings', title: buttons.settings },
  ])
}

export const settingWrongReply = (setting: Setting, shop: Shop): Reply => {
  const { settings, buttons } = voiceOf(shop).words.people
  return textReply(settings.wrong[setting], [{ id: 'shop:settings', title: buttons.settings }])
}

/** Sums in one currency cannot be read in another. */
export const currencyKeptReply = (shop: Shop): Reply => {
  const { settings, buttons } = voiceOf(shop).words.people
  return textReply(lines(settings.hasMoney(shop.currency), settings.hasMoneyNext), [
    { id: 'shop:settings', title: buttons.settings },
  ])
}

const rawOf = (setting: Setting, shop: Shop): string => {
  const raw: Readonly<Record<Setting, string>> = {
    name: shop.name,
    zone: shop.timeZone,
    currency: shop.currency,
    closing: String(shop.closingHour),
  }
  return raw[setting]
}

const effectOf = (
  setting: Setting,
  after: Shop,
  { shop, now }: { readonly shop: Shop; readonly now: number },
): string => {
  const { effect } = voiceOf(shop).words.people.settings
  switch (setting) {
    case 'name':
      return effect.name
    case 'zone':
      return effect.zone(clock(wallClock(now, after.timeZone).minute, shop.language))
    case 'currency':
      return effect.currency
    case 'closing':
      return after.closingHour === 0
        ? effect.midnight
        : effect.closing(clock(after.closingHour * 60, shop.language))
  }
}

/** To somebody without a shop, where shops are opened by a code, or too many were just opened. */
export const signupReply = (
  why: keyof Messages['people']['signup'],
  shop: Pick<Shop, 'language'>,
): Reply => textReply(catalogue(shop.language).people.signup[why])

/** A shop gone on its owner's word, told to whoever still writes to it. Times in Unix ms. */
export const closedShopReply = (
  closed: { readonly closedAt: number; readonly goneAt: number; readonly isOwner: boolean },
  shop: Shop,
): Reply => {
  const { gone, buttons } = voiceOf(shop).words.people
  const what = gone.still(bold(shownName(shop)), dayAt(closed.closedAt, shop))
  if (!closed.isOwner) return textReply(lines(what, gone.stillStaff))
  return textReply(lines(what, gone.stillNext(dayAt(closed.goneAt, shop))), [
    { id: 'undo', title: buttons.restore },
    { id: 'shop', title: buttons.shops },
  ])
}

export const restoredReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.people.gone.back(bold(shownName(shop))), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

const dayAt = (at: number, shop: Shop): string =>
  shortDay(wallClock(at, shop.timeZone).day, shop.language)
