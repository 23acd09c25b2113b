import {
  BOTTOM_WORDS,
  CALENDAR_WORDS,
  CAUSE_WORDS,
  DOWN_WORDS,
  EXPECTATION_WORDS,
  FLAT_WORDS,
  FUTURE_WORDS,
  HARMLESS_IDIOMS,
  NEGATIONS,
  NUMBER_WORDS,
  PRAISE_WORDS,
  SLIGHT_WORDS,
  STRONG_WORDS,
  TOP_WORDS,
  TOTAL_WORDS,
  UP_WORDS,
  WISH,
  WORLD_WORDS,
} from './claim-words.ts'
import type { Fact } from './facts.ts'

/** One sentence as the model wrote it: placeholders `{{f1}}` for figures, `{{n1}}` for names. */
export type Sentence = { readonly text: string; readonly factIds: readonly string[] }

/**
 * The first fault of a sentence, in words the model can act on; null when there is none. At the edge,
 * first and last, a greeting or a wish may stand without a fact.
 */
export const sentenceFault = (
  sentence: Sentence,
  facts: readonly Fact[],
  isEdge: boolean,
): string | null => {
  const bare = bareText(sentence.text)
  const words = folded(bare)
  const placed = [...sentence.text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
  const ids = new Set([...placed, ...sentence.factIds])
  const cited = facts.filter(({ id }) => ids.has(id))
  const placedFacts = facts.filter(({ id }) => placed.includes(id))
  if (cited.length < ids.size) return 'it uses an id that is not in the list'
  if (cited.length === 0 && !isEdge) return 'it rests on no fact'
  const strict =
    formFault(sentence.text, bare) ?? amountFault(bare, words) ?? figureFault(sentence.text)
  if (strict !== null) return strict
  if (cited.length === 0 && isWish(bare, words)) return null
  return (
    calendarFault(words) ??
    topicFault(cited) ??
    directionFault(words, cited) ??
    roleFault(sentence.text, words, placedFacts) ??
    nounFault(sentence.text, placedFacts) ??
    standingFault(words, cited) ??
    causeFault(words, placedFacts) ??
    tenseFault(words, cited) ??
    sizeFault(words, cited)
  )
}

/** `{{f1}}`, `{{n1}}`. */
export const PLACEHOLDER = /\{\{([fn]\d{1,3})\}\}/g

/** The model's own words: the sentence without its placeholders. */
export const bareText = (text: string): string => text.replace(PLACEHOLDER, ' ')

/** Lower case, full-width letters made plain, accents off, idioms out: one spelling for every list. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(HARMLESS_IDIOMS, ' ')

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) !== -1

/** A spoken sentence; longer ones hide two claims in one. */
const SENTENCE_CHARS_MAX = 280

// Letters of other scripts hide number words and look-alikes; format characters hide anything.
const FOREIGN = /(?!\p{Script=Latin})\p{L}|[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?!\u200d)\p{Cf}/u
const MARKUP = /[{}[\]<>*_~`#|\\@/]|https?:|www\./i

const formFault = (text: string, bare: string): string | null => {
  if (bare.trim() === '') return 'it says nothing'
  if (text.length > SENTENCE_CHARS_MAX) return 'it is too long'
  if (FOREIGN.test(bare)) return 'it has letters or signs that do not belong there'
  return MARKUP.test(bare) ? 'write plain words, no marks, links or braces' : null
}

const amountFault = (bare: string, words: string): string | null => {
  if (/\p{N}|\p{Sc}|[%‰]/u.test(bare) || /\p{N}/u.test(words)) {
    return 'it has a digit or a sign for money or percent outside a placeholder'
  }
  // Number emoji: keycap ten, hundred points, second and third medal.
  if (/[\u{1F51F}\u{1F4AF}\u{1F948}\u{1F949}]/u.test(bare))
    return 'it has a number sign outside a placeholder'
  if (has(NUMBER_WORDS, words)) return 'it states an amount in words; use a placeholder'
  return has(WORLD_WORDS, words) ? 'it speaks of something the facts do not know' : null
}

/** A sign or another figure glued to ours makes a number that nobody computed. */
const GLUED = /\}\}[^\p{L}\s]*\{\{|[-−–—+±×÷=]\s?\{\{f/u
/** Things that none of our figures counts. */
const MISCOUNTED =
  /\{\{f\d+\}\}\s*(?:pelanggan|pembeli|orang|transaksi|nota|struk|hari|cabang|customers?|buyers?|people|orders?|transactions?|receipts?|days?|branches|clientes?|compradores|personas|pessoas|pedidos|transacciones|transações|tickets?|d[ií]as?|sucursales|tiendas|filiais|lojas)(?!\p{L})/iu

const figureFault = (text: string): string | null => {
  if (GLUED.test(text)) return 'it glues a sign or another figure to a placeholder'
  return MISCOUNTED.test(text) ? 'it counts something that figure does not count' : null
}

const calendarFault = (words: string): string | null =>
  has(CALENDAR_WORDS, words) ? 'it names a day or stretch of time; use a placeholder' : null

const topicFault = (cited: readonly Fact[]): string | null =>
  new Set(cited.map(({ topic }) => topic)).size > 1 ? 'it mixes topics; one topic a sentence' : null

const directionFault = (words: string, cited: readonly Fact[]): string | null => {
  const says = {
    up: has(UP_WORDS, words),
    down: has(DOWN_WORDS, words),
    flat: has(FLAT_WORDS, words),
  }
  const said = (['up', 'down', 'flat'] as const).filter((direction) => says[direction])
  const [only, second] = said
  if (has(PRAISE_WORDS, words) && cited.some(({ direction }) => direction === 'down')) {
    return 'it praises a fall'
  }
  if (only === undefined) return null
  if (second !== undefined) return 'it says two directions; one a sentence'
  if (has(NEGATIONS, words)) return 'it denies a direction; say what is, not what is not'
  const directions = cited
    .map(({ direction }) => direction)
    .filter((direction) => direction !== null)
  if (!directions.includes(only)) return `it says ${only} without a fact that goes ${only}`
  return directions.every((direction) => direction === only)
    ? null
    : `it says ${only} of a fact that does not go ${only}`
}

const BEFORE_FIGURE =
  /\s*(?:by|sebesar|sebanyak|of|about|around|sekitar|kira-kira|en|em|de|un|unos|uns|cerca de|alrededor de)?\s*$/

/** One hope, alone in its sentence: nobody wishes for a fall or gives reasons in a wish. */
const isWish = (bare: string, words: string): boolean =>
  WISH.test(bare) &&
  !/[.!?;:]\s*\p{L}/u.test(bare) &&
  ![DOWN_WORDS, FLAT_WORDS, BOTTOM_WORDS, CAUSE_WORDS].some((pattern) => has(pattern, words))

/** "Rose {{f1}}" claims that the figure is the rise itself; a rise without its word says nothing. */
const roleFault = (text: string, words: string, placed: readonly Fact[]): string | null => {
  const moves = placed.some(({ role }) => role === 'change')
  if (moves && ![UP_WORDS, DOWN_WORDS, FLAT_WORDS].some((pattern) => has(pattern, words))) {
    return 'it gives a change without saying up, down or steady'
  }
  const levels = new Set(placed.filter(({ role }) => role === 'level').map(({ id }) => id))
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (!levels.has(match[1] ?? '')) continue
    const before = folded(text.slice(0, match.index)).replace(BEFORE_FIGURE, '')
    if ([UP_WORDS, DOWN_WORDS].some((pattern) => endsWith(before, pattern))) {
      return 'it gives a level as if it were a change'
    }
  }
  return null
}

const endsWith = (text: string, pattern: RegExp): boolean =>
  [...text.matchAll(pattern)].some((match) => match.index + match[0].length === text.length)

/** What a word beside a name may call it. */
const NOUN_WORDS = {
  product: 'produk|product|barang|item|producto|produto|artículo|articulo',
  branch: 'cabang|outlet|branch|store|sucursal|tienda|filial|loja',
  variant: 'warna|rasa|ukuran|varian|colou?r|flavou?r|size|cor|sabor|talla|tamaño|tamanho|variante',
} as const

/** "Branch {{n1}}" must be a branch. */
const nounFault = (text: string, placed: readonly Fact[]): string | null => {
  for (const [noun, list] of Object.entries(NOUN_WORDS)) {
    const beside = new RegExp(
      `(?<!\\p{L})(?:${list})\\s*\\{\\{(n\\d+)|\\{\\{(n\\d+)\\}\\}\\s*(?:${list})(?!\\p{L})`,
      'giu',
    )
    for (const match of text.matchAll(beside)) {
      const named = placed.find(({ id }) => id === (match[1] ?? match[2]))
      if (named && named.noun !== noun) return `it calls a name a ${noun} that is none`
    }
  }
  return null
}

/** First places need a fact that holds one; the whole needs a fact about the whole. */
const standingFault = (words: string, cited: readonly Fact[]): string | null => {
  if (has(BOTTOM_WORDS, words)) return 'it names a last place; the facts rank none'
  if (has(TOP_WORDS, words)) {
    if (has(NEGATIONS, words)) return 'it denies a first place; say what is, not what is not'
    if (!cited.some(({ isTop }) => isTop)) {
      return 'it names a first place without a fact that holds one'
    }
  }
  return has(TOTAL_WORDS, words) && !cited.some(({ topic }) => WHOLE_TOPICS.has(topic))
    ? 'it speaks of the whole with a fact about a part'
    : null
}

const WHOLE_TOPICS = new Set(['sales', 'trend', 'forecast'])

/** A reason is the name of a cause, put in its place: words of the model's own explain nothing. */
const causeFault = (words: string, placed: readonly Fact[]): string | null => {
  if (!has(CAUSE_WORDS, words)) return null
  if (has(NEGATIONS, words)) return 'it denies a reason; say what is, not what is not'
  return placed.some(({ isCause }) => isCause)
    ? null
    : 'it gives a reason without the placeholder of a cause'
}

const tenseFault = (words: string, cited: readonly Fact[]): string | null => {
  const topics = cited.map(({ topic }) => topic)
  const isForecast = topics.some((topic) => topic.startsWith('forecast'))
  if (isForecast && !has(EXPECTATION_WORDS, words))
    return 'it tells a forecast as if it had happened'
  const foretells = has(FUTURE_WORDS, words) && topics.length > 0 && !isForecast
  return foretells ? 'it foretells from a fact that is no forecast' : null
}

const sizeFault = (words: string, cited: readonly Fact[]): string | null => {
  const sizes = cited.flatMap(({ size }) => size ?? [])
  if (has(STRONG_WORDS, words) && !sizes.includes('strong')) {
    return 'it calls a change strong that is not'
  }
  return has(SLIGHT_WORDS, words) && !sizes.includes('slight')
    ? 'it calls a change slight that is not'
    : null
}
