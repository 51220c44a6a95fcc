import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** How long a hand-over pack may be read: it is a copy, and what it was copied from goes on. A default. */
export const KEPT_DAYS = 56

/** HOV01 A pack is kept for eight weeks. The last day on which it may be read: */
export function keptUntil(today: CivilDate): CivilDate {
  return addDays(today, KEPT_DAYS)
}

/** HOV02 A pack is made for somebody else. */
export function forAnother(receiver: string, maker: string | null): Refusal | null {
  if (receiver !== maker) return null
  return { rule: 'HOV02', message: 'A hand-over is for whoever has the patch after you. Give their number.' }
}
