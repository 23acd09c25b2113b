/**
 * Hours as people type them: `8`, `08.30`, `jam 8 pagi`, `setengah 8`, `7pm`, `las 7 de la tarde`, `20h15`.
 * As source for larger patterns: four groups, read by `minuteOf`.
 */
const BEFORE = '(?:(?:jam|pukul|pkl|at|a las|a la|las|às|as|à|a)\\s+)?'
const HALF = '(setengah\\s+)?'
const FIGURES = '(\\d{1,2})(?:\\s?[.:h]\\s?(\\d{2}))?'
const PART =
  '(?:\\s*(?:h\\b|hs\\b|o.clock\\b|de la\\b|da\\b|in the\\b)?\\s*' +
  '(am|pm|pagi|subuh|siang|sore|petang|malam|mlm|morning|afternoon|evening|night|mañana|manana|manhã|manha|tarde|noche|noite))?'
export const CLOCK = `${BEFORE}${HALF}${FIGURES}${PART}(?:\\s*(?:wib|wita|wit|h|hs))?`

/** What `CLOCK`'s four groups caught. */
export type ClockCaught = readonly (string | undefined)[]

const EVENING = /^(?:pm|sore|petang|afternoon|evening|tarde)$/
const NIGHT = /^(?:malam|mlm|night|noche|noite)$/
const MORNING = /^(?:am|pagi|subuh|morning|mañana|manana|manhã|manha)$/
/** `1 siang` is 13:00, `11 siang` still the morning. */
const MIDDAY_FROM = 10
/** `1 malam` is after midnight, `7 malam` before it. */
const NIGHT_FROM = 5
const DAY_MINUTES = 24 * 60

/** Minutes since midnight; null when the clock has no such time: `25`, `13 pm`, `8.75`. */
export const minuteOf = ([half, hours, minutes = '0', part = '']: ClockCaught): number | null => {
  const hour = Number(hours)
  const isBroken = part !== '' && (hour > 12 || hour === 0)
  if (hour > 24 || Number(minutes) > 59 || isBroken) return null
  const minute = toDay(hour, part) * 60 + Number(minutes) - (half ? 30 : 0)
  return (minute + DAY_MINUTES) % DAY_MINUTES
}

/** The hour of the day that an hour with its part of the day means. */
const toDay = (hour: number, part: string): number => {
  if (EVENING.test(part)) return hour === 12 ? 12 : hour + 12
  if (NIGHT.test(part)) return hour >= NIGHT_FROM && hour < 12 ? hour + 12 : hour % 12
  if (MORNING.test(part)) return hour % 12
  if (part === 'siang') return hour < MIDDAY_FROM ? hour + 12 : hour
  return hour % 24
}
