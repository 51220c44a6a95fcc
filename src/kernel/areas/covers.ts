import type { Reader } from '#platform/access/reader.ts'

/** How far a posting reaches. */
export type Reach = Pick<Reader, 'areas' | 'forceWide'>

/** Whether an area is one that the posting covers, or lies in one. */
export function covers(reach: Reach, area: number): boolean {
  return reach.forceWide || reach.areas.includes(area)
}
