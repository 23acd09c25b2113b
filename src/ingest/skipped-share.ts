import type { Doubt, ReadRow } from './doubt.ts'
import type { Plan } from './plan.ts'

/** Slips of the pen are a few in a hundred; a third of the rows is another table's, or misread. */
const SKIPPED_SHARE_MAX = 0.33
const SKIPPED_MIN = 10

/** More rows than slips explain could not be read: what is left may be the smaller part of the truth. */
export const mostlySkipped = (_plan: Plan, rows: readonly ReadRow[]): Doubt | null => {
  const lines = rows.filter(({ aside }) => aside !== 'total')
  const skipped = lines.filter(
    ({ outcome, aside }) =>
      aside === 'foreign' || ('reason' in outcome && !TOLD_BY_FILE.includes(outcome.reason)),
  ).length
  if (skipped < SKIPPED_MIN || skipped < lines.length * SKIPPED_SHARE_MAX) return null
  return {
    kind: 'many-skipped',
    example: `${skipped}/${lines.length}`,
    answers: ['count'],
    rows: [],
  }
}

/** The file itself says that nothing was sold; or the owner did. */
const TOLD_BY_FILE: readonly string[] = ['not-sold', 'left-out']
