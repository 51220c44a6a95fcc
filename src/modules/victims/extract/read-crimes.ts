import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** A crime as the records system tells of it, so far as its victims are concerned. Times are instants. */
export interface FollowedCrime {
  readonly id: number
  readonly number: string | null
  readonly offenceCode: string | null
  readonly offenceClass: string | null
  readonly offenceWords: string
  readonly reportedAt: Date
  readonly recordedAt: Date | null
  readonly outcomeCode: string | null
  /** The civil date of the outcome. */
  readonly outcomeOn: string | null
  readonly marking: Marking
  readonly area: number | null
  /** By the unit that the records system names, or that of the officer in the case. */
  readonly unit: number | null
  readonly unitArea: number | null
  readonly owner: string | null
  readonly victims: readonly {
    readonly party: number
    readonly kind: 'person' | 'organisation'
    readonly marking: Marking
  }[]
}

/**
 * Crimes with a time of report, of these occurrences. Whose they are: the officer whose number the records system gives, where
 * they work here now and may open it; the unit that it names by code or name; and the smallest area of where it happened.
 */
export async function readCrimes(tx: Tx, occurrences: readonly number[]): Promise<readonly FollowedCrime[]> {
  return rowsAs<FollowedCrime>(await tx.client.query(SQL, [occurrences, tx.now]))
}

const SQL = `SELECT o.id, o.external_reference AS number, c.offence_code AS "offenceCode", c.offence_class AS "offenceClass",
    c.offence_words AS "offenceWords", c.reported_at AS "reportedAt", c.recorded_at AS "recordedAt",
    c.outcome_code AS "outcomeCode", c.outcome_on::text AS "outcomeOn", greatest(o.marking, c.marking) AS marking,
    (SELECT l.area_id FROM location_area l JOIN area a ON a.id = l.area_id
      WHERE l.location_id = o.location_id AND a.kind IN ('neighbourhood', 'ward', 'policing-area')
      ORDER BY array_position('{neighbourhood,ward,policing-area}'::text[], a.kind), a.id LIMIT 1) AS area,
    coalesce(u.id, w.unit) AS unit, coalesce(u.area_id, w.area) AS "unitArea", w.id AS owner,
    coalesce((SELECT json_agg(json_build_object('party', v.party, 'kind', v.kind, 'marking', v.marking) ORDER BY v.party)
      FROM (SELECT p.id AS party, p.kind, max(greatest(r.marking, p.marking)) AS marking
        FROM party_role r JOIN party p ON p.id = r.party_id
        WHERE r.occurrence_id = o.id AND r.role = 'victim' AND p.kind IN ('person', 'organisation')
        GROUP BY p.id, p.kind) v), '[]') AS victims
  FROM occurrence o JOIN crime c ON c.occurrence_id = o.id
    LEFT JOIN LATERAL (SELECT a.id, p.unit_id AS unit, n.area_id AS area
      FROM account a JOIN posting p ON p.account_id = a.id JOIN unit n ON n.id = p.unit_id
      WHERE a.principal = 'staff' AND a.number = ANY (regexp_split_to_array(c.officer, '[[:space:],]+'))
        AND (a.left_at IS NULL OR a.left_at > $2)
        AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
        AND a.clearance >= greatest(o.marking, c.marking)
      ORDER BY a.id, p.starts DESC LIMIT 1) w ON true
    LEFT JOIN LATERAL (SELECT n.id, n.area_id FROM unit n
      WHERE c.unit <> '' AND n.valid_to IS NULL AND lower(c.unit) IN (lower(n.code), lower(n.name))
      ORDER BY n.id LIMIT 1) u ON true
  WHERE o.id = ANY ($1::bigint[]) AND o.kind = 'crime' AND NOT o.comparison AND c.reported_at IS NOT NULL ORDER BY o.id`
