import { heatChart } from '../../charts/heat.ts'
import { overviewChart } from '../../charts/overview.ts'
import { rankingChart } from '../../charts/ranking.ts'
import type { Scene } from '../../charts/scene.ts'
import { trendChart } from '../../charts/trend.ts'
import { branchesReply } from '../../replies/branches.ts'
import { hoursPicture, noHoursReply } from '../../replies/hours-picture.ts'
import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { overviewPicture } from '../../replies/overview-picture.ts'
import type { Picture, PictureFrame, PictureKind } from '../../replies/picture.ts'
import { productsReply } from '../../replies/products.ts'
import { branchesPicture, PRODUCTS_DRAWN, productsPicture } from '../../replies/ranking-picture.ts'
import type { Reply } from '../../replies/reply.ts'
import { trendPicture } from '../../replies/trend-picture.ts'
import { daysBetween, type Span } from '../../sales/day.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownDays } from '../shown.ts'
import type { World } from '../world.ts'
import { type CommandAsk, RANKING_DAYS } from './ask.ts'

/** One picture with its caption: the days, the products, the branches, the hours or all of the shop. */
export const chart = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const asked = ask.intent.period?.span ?? null
  const drawn = await pictureOf(world, ask)
  if (!('scene' in drawn)) return justReply(drawn)
  const bytes = await world.pool.renderPng(drawn.scene)
  const fileName = `${(asked ?? { to: ask.today }).to}.png`
  const reply: Reply = {
    ...drawn.reply,
    attachment: { kind: 'image', mimeType: 'image/png', fileName, bytes },
  }
  return justReply(reply, [shownDays(ask, drawn.span, drawn.coverage)])
}

/** The picture that is asked for, not painted yet; a reply where there is nothing to draw. */
export const pictureOf = (
  world: World,
  ask: Pick<CommandAsk, 'shop' | 'today' | 'intent'>,
): Promise<Drawn | Reply> => {
  const asked = ask.intent.period?.span ?? null
  return draw[kindOf(ask.intent.argument, asked)](world, ask, asked)
}

export type Drawn = {
  readonly scene: Scene
  readonly reply: Reply
  /** The days it speaks of. */
  readonly span: Span
  readonly coverage: { readonly hasMoney: boolean }
}
type Draw = (
  world: World,
  ask: Pick<CommandAsk, 'shop' | 'today'>,
  asked: Span | null,
) => Promise<Drawn | Reply>

/** Days beyond this are too thin to see; then months show the way. */
const TREND_DAYS_MAX = 60

const kindOf = (argument: string | null, asked: Span | null): PictureKind => {
  const named = KINDS.find((kind) => kind === argument)
  if (named !== undefined) return named
  const isLong = asked !== null && daysBetween(asked.from, asked.to) >= TREND_DAYS_MAX
  return isLong ? 'overview' : 'trend'
}
const KINDS: readonly PictureKind[] = ['trend', 'products', 'branches', 'hours', 'overview']

const drawTrend: Draw = async (world, { shop, today }, asked) => {
  const found = await world.pool.summary({ shop, today, period: asked })
  const trend = await world.pool.trend({ shop, today, period: asked })
  if (found === null || trend === null) return noDataYetReply(shop)
  const { summary, coverage } = found
  if (summary === null) return noDataForPeriodReply(found.span, coverage.span, shop)
  const names = trend.anomalies.flatMap(({ scope }) => (scope.kind === 'shop' ? [] : [scope.name]))
  const frame = await frameOf(world, {
    shop,
    asked,
    names,
    hasBranches: summary.basis.branches > 1,
  })
  return drawn(trendPicture(trend, summary, frame), trendChart, { span: found.span, coverage })
}

const drawProducts: Draw = async (world, { shop, today }, asked) => {
  const found = await world.pool.summary({ shop, today, period: asked, days: RANKING_DAYS })
  if (found === null) return noDataYetReply(shop)
  const { summary, coverage, span } = found
  if (summary === null) return noDataForPeriodReply(span, coverage.span, shop)
  const sold = found.sold.map(({ product, quantity, revenue }) => ({
    name: product,
    quantity,
    revenue,
  }))
  const frame = await frameOf(world, {
    shop,
    asked,
    names: sold.map(({ name }) => name),
    hasBranches: summary.branches.length > 1,
  })
  const picture = productsPicture({ summary, sold }, frame)
  if (picture !== null) return drawn(picture, rankingChart, { span, coverage })
  return productsReply({ span, products: [], slowMover: null, basis: summary.basis }, shop)
}

const drawBranches: Draw = async (world, { shop, today }, asked) => {
  const found = await world.pool.summary({ shop, today, period: asked, days: RANKING_DAYS })
  if (found === null) return noDataYetReply(shop)
  const { summary, coverage, span } = found
  if (summary === null) return noDataForPeriodReply(span, coverage.span, shop)
  const names = summary.branches.map(({ name }) => name)
  const frame = await frameOf(world, { shop, asked, names, hasBranches: true })
  const picture = branchesPicture(summary, frame)
  return picture === null
    ? branchesReply(summary, shop)
    : drawn(picture, rankingChart, { span, coverage })
}

const drawHours: Draw = async (world, { shop, today }, asked) => {
  const found = await world.pool.hours({ shop, today, period: asked })
  if (found === null) return noDataYetReply(shop)
  const { habit, basis, coverage } = found
  if (asked !== null && isOutside(asked, coverage.span)) {
    return noDataForPeriodReply(asked, coverage.span, shop)
  }
  if (habit === null) return noHoursReply(shop)
  const frame = await frameOf(world, { shop, asked, names: [], hasBranches: basis.branches > 1 })
  return drawn(hoursPicture({ ...found, habit }, frame), heatChart, { span: basis.span, coverage })
}

const isOutside = (asked: Span, known: Span): boolean =>
  asked.to < known.from || asked.from > known.to

const drawOverview: Draw = async (world, { shop, today }, asked) => {
  const found = await world.pool.overview({ shop, today, period: asked })
  if (found === null) return noDataYetReply(shop)
  const { basis, coverage } = found
  if (basis.lines === 0) return noDataForPeriodReply(asked ?? basis.span, coverage.span, shop)
  const variants = found.variants.map(({ variant, ...sums }) => ({ ...sums, name: variant }))
  const products = found.products.map(({ product, ...sums }) => ({ ...sums, name: product }))
  const names = [...found.branches, ...variants, ...products.slice(0, PRODUCTS_DRAWN)]
  const frame = await frameOf(world, {
    shop,
    asked,
    names: [shop.name, ...names.map(({ name }) => name)],
    hasBranches: found.branches.length > 1,
  })
  const { variantHeading, hasMoney, hasQuantity } = coverage
  const parts = { ...found, variants, products, variantHeading, hasMoney, hasQuantity }
  return drawn(overviewPicture(parts, frame), overviewChart, { span: basis.span, coverage })
}

const draw: Readonly<Record<PictureKind, Draw>> = {
  trend: drawTrend,
  products: drawProducts,
  branches: drawBranches,
  hours: drawHours,
  overview: drawOverview,
}

const drawn = <Input>(
  { input, reply }: Picture<Input>,
  chartOf: (input: Input) => Scene,
  { span, coverage }: Pick<Drawn, 'span' | 'coverage'>,
): Drawn => ({
  scene: chartOf(input),
  reply,
  span,
  coverage,
})

const frameOf = async (
  world: World,
  { names, ...frame }: Omit<PictureFrame, 'undrawable'> & { readonly names: readonly string[] },
): Promise<PictureFrame> => ({
  ...frame,
  undrawable: new Set(await world.pool.undrawable(names)),
})
