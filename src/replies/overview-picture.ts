import type { Basis } from '../analytics/findings.ts'
import type { OverviewInput } from '../charts/overview.ts'
import { capital } from '../i18n/capital.ts'
import { daySpan, monthShort, monthYear } from '../i18n/numbers.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import {
  altLine,
  captioned,
  drawnName,
  numbersTold,
  type Picture,
  type PictureFrame,
} from './picture.ts'
import { PRODUCTS_DRAWN } from './ranking-picture.ts'
import { isolated, listed, type Voice, voiceOf } from './voice.ts'

type Part = { readonly name: string; readonly revenue: number; readonly quantity: number }

/** A shop over a long time. Lists come greatest first; an empty one is left out of the picture. */
export type OverviewFound = {
  readonly months: readonly {
    readonly month: Day
    readonly partial: boolean
    readonly revenue: number
    readonly quantity: number
  }[]
  readonly branches: readonly Part[]
  readonly variants: readonly Part[]
  readonly products: readonly Part[]
  /** What the files call colours, sizes or flavours; null when not known. */
  readonly variantHeading: string | null
  readonly hasMoney: boolean
  readonly hasQuantity: boolean
  readonly basis: Basis
}

/** Months, branches, variants and best sellers on one picture. */
export const overviewPicture = (
  found: OverviewFound,
  frame: PictureFrame,
): Picture<OverviewInput> => {
  const { shop } = frame
  const voice = voiceOf(shop)
  const { overview } = voice.words.pictures
  const look = looksOf(found, voice)
  const span = daySpan(found.basis.span, shop.language)
  const headline = overview.headline(span, look.full(totalOf(found)))
  const panels = panelsOf(found, look, frame)
  const isTitled = shop.name !== '' && !frame.undrawable.has(shop.name)
  return {
    input: {
      ...panels.drawn,
      headline: isTitled ? `${isolated(shop.name)}: ${look.full(totalOf(found))}` : headline,
      note: span,
      months: {
        title: look.isMoney ? overview.months.money : overview.months.units,
        format: look.money.format,
        bars: found.months.map((month) => ({
          label: capital(monthShort(month.month, shop.language)),
          value: look.money.worthOf(month),
          partial: month.partial,
        })),
      },
      othersLabel: voice.words.pictures.others,
    },
    reply: captioned(
      'overview',
      frame,
      `📊 ${bold(headline)}`,
      bestMonth(found, look, shop),
      found.months.some(({ partial }) => partial) ? overview.partial : null,
      altLine(overview.shows(partsOf(found, voice)), voice),
      panels.told,
      basisLine(found.basis, shop, { withSpan: false }),
    ),
  }
}

/** The three lists, and which names the numbers in them stand for. */
const panelsOf = (found: OverviewFound, look: Looks, { shop, undrawable }: PictureFrame) => {
  const voice = voiceOf(shop)
  const { overview, numbered } = voice.words.pictures
  const products = found.products.slice(0, PRODUCTS_DRAWN)
  const panel = (title: string, parts: readonly Part[], form: PanelForm) => ({
    title,
    format: form.one.format,
    bars: parts.map((part, index) => ({
      label: drawnName(part.name, index, { undrawable, numbered: form.numbered }),
      value: form.one.worthOf(part),
    })),
  })
  const told = (parts: readonly Part[], one: PanelForm['numbered']) =>
    numbersTold(
      parts.map(({ name }) => name),
      undrawable,
      { numbered: one, voice },
    )
  const branches = look.isMoney ? overview.branches.money : overview.branches.units
  const top = overview.products(products.length)
  const { branch, variant, product } = numbered
  return {
    drawn: {
      branches: panel(branches, found.branches, { one: look.money, numbered: branch }),
      variants: panel(variantTitle(found, voice), found.variants, {
        one: look.units,
        numbered: variant,
      }),
      products: panel(top, products, { one: look.units, numbered: product }),
    },
    told: listed(' · ', [
      told(found.branches, branch),
      told(found.variants, variant),
      told(products, product),
    ]),
  }
}

type Looks = ReturnType<typeof looksOf>
type PanelForm = { readonly one: One; readonly numbered: (no: number) => string }

type Valued = Pick<Part, 'revenue' | 'quantity'>
type One = {
  readonly format: (value: number) => string
  readonly worthOf: (part: Valued) => number
}

/** Money where the files have it, things otherwise; colours and products in things where counted. */
const looksOf = ({ hasMoney, hasQuantity }: OverviewFound, voice: Voice) => {
  const money: One = { format: voice.money, worthOf: ({ revenue }) => revenue }
  const units: One = { format: voice.quantity, worthOf: ({ quantity }) => quantity }
  return {
    isMoney: hasMoney,
    money: hasMoney ? money : units,
    units: hasQuantity ? units : money,
    full: hasMoney
      ? voice.fullMoney
      : (value: number) => voice.words.summary.itemsSold(voice.quantity(value)),
  }
}

const totalOf = ({ months, hasMoney }: OverviewFound): number =>
  months.reduce((sum, month) => sum + (hasMoney ? month.revenue : month.quantity), 0)

/** Only whole months are compared: a running one would always lose. */
const bestMonth = (
  { months }: OverviewFound,
  { money }: { readonly money: One },
  { language, ...shop }: Shop,
): string | null => {
  const voice = voiceOf({ ...shop, language })
  const whole = months.filter(({ partial }) => !partial)
  const [first, ...rest] = whole
  if (first === undefined || rest.length === 0) return null
  const best = rest.reduce(
    (most, month) => (money.worthOf(month) > money.worthOf(most) ? month : most),
    first,
  )
  return voice.words.pictures.overview.best(
    monthYear(best.month, language),
    money.format(money.worthOf(best)),
  )
}

const variantTitle = ({ variantHeading }: OverviewFound, voice: Voice): string =>
  capital(variantHeading ?? voice.words.summary.variantKind)

/** What this picture really shows: a panel without bars is left out. */
const partsOf = (found: OverviewFound, voice: Voice): string => {
  const { parts } = voice.words.pictures.overview
  return listed(', ', [
    found.months.length > 0 ? parts.months : null,
    found.branches.length > 0 ? parts.branches : null,
    found.variants.length > 0 ? voice.name(variantTitle(found, voice).toLowerCase()) : null,
    found.products.length > 0 ? parts.products : null,
  ])
}
