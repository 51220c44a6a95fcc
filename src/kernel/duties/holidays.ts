import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { standardHolidays, withOneOffs, type Holidays } from '#calculations/calendar/holidays.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

interface HolidayRow {
  readonly day: string
  readonly title: string
  readonly observed: boolean
  readonly source: string
}

/** What was made of the same rows before, so that an index of working days is made once and not in every transaction. */
const known = new Map<string, Holidays>()
const MOST_KNOWN = 8

/** The bank holidays that duties go by: those by rule and proclaimed, as changed by what administrators entered. */
export async function readHolidays(tx: Pick<Tx, 'client'>): Promise<Holidays> {
  const rows = rowsAs<HolidayRow>(
    await tx.client.query('SELECT day, title, observed, source FROM bank_holiday ORDER BY day'),
  )
  if (rows.length === 0) return standardHolidays
  const key = JSON.stringify(rows)
  const before = known.get(key)
  if (before !== undefined) return before
  const made = withOneOffs(
    standardHolidays,
    rows.map(({ day, title, observed, source }) => ({
      date: getCivilDate(day),
      name: observed ? title : null,
      source,
    })),
  )
  const [oldest] = known.keys()
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  known.set(key, made)
  return made
}
