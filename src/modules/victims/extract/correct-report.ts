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
export async function correctReports(tx: Tx, crimes: readonly FollowedCrime[]): Promise<ReadonlySet<string>> {
  if (crimes.length === 0) return new Set()
  const changed = rowsAs<Changed>(
    await tx.client.query(
      `SELECT v.id, v.code, v.occurrence_id AS occurrence FROM victim v
      WHERE v.occurrence_id = ANY ($1::bigint[]) AND v.source = 'extract' AND v.reported_at <> (
        SELECT c.at FROM unnest($1::bigint[], $2::timestamptz[]) AS c (id, at) WHERE c.id = v.occurrence_id)
      ORDER BY v.id FOR UPDATE OF v`,
      [crimes.map(({ id }) => id), crimes.map(({ reportedAt }) => reportedAt)],
    ),
  )
  const anew: string[] = []
  for (const crime of crimes) {
    const own = changed.filter(({ occurrence }) => occurrence === crime.id)
    if (own.length > 0) anew.push(...(await correctReport(tx, crime, own)))
  }
  return new Set(anew)
}

interface Changed {
  readonly id: string
  readonly code: string | null
  readonly occurrence: number
}

async function correctReport(tx: Tx, crime: FollowedCrime, changed: readonly Changed[]): Promise<readonly string[]> {
  const code = codeInForce(londonDateAt(crime.reportedAt))
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
  return other
}
