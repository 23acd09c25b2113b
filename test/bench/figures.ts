import type { Load } from './load.ts'

export const print = (text: string): boolean => process.stdout.write(`${text}\n`)

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

export const shown = (load: Load): string =>
  `${Math.round(load.perSecond)}/s  p50 ${ms(load.p50)}  p99 ${ms(load.p99)}  max ${ms(load.max)}  refused ${load.refused}`

export const rate = (rows: number, took: number): string =>
  `${Math.round(rows / (took / 1000)).toLocaleString('en')} rows/s  (${(took / 1000).toFixed(2)} s)`

export const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> => {
  const at = performance.now()
  const result = await work()
  return { result, ms: performance.now() - at }
}
