import { z } from 'zod'
import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import { PROCLAIMED } from '#calculations/calendar/one-offs.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { civilDate } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'

/** Years shown: this one and the two after, since duties reach that far. */
const YEARS = 3
const BY_RULE = 'by rule'

const holiday = z.object({
  day: z.string(),
  title: z.string(),
  /** False: the rules would make it a holiday, and it is none that year. */
  observed: z.boolean(),
  source: z.string(),
  /** Who entered it; null where it follows by rule. */
  enteredBy: z.string().nullable(),
  entered: z.boolean(),
})

interface EnteredRow {
  readonly day: string
  readonly title: string
  readonly observed: boolean
  readonly source: string
  readonly enteredBy: string | null
  readonly version: number
}

const ENTERED = `SELECT h.day, h.title, h.observed, h.source, h.version, a.name AS "enteredBy"
  FROM bank_holiday h LEFT JOIN account a ON a.id = h.added_by`

/** The bank holidays that are coming, with where each comes from. */
export const listHolidays = query({
  name: 'bank-holiday.list',
  summary: 'See the bank holidays that duties go by',
  input: z.object({}),
  output: z.object({ holidays: z.array(holiday) }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'bank-holiday.listed', subjects: about.nobody },
  async run(tx) {
    const first = today(tx)
    const year = Number(first.slice(0, 4))
    const last = `${year + YEARS - 1}-12-31`
    const entered = rowsAs<EnteredRow>(await tx.client.query(`${ENTERED} WHERE h.day BETWEEN $1 AND $2`, [first, last]))
    const days = new Set(entered.map(({ day }) => day))
    const standard = Array.from({ length: YEARS }, (_, index) => standardHolidays.ofYear(year + index))
      .flat()
      .filter(({ date }) => date >= first && !days.has(date))
      .map(({ date, name }) => ({
        day: date,
        title: name,
        observed: true,
        source: sourceOf(date),
        enteredBy: null,
        entered: false,
      }))
    const own = entered.map(({ version: _version, ...row }) => ({ ...row, entered: true }))
    return { holidays: [...standard, ...own].sort((a, b) => (a.day < b.day ? -1 : 1)) }
  },
})

function sourceOf(date: CivilDate): string {
  return PROCLAIMED.find((one) => one.date === date)?.source ?? BY_RULE
}

/** One that was entered, to be changed. */
export const showHoliday = query({
  name: 'bank-holiday.show',
  summary: 'Open a bank holiday that was entered',
  input: z.object({ day: civilDate('The day') }),
  output: holiday.extend({ version: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'bank-holiday.opened', subjects: ({ day }) => [{ kind: 'bank-holiday', id: day }] },
  async run(tx, { day }) {
    return { ...(await getHoliday(tx, day)), entered: true }
  },
})

/** Throws NotFound where none was entered for the day. */
export async function getHoliday(tx: Tx, day: string, lock: '' | 'FOR UPDATE OF h' = ''): Promise<EnteredRow> {
  const [row] = rowsAs<EnteredRow>(await tx.client.query(`${ENTERED} WHERE h.day = $1 ${lock}`, [getCivilDate(day)]))
  if (row === undefined) throw new NotFound({ kind: 'bank-holiday', id: day })
  return row
}
