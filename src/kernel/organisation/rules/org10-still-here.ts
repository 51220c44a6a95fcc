import type { Finding } from './rule.ts'

/** ORG10: somebody who has left gets no posting and no access; they are re-instated first. */
export function stillHere(leftAt: Date | null, now: Date): Finding | null {
  if (leftAt === null || leftAt > now) return null
  return { rule: 'ORG10', message: 'This person has left. Re-instate them first.' }
}
