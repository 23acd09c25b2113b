import { gammaln } from 'simple-statistics'

/**
 * Normal, Poisson and negative binomial figures to at least 1e-9. simple-statistics is not used for the
 * normal: its table and its probit err by 1e-3, which is a wrong order at a 95 % service level.
 */

/** Density of the standard normal. */
const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** From here on the continued fraction for the tail converges fast; below, the series does. */
const TAIL_FROM = 3
const TERMS_MAX = 200

/** Chance that a standard normal is at most z. Series and Laplace's continued fraction, error < 1e-14. */
export const normalCdf = (z: number): number => {
  if (Number.isNaN(z)) return Number.NaN
  const x = Math.abs(z)
  const upper = x < TAIL_FROM ? 0.5 - normalSeries(x) : normalTail(x)
  return z > 0 ? 1 - upper : upper
}

/** Chance that a standard normal exceeds z: keeps its digits far out, where 1 - cdf has none left. */
export const normalExceeds = (z: number): number => normalCdf(-z)

const normalSeries = (x: number): number => {
  let term = x
  let sum = x
  for (let k = 1; k < TERMS_MAX && term > sum * Number.EPSILON; k += 1) {
    term *= (x * x) / (2 * k + 1)
    sum += term
  }
  return sum * normalDensity(x)
}

const FRACTION_STEPS = 120

const normalTail = (x: number): number => {
  let denominator = x
  for (let k = FRACTION_STEPS; k >= 1; k -= 1) denominator = x + k / denominator
  return normalDensity(x) / denominator
}

const NEWTON_STEPS = 2

/**
 * The z which a standard normal stays under with this probability: Acklam's rational start (1e-9 on its
 * own) and two Halley steps, so about 1e-15. -Infinity at 0 and Infinity at 1.
 */
export const normalQuantile = (probability: number): number => {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN
  if (probability === 0) return Number.NEGATIVE_INFINITY
  if (probability === 1) return Number.POSITIVE_INFINITY
  if (probability > 0.5) return -normalQuantile(1 - probability)
  let z = acklam(probability)
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const error = (normalCdf(z) - probability) / normalDensity(z)
    z -= error / (1 + (z * error) / 2)
  }
  return z
}

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

const CENTRE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const CENTRE_BOTTOM = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  1,
]
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
]
const TAIL_BOTTOM = [
  0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1,
]
const CENTRE_FROM = 0.02425

const acklam = (p: number): number => {
  if (p < CENTRE_FROM) {
    const q = Math.sqrt(-2 * Math.log(p))
    return polynomial(q, TAIL_TOP) / polynomial(q, TAIL_BOTTOM)
  }
  const q = p - 0.5
  const r = q * q
  return (q * polynomial(r, CENTRE_TOP)) / polynomial(r, CENTRE_BOTTOM)
}

/** Mean units short beyond z of a standard normal: G(z) = density(z) - z (1 - cdf(z)). */
export const normalLoss = (z: number): number => normalDensity(z) - z * normalExceeds(z)

/**
 * Chance that Student's t strays at least this far from 0 on either side, for odd degrees of freedom:
 * 1 - (2 / pi) (a + sin a (cos a + 2/3 cos^3 a + 2*4/(3*5) cos^5 a + …)), a = atan(t / sqrt(n)).
 * Abramowitz & Stegun 26.7.3.
 */
export const studentStrays = (t: number, degrees: number): number => {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(degrees))
  const cosine = Math.cos(angle)
  let term = cosine
  let sum = degrees === 1 ? 0 : cosine
  for (let k = 3; k < degrees; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k
    sum += term
  }
  return Math.max(0, 1 - (2 / Math.PI) * (angle + Math.sin(angle) * sum))
}

/** Chance of exactly `count` Poisson events with this mean. */
const poissonChance = (count: number, mean: number): number => {
  if (mean === 0) return count === 0 ? 1 : 0
  return Math.exp(count * Math.log(mean) - mean - gammaln(count + 1))
}

/** A count spread wider than Poisson's: variance = dispersion x mean, dispersion > 1. */
type CountSpread = { readonly mean: number; readonly dispersion: number }

/** Dispersion at or under this is Poisson for all that can be measured. */
const POISSON_UNDER = 1 + 1e-9

/** Chance of exactly `count`: negative binomial with r = mean / (dispersion - 1), p = 1 / dispersion. */
export const countChance = (count: number, { mean, dispersion }: CountSpread): number => {
  if (dispersion <= POISSON_UNDER || mean === 0) return poissonChance(count, mean)
  const r = mean / (dispersion - 1)
  const logP = -Math.log(dispersion)
  const logQ = Math.log(1 - 1 / dispersion)
  return Math.exp(gammaln(count + r) - gammaln(r) - gammaln(count + 1) + r * logP + count * logQ)
}

/** Chance of `count` or fewer. */
export const countAtMost = (count: number, spread: CountSpread): number => {
  let sum = 0
  for (let k = 0; k <= count; k += 1) sum += countChance(k, spread)
  return Math.min(1, sum)
}

/** Walking the counts one by one stays quick up to here; above, a smooth curve is as good. */
const WALK_MEAN_MAX = 400
/** The walk ends here even for a hopeless request such as probability 1. */
const WALK_STEPS_MAX = 100_000

/**
 * Smallest count that is not exceeded with this probability. Above a mean of 400 the gamma of equal mean
 * and variance, rounded up.
 */
export const countQuantile = (probability: number, spread: CountSpread): number => {
  if (spread.mean <= 0) return 0
  if (spread.mean > WALK_MEAN_MAX) return Math.ceil(amountQuantile(probability, spread) - 1e-9)
  const { mean, dispersion } = spread
  const poisson = dispersion <= POISSON_UNDER
  const r = poisson ? 0 : mean / (dispersion - 1)
  const q = poisson ? 0 : 1 - 1 / dispersion
  let chance = countChance(0, spread)
  let sum = chance
  let count = 0
  while (sum < probability && count < WALK_STEPS_MAX) {
    chance *= poisson ? mean / (count + 1) : (q * (count + r)) / (count + 1)
    sum += chance
    count += 1
    if (chance < Number.MIN_VALUE && count > mean) break
  }
  return count
}

/**
 * The amount not exceeded with this probability when it can be any number (money, kilograms): gamma with
 * variance = dispersion x mean, by Wilson and Hilferty's cube: mean (1 - c + z sqrt(c))^3, c = 1 / (9 k).
 */
export const amountQuantile = (probability: number, { mean, dispersion }: CountSpread): number => {
  if (mean <= 0) return 0
  const c = dispersion / (9 * mean)
  const root = Math.max(0, 1 - c + normalQuantile(probability) * Math.sqrt(c))
  return mean * root ** 3
}

/** Chance that such an amount stays at or under `amount`: the same curve read the other way. */
export const amountCdf = (amount: number, { mean, dispersion }: CountSpread): number => {
  if (mean <= 0) return 1
  const c = dispersion / (9 * mean)
  return normalCdf((Math.cbrt(Math.max(0, amount) / mean) - 1 + c) / Math.sqrt(c))
}
