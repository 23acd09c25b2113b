import type { Anomaly } from './findings.ts'

/** How readily a shop's bell rings: what its owner asked for, and what their labels taught. */
export type Manners = {
  /** Times the chance that is allowed to ring by itself: 1 as ever, 0.5 half as often, 2 twice. */
  readonly leniency: number
  /** For each cause (see `causeKey`) how many times the usual surprise (-ln p) it must bring. */
  readonly patience: Readonly<Record<string, number>>
}

/** A shop whose owner has said nothing yet. */
export const USUAL_MANNERS: Manners = { leniency: 1, patience: {} }

/** What an alert is about, and in which direction: labels, silence and muting go by it. */
export const causeKey = ({
  scope,
  direction,
}: {
  readonly scope: Anomaly['scope']
  readonly direction: Anomaly['direction']
}): string => [scope.kind, scope.kind === 'shop' ? '' : scope.name, direction].join('\n')

/**
 * The chance to hold against a limit: p^(1 / patience), so that -ln p has to be `patience` times as large.
 */
export const patientChance = (chance: number, key: string, { patience }: Manners): number =>
  chance ** (1 / (patience[key] ?? 1))
