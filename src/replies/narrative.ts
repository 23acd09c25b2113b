import type { Summary } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import { voiceOf } from './voice.ts'

/** Under this a period went as usual. */
const STEADY_CHANGE = 0.05
/** A share above this carries the shop. */
const CARRIES_SHARE = 0.5
const SENTENCES_MAX = 4

/**
 * The story of a summary in a few warm sentences, written in code: what stands in when no model is
 * set up or its words did not pass the check. It holds no figures; those are in the parts beside it.
 */
export const narrative = (summary: Summary, shop: Shop): string => {
  const sentences = [
    opening(summary, shop),
    bestSentence(summary, shop),
    risingSentence(summary, shop),
    branchSentence(summary, shop),
    trendSentence(summary, shop),
    slowSentence(summary, shop),
  ].filter((sentence) => sentence !== null)
  if (sentences.length === 0) return voiceOf(shop).words.narrative.none
  return sentences.slice(0, SENTENCES_MAX).join(' ')
}

const opening = ({ comparison, complete }: Summary, shop: Shop): string | null => {
  const { narrative: words } = voiceOf(shop).words
  if (!complete || comparison === null) return null
  if (Math.abs(comparison.change) < STEADY_CHANGE) return words.steady
  return comparison.change > 0 ? words.good : words.weak
}

const bestSentence = ({ bestSeller }: Summary, shop: Shop): string | null => {
  const { words, name } = voiceOf(shop)
  return bestSeller && words.narrative.best(name(bestSeller.name))
}

const risingSentence = ({ rising, bestSeller }: Summary, shop: Shop): string | null => {
  const { words, name } = voiceOf(shop)
  return rising && rising.name !== bestSeller?.name
    ? words.narrative.rising(name(rising.name))
    : null
}

const branchSentence = ({ branches }: Summary, shop: Shop): string | null => {
  const { words, name } = voiceOf(shop)
  const [first] = branches
  return first && branches.length > 1 && first.share > CARRIES_SHARE
    ? words.narrative.branch(name(first.name))
    : null
}

const trendSentence = ({ trend }: Summary, shop: Shop): string | null => {
  const { narrative: words } = voiceOf(shop).words
  if (trend === null || trend.direction === 'flat') return null
  return trend.direction === 'up' ? words.trendUp : words.trendDown
}

const slowSentence = ({ slowMover }: Summary, shop: Shop): string | null => {
  const { words, name } = voiceOf(shop)
  return slowMover && words.narrative.slow(name(slowMover.name))
}
