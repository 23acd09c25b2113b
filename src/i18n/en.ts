import { askedEnglish } from './asked-en.ts'
import { dashboardEnglish } from './dashboard-en.ts'
import { documentEn } from './document-en.ts'
import { goodsEn } from './goods-en.ts'
import { modelEnglish } from './model-en.ts'
import { whole } from './numbers.ts'
import { peopleEnglish } from './people-en.ts'
import { picturesEn } from './pictures-en.ts'
import { proofEn } from './proof-en.ts'
import { soldEn } from './sold-en.ts'
import { speakingEnglish } from './speaking-en.ts'
import { watchEnglish } from './watch-en.ts'

/** What we say in English, and the shape every other language has to fill. */
export type Messages = typeof en

const count = (n: number, one: string, many: string): string =>
  `${whole(n, 'en')} ${n === 1 ? one : many}`

export const en = {
  languageName: 'English',

  /** Button titles, at most 20 characters. */
  buttons: {
    menu: 'Menu',
    summary: 'Summary',
    forecast: 'Forecast',
    sevenDays: '7 days',
    restock: 'Restock',
    restockWhy: 'Why these numbers?',
    products: 'Products',
    chart: 'Chart',
    why: 'Why?',
    whyUp: 'Why up?',
    whyDown: 'Why down?',
    uploads: 'My files',
    sample: 'See a sample',
    exportHelp: 'How to export',
    help: 'Help',
    undo: 'Undo',
    undoLatest: 'Undo the latest',
    undoFile: 'Undo this file',
    replaceDays: 'Replace these days',
    otherLanguage: 'Bahasa Indonesia',
    closed: 'Shop was closed',
    normal: 'That is normal',
    promo: 'We had a promo',
    mute: 'Do not remind me',
    details: 'See details',
    deleteData: 'Delete all data',
    deleteConfirm: 'Yes, delete all',
    keep: 'No, keep it',
    sales: 'Sales',
    stock: 'Stock',
    changeStock: 'Change stock',
    ordered: 'Ordered',
    knownStock: 'See stock',
    newProduct: 'New product',
    supply: 'Supply terms',
    costHow: 'How to add costs',
    countRows: 'Count them',
    leaveOut: 'Leave them out',
    countOnce: 'Count once',
    newToken: 'New token',
    tokens: 'My tokens',
    eventTomorrow: 'Event tomorrow',
    chartTrend: 'Day chart',
    chartProducts: 'Product chart',
    chartBranches: 'Branch chart',
    chartHours: 'Hour chart',
    chartOverview: 'Full chart',
    reportPdf: 'PDF report',
    reportExcel: 'Excel report',
  },
  seeRows: (n: number) => `See ${count(n, 'row', 'rows')}`,

  welcome: {
    hello: 'Hi 👋 I keep an eye on your shop’s sales.',
    sendFile: (file: string) =>
      `Send the ${file} from your till (CSV/Excel) into this chat. I read it out right away.`,
    file: 'sales file',
    privacy: (command: string) => `The data is for your shop only. Type ${command} any time.`,
    deleteCommand: 'delete data',
    helloAgain: 'Hi 👋 Ready when you are.',
    ask: 'Ask away, for example: *sales yesterday* or *restock*.',
  },

  /** Periods by the name they were asked with. */
  periods: {
    today: 'today',
    yesterday: 'yesterday',
    week: 'this week',
    month: 'this month',
    'last-week': 'last week',
    'last-month': 'last month',
  },

  basis: {
    line: (parts: string) => `Based on: ${parts}`,
    sales: (n: number) => count(n, 'sale', 'sales'),
    branches: (n: number) => count(n, 'branch', 'branches'),
    until: (clock: string) => `up to ${clock}`,
  },

  receipt: {
    read: (file: string) => `✅ ${file} is in`,
    sales: (n: number) => count(n, 'sale', 'sales'),
    items: (quantity: string) => `${quantity} items`,
    branches: (n: number) => count(n, 'branch', 'branches'),
    products: (n: number) => count(n, 'product', 'products'),
    skipped: (n: number, reasons: string) => `${count(n, 'row', 'rows')} skipped (${reasons})`,
    reason: (n: number, reason: string) => `${whole(n, 'en')} ${reason}`,
    totals: (n: number) => `${count(n, 'TOTAL row', 'TOTAL rows')} not counted`,
    refunds: (gross: string, refunds: string, n: number) =>
      `Net: gross ${gross} minus refunds ${refunds} (${count(n, 'row', 'rows')})`,
    refundRows: (n: number) => `Including ${count(n, 'refund row', 'refund rows')}`,
    noMoney: 'No price column, so revenue cannot be worked out yet.',
    noQuantity: 'No quantity column, so units sold cannot be worked out yet.',
    nothing: (file: string) => `🙏 ${file} opened, but not one row could be counted`,
    nothingNext: 'Look at the skipped rows, fix the file and send it again.',
    again: (when: string) => `This file came in ${when}, so *nothing is counted twice* 👍`,
    allKnown: 'Everything in this file was already here, so *nothing is counted twice* 👍',
    shared: (n: number) =>
      `${count(n, 'of its days already has', 'of its days already have')} other sales; these were added on top. If it is a *correction*, tap Replace these days.`,
    added: (n: number) => `${count(n, 'new sale', 'new sales')} added.`,
    overlap: (n: number) =>
      `${count(n, 'row was', 'rows were')} already here, so *not counted twice* 👍`,
  },

  problems: {
    'no-date': 'no date',
    'bad-date': 'unreadable date',
    'bad-number': 'unreadable number',
    'no-product': 'no product',
    'no-amount': 'no amount',
    'broken-line': 'broken row',
    'out-of-range': 'impossible value',
    'not-sold': 'not paid or cancelled',
    'left-out': 'left out, as you said',
  },

  when: {
    justNow: 'just now',
    earlyToday: 'early this morning',
    morning: 'this morning',
    midday: 'around midday',
    afternoon: 'this afternoon',
    evening: 'this evening',
    yesterday: 'yesterday',
    on: (day: string) => `on ${day}`,
  },

  refused: {
    title: (file: string) => `🙏 ${file} cannot be read yet`,
    unnamed: 'This file',
    reasons: {
      empty: {
        what: 'The file is empty.',
        next: 'Export it again from the till and send it here.',
      },
      'html-page': {
        what: 'It is a web page, not a data file. That happens when the download was not signed in.',
        next: 'Sign in to your till, download the CSV or Excel file, then send that one.',
      },
      pdf: {
        what: 'A PDF is a picture of a report, its numbers cannot be read safely.',
        next: 'In the same export menu choose *CSV* or *Excel*, then send that one.',
      },
      image: {
        what: 'It is a picture, and numbers read from a picture can be wrong.',
        next: 'Send the *CSV* or *Excel* file from your till.',
      },
      spreadsheet: {
        what: 'This spreadsheet is damaged, locked with a password, or of a kind I cannot open.',
        next: 'Save it as *.xlsx* or *CSV* without a password, then send that one.',
      },
      archive: {
        what: 'It is a packed file that is locked or holds more than one file.',
        next: 'Send the one sales file; a ZIP with just that file inside works too.',
      },
      binary: {
        what: 'There is no table inside.',
        next: 'Send the sales export from your till as *CSV* or *Excel*.',
      },
      'no-header': {
        what: 'I cannot find the row with the column names.',
        next: 'Make the first row the names, such as: date, product, quantity, price.',
      },
      'no-date-column': {
        what: 'There is no *date* column, so the sales have no day.',
        next: 'Choose the *sales detail* report (one row per item, with its date) and send it.',
      },
      'no-sales-column': {
        what: 'There is no *quantity* and no *price* column.',
        next: 'Choose the *sales detail* report with quantity or price, then send it.',
      },
      'not-sales': {
        what: 'This looks like something other than sales, such as a stock list.',
        next: 'Send the report of *sales* or *transactions* from your till.',
      },
      purchases: {
        what: 'This lists what the shop bought from suppliers, not what it sold.',
        next: 'Send the report of *sales* or *transactions* from your till.',
      },
      'mixed-currencies': {
        what: 'It has amounts in more than one currency, and those cannot be added up.',
        next: 'Export one currency at a time, then send your shop’s own.',
      },
      'too-big': {
        what: 'The file is too big for one go.',
        next: 'Export it month by month and send the parts; nothing is counted twice.',
      },
      'other-currency': {
        what: 'Its money is in another currency than your shop’s, and the two cannot be added up.',
        next: 'Send the export in your shop’s own currency.',
      },
      'not-fetched': {
        what: 'WhatsApp did not hand the file over.',
        next: 'Send it once more, please. Nothing was counted.',
      },
    },
  },

  question: {
    'date-order': (example: string) => `In this file, what does ${example} mean?`,
    'money-column': () => 'Which column is the money you received?',
    sheet: () => 'Which sheet holds the sales?',
    year: (example: string) => `Which year is ${example} in this file?`,
    'sales-or-stock': (example: string) => `What does ${example} count in this file?`,
    'stated-total': (example: string) =>
      `The file’s own total and its rows do not agree: ${example}. Rows may be missing, so nothing is counted yet. Count the rows as they are, or send the complete file?`,
    'repeated-sales': (example: string) =>
      `Receipt ${example} has the same sale on several rows, and only the payment differs. Does each sale count once?`,
    'running-total': (example: string) =>
      `The amounts under ${example} only ever grow, like a running total; adding those up would count sales again and again. Nothing is counted yet. Is each row its own sales?`,
    'odd-lines': (example: string) =>
      `Rows such as ${example} are unlike the other sales in this file. Do they count as sales?`,
    'many-skipped': (example: string) =>
      `I cannot read ${example} rows of this file, so nothing is counted yet. Count the others, or send another export?`,
  },

  compare: {
    up: (percent: string, what: string) => `▲ ${percent} on ${what}`,
    down: (percent: string, what: string) => `▼ ${percent} on ${what}`,
    flat: (what: string) => `≈ Level with ${what}`,
    weekday: (day: string, money: string) => `a usual ${day} (${money})`,
    previous: (money: string) => `the period before (${money})`,
    elapsed: (what: string, until: string) => `${what}, both up to ${until}`,
    running: 'Still running, so not compared yet.',
  },

  summary: {
    title: (when: string, amount: string) => `${when}: ${amount}`,
    itemsSold: (quantity: string) => `${quantity} items sold`,
    noMoney: 'Revenue is unknown: the file has no price column.',
    refunds: (gross: string, refunds: string, n: number) =>
      `Net: gross ${gross} minus refunds ${refunds} (${count(n, 'row', 'rows')})`,
    best: (name: string, amount: string) => `Best seller: ${name}, ${amount}`,
    sold: (quantity: string) => `${quantity} sold`,
    rising: (name: string, gain: string) => `Rising: ${name} +${gain}`,
    slow: (name: string, how: string) => `Slowing: ${name}, ${how}`,
    quietDays: (n: number) => `no sale for ${count(n, 'day', 'days')}`,
    quietWeeks: (n: number) => `no sale for ${count(n, 'week', 'weeks')}`,
    least: (name: string, quantity: string) => `Sells least: ${name}, ${quantity} in 28 days`,
    branches: (shares: string) => `Branches: ${shares}`,
    variant: (kind: string, name: string) => `Favourite ${kind}: ${name}`,
    variantKind: 'variant',
    more: (n: number) => `+${whole(n, 'en')} more`,
    trendUp: (percent: string) => `4-week trend: ▲ ${percent}`,
    trendDown: (percent: string) => `4-week trend: ▼ ${percent}`,
    trendFlat: '4-week trend: steady',
  },

  products: {
    title: (name: string, amount: string) => `${name} sells best: ${amount}`,
    none: 'The file names no products, so I cannot rank them.',
  },

  branches: {
    title: (name: string, money: string, share: string) => `${name} leads: ${money} (${share})`,
    none: 'The file has no branch column, so all sales count as one shop.',
    noneNext: 'Choose an export with the branch or outlet, and I will split them.',
  },

  forecast: {
    tomorrow: (day: string) => `Tomorrow (${day})`,
    today: (day: string) => `Today (${day})`,
    days: (n: number) => `Next ${count(n, 'day', 'days')}`,
    items: (range: string) => `${range} items`,
    about: (amount: string) => `about ${amount}`,
    likely: (amount: string) => `Most likely ${amount}`,
    revenue: (range: string) => `revenue ${range}`,
    scoreDay: (day: string) => `Last ${day}`,
    score: (day: string, range: string, actual: string) =>
      `${day} I said ${range}, you sold ${actual}`,
    missed: 'so that one missed',
    closed: 'closed',
    usuallyClosed: (day: string) => `${day}: usually closed`,
    nextOpen: (day: string, amount: string) => `Next open day, ${day}: ${amount}`,
    toldClosed: (day: string) => `${day}: closed, as you told me`,
    holidayClosed: (day: string, name: string) => `${day}: ${name}, you usually close then`,
    yearlyClosed: (day: string) => `${day}: probably closed, as last year`,
    event: (note: string) => `Event that day${note}: the first I know of, so the range is wide.`,
    eventUsual: (note: string, percent: string) => `Event that day${note}: usually ${percent}.`,
    occasion: (name: string, percent: string) => `${name}: usually ${percent}.`,
    firstOccasion: (name: string) => `First ${name} in your data, so the range is wide.`,
    more: (percent: string) => `${percent} more`,
    less: (percent: string) => `${percent} less`,
    asleep: (name: string) => `${name} has stopped selling, so I expect none.`,
    rare: (name: string) => `${name} sells less than once in ten days.`,
    young: (name: string) => `${name} is new, so take it as rough.`,
    of: (name: string, amount: string) => `${name} ${amount}`,
    tested: (day: string, range: string, actual: string) =>
      `Tested on ${day}: ${range}, you sold ${actual}`,
    beyond: (n: number) => `I look ahead ${count(n, 'day', 'days')} at most.`,
    rough: 'Little history yet, so take it as rough.',
    weeks: (n: number) => count(n, 'week', 'weeks'),
    openDays: (n: number) => count(n, 'open day', 'open days'),
    basis: (history: string, until: string) => `Based on: ${history} up to ${until}.`,
    noEvents: 'Special events not included.',
    tooLittle: 'Not enough history to forecast yet.',
    tooLittleNext: 'Send older sales files, two weeks or more. The longer, the better.',
  },

  /** What the owner says about days. */
  days: {
    noted: (what: string) => `🗓️ Noted: ${what}`,
    sentence: (when: string, what: string) => `${when}: ${what}`,
    closed: 'closed',
    open: 'open',
    event: 'event',
    branch: (name: string) => `${name} branch`,
    closedAhead: 'I expect nothing that day, and will not ask why it is empty.',
    openAhead: 'I will forecast it like a trading day.',
    eventAhead: 'I widen that day’s range, and it will not count as a usual day.',
    past: 'Left out of what I call usual.',
    list: 'Special days I know',
    none: 'No special days noted.',
    how: 'Just type: *closed tomorrow* or *event on Saturday*.',
    forgotten: (what: string) => `↩️ Taken back: ${what}`,
    gone: 'That was taken back before, nothing changed.',
    unknownBranch: (name: string, known: string) =>
      `I do not know a branch called “${name}”. There is: ${known}.`,
    noBranches: (name: string) => `Your files name no branches, so I cannot find “${name}”.`,
    wasClosed: (when: string) => `${when}: closed, as you told me`,
    wasEvent: (note: string) => `There was an event${note}, so not a usual day.`,
  },

  restock: {
    order: (n: number) => `Order today: ${count(n, 'item', 'items')}`,
    prepare: (n: number, days: number) =>
      `Have ready for ${count(days, 'day', 'days')}: ${count(n, 'item', 'items')}`,
    onHand: (quantity: string) => `${quantity} left`,
    perDay: (quantity: string) => `sells ±${quantity}/day`,
    more: (n: number) => `+${whole(n, 'en')} more`,
    reduce: (names: string) => `Order less: ${names}`,
    reduced: (name: string, now: string, before: string) => `${name} (${now}, was ${before})`,
    reducedQuiet: (name: string, quiet: string) => `${name} (${quiet})`,
    enough: 'Stock is fine, nothing to order today',
    whyTitle: (name: string, amount: string) => `Why ${amount} ${name}?`,
    whyRecent: (days: number, quantity: string) =>
      `Last ${count(days, 'day', 'days')}: ${quantity} sold`,
  },

  watch: watchEnglish,
  asked: askedEnglish,
  model: modelEnglish,
  speaking: speakingEnglish,

  alert: {
    shop: 'Sales',
    branch: (name: string) => `${name} branch`,
    down: (who: string, money: string) => `${who} down ${money}`,
    up: (who: string, money: string) => `${who} up ${money}`,
    zero: (who: string) => `${who}: no sales`,
    yesterday: 'yesterday',
    today: 'today',
    on: (day: string) => `on ${day}`,
    usual: (actual: string, day: string, range: string) =>
      `${actual}; a ${day} is usually ${range}`,
    usualOnly: (day: string, range: string) => `a ${day} is usually ${range}`,
    downTo: (what: string, actual: string) => `${what} to ${actual}`,
    zeroAsk: 'Closed, or is a file still missing?',
    othersNormal: 'The other branches are normal.',
    labelled: {
      closed: 'Noted: *shop was closed*. That day no longer counts as a normal day.',
      normal: 'Noted: *normal*. That day stays part of what is usual for your shop.',
      promo: 'Noted: *a promo*. That day no longer counts as a normal day.',
      mute: 'Fine, no more reminders about this one.',
    },
    gone: 'That alert is no longer here. The latest numbers are in the summary.',
  },

  why: {
    up: (when: string, money: string) => `${when}: up ${money}`,
    down: (when: string, money: string) => `${when}: down ${money}`,
    flat: (when: string) => `${when}: about as usual`,
    against: (actual: string, expected: string) => `${actual}, usually ${expected}`,
    causes: (list: string) => `Biggest reason: ${list}`,
    slice: (who: string, actual: string, expected: string) =>
      `${who} ${actual} (usually ${expected})`,
    half: 'half',
    fewerBuyers: (percent: string) => `number of buyers down by ${percent}`,
    moreBuyers: (percent: string) => `number of buyers up by ${percent}`,
    smallerBasket: (percent: string) => `spending per buyer down by ${percent}`,
    biggerBasket: (percent: string) => `spending per buyer up by ${percent}`,
    rest: (percent: string) => `The other ${percent} comes from other changes.`,
    buyers: 'the number of buyers',
    basket: 'the amount a buyer spends',
    noCause: 'No single product or branch stands out.',
    unknown: 'There is no comparable day yet, so I cannot say why.',
    unknownNext: 'Send older sales files and I can compare.',
  },

  report: {
    title: (when: string) => `Report ${when}`,
    summary: 'Summary',
    stock: 'Stock',
    story: 'In short',
    alert: 'Alert',
    best: (name: string) => `best seller ${name}`,
    restock: (list: string) => `add ${list}`,
    reduce: (list: string) => `order less ${list}`,
    stockFine: 'nothing urgent',
    noAlert: 'nothing unusual',
    noForecast: 'not enough history yet',
  },

  narrative: {
    good: 'A good result, above the usual.',
    weak: 'Quieter than usual.',
    steady: 'About as usual.',
    none: 'Too early to tell a story; more files will help.',
    best: (name: string) => `${name} is what buyers want most.`,
    rising: (name: string) => `${name} is on the rise, keep it in sight.`,
    slow: (name: string) => `${name} is slowing down; a small promo may help.`,
    branch: (name: string) => `${name} carries most of the sales.`,
    trendUp: 'The last four weeks point upward.',
    trendDown: 'The last four weeks point down, so go easy on stock.',
  },

  chart: {
    zero: 'no sales',
  },

  token: {
    title: (n: number) => count(n, 'API token', 'API tokens'),
    none: 'No API tokens yet.',
    what: 'With a token your till or website sends its sales by itself, without the chat.',
    made: (day: string) => `made ${day}`,
    used: (day: string) => `last used ${day}`,
    unused: 'never used',
    until: (day: string) => `until ${day}`,
    untilDay: (day: string) => `It works until ${day}.`,
    more: (n: number) => `+${count(n, 'more', 'more')}`,
    revokeHint: 'To end one: *token delete 1*',
    fresh: (name: string) => `New token: ${name}`,
    once: 'Shown only this once. Put it into the program, then delete this message.',
    notKept: '(the key itself is not kept; lost it? type *new token*)',
    use: 'How to send sales with it: see /docs on your Shopbell address.',
    gone: (name: string) => `The token ${name} opens nothing any more.`,
    unknown: 'There is no token with that number. See the list and try again.',
    full: (max: number) => `There are ${max} tokens already. End one you no longer use first.`,
  },

  uploads: {
    title: (n: number) => `${count(n, 'file', 'files')} in`,
    undone: 'undone',
    none: 'No files yet.',
    noneNext: 'Send a sales file from your till (CSV/Excel) into this chat.',
    next: 'Sent the wrong one? Undo it, the numbers go back to before.',
    more: (n: number) => `+${count(n, 'older file', 'older files')}`,
  },

  stock: {
    noted: (file: string, n: number) =>
      `${file} is a stock list: ${count(n, 'product', 'products')} noted`,
    skipped: (n: number) => `${count(n, 'row', 'rows')} without product or number left out`,
    notSales: 'Nothing of it counts as sales. Restock advice now takes off what you have.',
  },

  goods: goodsEn,
  sold: soldEn,
  proof: proofEn,
  people: peopleEnglish,
  dashboard: dashboardEnglish,
  pictures: picturesEn,
  document: documentEn,

  replace: {
    done: (file: string, days: string) => `🔁 ${days} now counts from ${file} alone`,
    next: 'A slip? Undo the file, and the earlier one counts again.',
  },

  undo: {
    done: (file: string) => `↩️ ${file} is undone`,
    removed: (sales: string) => `${sales} taken out again.`,
    removedWithMoney: (sales: string, money: string) => `${sales}, ${money} taken out again.`,
    next: 'Changed your mind? Just send the file again.',
    nothing: 'There is no file to undo.',
    already: (file: string) => `${file} was already undone, nothing changed.`,
  },

  rows: {
    sheet: {
      name: 'Skipped rows',
      line: 'Row',
      reason: 'Why',
      column: 'Column',
      value: 'Value',
      text: 'As written',
      file: (base: string) => `${base} - skipped rows.xlsx`,
    },
    firstOnly: (n: number) => `The sheet holds the first ${whole(n, 'en')}.`,
    title: (n: number, file: string) => `${count(n, 'row', 'rows')} skipped in ${file}`,
    row: (n: number, problem: string) => `Row ${whole(n, 'en')}: ${problem}`,
    cell: (reason: string, column: string, value: string) => `${reason} (${column}: “${value}”)`,
    line: (reason: string, text: string) => `${reason} (“${text}”)`,
    more: (n: number) => `+${count(n, 'more row', 'more rows')}`,
    next: 'Fix them in the file and send it again: what is already in is not counted twice.',
    none: (file: string) => `No rows were skipped in ${file}.`,
  },

  exportHelp: {
    title: 'How to get the file from your till',
    steps: [
      'Open *Reports > Sales detail* (or *Transactions*) in your till’s back office.',
      'Choose the dates, a month or more if you can.',
      'Tap *Export* and choose *CSV* or *Excel*.',
      'Share the file into this chat.',
    ],
    columns: 'I need a date, a product, and a quantity or price. Branch and colour are a bonus.',
  },

  sample: {
    loaded: 'This is a sample shop, not yours. Look around, then send your own file.',
    gone: 'The sample shop is gone: from now on only your own figures count.',
  },

  help: {
    title: 'Just type what you want to know',
    examples: [
      '*sales yesterday* · *this month* · *last monday*',
      '*forecast tomorrow* · *restock* · *stock roses 120*',
      '*products* · *branches* · *why down* · *proof*',
      '*sold 3 roses 15* · *undo* · *files* · *team* · *shop* · *export*',
      '*schedule daily at 8* · *alerts* · *stop* · *ai* · *dashboard*',
    ],
    send: 'New sales file? Send it here, any time.',
    contact: (contact: string) => `Talk to a person: ${contact}`,
  },

  menu: {
    title: 'What would you like to see?',
    next: 'Pick from the list, or type its number or name.',
    titles: {
      summary: 'Summary',
      forecast: 'Forecast',
      restock: 'Restock',
      products: 'Products',
      branches: 'Branches',
      chart: 'Chart',
      report: 'Full report',
      why: 'Why up or down',
      uploads: 'My files',
      help: 'Help',
    },
    descriptions: {
      summary: 'Sales of a day, week or month',
      forecast: 'What will sell tomorrow',
      restock: 'What to order, what to slow down',
      products: 'Best and slowest sellers',
      branches: 'Branch against branch',
      chart: 'Sales in one picture',
      report: 'Everything in one message',
      why: 'Why sales went up or down',
      uploads: 'Files you sent, undo one',
      help: 'Examples, and a person to talk to',
    },
  },

  language: {
    changed: 'Done, English from now on 👍',
    question: 'Which language?',
  },

  thanks: {
    text: 'You are welcome 🙏',
    next: 'The next file or question, any time.',
  },

  unclear: {
    text: (text: string) => `I did not get “${text}”.`,
    partly: (known: string, unknown: string) =>
      `I understood ${known}, but I cannot look up “${unknown}” yet.`,
    known: {
      summary: 'sales',
      forecast: 'forecast',
      restock: 'restock',
      products: 'products',
      branches: 'branches',
      chart: 'chart',
      report: 'report',
      why: 'why',
    },
    next: 'I only talk about this shop’s sales. Try: *sales yesterday*',
    nextWhole: 'For the whole shop I can answer. Tap one below:',
    menu: 'Let us do it this way: pick one from the menu.',
    contact: (contact: string) => `Sorry, I still do not get it. A person can help: ${contact}`,
    noContact: 'Sorry, I still do not get it. The menu shows everything I can do.',
  },

  unreadable: {
    voice: 'I cannot listen to voice notes yet.',
    other: 'I cannot read this kind of message.',
    nextText: 'Type it instead, for example: *sales yesterday*',
  },

  tooBig: {
    what: 'This file is too big for WhatsApp to hand over.',
    next: 'Export it month by month and send the parts; nothing is counted twice.',
  },

  tooFast:
    'That is a lot at once 🙏 I am answering what came first. From here on nothing is read; please send it again in *a minute*.',
  stranger: 'Hello 🙏 This number serves registered shops only, so I cannot show anything here.',

  setAside: {
    what: (n: number) => `🙏 I failed ${n} times on one message of yours and put it aside.`,
    safe: 'Nothing is lost: the data already in is safe, and the message is kept.',
    next: 'Please send it once more.',
    contact: (contact: string) => `If it fails again: ${contact}`,
  },

  noData: {
    yet: 'There are no sales here yet, so there is nothing to work out.',
    yetNext: 'Send the *sales file* from your till (CSV/Excel) and I read it out right away.',
    period: (when: string) => `No data for ${when}`,
    known: (span: string) => `What I have: ${span}.`,
    periodNext: 'Send that period’s file, or look at another day.',
    cost: (cost: string) => `I have no ${cost} data, so profit cannot be worked out yet.`,
    costWord: 'cost',
    revenue: (when: string, amount: string) => `Revenue ${when} is ${amount}.`,
  },

  privacy: {
    what: 'The data you send is *for your shop only*.',
    kept: 'Kept: your sales rows, the names of your files, and this chat.',
    notShared: 'Not sold, not shown to other shops. Every number comes from your own rows.',
    next: 'To delete everything, tap the button below.',
  },
}
