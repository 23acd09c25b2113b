import { notAllowedReply } from '../../replies/people.ts'
import {
  chosenShopReply,
  currencyKeptReply,
  noSuchShopReply,
  type Setting,
  settingDoneReply,
  settingQuestion,
  settingSameReply,
  settingsReply,
  settingValue,
  settingWrongReply,
  shopsReply,
} from '../../replies/shops.ts'
import type { Shop } from '../../sales/shop.ts'
import {
  closingHourMeant,
  currencyMeant,
  shopNameMeant,
  zoneMeant,
} from '../../sales/shop-settings.ts'
import type { OwnShop } from '../../store/team.ts'
import { type Answer, justReply } from '../answer.ts'
import { GRACE_MS } from '../closed-shop.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const SETTINGS = ['name', 'zone', 'currency', 'closing'] as const

/**
 * `shop`: the shops of this person, or how their only one is set; `shop:open:ID` and `shop:no:2` choose one,
 * `shop:set:zone:WITA` asks and `shop:do:zone:Asia/Makassar` changes.
 */
export const shop = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const [deed = '', what = '', ...rest] = ask.intent.argument?.split(':') ?? []
  const own = await world.store.shopsOf(ask.person.id)
  if (deed === 'open')
    return choose(
      ask,
      own.find((each) => each.shop.id === what),
    )
  if (deed === 'no') return choose(ask, own[Number(what) - 1])
  const setting = SETTINGS.find((each) => each === what)
  if (setting !== undefined && (deed === 'set' || deed === 'do')) {
    return change(world, ask, { setting, value: rest.join(':'), isSure: deed === 'do' })
  }
  if (deed === 'settings' || own.length < 2) {
    return justReply(settingsReply(ask.shop, ask.member))
  }
  return justReply(
    shopsReply(
      own.map(({ shop: each, role, closedAt }) => ({
        shop: each,
        role,
        isChosen: each.id === ask.shop.id,
        goneAt: closedAt === null ? null : closedAt + GRACE_MS,
      })),
      ask.shop,
    ),
  )
}

const choose = ({ shop: now, person }: CommandAsk, chosen: OwnShop | undefined): Answer => {
  if (chosen === undefined) return justReply(noSuchShopReply(now))
  return justReply(chosenShopReply({ ...chosen.shop, language: now.language }), [
    {
      kind: 'people',
      deed: { deed: 'choose-shop', personId: person.id, shopId: chosen.shop.id },
    },
  ])
}

type Wanted = { readonly setting: Setting; readonly value: string; readonly isSure: boolean }

const change = async (world: World, ask: CommandAsk, wanted: Wanted): Promise<Answer> => {
  const { shop: before, member } = ask
  const { setting, isSure } = wanted
  if (member.role !== 'owner') return justReply(notAllowedReply('owner', before))
  const after = changed(before, wanted)
  if (after === null) return justReply(settingWrongReply(setting, before))
  if (settingValue(setting, after, before) === settingValue(setting, before, before)) {
    return justReply(settingSameReply(setting, before))
  }
  const coverage = setting === 'currency' ? await world.store.coverage(before.id) : null
  if (coverage?.hasMoney) return justReply(currencyKeptReply(before))
  if (!isSure) return justReply(settingQuestion(setting, { before, after, now: world.now() }))
  const { name, timeZone, currency, closingHour } = after
  return justReply(settingDoneReply(setting, { before, after }), [
    {
      kind: 'people',
      deed: {
        deed: 'change-shop',
        shopId: before.id,
        change: { name, timeZone, currency, closingHour },
      },
    },
  ])
}

/** The shop with the new value; null when the value is none. */
const changed = (before: Shop, { setting, value }: Wanted): Shop | null => {
  switch (setting) {
    case 'name': {
      const name = shopNameMeant(value)
      return name === null ? null : { ...before, name }
    }
    case 'zone': {
      const timeZone = zoneMeant(value)
      return timeZone === null ? null : { ...before, timeZone }
    }
    case 'currency': {
      const currency = currencyMeant(value)
      return currency === null ? null : { ...before, currency }
    }
    case 'closing': {
      const closingHour = closingHourMeant(value)
      return closingHour === null ? null : { ...before, closingHour }
    }
  }
}
