import { factsChart } from '../../charts/facts.ts'
import { rankingChart } from '../../charts/ranking.ts'
import type { Scene } from '../../charts/scene.ts'
import { trendChart } from '../../charts/trend.ts'
import { catalogue } from '../../i18n/catalogue.ts'
import { spokenBy } from '../../i18n/locale.ts'
import { noDataForPeriodReply, noDataYetReply } from '../../replies/no-data.ts'
import { branchesPicture, productsPicture } from '../../replies/ranking-picture.ts'
import { type ReportFound, reportBook } from '../../replies/report-book.ts'
import {
  type DocumentKind,
  documentName,
  documentPages,
  documentReply,
  MIME_TYPES,
} from '../../replies/report-document.ts'
import { trendPicture } from '../../replies/trend-picture.ts'
import type { Span } from '../../sales/day.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** A week, when no other period is named. */
const REPORT_DAYS = 7

/** The report of a period as a file to keep or print, with its words as caption. */
export const reportDocument = async (
  world: World,
  ask: CommandAsk,
  kind: DocumentKind,
): Promise<Answer> => {
  const { shop, today } = ask
  const period = spanOf(ask)
  const found = await world.pool.summary({ shop, today, period, days: REPORT_DAYS })
  if (found === null) return justReply(noDataYetReply(shop))
  const { summary, span, coverage } = found
  if (summary === null) return justReply(noDataForPeriodReply(span, coverage.span, shop))
  const [rows, trend, stock] = await Promise.all([
    world.pool.report({ shop, span }),
    world.pool.trend({ shop, today, period: span }),
    world.pool.restock({ shop, today }),
  ])
  const { anomalies = [] } = trend ?? {}
  const inside = anomalies.filter(({ day }) => day >= span.from && day <= span.to)
  const report = { summary, ...rows, anomalies: inside, restock: stock?.restock ?? null }
  const scenes = await scenesOf(world, ask, { report, trend })
  const file = await documentBytes(world, ask, { kind, report, scenes })
  return justReply({
    ...documentReply(report, kind, shop),
    attachment: {
      kind: 'document',
      mimeType: MIME_TYPES[kind],
      fileName: documentName(report, kind, shop),
      bytes: file,
    },
  })
}

/** `laporan mingguan` on a Monday means the week that is over: always the last seven days. */
const spanOf = ({ intent: { period } }: CommandAsk): Span | null =>
  period === null || period.kind === 'week' ? null : period.span

type Trend = Awaited<ReturnType<World['pool']['trend']>>
type Pages = {
  readonly first: Scene
  readonly pictures: readonly Scene[]
  readonly last: readonly Scene[]
}

const scenesOf = async (
  world: World,
  { shop }: CommandAsk,
  { report, trend }: { readonly report: ReportFound; readonly trend: Trend },
): Promise<Pages> => {
  const { summary, products, restock } = report
  const sold = products.map(({ product, ...sums }) => ({ ...sums, name: product }))
  const names = [
    shop.name,
    ...sold.slice(0, NAMES_MAX).map(({ name }) => name),
    ...summary.branches.slice(0, NAMES_MAX).map(({ name }) => name),
    ...(restock?.restock ?? []).slice(0, NAMES_MAX).map(({ product }) => product),
  ]
  const undrawable = new Set(await world.pool.undrawable(names))
  const frame = { shop, asked: summary.span, undrawable, hasBranches: true }
  const words = documentPages(report, shop, undrawable)
  const best = productsPicture({ summary, sold }, frame)
  const branches = branchesPicture(summary, frame)
  return {
    first: factsChart(words.first),
    pictures: [
      ...(trend === null ? [] : [trendChart(trendPicture(trend, summary, frame).input)]),
      ...(best === null ? [] : [rankingChart(best.input)]),
      ...(branches === null ? [] : [rankingChart(branches.input)]),
    ],
    last: words.last.map(factsChart),
  }
}

/** More names than any picture of the report shows. */
const NAMES_MAX = 20

const documentBytes = (
  world: World,
  { shop }: CommandAsk,
  made: { readonly kind: DocumentKind; readonly report: ReportFound; readonly scenes: Pages },
): Promise<Uint8Array> => {
  const { kind, report, scenes } = made
  if (kind === 'xlsx') {
    const book = reportBook(report, shop)
    return world.pool.documentOf({ kind, book, scenes: scenes.pictures })
  }
  const { document } = catalogue(spokenBy(shop))
  return world.pool.documentOf({
    kind,
    title: documentName(report, kind, shop),
    language: shop.language,
    footer: document.page('{page}', '{pages}'),
    scenes: [scenes.first, ...scenes.pictures, ...scenes.last],
  })
}
