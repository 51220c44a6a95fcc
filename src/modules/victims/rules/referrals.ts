import type { ReferralConsent } from '#kernel/victims-code/rules/vic04-referral-consent.ts'

/** What becomes of a referral to support. */
export const REFERRALS = {
  agreed: 'They agreed to be referred',
  sent: 'Referred to victim support',
  objects: 'They do not want to be referred',
  'heard-back': 'The service answered',
} as const
export type Referral = keyof typeof REFERRALS

export interface ReferralStep {
  readonly what: Referral
  readonly consent: boolean
}

/**
 * VCR03: nobody’s details are sent against their word. Where consent must be asked first (VIC-04), and after they said no, they are
 * sent only once they said yes, now or since; a service is heard from only where they were sent to one. Nothing is ever sent by
 * itself. `before`: the steps so far, the latest first. Null where all is well; else what is wrong, by field. Source: VIC-04; that
 * an objection holds until they agree is this project’s (default).
 */
export function referralProblem(
  { what, consent, service }: ReferralStep & { readonly service: string | null },
  before: readonly ReferralStep[],
  { kind, why }: ReferralConsent,
): Readonly<Record<string, string>> | null {
  if (what === 'objects') return null
  const isToService = what === 'sent' || what === 'heard-back'
  if (isToService && service === null) return { service: 'Enter the service (VCR03)' }
  if (what === 'heard-back')
    return before.some((step) => step.what === 'sent')
      ? null
      : { what: 'They were not referred to anybody yet: nobody can have answered (VCR03)' }
  if (what === 'agreed')
    return kind === 'explicit' && !consent ? { consent: `${why}. Tick it when they said yes (VIC-04)` } : null
  if (consent || hasAgreed(before)) return null
  if (before.some((step) => step.what === 'objects'))
    return { consent: 'They said no. Tick it only when they were asked again and said yes (VCR03)' }
  return kind === 'explicit' ? { consent: `${why}. Tick it when they said yes (VIC-04)` } : null
}

/** Whether they said yes since they last said no. */
function hasAgreed(before: readonly ReferralStep[]): boolean {
  const last = before.find(({ what, consent }) => what === 'objects' || what === 'agreed' || consent)
  return last !== undefined && last.what !== 'objects'
}
