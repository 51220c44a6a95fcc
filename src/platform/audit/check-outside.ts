import type { Tx } from '#platform/db/transaction.ts'
import type { Finding } from './findings.ts'
import type { Seal } from './seal.ts'

/** What no seal can show: rows that none covers or ever will, subjects without a row, months that are not attached. */
export async function checkOutside(tx: Tx, last: Seal | null): Promise<Finding[]> {
  return [...(await rowsOutside(tx, last)), ...(await subjectsAlone(tx))]
}

async function rowsOutside(tx: Tx, last: Seal | null): Promise<Finding[]> {
  const { rows } = await tx.client.query<{ rows: number; from: Date | null; to: Date | null }>(
    `SELECT count(*) AS rows, min(at) AS from, max(at) AS to FROM audit_event e
    WHERE NOT EXISTS (SELECT FROM audit_era a WHERE a.era = e.era)
      OR (e.era, e.xact) >= ((SELECT max(era) FROM audit_era), pg_snapshot_xmax(pg_current_snapshot()))
      OR e.era < $1 AND NOT EXISTS (SELECT FROM audit_seal s
        WHERE s.era = e.era AND e.xact >= s.from_xact AND e.xact < s.to_xact)`,
    [last?.era ?? 0],
  )
  const found = rows[0]
  if (found === undefined || found.rows === 0) return []
  const words = `${count(found.rows, 'audit row claims', 'audit rows claim')} a transaction that is over already and was not sealed, or that has not happened: inserted by hand.`
  return [
    {
      kind: 'rows-outside',
      seals: null,
      from: found.from?.toISOString() ?? null,
      to: found.to?.toISOString() ?? null,
      rows: found.rows,
      words,
    },
  ]
}

async function subjectsAlone(tx: Tx): Promise<Finding[]> {
  const { rows } = await tx.client.query<{ rows: number; from: Date | null; to: Date | null }>(
    `SELECT count(*) AS rows, min(s.at) AS from, max(s.at) AS to FROM audit_subject s
    WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.at = s.at AND e.id = s.audit_id)`,
  )
  const found = rows[0]
  if (found === undefined || found.rows === 0) return []
  return [
    {
      kind: 'subjects-alone',
      seals: null,
      from: found.from?.toISOString() ?? null,
      to: found.to?.toISOString() ?? null,
      rows: found.rows,
      words: `${count(found.rows, 'subject belongs', 'subjects belong')} to no audit row: rows were deleted, or subjects inserted by hand.`,
    },
  ]
}

function count(rows: number, one: string, many: string): string {
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? one : many}`
}
