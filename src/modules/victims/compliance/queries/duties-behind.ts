import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { AT_ONCE_RULES, CLOCKLESS_RULES } from '../rules/vco01-counted-under.ts'
import { dated, STOPPED, UNDATED, UNDATED_HOW } from './count-duties.ts'
import { areasIn, type Within } from './read-compliance.ts'

/** How duties were kept, or all that was owed. */
export type How = 'owed' | 'in-time' | 'late' | 'waived' | 'overdue' | 'unknown'

export interface Behind extends Within {
  readonly from: Date
  readonly to: Date
  readonly rules: readonly string[]
  readonly how: How
  readonly page: number
}

/**
 * The duties of a page behind a number, by when they were due, and how many there are, up to 1,000. No more than that are looked at
 * of what fell due, which goes by the indexes of the lists; the rest follows where there are fewer.
 */
export async function dutiesBehind(
  tx: Tx,
  { from, to, rules, how, area, unit, page }: Behind,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const values: unknown[] = [from, to, tx.now, rules, CLOCKLESS_RULES, AT_ONCE_RULES]
  const value = (given: unknown) => `$${values.push(given)}`
  const place = [
    ...(area === null ? [] : [`d.area_id = ANY (${areasIn(value(area))})`]),
    ...(unit === null ? [] : [`d.unit_id = ${value(unit)}`]),
  ]
  const and = place.map((one) => ` AND ${one}`).join('')
  const [row] = rowsAs<{ ids: readonly string[]; total: number }>(
    await tx.client.query(
      `WITH dated AS MATERIALIZED (${
        OF_TIME.filter(({ has }) => has.includes(how))
          .map(({ ended }) =>
            part(`d.ended_at ${ended} AND ${dated('d.list_at')}${DATED_LIKE[how]}${and}`, 'd.list_at, d.id'),
          )
          .join(' UNION ALL ') || NOTHING
      }),
        undated AS MATERIALIZED (${part(
          `${UNDATED} AND ${matches(UNDATED_HOW, how)}${and} AND (SELECT count(*) FROM dated) < ${MOST_COUNTED}`,
          'd.triggered_at, d.id',
        )}),
        stopped AS MATERIALIZED (${how === 'unknown' ? `SELECT DISTINCT d.id, d.list_at ${STOPPED}${and}` : NOTHING}),
        behind AS (SELECT id, min(list_at) AS at FROM (TABLE dated UNION ALL TABLE undated UNION ALL TABLE stopped) AS every GROUP BY id)
      SELECT (SELECT least(count(*), ${MOST_COUNTED})::integer FROM behind) AS total,
        ARRAY(SELECT id FROM behind ORDER BY at, id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}) AS ids,
        $5::text[] AS clockless, $6::text[] AS "atOnce"`,
      values,
    ),
  )
  return { ids: row?.ids ?? [], total: row?.total ?? 0 }
}

const NOTHING = 'SELECT d.id, d.list_at FROM duty d WHERE false'

/** What fell due is over or still open; each has indexes of its own. */
const OF_TIME: readonly { readonly ended: string; readonly has: readonly How[] }[] = [
  { ended: 'IS NOT NULL', has: ['owed', 'in-time', 'late', 'waived'] },
  { ended: 'IS NULL', has: ['owed', 'overdue'] },
]

const part = (which: string, order: string) =>
  `(SELECT d.id, d.list_at FROM duty d WHERE ${which} ORDER BY ${order} LIMIT ${MOST_COUNTED})`

/** DATED_HOW of what is over, or open, said so that the planner knows how many there are and which index has them. */
const DATED_LIKE: Readonly<Record<How, string>> = {
  owed: '',
  'in-time': ` AND d.met_at IS NOT NULL AND date_trunc('second', d.met_at) <= d.due_at`,
  late: ` AND d.met_at > d.due_at AND date_trunc('second', d.met_at) > d.due_at`,
  waived: ' AND d.met_at IS NULL AND d.waived_at IS NOT NULL',
  overdue: '',
  unknown: '',
}

function matches(kept: string, how: How): string {
  return how === 'owed' ? `${kept} <> 'unknown'` : `${kept} = '${how}'`
}
