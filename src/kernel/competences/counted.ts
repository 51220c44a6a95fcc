import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { POLICING } from '../areas/policing.ts'
import type { CompetenceCode } from './competences.ts'

/**
 * TRN03 Of whom it is asked: officers and staff of the force with a posting on the day to a neighbourhood unit, that is one whose
 * area is a neighbourhood or a ward. A part of a WITH, by the name `counted (account, unit, area)`, with the day as an SQL
 * expression; one line for each unit that somebody is posted to. [default]
 */
export function countedOn(day: string): string {
  return `counted AS (SELECT DISTINCT p.account_id AS account, p.unit_id AS unit, u.area_id AS area
    FROM posting p JOIN unit u ON u.id = p.unit_id JOIN account c ON c.id = p.account_id
      JOIN area a ON a.id = u.area_id AND a.kind IN ('neighbourhood', 'ward')
    WHERE c.principal = 'staff' AND p.roles && ARRAY['officer', 'supervisor']
      AND p.starts <= ${day} AND (p.ends IS NULL OR p.ends >= ${day})
      AND (c.left_at IS NULL OR (c.left_at AT TIME ZONE 'Europe/London')::date > ${day}))`
}

export interface AreaCurrency {
  /** Id of a policing area. */
  readonly area: number
  readonly current: number
  readonly of: number
}

/**
 * How many of the people of each policing area's neighbourhood units are current on the day (TRN02, TRN03), of those whose
 * training the reader may see. Areas without anybody are left out. One statement.
 */
export async function currencyByArea(
  tx: Tx,
  competence: CompetenceCode,
  day: CivilDate,
): Promise<readonly AreaCurrency[]> {
  return rowsAs<AreaCurrency>(
    await tx.client.query(
      `WITH ${POLICING}, ${countedOn('$2::date')}
      SELECT p.policing AS area, count(DISTINCT c.account) FILTER (WHERE EXISTS (SELECT FROM competence_holding h
          WHERE h.account_id = c.account AND h.competence = $1 AND h.withdrawn_at IS NULL
            AND h.gained_on <= $2 AND h.expires_on >= $2))::integer AS current,
        count(DISTINCT c.account)::integer AS of
      FROM counted c JOIN policing p ON p.id = c.area
      WHERE c.account IN (SELECT reader_supervised()) OR c.account = (SELECT reader_account())
      GROUP BY 1 ORDER BY 1`,
      [competence, day],
    ),
  )
}
