import { whole } from './numbers.ts'

const days = (n: number): string => `${whole(n, 'en')} ${n === 1 ? 'day' : 'days'}`
/** Packs by their English names; what a shop calls them in another language stays as it is. */
const PLURALS: Readonly<Record<string, string>> = {
  bunch: 'bunches',
  bundle: 'bundles',
  box: 'boxes',
  case: 'cases',
  crate: 'crates',
  carton: 'cartons',
  pack: 'packs',
  sack: 'sacks',
  tray: 'trays',
  bucket: 'buckets',
}
const packs = (count: string, pack: string): string =>
  `${count} ${count === '1' ? pack : (PLURALS[pack] ?? pack)}`
const things = (n: number): string => `${whole(n, 'en')} ${n === 1 ? 'item' : 'items'}`

/** What we say about goods: stock told, orders on their way, terms of supply, profit of known cost. */
export const goodsEn = {
  noted: 'Noted',
  count: (name: string, amount: string) => `${name}: ${amount}`,
  before: (amount: string) => `was ${amount}`,
  asOf: (day: string) => `at the end of ${day}`,
  receive: (name: string, amount: string) => `${name} +${amount} in`,
  waste: (name: string, amount: string) => `${name} −${amount} thrown away`,
  now: (amount: string) => `now ${amount}`,
  order: (name: string, amount: string) => `${name}: ${amount} on order`,
  orderDue: (day: string) => `due about ${day}`,
  orderGone: (name: string) => `${name}: nothing on order any more`,
  stillOnOrder: (amount: string) => `${amount} still on order`,
  noCount: 'stock not counted yet',
  packs: (count: string, pack: string) => packs(count, pack),
  lead: (name: string, n: number) => `${name}: delivery ${days(n)}`,
  review: (name: string, n: number) => `${name}: ordered every ${days(n)}`,
  pack: (name: string, pack: string, amount: string) => `${name}: 1 ${pack} = ${amount}`,
  minimum: (name: string, amount: string) => `${name}: at least ${amount} an order`,
  shelf: (name: string, n: number) => `${name}: keeps ${days(n)}`,
  cost: (name: string, money: string) => `${name}: costs ${money} each`,
  everything: 'Everything',
  category: (name: string) => `All ${name}`,
  takesOffFrom: (moment: string) => `Sales after ${moment} are taken off by themselves.`,
  takesOffFromDay: (day: string) => `Sales from ${day} on are taken off by themselves.`,

  which: (name: string) => `Which “${name}”?`,
  unknown: (name: string) => `I don't know “${name}” yet.`,
  unknownNear: (name: string) => `I don't know “${name}” yet. Did you mean:`,
  packUnknown: (name: string, pack: string) => `How many ${name} are in 1 ${pack}?`,
  packNext: (example: string) => `Type ${example}, then send it again.`,
  packExample: (name: string, pack: string) => `1 ${pack} ${name} = 20`,
  tooMuch: (name: string) => `${name}: that number looks wrong. Please check it.`,
  notNoted: (list: string) => `Not noted yet: ${list}`,
  noBranches: (branch: string) =>
    `I keep stock for the whole shop, not for ${branch} alone. Add the branches up and send the total.`,
  noCategory: (name: string) => `That can be told per product only, not for ${name}.`,

  ask: 'What is on the shelf now?',
  askHow: (example: string) => `Type it, one line each: ${example}`,
  askExample: (name: string) => `${name} 120`,
  stockExample: (name: string) => `stock ${name} 120`,
  askProduct: 'rose',
  askMore: 'Or send your stock list (CSV/Excel).',

  title: (n: number) => `Stock: ${things(n)}`,
  known: (amount: string) => amount,
  recount: 'please count again',
  onOrder: (amount: string) => `${amount} on order`,
  basis: (counted: string, until: string) => `Counted ${counted}, minus sales up to ${until}.`,
  basisNoSales: (counted: string) => `Counted ${counted}.`,
  sum: (counted: string, day: string) => `Counted ${counted} (${day})`,
  plus: (amount: string) => `+ ${amount} delivered`,
  minusWaste: (amount: string) => `− ${amount} thrown away`,
  minusSold: (amount: string) => `− ${amount} sold since`,
  result: (amount: string) => `= ${amount}`,
  moreThanWas:
    'More went out than there was: a delivery is missing, or the count. Count once more.',
  none: 'No stock told yet.',
  noneOf: (name: string) => `I don't know the stock of ${name} yet.`,

  undone: (n: number) => (n === 1 ? 'Taken back ↩️' : `${things(n)} taken back ↩️`),
  nothingToUndo: 'That was taken back already, nothing changed.',

  ordered: (n: number) => `${things(n)} on order`,
  orderedNone: 'Nothing has to be ordered right now, so nothing was noted.',
  orderedNext: (example: string) => `When it comes: ${example}`,
  receiveExample: (name: string, amount: string) => `received ${name} ${amount}`,

  supply: {
    title: (name: string) => `How ${name} is supplied`,
    titleAll: 'How goods are supplied',
    lead: (n: number) => `Delivery: ${days(n)}`,
    review: (n: number) => `Ordered every ${days(n)}`,
    pack: (pack: string, amount: string) => `1 ${pack} = ${amount}`,
    minimum: (amount: string) => `At least ${amount} an order`,
    shelf: (n: number) => `Keeps ${days(n)}`,
    cost: (money: string) => `Costs ${money} each`,
    assumed: 'until you say otherwise',
    notTold: (list: string) => `Not told: ${list}`,
    missing: { pack: 'pack', minimum: 'minimum', shelf: 'shelf life', cost: 'cost' },
    change: (examples: string) => `Change: ${examples}`,
    examples: (name: string) =>
      name === ''
        ? '*delivery 3 days* · *order every 7 days*'
        : `*delivery ${name} 3 days* · *1 bunch ${name} = 20* · *${name} keeps 5 days* · *cost ${name} 8000*`,
  },

  advice: {
    packs: (said: string, amount: string) => `${said} (${amount})`,
    pack: (count: string, name: string) => packs(count, name),
    lead: (n: number) => `delivery ${days(n)}`,
    shelf: (n: number) => `keeps ${days(n)}`,
    onOrder: (amount: string) => `${amount} on order`,
    cover: (n: number) => (n === 0 ? 'lasts under a day' : `lasts ${days(n)}`),
    recount: 'please count again',
    whyButton: (amount: string) => `Why ${amount}?`,
    period: (lead: number, review: number) =>
      `delivery ${whole(lead, 'en')} + next order ${whole(review, 'en')}`,
    sales: (perDay: string, n: number, sum: string) =>
      `Sells ±${perDay} a day × ${days(n)} ≈ ${sum}`,
    safety: (amount: string, level: string) =>
      `+ ${amount} for busy days (enough in ${level} of cases)`,
    minusOnHand: (amount: string) => `− ${amount} left`,
    minusUsable: (usable: string, left: string) => `− ${usable} still good (of ${left} left)`,
    minusOnOrder: (amount: string) => `− ${amount} on order`,
    needed: (amount: string) => `= ${amount}`,
    toPacks: (said: string, size: string) => `→ ${said} of ${size}`,
    toMinimum: (amount: string) => `→ ${amount}, the least that can be ordered`,
    overShelf: (n: number) =>
      `More than usually sells in the ${days(n)} it keeps: buy less if you can.`,
    levels: (levels: string, amounts: string) => `To be enough in ${levels} of cases: ${amounts}`,
    because: (level: string, why: string) => `${level} because ${why}`,
    why: {
      told: 'price and cost say so',
      perishable: 'it does not keep',
      important: 'it is one of your best earners',
      normal: 'that is usual',
    },
    basis: (until: string) => `Based on: sales up to ${until}`,
    basisStock: (counted: string) => `stock counted ${counted}`,
    assumed: (lead: number, review: number) =>
      `assumed: delivery ${days(lead)}, an order every ${days(review)}`,
    stale: 'Sales after that are missing: send the newest file.',
    tellStock: (example: string) => `Tell me what is left and I take it off: ${example}`,
    surplus: (list: string) => `Too much: ${list}`,
    over: (name: string, left: string, n: number) => `${name} (${left} left, lasts ${days(n)})`,
    overMany: (name: string, left: string) => `${name} (${left} left, lasts over a year)`,
    dead: (name: string, left: string, n: number) =>
      `${name} (${left} left, ${days(n)} without a sale)`,
    markdown: (list: string) => `Mark down: ${list}`,
    marked: (name: string, left: string, cover: number, shelf: number) =>
      `${name} (${left} left, enough for ${days(cover)}, good for ${whole(shelf, 'en')})`,
    class: (abc: string, steadiness: string) => `class ${abc}, ${steadiness}`,
    steadiness: {
      X: 'sells steadily',
      Y: 'sells in ups and downs',
      Z: 'sells irregularly',
    },
  },

  profit: {
    title: (when: string, money: string) => `${when}: profit ${money}`,
    sum: (revenue: string, cost: string) => `Sales ${revenue} − cost of goods ${cost}`,
    margin: (percent: string) => `Margin ${percent}, before rent, wages and other expenses`,
    part: (known: number, all: number, percent: string) =>
      `Only ${whole(known, 'en')} of ${whole(all, 'en')} products with a known cost (${percent} of sales)`,
    best: (list: string) => `Most profit: ${list}`,
    loss: (list: string) => `Sold below cost: ${list}`,
    how: (example: string) => `Add a cost: ${example}`,
    howExample: (name: string) => `cost ${name} 8000`,
    howTitle: 'How to add costs',
    howLine: (example: string) => `For one: ${example}`,
    howPack: (example: string) => `For a pack: ${example}`,
    howPackExample: (name: string) => `cost ${name} 160k per bunch`,
    howFile: 'Many products? Send a list (CSV/Excel) with the columns *product*, *stock*, *cost*.',
  },
}
