import type { DutyStanding } from '#kernel/duties/standings.ts'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import type { Reader } from '#platform/access/reader.ts'
import { scopeOf, wholeSecond, type Scope, type Value } from '#kernel/duties/scope.ts'
import { isEnded } from '#kernel/duties/standings.ts'

/** What is asked for, and after which place of the list. */
export interface DutiesAsked {
  readonly of: Scope
  readonly rule: string | null
  readonly standing: DutyStanding | null
  /** Those that fell due in this month, whatever became of them; null for what is owed now. */
  readonly due: string | null
  readonly area: number | null
  readonly unit: number | null
  readonly after: Place | null
}

/** The last line of a page: when it is due or ended (null: no due time), and its id. */
export interface Place {
  readonly at: string | null
  readonly id: string
}

export const DUTIES_A_PAGE = 50

/** A statement for the rows of a page and one more, and how they are in order. */
export interface Chosen {
  readonly statement: string
  readonly order: string
  readonly values: readonly unknown[]
  /** Which column places a line: `due_at` or `ended_at`. */
  readonly by: 'due' | 'ended'
}

/** Chooses by indexes alone: open duties by time left, ended ones by when they ended, those of a month by when they were due. */
export function chooseDuties(asked: DutiesAsked, reader: Reader, now: Date): Chosen {
  const values: unknown[] = []
  const value = (given: unknown): string => `$${values.push(given)}`
  const over = asked.standing !== null && isEnded(asked.standing)
  const ended = asked.due === null && over
  const conditions = [
    scopeOf(asked.of, reader, value),
    asked.rule === null ? null : `d.rule = ${value(asked.rule)}`,
    asked.area === null ? null : `d.area_id = ${value(asked.area)}`,
    asked.unit === null ? null : `d.unit_id = ${value(asked.unit)}`,
    ...monthOf(asked.due, value),
    asked.standing === null
      ? null
      : STANDS[asked.standing](
          () => `${value(now)}::timestamptz`,
          () => `${value(wholeSecond(now))}::timestamptz`,
        ),
    afterPlace(asked.after, ended, value),
  ]
  const where = conditions.filter((condition) => condition !== null).join(' AND ')
  const order = ended ? 'd.ended_at DESC, d.id DESC' : `d.list_at, d.id`
  const page = `ORDER BY ${order} LIMIT ${DUTIES_A_PAGE + 1}`
  const among = (state: string) =>
    `SELECT d.* FROM duty d WHERE ${[where, state].filter(Boolean).join(' AND ')} ${page}`
  return {
    statement: asked.due !== null && asked.standing === null ? both(among, page) : among(over ? ENDED : OPEN),
    order,
    values,
    by: ended ? 'ended' : 'due',
  }
}

const OPEN = 'd.ended_at IS NULL'
const ENDED = 'd.ended_at IS NOT NULL'

/** A page of what is open and what is over together: each by its own index, and of both the first. */
function both(among: (state: string) => string, page: string): string {
  return `SELECT d.* FROM ((${among(OPEN)}) UNION ALL (${among(ENDED)})) AS d ${page}`
}

/** By their place in the lists, which is when they are due, since that is what they are found by. */
function monthOf(due: string | null, value: Value): string[] {
  if (due === null) return []
  const month = getCivilMonth(due)
  const start = (of: string) => startOfLondonDay(getCivilDate(`${of}-01`))
  const [from, to] = [value(start(month)), value(start(addMonths(month, 1)))]
  return [`d.list_at >= ${from}`, `d.list_at < ${to}`, 'd.superseded_at IS NULL']
}

type Condition = (now: () => string, second: () => string) => string

/** The columns by which each is told among what is open or over, as `standing` tells it; each asks for the moments that it needs. */
const STANDS: Readonly<Record<DutyStanding, Condition>> = {
  overdue: (_now, second) => `d.list_at < ${second()}`,
  'due-soon': (now, second) => `d.list_at >= ${second()} AND d.warn_at <= ${now()}`,
  'not-due': (now, second) =>
    `d.paused_at IS NULL AND d.list_at >= ${second()} AND coalesce(d.warn_at, 'infinity') > ${now()}`,
  paused: () => 'd.paused_at IS NOT NULL',
  'met-on-time': () => `d.met_at IS NOT NULL AND d.superseded_at IS NULL
    AND (d.due_at IS NULL OR date_trunc('second', d.met_at) <= d.due_at)`,
  // The second says the same and more, and the first is what an index can hold.
  'met-late': () => `d.met_at > d.due_at AND d.superseded_at IS NULL AND date_trunc('second', d.met_at) > d.due_at`,
  waived: () => 'd.waived_at IS NOT NULL AND d.superseded_at IS NULL',
  superseded: () => `d.superseded_at IS NOT NULL AND d.superseded_kind <> 'voided'`,
  cancelled: () => `d.superseded_kind = 'voided'`,
}

function afterPlace(after: Place | null, ended: boolean, value: Value): string | null {
  if (after === null) return null
  const at = value(after.at ?? 'infinity')
  const id = value(after.id)
  return ended
    ? `(d.ended_at, d.id) < (${at}::timestamptz, ${id}::uuid)`
    : `(d.list_at, d.id) > (${at}::timestamptz, ${id}::uuid)`
}
