import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'

interface OnACase {
  readonly kind: CaseEventKind
  readonly happenedAt: Date
  readonly takesPlaceAt: Date | null
}

/**
 * VCT24: what a records system tells is the same as what stands on the case by another way, where that is of the same kind and
 * London day, and fixes the same day in court. Each that stands is the same as one at most. Source: this project (default).
 */
export function isSameEvent(one: OnACase, other: OnACase): boolean {
  return (
    one.kind === other.kind &&
    londonDateAt(one.happenedAt) === londonDateAt(other.happenedAt) &&
    one.takesPlaceAt?.getTime() === other.takesPlaceAt?.getTime()
  )
}

/** What tells of a day in court. */
export const TELLS_OF_DAYS: readonly RuleCode[] = ['VC21', 'VC22', 'VC26']

/**
 * VCT25: what it is to those who were told the old day that what was fixed takes place on another: a later hearing; or again that
 * they must come. Null where nobody is told of its day. Source: this project (default).
 */
export function movedAs(kind: CaseEventKind): CaseEventKind | null {
  if (kind === 'hearing-fixed' || kind === 'hearing-again') return 'hearing-again'
  return kind === 'must-give-evidence' ? kind : null
}
