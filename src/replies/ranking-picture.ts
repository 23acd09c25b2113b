import type { NamedSum, Share, Summary } from '../analytics/findings.ts'
import type { RankingInput } from '../charts/ranking.ts'
import { daySpan } from '../i18n/numbers.ts'
import { amountsIn, measureOf } from './amount.ts'
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
import { hasMoney, hasQuantity, pictureName, type Voice, voiceOf } from './voice.ts'

/** More than ten names a phone shows only in small print. */
export const PRODUCTS_DRAWN = 10

/** All of it, or more after refunds, is no news. */
const PART_WORTH_TELLING = 0.995

/** The best sellers as bars. `sold` is the span's, best first. Null when the files name no products. */
export const productsPicture = (
  { summary, sold }: { readonly summary: Summary; readonly sold: readonly NamedSum[] },
  frame: PictureFrame,
): Picture<RankingInput> | null => {
  const { shop, undrawable } = frame
  const voice = voiceOf(shop)
  const { products, numbered } = voice.words.pictures
  const shown = sold.slice(0, PRODUCTS_DRAWN)
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined) return null
  const counts = hasQuantity(summary.sums)
  const worthOf = (each: NamedSum) => (counts ? each.quantity : each.revenue)
  const format = counts ? voice.quantity : voice.money
  const span = daySpan(summary.span, shop.language)
  const names = shown.map(({ name }) => name)
  const all = counts ? summary.sums.quantity : summary.sums.revenue
  const part = all > 0 ? shown.reduce((sum, each) => sum + worthOf(each), 0) / all : 0
  const said = (each: NamedSum) => `${voice.name(each.name)} ${format(worthOf(each))}`
  const isPriced = counts && hasMoney(summary.sums)
  return {
    input: {
      headline: voice.words.products.title(
        pictureName(drawnName(first.name, 0, { undrawable, numbered: numbered.product })),
        saleOf(first, voice, counts),
      ),
      note: `${products.headline(shown.length)} · ${span}`,
      format,
      bars: shown.map((each, index) => ({
        label: drawnName(each.name, index, { undrawable, numbered: numbered.product }),
        value: worthOf(each),
        ...(isPriced && { beside: voice.money(each.revenue) }),
      })),
    },
    reply: captioned(
      'products',
      frame,
      `🏆 ${bold(voice.words.products.title(voice.name(first.name), saleOf(first, voice, counts)))}`,
      part > 0 && part < PART_WORTH_TELLING
        ? products.part(shown.length, voice.percent(part))
        : null,
      altLine(products.shows(shown.length, said(first), said(last)), voice),
      numbersTold(names, undrawable, { numbered: numbered.product, voice }),
      basisLine(summary.basis, shop, { withSpan: true }),
    ),
  }
}

const saleOf = (product: NamedSum, voice: Voice, counts: boolean): string =>
  counts ? voice.words.summary.sold(voice.quantity(product.quantity)) : voice.money(product.revenue)

/** A chain's branches by name; beyond that the smallest are added up, so that the parts are the whole. */
const BRANCHES_DRAWN = 20

/** Branch beside branch as bars. Null when the files name none. */
export const branchesPicture = (
  summary: Summary,
  frame: PictureFrame,
): Picture<RankingInput> | null => {
  const { shop, undrawable } = frame
  const voice = voiceOf(shop)
  const { branches, numbered } = voice.words.pictures
  const measure = measureOf(summary.sums)
  const { amount } = amountsIn(measure, voice)
  const [first, last] = [summary.branches[0], summary.branches.at(-1)]
  if (first === undefined || last === undefined) return null
  const names = summary.branches.map(({ name }) => name)
  const span = daySpan(summary.span, shop.language)
  const said = (each: Share) => `${voice.name(each.name)} ${amount(each.revenue)}`
  const titled = (name: string) =>
    voice.words.branches.title(name, amount(first.revenue), voice.percent(first.share))
  return {
    input: {
      headline: titled(
        pictureName(drawnName(first.name, 0, { undrawable, numbered: numbered.branch })),
      ),
      note: (measure === 'money' ? branches.money : branches.units)(span),
      format: amount,
      bars: withRest(
        summary.branches.map((each, index) => ({
          ...each,
          name: drawnName(each.name, index, { undrawable, numbered: numbered.branch }),
        })),
        voice,
      ),
    },
    reply: captioned(
      'branches',
      frame,
      `🏬 ${bold(titled(voice.name(first.name)))}`,
      gapLine(first, last, voice),
      altLine(branches.shows(names.length, said(first), said(last)), voice),
      numbersTold(names.slice(0, BRANCHES_DRAWN), undrawable, { numbered: numbered.branch, voice }),
      basisLine(summary.basis, shop, { withSpan: true }),
    ),
  }
}

const withRest = (shares: readonly Share[], voice: Voice): RankingInput['bars'] => {
  const shown = shares.length > BRANCHES_DRAWN ? shares.slice(0, BRANCHES_DRAWN - 1) : shares
  const rest = shares.slice(shown.length)
  const bars = shown.map((each) => shareBar(each, voice))
  if (rest.length === 0) return bars
  const others = {
    name: voice.words.pictures.others(rest.length),
    revenue: rest.reduce((sum, each) => sum + each.revenue, 0),
    share: rest.reduce((sum, each) => sum + each.share, 0),
  }
  return [...bars, { ...shareBar(others, voice), rest: true }]
}

const shareBar = ({ name, revenue, share }: Share, voice: Voice): RankingInput['bars'][number] => ({
  label: name,
  value: revenue,
  ...(share > 0 && { beside: voice.percent(share) }),
})

/** From here on one branch is worth so many of another; less is no difference to tell. */
const TIMES_MIN = 1.5

const gapLine = (first: Share, last: Share, voice: Voice): string | null => {
  const times = last.revenue > 0 ? first.revenue / last.revenue : 0
  if (first.name === last.name || times < TIMES_MIN) return null
  const said = voice.quantity(Math.round(times * 10) * 100)
  return voice.words.pictures.branches.gap(voice.name(first.name), voice.name(last.name), said)
}
