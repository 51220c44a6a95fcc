import type { Finding } from '#kernel/organisation/rules/rule.ts'
import type { Category } from '#kernel/antisocial-behaviour/lists.ts'
import { DECIDERS, isOneOf } from '../writers.ts'
import { isLower, type Band } from './asb02-risk-form.ts'

/** ASB01 What is aimed at somebody names whom, since they are to be assessed; so it cannot be left out. */
export function namesVictim(category: Category, party: number | null): Readonly<Record<string, string>> | null {
  if (category !== 'personal' || party !== null) return null
  return { who: 'Choose whom it harms: a personal case is about somebody, whose risk is assessed (ASB01)' }
}

/** ASB01 as well: a risk is assessed of somebody. */
export function somebodyToAssess(party: number | null): Finding | null {
  if (party !== null) return null
  return { rule: 'ASB01', message: 'This case names nobody whom it harms. Open a personal case for them.' }
}

/** ASB03 A high risk is looked at by a supervisor or above, and only they judge lower than the answers suggest. */
export function highSeenBySupervisor(risk: Band | null, roles: readonly string[]): Finding | null {
  if (risk !== 'high' || isOneOf(roles, DECIDERS)) return null
  return { rule: 'ASB03', message: 'A high risk is reviewed by a supervisor or above. Ask yours to do it.' }
}

export function loweredBySupervisor(judged: Band, suggested: Band, roles: readonly string[]): Finding | null {
  if (!isLower(judged, suggested) || isOneOf(roles, DECIDERS)) return null
  return { rule: 'ASB03', message: 'Only a supervisor or above judges lower than the answers suggest. Ask yours.' }
}

interface Standing {
  readonly personal: boolean
  readonly risk: Band | null
  readonly riskReviewOwed: boolean
  readonly openPowers: number
  readonly reviewOpen: boolean
  readonly openActions: number
}

/** ASB04 A case ends when everybody harmed was assessed, no high risk waits for its review, and nothing on it still runs. */
export function mayClose({
  personal,
  risk,
  riskReviewOwed,
  openPowers,
  reviewOpen,
  openActions,
}: Standing): Finding | null {
  const refuse = (message: string) => ({ rule: 'ASB04', message })
  if (personal && risk === null) return refuse('Assess the risk to whom it harms first.')
  if (risk === 'high' && riskReviewOwed) return refuse('A supervisor reviews the high risk first.')
  if (openPowers > 0) return refuse('End the powers that still run first.')
  if (reviewOpen) return refuse('A case review is not finished: they wait for its outcome.')
  if (openActions > 0) return refuse('Actions are still open: complete or drop them first.')
  return null
}

/** ASB05 Nothing is added to a case that has ended. */
export function stillOpen(closedAt: Date | string | null): Finding | null {
  return closedAt === null
    ? null
    : { rule: 'ASB05', message: 'This case has ended. Open a new one if it happens again.' }
}
