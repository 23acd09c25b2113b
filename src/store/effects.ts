import type { AlertLevel } from '../analytics/alert-rules.ts'
import type { Arrival } from '../intent/arrival.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Digest, QuietHours } from '../sales/speaking.ts'
import type { ToldDays } from '../sales/told-day.ts'
import { type AskedPlans, rememberPlans } from './asked-plans.ts'
import { labelBell, setAlertLevel } from './bell.ts'
import { addLink, endSessionsOf, type NewLink } from './dashboard.ts'
import { build, type Fact, run } from './engine.ts'
import { foretell, type Said } from './foretold.ts'
import { bumpWords } from './matter.ts'
import { type ModelLeave, setModelLeave } from './model-use.ts'
import { forgetAlias, learnAlias, type NameAlias } from './name-aliases.ts'
import { ensureShop, setMisses } from './people.ts'
import { type KeptShown, keepShown } from './shown.ts'
import { endDigest, hush, setDigest, setQuietHours, unhush } from './speaking.ts'
import { type Told, tellStock, untellStock } from './stock.ts'
import { applyPeopleDeed, type PeopleDeed } from './team.ts'
import { addToken, revokeToken, type TokenRecord } from './tokens.ts'
import { forgetDays, tellDays } from './told-days.ts'
import { keepTelling, type Telling } from './told-sales.ts'
import { type Publication, publishUpload, replaceDays, undoUpload } from './uploads.ts'
import { labelAlert } from './watch.ts'

/** What answering a message changes besides the answer. Effects and replies become true together. */
export type Effect =
  | { readonly kind: 'publish'; readonly publication: Publication }
  | { readonly kind: 'undo'; readonly shopId: string; readonly upload: number }
  /** What was told about goods, and its taking back. */
  | ({ readonly kind: 'stock' } & Told)
  | { readonly kind: 'stock-undo'; readonly shopId: string; readonly token: string }
  /** Only this upload's lines count on its days and branches. */
  | { readonly kind: 'replace'; readonly shopId: string; readonly upload: number }
  | { readonly kind: 'misses'; readonly personId: string; readonly misses: number }
  /** What this answer showed, for proof. */
  | { readonly kind: 'shown'; readonly shown: KeptShown }
  /** Sales told by hand: asked about, counted or left. */
  | { readonly kind: 'told-sale'; readonly telling: Telling }
  /** The owner's word about some days, and that word taken back. */
  | { readonly kind: 'tell-days'; readonly shopId: string; readonly told: ToldDays }
  | { readonly kind: 'forget-days'; readonly shopId: string; readonly no: number }
  /** What was foretold for one day; `asked`: the owner has just been told. */
  | {
      readonly kind: 'foretell'
      readonly shopId: string
      readonly said: Said & { readonly asked: boolean }
    }
  /** The owner's word on an alert, on the question about a file that did not come, or on stock that runs low. */
  | {
      readonly kind: 'label' | 'reminder-label' | 'low-stock-label'
      readonly shopId: string
      readonly day: Day
      readonly label: string
      readonly personId: string
    }
  | { readonly kind: 'alert-level'; readonly shopId: string; readonly level: AlertLevel }
  /** What this answer was about, for a follow-up. */
  | { readonly kind: 'remember-plans'; readonly asked: AskedPlans }
  /** What the shop's owner lets the language model see. */
  | { readonly kind: 'model-leave'; readonly shopId: string; readonly said: Partial<ModelLeave> }
  /** A word that means a name of the shop from now on, or no longer does. */
  | { readonly kind: 'learn-alias'; readonly shopId: string; readonly alias: NameAlias }
  | { readonly kind: 'forget-alias'; readonly shopId: string; readonly said: string }
  /** Members, invitations, shops and their settings. */
  | { readonly kind: 'people'; readonly deed: PeopleDeed }
  /** What comes unasked, and when: a summary at its hour, hours without a sound, this person at all. */
  | {
      readonly kind: 'digest'
      readonly shopId: string
      readonly digest: Digest
      /** Who asked for it; null: nobody in particular. */
      readonly personId: string | null
    }
  | { readonly kind: 'end-digest'; readonly shopId: string; readonly which: Digest['kind'] | null }
  | { readonly kind: 'quiet-hours'; readonly personId: string; readonly quiet: QuietHours }
  | { readonly kind: 'hush' | 'unhush'; readonly personId: string }
  | { readonly kind: 'add-token'; readonly token: TokenRecord }
  | { readonly kind: 'revoke-token'; readonly id: string }
  /** A link that opens the dashboard once; every browser of this person out again. */
  | { readonly kind: 'dashboard-link'; readonly link: NewLink }
  | { readonly kind: 'end-sessions'; readonly personId: string }
  | { readonly kind: 'open-shop'; readonly shop: Shop; readonly ownerId: string }
  | {
      /** A file that waits for one answer; asking again replaces the earlier question. */
      readonly kind: 'ask'
      readonly shopId: string
      readonly personId: string
      readonly question: string
      readonly fingerprint: string
      readonly arrival: Arrival
    }
  | {
      /** The answer, kept for every later file of this layout. */
      readonly kind: 'answer'
      readonly shopId: string
      /** Whose waiting question it ends; null when no person was asked (API, command line). */
      readonly personId: string | null
      readonly question: string
      readonly fingerprint: string
      readonly answer: string
    }

