import { whole } from './numbers.ts'

const count = (n: number, one: string, many: string): string =>
  `${whole(n, 'en')} ${n === 1 ? one : many}`

/** What stands in the pictures and under them. */
export const picturesEn = {
  /** What the picture shows, for those who do not open it or cannot see it. */
  shows: (what: string) => `🖼️ The picture: ${what}`,
  numbered: {
    product: (no: number) => `Product ${whole(no, 'en')}`,
    branch: (no: number) => `Branch ${whole(no, 'en')}`,
    variant: (no: number) => `Kind ${whole(no, 'en')}`,
  },
  is: (label: string, name: string) => `${label}: ${name}`,
  others: (n: number) => count(n, 'other', 'others'),
  forecast: (n: number) => `Forecast, ${count(n, 'day', 'days')}`,
  trend: {
    money: (span: string) => `Net sales a day, ${span}`,
    units: (span: string) => `Items sold a day, ${span}`,
    shows: (span: string) => `sales day by day, ${span}`,
    marks: (n: number) => `${count(n, 'unusual day', 'unusual days')} marked`,
    ahead: (n: number) => `a forecast for ${count(n, 'day', 'days')}`,
  },
  products: {
    headline: (n: number) => `Top ${count(n, 'product', 'products')}`,
    part: (n: number, percent: string) =>
      n === 1
        ? `That is ${percent} of all sales.`
        : `These ${whole(n, 'en')} are ${percent} of all sales.`,
    shows: (n: number, most: string, least: string) =>
      n === 1 ? `one product, ${most}` : `${whole(n, 'en')} products, from ${most} to ${least}`,
  },
  branches: {
    money: (span: string) => `Net sales and share, ${span}`,
    units: (span: string) => `Items sold and share, ${span}`,
    gap: (first: string, last: string, times: string) => `${first} brings ${times} times ${last}.`,
    shows: (n: number, first: string, last: string) =>
      n === 1
        ? `one branch, ${first}`
        : `${whole(n, 'en')} branches, from ${first} down to ${last}`,
  },
  hours: {
    title: (when: string, amount: string) => `Busiest: ${when}, ${amount} on average`,
    peak: (hours: string, percent: string) =>
      `Over the whole week ${hours} brings ${percent} of all sales.`,
    headline: (when: string) => `Busiest: ${when}`,
    note: {
      money: (span: string) => `Average net sales an hour, ${span}`,
      units: (span: string) => `Average items sold an hour, ${span}`,
      sales: (span: string) => `Average number of sales an hour, ${span}`,
    },
    sales: (n: string) => `${n} sales`,
    shows: (from: string, to: string) =>
      `every hour of the week from ${from} to ${to}, the darker the busier`,
    none: 'Your files have no *times*, so I cannot say which hour is busy.',
    noneNext: 'Choose an export with the time of each sale, then send it.',
  },
  overview: {
    headline: (span: string, amount: string) => `${span}: ${amount}`,
    months: { money: 'Net sales a month', units: 'Items a month' },
    branches: { money: 'Net sales a branch', units: 'Items a branch' },
    products: (n: number) => `Top ${count(n, 'product', 'products')}`,
    best: (month: string, amount: string) => `Best month: ${month}, ${amount}`,
    partial: 'A dashed column is a month that is not whole.',
    shows: (parts: string) => `the shop by ${parts}`,
    parts: { months: 'months', branches: 'branches', products: 'best products' },
  },
}
