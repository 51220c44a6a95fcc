import type { Finding } from '../../organisation/rules/rule.ts'
import { standsOn } from '../../organisation/rules/rule.ts'

/** What is asked to be opened to an agency. Days as text, `2026-11-23`. */
export interface WantedShare {
  readonly agency: number
  readonly gateway: string
  readonly purpose: string
  readonly classes: readonly string[]
  readonly untilOn: string
}

/** An agreement, as far as it says what may be shared. Ended: before its last day, by somebody. */
export interface AgreementTerms {
  readonly agencies: readonly number[]
  readonly gateway: string
  readonly purposes: readonly string[]
  readonly classes: readonly string[]
  readonly fromOn: string
  readonly untilOn: string
  readonly ended: boolean
}

export function inForce(agreement: Pick<AgreementTerms, 'fromOn' | 'untilOn' | 'ended'>, today: string): boolean {
  return !agreement.ended && standsOn({ from: agreement.fromOn, to: agreement.untilOn }, today)
}

/**
 * SHR01 Something is shared under an agreement with that agency that is in force today, by its gateway, for one of its
 * purposes, of its classes of data, and no longer than it lasts.
 */
export function agreementCovers(agreement: AgreementTerms | null, wanted: WantedShare, today: string): Finding | null {
  const refuse = (message: string): Finding => ({ rule: 'SHR01', message })
  if (agreement?.agencies.includes(wanted.agency) !== true)
    return refuse('There is no agreement with this agency. One must be made before anything is shared with it.')
  if (!inForce(agreement, today))
    return refuse('The agreement with this agency is not in force. It must be renewed before anything is shared.')
  if (agreement.gateway !== wanted.gateway)
    return refuse('The agreement does not rest on this lawful gateway. Share by its own gateway, or not at all.')
  if (!agreement.purposes.includes(wanted.purpose))
    return refuse('The agreement does not cover this purpose. Share for a purpose that it names.')
  if (wanted.classes.some((one) => !agreement.classes.includes(one)))
    return refuse('The agreement does not cover all that was to be opened. Open only what it names.')
  if (wanted.untilOn > agreement.untilOn)
    return refuse('The agreement ends before this share would. Let the share end with it, or earlier.')
  return null
}
