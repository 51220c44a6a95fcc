import type { Finding } from '../../organisation/rules/rule.ts'

/** ACT04: a closed record has nothing left to do. */
export function recordOpen(closedAt: Date | null): Finding | null {
  if (closedAt === null) return null
  return { rule: 'ACT04', message: 'This record is closed. Open it again before something more is to be done.' }
}
