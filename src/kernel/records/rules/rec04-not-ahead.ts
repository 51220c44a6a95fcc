import type { Finding } from '../../organisation/rules/rule.ts'

/** REC04: what is written down as having happened has happened. Days as text, `2026-11-23`. */
export function notAhead(happenedOn: string | null, today: string): Finding | null {
  if (happenedOn === null || happenedOn <= today) return null
  return { rule: 'REC04', message: 'This is a day to come. What is still to be done is an action.' }
}
