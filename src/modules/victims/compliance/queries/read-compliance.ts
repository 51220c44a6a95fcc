import { getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Counted } from '../rules/vco06-by-right.ts'

/** Whose duties: the whole force’s, or those of a policing area or of a unit. */
export interface Within {
  readonly area: number | null
  readonly unit: number | null
}

type Row = Omit<Counted, 'month'> & { readonly month: string }

const COUNTED = `SELECT to_char(c.month, 'YYYY-MM') AS month, c.rule, sum(c.in_time)::integer AS "inTime", sum(c.late)::integer AS late,
    sum(c.waived)::integer AS waived, sum(c.overdue)::integer AS overdue, sum(c.unknown)::integer AS unknown,
    coalesce((SELECT array_agg(l) FROM unnest(string_to_array(string_agg(nullif(array_to_string(c.lateness, ','), ''), ','), ',')::integer[]) AS l),
      '{}') AS lateness
  FROM victim_compliance c`

/** What was counted from one month to another, both included, by duty rule: of the force as published; else what the reader reaches. */
export async function readCompliance(
  tx: Tx,
  from: CivilMonth,
  to: CivilMonth,
  { area, unit }: Within,
): Promise<readonly Counted[]> {
  const read = async (): Promise<readonly Counted[]> => {
    const rows = rowsAs<Row>(
      await tx.client.query(
        `WITH ${POLICING} ${COUNTED} LEFT JOIN policing p ON p.id = c.area_id
        WHERE c.month >= ($1 || '-01')::date AND c.month <= ($2 || '-01')::date
          AND ($3::bigint IS NULL OR c.area_id = $3 OR p.policing = $3) AND ($4::bigint IS NULL OR c.unit_id = $4)
        GROUP BY c.month, c.rule ORDER BY c.month, c.rule`,
        [from, to, area, unit],
      ),
    )
    return rows.map(({ month, ...row }) => ({ ...row, month: getCivilMonth(month) }))
  }
  return area === null && unit === null ? asService(tx, read) : read()
}

/** The policing areas and units that owed something in these months and that the reader covers, whole. */
export async function readReach(tx: Tx, from: CivilMonth, to: CivilMonth) {
  const read = async (statement: string) =>
    rowsAs<{ id: number; name: string }>(
      await tx.client.query(statement, [from, to, tx.reader.forceWide, tx.reader.areas, tx.reader.units]),
    )
  const counted = `SELECT DISTINCT area_id, unit_id FROM victim_compliance
    WHERE month >= ($1 || '-01')::date AND month <= ($2 || '-01')::date`
  return {
    areas: await read(
      `WITH ${POLICING}, counted AS (${counted}) SELECT DISTINCT a.id, a.name FROM counted c
        JOIN policing p ON p.id = c.area_id JOIN area a ON a.id = p.policing AND ($3 OR a.id = ANY ($4::bigint[])) AND $5::bigint[] IS NOT NULL ORDER BY a.name, a.id`,
    ),
    units: await read(
      `WITH counted AS (${counted}) SELECT DISTINCT u.id, u.name FROM counted c JOIN unit u ON u.id = c.unit_id AND ($3 OR u.id = ANY ($5::bigint[])) AND $4::bigint[] IS NOT NULL ORDER BY u.name, u.id`,
    ),
  }
}
