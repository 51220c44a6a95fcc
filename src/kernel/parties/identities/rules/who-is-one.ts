import type { Marking } from '#platform/access/reader.ts'

export interface Member {
  readonly id: number
  readonly marking: Marking
  readonly compartment: number | null
}

/** A decision that two are the same, and stands. */
export interface Tie {
  readonly left: number
  readonly right: number
}

/**
 * The identity of each party, by the ties that stand among them: the lowest id of all that hang together. Made of nothing else,
 * so that undoing ties in any order ends where it would have been without them.
 *
 * What is open to more people is never joined by a tie that is open to fewer: whoever sees two as one sees why. So the open are
 * joined by ties between the open; the sensitive among themselves, and then to the lowest identity of the open that they are
 * tied to; and what is in a compartment likewise after them. A tie between two of which neither is open to everybody who sees
 * the other, as of two compartments, joins nothing.
 */
export function whoIsOne(members: readonly Member[], ties: readonly Tie[]): ReadonlyMap<number, number> {
  const byId = new Map(members.map((member) => [member.id, member]))
  const identity = new Map<number, number>()
  const joining = ties.flatMap(({ left, right }) => {
    const [one, other] = [byId.get(left), byId.get(right)]
    return one === undefined || other === undefined || apart(one, other) ? [] : [[one, other] as const]
  })
  for (const level of [0, 1, 2, 3]) {
    const here = members.filter((member) => levelOf(member) === level)
    const groups = joined(
      here.map(({ id }) => id),
      joining.filter((pair) => pair.every((side) => levelOf(side) === level)),
    )
    for (const group of groups) {
      const below = joining.flatMap(([one, other]) => {
        const [inside, outside] = group.has(one.id) ? [one, other] : [other, one]
        return group.has(inside.id) && levelOf(outside) < level ? [identity.get(outside.id) ?? outside.id] : []
      })
      const lowest = Math.min(...(below.length > 0 ? below : group))
      for (const id of group) identity.set(id, lowest)
    }
  }
  return identity
}

/** How closed: whoever sees one, and sees a lower one at all, need not see a higher. */
function levelOf({ marking, compartment }: Member): 0 | 1 | 2 | 3 {
  const sensitive = marking === 'OFFICIAL' ? 0 : 1
  return compartment === null ? sensitive : sensitive === 0 ? 2 : 3
}

/** Neither is open to everybody who sees the other. */
function apart(one: Member, other: Member): boolean {
  return !within(one, other) && !within(other, one)
}

/** Whoever sees the inner sees the outer. */
function within(inner: Member, outer: Member): boolean {
  return (
    (outer.marking === 'OFFICIAL' || inner.marking === outer.marking) &&
    (outer.compartment === null || inner.compartment === outer.compartment)
  )
}

function joined(ids: readonly number[], pairs: readonly (readonly [Member, Member])[]): ReadonlySet<Set<number>> {
  const groups = new Map(ids.map((id) => [id, new Set([id])]))
  for (const [one, other] of pairs) {
    const [into, from] = [groups.get(one.id), groups.get(other.id)]
    if (into === undefined || from === undefined || into === from) continue
    for (const id of from) {
      into.add(id)
      groups.set(id, into)
    }
  }
  return new Set(groups.values())
}
