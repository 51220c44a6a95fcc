import { randomUUID } from 'node:crypto'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { PatternSettings } from '../reference/settings.ts'
import { isProposedAgain } from '../rules/pop02-grown-again.ts'
import { findKnown, type Known } from './find-known.ts'
import { areaOf, markingOf, type FoundPattern, type PatternRow } from './pattern.ts'

/** How many were new, had grown since somebody decided on them, were still there, were left alone, and are no more. */
export interface Stored {
  readonly proposed: number
  readonly again: number
  readonly kept: number
  readonly leftAlone: number
  readonly gone: number
}

interface Looked {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly asOf: CivilDate
}

/** Stores what was found, each pattern once. Runs as the system. */
export async function storePatterns(
  tx: Tx,
  found: readonly FoundPattern[],
  looked: Looked,
  settings: PatternSettings,
): Promise<Stored> {
  const counts = { proposed: 0, again: 0, kept: 0, leftAlone: 0 }
  const seen = new Set<string>()
  for (const pattern of found) {
    const known = await findKnown(tx, pattern)
    if (known !== null && seen.has(known.id)) continue
    const fate = fateOf(known, pattern, looked, settings)
    counts[fate]++
    if (known !== null) seen.add(known.id)
    if (fate === 'leftAlone') continue
    const id = known?.id ?? randomUUID()
    seen.add(id)
    await (known === null ? insert(tx, id, pattern, looked) : update(tx, id, pattern, looked))
    await putRows(tx, id, pattern.rows)
  }
  const { rowCount } = await tx.client.query(
    `UPDATE problem_candidate SET state = 'gone', version = version + 1 WHERE state = 'open' AND NOT id = ANY ($1)`,
    [[...seen]],
  )
  return { ...counts, gone: rowCount ?? 0 }
}

/** What becomes of a pattern. What a person decided on stays decided unless it grew; what is worked on stays with its plan. */
function fateOf(
  known: Known | null,
  { rows }: FoundPattern,
  { asOf }: Looked,
  settings: PatternSettings,
): 'proposed' | 'again' | 'kept' | 'leftAlone' {
  if (known === null) return 'proposed'
  if (known.state === 'open' || known.state === 'gone') return 'kept'
  const { decidedFirstOn: firstOn, decidedLastOn: lastOn, decidedCount: count } = known
  if (known.planOpen || known.mergedOpen || firstOn === null || lastOn === null || count === null) return 'leftAlone'
  const since = rows.filter(({ on }) => on > lastOn).length
  return isProposedAgain({ firstOn, lastOn, count }, since, asOf, settings) ? 'again' : 'leftAlone'
}

async function insert(tx: Tx, id: string, pattern: FoundPattern, { from, to }: Looked): Promise<void> {
  await tx.client.query(
    `INSERT INTO problem_candidate (id, kind, evidence_key, category, cell, location_id, party_id, first_on, last_on, count,
      expected, q, found_at, looked_at, area_id, marking)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15)`,
    [
      id,
      pattern.kind,
      pattern.key,
      pattern.category,
      pattern.cell,
      pattern.location,
      pattern.party,
      from,
      to,
      pattern.rows.length,
      pattern.expected,
      pattern.q,
      tx.now,
      areaOf(pattern.rows),
      markingOf(pattern.rows),
    ],
  )
}

/** What somebody said to it before stays as its reason. */
async function update(tx: Tx, id: string, pattern: FoundPattern, { from, to }: Looked): Promise<void> {
  await tx.client.query(
    `UPDATE problem_candidate SET first_on = $2, last_on = $3, count = $4, expected = $5, q = $6, looked_at = $7, area_id = $8,
      marking = $9, state = 'open', decided_by = NULL, decided_at = NULL, plan_id = NULL, merged_into = NULL,
      decided_first_on = NULL, decided_last_on = NULL, decided_count = NULL,
      version = version + (state <> 'open')::integer
    WHERE id = $1`,
    [
      id,
      from,
      to,
      pattern.rows.length,
      pattern.expected,
      pattern.q,
      tx.now,
      areaOf(pattern.rows),
      markingOf(pattern.rows),
    ],
  )
}

async function putRows(tx: Tx, id: string, rows: readonly PatternRow[]): Promise<void> {
  await tx.client.query('DELETE FROM problem_candidate_row WHERE candidate_id = $1', [id])
  await tx.client.query(
    `INSERT INTO problem_candidate_row (candidate_id, occurrence_id, area_id, marking)
    SELECT $1, given, $3, $4 FROM unnest($2::bigint[]) AS given`,
    [id, rows.map((row) => row.id), areaOf(rows), markingOf(rows)],
  )
}
