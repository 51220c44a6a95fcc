import { EVIDENCE_SELECT, evidenceViewOf, type EvidenceRow, type EvidenceView } from '#kernel/evidence/row.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** No page shows more. */
const MOST = 500

/**
 * The evidence on the questions of a framework and on these findings that is open to this reader and stands, the newest day
 * first. One statement.
 */
export async function evidenceOn(
  tx: Tx,
  framework: string,
  findings: readonly string[],
): Promise<readonly EvidenceView[]> {
  const rows = rowsAs<EvidenceRow>(
    await tx.client.query(
      `${EVIDENCE_SELECT} WHERE (starts_with(e.question, $1) OR e.record_id = ANY ($2::uuid[])) AND e.withdrawn_at IS NULL
      ORDER BY e.observed_on DESC, e.added_at DESC, e.id LIMIT ${MOST}`,
      [`${framework}/`, findings],
    ),
  )
  return rows.map((row) => evidenceViewOf(tx, row))
}
