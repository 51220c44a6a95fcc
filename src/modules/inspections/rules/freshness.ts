import { daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'

export function freshnessOf(
  { observedOn, keepsDays }: { readonly observedOn: CivilDate; readonly keepsDays: number },
  today: CivilDate,
): 'fresh' | 'ageing' | 'stale' {
  const age = daysFrom(observedOn, today)
  if (age > keepsDays) return 'stale'
  return age > keepsDays * 0.75 ? 'ageing' : 'fresh'
}
