import type { z } from 'zod'
import type { treeUnit } from '#kernel/organisation/unit/tree.ts'

export type TreeUnit = z.output<typeof treeUnit>

/** A unit with those below it. */
export interface Branch {
  readonly unit: TreeUnit
  readonly below: readonly Branch[]
  /** People posted to it and to all below. */
  readonly people: number
}

/**
 * The units of an agency as branches. A unit whose unit above does not stand on that day is a branch of its own, so that
 * nothing is lost from view.
 */
export function branchesOf(units: readonly TreeUnit[], agency: number): Branch[] {
  const own = units.filter((unit) => unit.agency === agency)
  const there = new Set(own.map((unit) => unit.id))
  const below = new Map<number | null, TreeUnit[]>()
  for (const unit of own) {
    const parent = unit.parent !== null && there.has(unit.parent) ? unit.parent : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const grow = (unit: TreeUnit): Branch => {
    const branches = (below.get(unit.id) ?? []).map(grow)
    return { unit, below: branches, people: branches.reduce((sum, branch) => sum + branch.people, unit.people) }
  }
  return (below.get(null) ?? []).map(grow)
}
