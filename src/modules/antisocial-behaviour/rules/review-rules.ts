import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'
import type { Applicant } from '#kernel/antisocial-behaviour/lists.ts'

/** Whether a case review is owed: so many qualifying reports within so many months. */
export interface Threshold {
  readonly reports: number
  readonly months: number
  /** `default`: no procedure of the authority is here. */
  readonly mark: 'default' | 'local'
  readonly source: string
}

/** What several councils have, while an authority’s own is not here [seen in their procedures, for them]. */
export const USUAL: Threshold = {
  reports: 3,
  months: 6,
  mark: 'default',
  source: 'Usual local test: several councils’ published procedures',
}

/** CRV02 The threshold in force for an authority on a day: the latest that began by then; the usual one where there is none. */
export function thresholdOn(
  own: readonly (Pick<Threshold, 'reports' | 'months' | 'source'> & { readonly from: string })[],
  day: CivilDate,
): Threshold {
  const began = own.filter(({ from }) => from <= day).toSorted((one, other) => other.from.localeCompare(one.from))
  const [latest] = began
  if (latest === undefined) return USUAL
  return { reports: latest.reports, months: latest.months, source: latest.source, mark: 'local' }
}

/** CRV01 Anybody may ask for a review on behalf of whom it harms, with their consent. */
export function hasConsent(applicant: Applicant, consent: boolean): Readonly<Record<string, string>> | null {
  if (applicant === 'victim' || consent) return null
  return { consent: 'Whoever asks on somebody’s behalf has their consent. Ask for it first (CRV01)' }
}

/**
 * CRV03 With as many reports as the threshold says, the law leaves no choice: it is met. With fewer, harm or how agencies
 * answered may still meet it.
 */
export function metByReports(qualifying: number, threshold: Pick<Threshold, 'reports'>, met: boolean): Finding | null {
  if (met || qualifying < threshold.reports) return null
  return {
    rule: 'CRV03',
    message: `${qualifying} qualifying reports meet the threshold of ${threshold.reports}: a review is owed.`,
  }
}

export interface ReviewFacts {
  readonly met: boolean | null
  readonly appealedAt: string | null
  readonly appealAt: string | null
  readonly heldAt: string | null
  readonly toldAt: string | null
}

export const REVIEW_STAGES = {
  'to-decide': 'Is the threshold met?',
  'not-met': 'Not met: to be told',
  'told-not-met': 'Not met, told',
  appealed: 'Appeal to decide',
  'to-hold': 'Review to be held',
  'to-tell': 'Held: to be told',
  finished: 'Outcome told',
} as const
export type ReviewStage = keyof typeof REVIEW_STAGES

/** CRV04 Where a review stands follows from what was done. */
export function reviewStage({ met, appealedAt, appealAt, heldAt, toldAt }: ReviewFacts): ReviewStage {
  if (met === null) return 'to-decide'
  if (met) return heldAt === null ? 'to-hold' : toldAt === null ? 'to-tell' : 'finished'
  if (appealedAt !== null && appealAt === null) return 'appealed'
  return toldAt === null ? 'not-met' : 'told-not-met'
}

/** Whether somebody still waits for something. */
export function isWaiting(stage: ReviewStage): boolean {
  return stage !== 'finished' && stage !== 'told-not-met'
}

/** CRV04 as well: each step is taken at its stage. */
export function atStage(stage: ReviewStage | null, wanted: readonly ReviewStage[]): Finding | null {
  if (stage !== null && wanted.includes(stage)) return null
  return {
    rule: 'CRV04',
    message:
      stage === null
        ? 'Nobody asked for a review of this case.'
        : `This is not what comes now. The review stands at: ${REVIEW_STAGES[stage].toLowerCase()}`,
  }
}

/** Days in which an appeal can be made, from being told [default]. */
export const APPEAL_DAYS = 28

/** CRV05 An appeal comes once, within 28 days of being told; and somebody else than who decided decides on it. */
export function appealInTime(toldOn: CivilDate, today: CivilDate, appealed: boolean): Finding | null {
  if (appealed) return { rule: 'CRV05', message: 'An appeal was made and decided already.' }
  if (today <= addDays(toldOn, APPEAL_DAYS)) return null
  return { rule: 'CRV05', message: `The ${APPEAL_DAYS} days for an appeal are over. A new application can be made.` }
}

export function decidedByAnother(decidedBy: string | null, account: string | null): Finding | null {
  if (decidedBy === null || decidedBy !== account) return null
  return { rule: 'CRV05', message: 'You decided that the threshold was not met. Somebody else decides on the appeal.' }
}
