import { addDays, daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'

/** What evidence is worth: fresh, then ageing in the last quarter of the days it keeps for, then stale. */
export const EVIDENCE_AGES = ['fresh', 'ageing', 'stale', 'withdrawn'] as const
export type EvidenceAge = (typeof EVIDENCE_AGES)[number]

export interface Kept {
  /** The day of which it tells. */
  readonly observedOn: CivilDate
  /** For how many days it is worth something, that day the first of them; at least 1. */
  readonly keepsDays: number
  readonly withdrawnOn: CivilDate | null
}

/** EVD01: what the evidence is worth on a day. It is stale from the first day after those that it keeps for. */
export function ageOn(evidence: Kept, day: CivilDate): EvidenceAge {
  if (evidence.withdrawnOn !== null && evidence.withdrawnOn <= day) return 'withdrawn'
  const age = daysFrom(evidence.observedOn, day)
  if (age >= evidence.keepsDays) return 'stale'
  return age * 4 >= evidence.keepsDays * 3 ? 'ageing' : 'fresh'
}

/** The first day on which it is stale. */
export function staleFrom(evidence: Pick<Kept, 'observedOn' | 'keepsDays'>): CivilDate {
  return addDays(evidence.observedOn, evidence.keepsDays)
}
