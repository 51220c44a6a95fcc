import type { Finding } from '../../organisation/rules/rule.ts'

/** ACT03: nothing is newly asked for by a day that has passed. Days as text, `2026-11-23`; `before` is the due that stood. */
export function notDueBefore(dueOn: string | null, today: string, before: string | null = null): Finding | null {
  if (dueOn === null || dueOn >= today || dueOn === before) return null
  return { rule: 'ACT03', message: 'This day has passed. Choose today or a later day, or none.' }
}
