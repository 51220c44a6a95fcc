import type { Marking } from '#platform/access/reader.ts'
import type { Guards } from '../records/guards.ts'
import type { Escalation } from './rule.ts'

/** Somebody who works today, in one of their posts. */
export interface Post {
  readonly account: string
  readonly unit: number
  readonly roles: readonly string[]
  readonly forceWide: boolean
  readonly clearance: Marking
}

/** Who works where today, so far as telling needs it. */
export interface Organisation {
  readonly units: ReadonlyMap<number, { readonly parent: number | null; readonly area: number | null }>
  readonly posts: readonly Post[]
}

/**
 * The accounts to tell of a duty. The supervisor and the commander are those of its unit, or of the nearest unit above that
 * has one; where nobody is, the next above: commander, then chief officers. A duty of an owner who works here no more is
 * their supervisor's. Inside a compartment nobody but the owner is told: that there is something at all is not for others.
 */
export function whoToTell(duty: Guards, tell: Escalation['tell'], organisation: Organisation): readonly string[] {
  const ownerPosts = organisation.posts.filter(({ account }) => account === duty.owner)
  if (tell === 'owner' && duty.owner !== null && ownerPosts.length > 0) return [duty.owner]
  if (duty.compartment !== null) return []
  const start = startsOf(duty, ownerPosts, organisation)
  const may = (post: Post) =>
    post.account !== duty.owner && (duty.marking === 'OFFICIAL' || post.clearance === 'OFFICIAL-SENSITIVE')
  for (const role of tell === 'commander' ? ['commander'] : ['supervisor', 'commander']) {
    const found = nearest(start, role, organisation, may)
    if (found.length > 0) return found
  }
  const chiefs = organisation.posts.filter((post) => post.roles.includes('chief-officer') && may(post))
  return accountsOf(chiefs)
}

/** The duty's unit; else those that its owner works in; else those of its area. */
function startsOf(duty: Guards, ownerPosts: readonly Post[], { units }: Organisation): readonly number[] {
  if (duty.unit !== null) return [duty.unit]
  if (ownerPosts.length > 0) return ownerPosts.map(({ unit }) => unit)
  return [...units].filter(([, { area }]) => area !== null && area === duty.area).map(([id]) => id)
}

function nearest(
  start: readonly number[],
  role: string,
  { units, posts }: Organisation,
  may: (post: Post) => boolean,
): readonly string[] {
  const seen = new Set<number>()
  for (let level = [...new Set(start)]; level.length > 0;) {
    const here = posts.filter((post) => level.includes(post.unit) && post.roles.includes(role) && may(post))
    if (here.length > 0) return accountsOf(here)
    for (const unit of level) seen.add(unit)
    level = [...new Set(level.flatMap((unit) => units.get(unit)?.parent ?? []))].filter((unit) => !seen.has(unit))
  }
  return []
}

function accountsOf(posts: readonly Post[]): readonly string[] {
  return [...new Set(posts.map(({ account }) => account))].sort()
}
