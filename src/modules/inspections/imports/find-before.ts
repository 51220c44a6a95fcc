import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { ReadReport } from '../report/model.ts'
import { readReport } from '../report/read-report.ts'
import { differencesOf, type Differences } from '../rules/fnd08-same-report.ts'

/** A report that was imported before, as the same inspection. */
export interface Before {
  readonly inspection: string
  readonly importedAt: Date
  readonly importedBy: string
  /** This very text was imported. */
  readonly same: boolean
  /** What this copy differs in from the copy before; null where that cannot be read any more. */
  readonly differences: Differences | null
}

/** What stands for a pillar where a report is of the whole force. */
export const WHOLE_FORCE = 'Whole force'

/** Whether the same inspection was imported before; null where it was not. Locks nothing. */
export async function findBefore(tx: Tx, report: ReadReport, sha256: string): Promise<Before | null> {
  const copies = rowsAs<{ inspection: string; text: string; sha256: string; at: Date; by: string }>(
    await tx.client.query(
      `SELECT i.id AS inspection, c.report AS text, c.report_sha256 AS sha256, c.imported_at AS at, a.name AS by
      FROM inspection i JOIN inspection_copy c ON c.inspection_id = i.id JOIN account a ON a.id = c.imported_by
      WHERE i.force_name = $1 AND i.year = $2 AND i.pillar = $3 ORDER BY c.imported_at DESC`,
      [report.force, report.year, report.pillar ?? WHOLE_FORCE],
    ),
  )
  const same = copies.find((copy) => copy.sha256 === sha256)
  const latest = same ?? copies[0]
  if (latest === undefined) return null
  return {
    inspection: latest.inspection,
    importedAt: latest.at,
    importedBy: latest.by,
    same: same !== undefined,
    differences: same === undefined ? differencesFrom(latest.text, report) : null,
  }
}

function differencesFrom(before: string, now: ReadReport): Differences | null {
  try {
    return differencesOf(readReport(before), now)
  } catch {
    return null
  }
}
