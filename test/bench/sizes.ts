/** How big a bench is made; smaller ones show that it runs. */
export type Sizes = {
  readonly lines: number
  readonly shops: readonly number[]
  readonly years: readonly number[]
}

const WHOLE: Sizes = { lines: 1_000_000, shops: [1, 10, 100, 1000], years: [1, 3, 10] }

/** Reads `lines=20000`, `shops=1,10` and `years=1` (`shops=`: none); what is not given is as big as it gets. */
export const sizesFrom = (given: readonly string[]): Sizes => {
  const said = new Map(given.map((each) => [each.split('=')[0], each.split('=')[1]]))
  const stray = [...said.keys()].find((name) => name === undefined || !(name in WHOLE))
  if (stray !== undefined) throw new Error(`“${stray}” is no size: lines=…, shops=…, years=…`)
  const numbers = (name: 'shops' | 'years'): readonly number[] =>
    said.get(name)?.split(',').filter(Boolean).map(Number) ?? WHOLE[name]
  return {
    lines: Number(said.get('lines') ?? WHOLE.lines),
    shops: numbers('shops'),
    years: numbers('years'),
  }
}
