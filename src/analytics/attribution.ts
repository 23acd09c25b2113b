/** One product in one branch over the span: what it brought, what it should have, and how unsure that is. */
export type Leaf = {
  readonly branch: string | null
  /** Null: what no named product accounts for; it belongs to its branch and can be no reason itself. */
  readonly product: string | null
  readonly actual: number
  readonly expected: number
  /** Variance of `actual` around `expected` on a usual day. */
  readonly variance: number
}

/** A set of leaves that moved by one factor. Both names null: everything. */
export type Slice = {
  readonly branch: string | null
  readonly product: string | null
  /** The slice brought so many times what was expected of it. */
  readonly factor: number
  readonly actual: number
  readonly expected: number
  /** Change explained: (factor - 1) x what was still expected of it. Deltas of all slices add up. */
  readonly delta: number
}

/** Three named reasons are read; a fourth is not. */
const SLICES_MAX = 3
/** Everything together may be taken out before, and again after, the first reason. */
const STEPS_MAX = SLICES_MAX + 2
/** A slice must explain more chi-square than chance would: 5, and 2 ln(rivals of its kind) for choosing. */
const PENALTY = 5

/**
 * Which slices explain the change best: everything, a branch, a product, or a product in one branch. For
 * each slice the factor k = sum(w f y) / sum(w f^2) by weighted least squares (w = 1 / variance) and the
 * chi-square it removes, (A - B)^2 / B with A = sum(w f y), B = sum(w f^2). Take the best, multiply its
 * expectations by k, repeat. Biggest money first.
 */
export const attribute = (unordered: readonly Leaf[]): Slice[] => {
  // In one order, so that ties fall the same way however the rows came.
  const leaves = [...unordered].sort(byName)
  const expected = leaves.map((leaf) => leaf.expected)
  const groups = slicesOf(leaves)
  const found: Slice[] = []
  // Everything together is no reason; it only clears the view on the others.
  while (found.length < STEPS_MAX && found.filter(isNamed).length < SLICES_MAX) {
    const best = bestOf(groups, leaves, expected)
    if (best === null) break
    let delta = 0
    for (const i of best.members) {
      const before = expected[i] ?? 0
      expected[i] = before * best.factor
      delta += before * (best.factor - 1)
    }
    found.push({
      branch: best.branch,
      product: best.product,
      factor: best.factor,
      actual: total(best.members, (i) => leaves[i]?.actual),
      expected: total(best.members, (i) => leaves[i]?.expected),
      delta,
    })
  }
  return found.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
}

const byName = (a: Leaf, b: Leaf): number => {
  const [left, right] = [`${a.branch}\n${a.product}`, `${b.branch}\n${b.product}`]
  if (left === right) return 0
  return left < right ? -1 : 1
}

const isNamed = ({ branch, product }: Slice): boolean => branch !== null || product !== null

type Group = {
  readonly branch: string | null
  readonly product: string | null
  readonly members: readonly number[]
  readonly penalty: number
}

type Named = Omit<Group, 'penalty'>

/** Every slice worth asking about; one that holds the same leaves as a simpler one is left out. */
const slicesOf = (leaves: readonly Leaf[]): Group[] => {
  const places = leaves.map((_, i) => i)
  const grouped = (key: (leaf: Leaf) => string | null) =>
    [...Map.groupBy(places, (i) => (leaves[i] ? key(leaves[i]) : null))].flatMap(
      ([name, members]) => (name === null ? [] : [{ name, members }]),
    )
  const branches = grouped(({ branch }) => branch).map(
    ({ name, members }): Named => ({ branch: name, product: null, members }),
  )
  const products = grouped(({ product }) => product).map(
    ({ name, members }): Named => ({ branch: null, product: name, members }),
  )
  const single = places.flatMap((i): Named[] => {
    const leaf = leaves[i]
    if (leaf === undefined || leaf.branch === null || leaf.product === null) return []
    return [{ branch: leaf.branch, product: leaf.product, members: [i] }]
  })
  const kinds: readonly (readonly Named[])[] = [
    [{ branch: null, product: null, members: places }],
    branches.length > 1 ? branches : [],
    products.length > 1 ? products : [],
    branches.length > 1 && products.length > 1 ? single : [],
  ]
  return kinds.flatMap((kind) =>
    kind.map(({ branch, product, members }) => ({
      branch,
      product,
      members,
      penalty: 2 * Math.log(kind.length) + PENALTY,
    })),
  )
}

const bestOf = (groups: readonly Group[], leaves: readonly Leaf[], expected: readonly number[]) => {
  let best: (Group & { readonly factor: number }) | null = null
  let most = 0
  for (const group of groups) {
    let [a, b] = [0, 0]
    for (const i of group.members) {
      const leaf = leaves[i]
      const mean = expected[i] ?? 0
      if (leaf === undefined || leaf.variance <= 0) continue
      a += (mean * leaf.actual) / leaf.variance
      b += (mean * mean) / leaf.variance
    }
    const gain = b > 0 ? (a - b) ** 2 / b - group.penalty : 0
    if (gain > most) {
      most = gain
      best = { ...group, factor: Math.max(0, a / b) }
    }
  }
  return best
}

const total = (members: readonly number[], of: (i: number) => number | undefined): number =>
  members.reduce((sum, i) => sum + (of(i) ?? 0), 0)
