import { type ColumnFacts, ofSense, type TableFacts } from './facts.ts'
import { currencyOf } from './numbers.ts'

/**
 * True when the money of a file is in two currencies: by the marks in its cells, or by a column that
 * names them. Such amounts cannot be added up, however alike they look.
 */
export const isMixed = (facts: TableFacts, money: readonly (ColumnFacts | null)[]): boolean => {
  const known = money.filter((column) => column !== null)
  if (known.length === 0) return false
  const marked = known.map(({ numbers }) => currenciesIn(numbers.marks, numbers.hasCents))
  return marked.some((codes) => codes.size > 1) || namedCurrencies(facts).size > 1
}

const currenciesIn = (marks: readonly string[], hasCents: boolean): Set<string> =>
  new Set(marks.map((mark) => currencyOf(mark, '', hasCents) ?? mark))

/** The only currency that a column such as `Currency` names; null for none or several. */
export const namedCurrency = (facts: TableFacts): string | null => {
  const [only, ...others] = namedCurrencies(facts)
  return others.length === 0 ? (only ?? null) : null
}

const namedCurrencies = ({ columns, header, table }: TableFacts): Set<string> => {
  const column = ofSense({ columns, header, table, currency: null }, 'currency')[0]
  const codes = column?.column.values.filter((_, code) => (column.counts[code] ?? 0) > 0) ?? []
  return new Set(codes.flatMap((text) => currencyOf(text.trim().toUpperCase(), '', false) ?? []))
}
