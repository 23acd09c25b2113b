/** The service being replaced looked at the last four days. */
const ROLLING_DAYS = 4

/**
 * Its next-day forecast for one daily series: the mean quantity of the rows of the last four days. A day
 * without a sale has no row there, so zero days vanish and the figure leans upwards.
 */
export const oldServiceForecast = (daily: Float64Array): number => {
  const rows = daily.slice(-ROLLING_DAYS).filter((value) => value > 0)
  return rows.length === 0 ? 0 : rows.reduce((sum, value) => sum + value, 0) / rows.length
}