/**
 * Words of the owner that findings depend on; sales count their changes themselves. What was foretold is not
 * among them: it is written for days to come and read once they are past.
 */
const WORDS: ReadonlySet<Effect['kind']> = new Set<Effect['kind']>([
  'stock',
  'stock-undo',
  'label',
  'reminder-label',
  'low-stock-label',
  'alert-level',
  'tell-days',
  'forget-days',
  'learn-alias',
  'forget-alias',
])

export function* applyEffect(effect: Effect, now: number): Fact<void> {
  if (WORDS.has(effect.kind) && 'shopId' in effect) yield* bumpWords(effect.shopId)
  yield* change(effect, now)
}

function* change(effect: Effect, now: number): Fact<void> {
  switch (effect.kind) {
    case 'publish':
      return yield* publishUpload(effect.publication, now)
    case 'undo':
      return yield* undoUpload(effect.shopId, effect.upload)
    case 'stock':
      return yield* tellStock(effect, now)
    case 'stock-undo':
      return yield* untellStock(effect.shopId, effect.token)
    case 'replace':
      return yield* replaceDays(effect.shopId, effect.upload)
    case 'misses':
      return yield* setMisses(effect.personId, effect.misses)
    case 'label':
      return yield* labelAlert(effect, effect)
    case 'reminder-label':
      return yield* labelBell('reminder', effect)
    case 'low-stock-label':
      return yield* labelBell('low-stock', effect)
    case 'alert-level':
      return yield* setAlertLevel(effect.shopId, effect.level, now)
    case 'digest':
      return yield* setDigest(effect, now)
    case 'end-digest':
      return yield* endDigest(effect.shopId, effect.which)
    case 'quiet-hours':
      return yield* setQuietHours(effect.personId, effect.quiet)
    case 'hush':
      return yield* hush(effect.personId, now)
    case 'unhush':
      return yield* unhush(effect.personId)
    case 'shown':
      return yield* keepShown(effect.shown, now)
    case 'told-sale':
      return yield* keepTelling(effect.telling, now)
    case 'tell-days':
      return yield* tellDays(effect.shopId, effect.told, now)
    case 'forget-days':
      return yield* forgetDays(effect.shopId, effect.no)
    case 'foretell':
      return yield* foretell(effect.shopId, effect.said, now)
    case 'remember-plans':
      return yield* rememberPlans(effect.asked, now)
    case 'model-leave':
      return yield* setModelLeave(effect.shopId, effect.said)
    case 'learn-alias':
      return yield* learnAlias(effect.shopId, effect.alias, now)
    case 'forget-alias':
      return yield* forgetAlias(effect.shopId, effect.said)
    case 'people':
      return yield* applyPeopleDeed(effect.deed, now)
    case 'open-shop':
      return yield* ensureShop(effect.shop, [effect.ownerId], now, 'opened')
    case 'add-token':
      return yield* addToken(effect.token, now)
    case 'revoke-token':
      yield* revokeToken(effect.id, now)
      return
    case 'dashboard-link':
      return yield* addLink(effect.link, now)
    case 'end-sessions':
      return yield* endSessionsOf(effect.personId)
    case 'ask':
      return yield* askQuestion(effect, now)
    case 'answer':
      return yield* keepAnswer(effect)
  }
}

function* askQuestion(effect: Extract<Effect, { kind: 'ask' }>, now: number): Fact<void> {
  const question = {
    fingerprint: effect.fingerprint,
    arrival: JSON.stringify(effect.arrival),
    asked_at: now,
  }
  yield* run(
    build
      .insertInto('open_question')
      .values({
        shop_id: effect.shopId,
        person_id: effect.personId,
        kind: effect.question,
        ...question,
      })
      .onConflict((c) => c.columns(['shop_id', 'person_id', 'kind']).doUpdateSet(question)),
  )
}

function* keepAnswer(effect: Extract<Effect, { kind: 'answer' }>): Fact<void> {
  yield* run(
    build
      .insertInto('layout_answer')
      .values({
        shop_id: effect.shopId,
        fingerprint: effect.fingerprint,
        kind: effect.question,
        answer: effect.answer,
      })
      .onConflict((c) =>
        c.columns(['shop_id', 'fingerprint', 'kind']).doUpdateSet({ answer: effect.answer }),
      ),
  )
  if (effect.personId === null) return
  yield* run(
    build
      .deleteFrom('open_question')
      .where('shop_id', '=', effect.shopId)
      .where('person_id', '=', effect.personId)
      .where('kind', '=', effect.question),
  )
}
