import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { cancelStarted } from '../duties/changed.ts'
import type { FollowedCrime } from './read-crimes.ts'

/**
 * Takes over another time of report on the victims that the extract brought. Where another code governs by it, what events of
 * the case started by the old one is cancelled. Gives those to whom the same events are to be owed by the new code.
 */
export async function correctReport(tx: Tx, crime: FollowedCrime): Promise<ReadonlySet<string>> {
  const code = codeInForce(londonDateAt(crime.reportedAt))
  const changed = rowsAs<{ id: string; code: string | null }>(
    await tx.client.query(
      `SELECT id, code FROM victim WHERE occurrence_id = $1 AND source = 'extract' AND reported_at <> $2 FOR UPDATE`,
      [crime.id, crime.reportedAt],
    ),
  )
  if (changed.length === 0) return new Set()
  const other = changed.filter((victim) => victim.code !== code).map(({ id }) => id)
  const events = rowsAs<{ id: string }>(
    await tx.client.query('SELECT id FROM case_event WHERE occurrence_id = $1', [crime.id]),
  )
  if (other.length > 0)
    for (const { id } of events)
      await cancelStarted(tx, other, id, 'Another code governs: the report was on another day')
  await tx.client.query('UPDATE victim SET reported_at = $2, code = $3 WHERE id = ANY ($1::uuid[])', [
    changed.map(({ id }) => id),
    crime.reportedAt,
    code,
  ])
  return new Set(other)
}
