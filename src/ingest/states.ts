import { isNothing } from './numbers.ts'
import { isDone, isPurchase, isSale, standingOf } from './status-words.ts'
import type { Column } from './table.ts'

/** Orders stand in a dozen states at most; products and people are more. */
const STATES_MAX = 20

/**
 * True when a column's own words show that it tells what became of each order: few different ones,
 * all of them states, and both kinds among them: done, and cancelled, unpaid or given back.
 */
export const tellsStates = ({ values }: Column): boolean => {
  if (values.length > STATES_MAX + 2) return false
  // The heading is a value of the column as well.
  const told = values.filter((text) => !isNothing(text))
  const open = told.filter((text) => standingOf(text) !== 'counted')
  const done = told.filter((text) => standingOf(text) === 'counted' && isDone(text))
  return open.length > 0 && done.length > 0 && open.length + done.length >= told.length - 1
}

/**
 * True when a column's own words tell sales from what is none: purchases, corrections, expenses,
 * money given back. Few different ones.
 */
export const tellsKinds = ({ values }: Column): boolean => {
  if (values.length > STATES_MAX + 2) return false
  const told = values.filter((text) => !isNothing(text) && text.length <= KIND_CHARS_MAX)
  const others = told.filter((text) => !isSale(text))
  return (
    told.some(isSale) && others.some((text) => isPurchase(text) || standingOf(text) !== 'counted')
  )
}

/** A kind is a word or two, a note is a sentence. */
const KIND_CHARS_MAX = 30

const YES =
  /^(?:true|yes|y|1|ya|iya|x|v|✓|✔|si|sí|sim|oui|ja|tak|evet|có|はい|是|예|ใช่|نعم|हाँ|да)$/i
const NO =
  /^(?:false|no|n|0|tidak|tdk|não|nao|non|nein|nee|nie|hayır|không|いいえ|否|아니오|아니요|ไม่|لا|नहीं|нет)$/i

/** True for a cell that answers a heading such as `Void?` with yes; a date says when it was. */
export const isYes = (text: string): boolean => YES.test(text) || DATED.test(text)

const DATED = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/

/** True when a column only answers yes or no, or gives a date where yes. */
export const isFlags = ({ values }: Column): boolean => {
  const answers = values.filter((text) => !isNothing(text) && (isYes(text) || NO.test(text)))
  return answers.length >= values.filter((text) => !isNothing(text)).length - 1
}
