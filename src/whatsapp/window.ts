import { shorten } from './shorten.ts'

const HOUR_MS = 3_600_000
/** Meta lets free-form messages through for 24 hours after the person's last message. */
const WINDOW_MS = 24 * HOUR_MS
/** Held back from the 24 hours: clocks differ and a queued reply needs a moment to leave. */
const WINDOW_MARGIN_MS = 5 * 60_000
/** A template body holds 1024 characters with its parameters filled in; ours have at most three. */
const TEMPLATE_TEXT_CHARS_MAX = 256
/** Meta refuses an empty parameter. */
const NOTHING_TO_SAY = '-'
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu

/** Whether a free-form reply still gets through. Both times are Unix milliseconds. */
export const isWindowOpen = (lastInboundAt: number | null, now: number): boolean =>
  lastInboundAt !== null && now - lastInboundAt < WINDOW_MS - WINDOW_MARGIN_MS

/**
 * A value fit for a template: one line, no tab, no run of spaces, never empty and never too long
 * (Meta answers 132012, 132018 or 132005 otherwise, and the alert would be lost).
 */
export const templateText = (text: string): string => {
  const oneLine = text.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim()
  return oneLine === '' ? NOTHING_TO_SAY : shorten(oneLine, TEMPLATE_TEXT_CHARS_MAX)
}
