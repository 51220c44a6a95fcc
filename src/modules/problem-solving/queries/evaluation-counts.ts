import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { HARM_EDITION } from '#kernel/offences/harm.ts'
import type { Times } from '../rules/pop17-times.ts'

export interface CountsWanted extends Times {
  readonly publisher: string
  readonly precision: 'day' | 'month'
  readonly categories: readonly string[]
  readonly areas: readonly number[]
  /** The first month of the series; its last is that of the last day after. */
  readonly firstMonth: CivilMonth
}

export interface AreaMonth {
  readonly area: number
  /** `2026-03` */
  readonly month: string
  readonly events: number
  /** Of them, how many lie in the time before, and in the time after. */
  readonly before: number
  readonly after: number
}

/** A day by which rows with a day are counted; those of street files by their month, which is all that is known. */
const ON = { day: `(o.happened_from AT TIME ZONE 'Europe/London')::date`, month: 'o.month' } as const

const PLACED = 'JOIN location_area la ON la.location_id = o.location_id'
const ROWS = (precision: 'day' | 'month') => `
  WHERE o.publisher = $1 AND NOT o.comparison AND la.area_id = ANY ($2::bigint[]) AND o.category = ANY ($3)
    AND o.precision ${precision === 'month' ? '=' : '<>'} 'month'`

/** Counts by area and month of the rows that this reader may open, in one statement. What is not there is nought. */
export async function countAreas(tx: Tx, wanted: CountsWanted): Promise<readonly AreaMonth[]> {
  const { publisher, areas, categories, firstMonth, precision } = wanted
  const on = ON[precision]
  return rowsAs<AreaMonth>(
    await tx.client.query(
      `SELECT la.area_id AS area, to_char(${on}, 'YYYY-MM') AS month, count(*)::integer AS events,
        count(*) FILTER (WHERE ${on} BETWEEN $4::date AND $5::date)::integer AS before,
        count(*) FILTER (WHERE ${on} BETWEEN $6::date AND $7::date)::integer AS after
      FROM occurrence o ${PLACED} ${ROWS(precision)}
        AND o.month BETWEEN (($8 || '-01')::date - interval '1 month') AND date_trunc('month', $7::date) + interval '1 month'
        AND ${on} BETWEEN ($8 || '-01')::date AND $7::date
      GROUP BY 1, 2`,
      [publisher, areas, categories, wanted.beforeFrom, wanted.beforeTo, wanted.afterFrom, wanted.afterTo, firstMonth],
    ),
  )
}

export interface OffenceCount {
  readonly area: number
  readonly offence: string
  /** Null: not known, which is not nought. */
  readonly days: number | null
  readonly before: number
  readonly after: number
}

/** Crimes of the two times by offence, with the value of each in the index's own days, as far as this reader may open them. */
export async function countOffences(tx: Tx, wanted: CountsWanted): Promise<readonly OffenceCount[]> {
  const { publisher, areas, categories, precision } = wanted
  const on = ON[precision]
  return rowsAs<OffenceCount>(
    await tx.client.query(
      `SELECT la.area_id AS area, coalesce(nullif(c.offence_words, ''), c.offence_class, 'not said') AS offence,
        CASE WHEN c.harm_edition = $8 THEN c.harm_days END AS days,
        count(*) FILTER (WHERE ${on} <= $5::date)::integer AS before, count(*) FILTER (WHERE ${on} >= $6::date)::integer AS after
      FROM occurrence o ${PLACED} JOIN crime c ON c.occurrence_id = o.id ${ROWS(precision)}
        AND o.month BETWEEN $4::date - interval '2 months' AND $7::date + interval '1 month'
        AND (${on} BETWEEN $4::date AND $5::date OR ${on} BETWEEN $6::date AND $7::date)
      GROUP BY 1, 2, 3`,
      [
        publisher,
        areas,
        categories,
        wanted.beforeFrom,
        wanted.beforeTo,
        wanted.afterFrom,
        wanted.afterTo,
        HARM_EDITION,
      ],
    ),
  )
}
