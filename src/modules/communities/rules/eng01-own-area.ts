import { covers, type Reach } from '#kernel/areas/covers.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** ENG01 What is known of a community is written down by those whose posting covers it. */
export function ownArea(reach: Reach, area: number): Refusal | null {
  if (covers(reach, area)) return null
  return { rule: 'ENG01', message: 'Your posting does not cover this area. Ask its neighbourhood team to do this.' }
}
