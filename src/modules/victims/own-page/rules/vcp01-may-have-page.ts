import type { CrimeFlag } from '#kernel/victims-code/facts.ts'
import { contactBySystem } from '#kernel/victims-code/rules/vic07-contact-by-system.ts'
import type { Way } from '../../rules/contact-results.ts'

export interface PageFacts {
  /** What every victim of the crime is flagged with, as far as anybody knows. */
  readonly flags: readonly CrimeFlag[]
  readonly noSafeContact: boolean
  /** Whether the force lets victims have a page today. */
  readonly forceAllows: boolean
  /** Whether what they need was ever assessed: only then is it known whether it is domestic abuse. */
  readonly assessed: boolean
  readonly wantsUpdates: boolean
  /** How they wish to be reached; null: not asked. */
  readonly way: Way | null
  /** They named somebody who must not know. */
  readonly somebodyMustNotKnow: boolean
  readonly inCompartment: boolean
}

/**
 * VCP01: why a victim has no page of their own, one reason for each; empty where they may have one. Off unless the force switched it
 * on, off wherever VIC-07 lets only a person contact them (by the flags of any victim of the crime), and where anything that
 * they said speaks against it. Until what they need was assessed nobody knows whether whom they fear could read it. Source: this
 * project (default).
 */
export function whyNoPage(facts: PageFacts): readonly string[] {
  const { why } = contactBySystem({ flags: facts.flags, noSafeContact: facts.noSafeContact, wanted: true })
  return [
    ...(facts.forceAllows ? [] : ['The force does not let victims have a page of their own']),
    ...new Set(why),
    ...(facts.assessed
      ? []
      : ['What they need was not assessed yet: it may be a case in which a page puts them at risk']),
    ...(facts.wantsUpdates ? [] : ['They want no updates']),
    ...(facts.way === 'through-somebody' ? ['They wish to be reached through somebody else'] : []),
    ...(facts.somebodyMustNotKnow ? ['They named somebody who must not know: only a person contacts them'] : []),
    ...(facts.inCompartment ? ['Who knows of this victim is limited: only a person contacts them'] : []),
  ]
}
