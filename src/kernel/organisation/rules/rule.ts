import { RuleRefused } from '#platform/errors/errors.ts'

/** What a rule found against an act: its public code, and what to do instead. */
export interface Finding {
  readonly rule: string
  readonly message: string
}

/** A rule as it is listed for people: what it says, where it comes from, and how sure that is. */
export interface SourcedRule {
  readonly title: string
  readonly authority: string
  readonly mark: 'seen' | 'inferred' | 'unverified' | 'default'
}

/** Throws RuleRefused for the first finding; nothing where every rule is content. */
export function refuseOn(...findings: readonly (Finding | null)[]): void {
  const first = findings.find((finding) => finding !== null)
  if (first) throw new RuleRefused(first.rule, first.message)
}

/** First and last day on which something stands; `to` null while no end is known. Text form `2026-11-23`. */
export interface Term {
  readonly from: string
  readonly to: string | null
}

export function standsOn(term: Term, day: string): boolean {
  return term.from <= day && (term.to === null || term.to >= day)
}

/** Whether the inner term goes on after the outer has ended. */
export function outlasts(inner: Term, outer: Term): boolean {
  return outer.to !== null && (inner.to === null || inner.to > outer.to)
}
