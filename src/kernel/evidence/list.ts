import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { EVIDENCE_SELECT, evidenceViewOf, type EvidenceRow, type EvidenceView } from './row.ts'

/** No page shows more; nothing of a force has so many. */
const MOST = 500

/** The evidence of a record that the reader may see: what stands, the newest day first, then what was withdrawn. */
export function evidenceOf(tx: Tx, record: string): Promise<EvidenceView[]> {
  return list(tx, 'e.record_id = $1', record)
}

/** The same for a question of a framework, `PEEL2016/E1` or `PEEL2016/E1.2`, and for the questions below it. */
export function evidenceForQuestion(tx: Tx, question: string): Promise<EvidenceView[]> {
  return list(tx, `(e.question = $1 OR e.question LIKE replace(replace($1, '%', ''), '_', '\\_') || '.%')`, question)
}

async function list(tx: Tx, where: string, value: string): Promise<EvidenceView[]> {
  const rows = rowsAs<EvidenceRow>(
    await tx.client.query(
      `${EVIDENCE_SELECT} WHERE ${where}
      ORDER BY e.withdrawn_at IS NOT NULL, e.observed_on DESC, e.added_at DESC, e.id LIMIT ${MOST}`,
      [value],
    ),
  )
  return rows.map((row) => evidenceViewOf(tx, row))
}
