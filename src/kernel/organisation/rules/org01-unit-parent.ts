import { outlasts, standsOn, type Finding, type Term } from './rule.ts'

export interface UnitFacts extends Term {
  /** Null for a unit that is not made yet. */
  readonly id: number | null
  readonly agency: number
}

export interface ParentFacts extends Term {
  readonly id: number
  readonly agency: number
  readonly name: string
  /** The parent's parent, its parent, and so on. */
  readonly above: readonly number[]
}

/**
 * ORG01: a unit lies under a unit of its own agency that stands today (or on the day the unit starts, if later), that does
 * not end before it, and that is neither the unit itself nor below it.
 */
export function unitParent(unit: UnitFacts, parent: ParentFacts | null, today: string): Finding | null {
  if (parent === null) return null
  const day = unit.from > today ? unit.from : today
  if (unit.id !== null && (parent.id === unit.id || parent.above.includes(unit.id)))
    return found(`${parent.name} lies under this unit, so it cannot be above it too. Choose another unit above.`)
  if (parent.agency !== unit.agency)
    return found(`${parent.name} belongs to another agency. Choose a unit of this one.`)
  const over = unit.to !== null && unit.to < day
  if (!over && !standsOn(parent, day)) return found(`${parent.name} does not stand on ${day}. Choose a unit that does.`)
  if (outlasts(unit, parent))
    return found(`${parent.name} ends on ${parent.to}. Give this unit an end by then, or choose another unit above.`)
  return null
}

function found(message: string): Finding {
  return { rule: 'ORG01', message }
}
