import type { Messages } from '../i18n/en.ts'
import type { Span } from '../sales/day.ts'
import { cleanName } from '../sales/names.ts'
import type { Shop } from '../sales/shop.ts'
import type { Choice, Reply } from './reply.ts'
import { textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { isolated, lines, type Voice, voiceOf } from './voice.ts'

/** The pictures of a shop, by the argument of `chart`. */
export type PictureKind = 'trend' | 'products' | 'branches' | 'hours' | 'overview'

/** What is drawn, and the words under it; whoever draws it puts the bytes to the words. */
export type Picture<Input> = { readonly input: Input; readonly reply: Reply }

/** What every picture knows besides its findings. */
export type PictureFrame = {
  readonly shop: Shop
  /** The period that was asked for; its pictures lead to each other. */
  readonly asked: Span | null
  /** Names with a letter that no font here has. */
  readonly undrawable: ReadonlySet<string>
  readonly hasBranches: boolean
}

/** The words under a picture, with buttons to the others. */
export const captioned = (kind: PictureKind, frame: PictureFrame, ...parts: (string | null)[]) =>
  textReply(lines(...parts), otherPictures(kind, frame))

/** What the picture shows in one sentence, for who does not see it. */
export const altLine = (what: string, { words }: Voice): string => words.pictures.shows(what)

const ORDER = ['products', 'branches', 'hours', 'overview', 'trend'] as const
const BUTTONS: Readonly<Record<PictureKind, keyof Messages['buttons']>> = {
  trend: 'chartTrend',
  products: 'chartProducts',
  branches: 'chartBranches',
  hours: 'chartHours',
  overview: 'chartOverview',
}
/** A message with a picture carries no list, only buttons. */
const BUTTONS_MAX = 3

const otherPictures = (kind: PictureKind, { shop, asked, hasBranches }: PictureFrame): Choice[] => {
  const { buttons } = voiceOf(shop).words
  const others = ORDER.filter((other) => other !== kind && (hasBranches || other !== 'branches'))
  return others.slice(0, BUTTONS_MAX).map((other) => {
    const command = other === 'trend' ? 'chart' : `chart:${other}`
    const id = asked === null ? command : `${command}:${spanId(asked)}`
    return { id, title: buttons[BUTTONS[other]] }
  })
}

type Numbered = Messages['pictures']['numbered'][keyof Messages['pictures']['numbered']]

/** How a name stands in the picture: itself, or its place in the list where it cannot be drawn. */
export const drawnName = (
  name: string,
  index: number,
  {
    undrawable,
    numbered,
  }: { readonly undrawable: ReadonlySet<string>; readonly numbered: Numbered },
): string => (undrawable.has(name) ? numbered(index + 1) : isolated(cleanName(name)))

/** So many names that could not be drawn are told in the caption; more would fill the bubble. */
const TOLD_MAX = 10

/** Which names the numbers of the picture stand for. */
export const numbersTold = (
  names: readonly string[],
  undrawable: ReadonlySet<string>,
  { numbered, voice }: { readonly numbered: Numbered; readonly voice: Voice },
): string | null => {
  const told = names.flatMap((name, index) =>
    undrawable.has(name) ? [voice.words.pictures.is(numbered(index + 1), voice.name(name))] : [],
  )
  return told.length === 0 ? null : told.slice(0, TOLD_MAX).join(' · ')
}
