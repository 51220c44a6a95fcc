import type { Reader } from '#platform/access/reader.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

type Reach = Pick<Reader, 'areas' | 'forceWide'>

/** Whether an area is one that the posting covers, or lies in one. */
export function covers(reach: Reach, area: number): boolean {
  return reach.forceWide || reach.areas.includes(area)
}

/** ENG01 What is known of a community is written down by those whose posting covers it. */
export function ownArea(reach: Reach, area: number): Refusal | null {
  if (covers(reach, area)) return null
  return { rule: 'ENG01', message: 'Your posting does not cover this area. Ask its neighbourhood team to do this.' }
}
