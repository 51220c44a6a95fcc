import { today } from '#kernel/organisation/today.ts'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { ageOn, type EvidenceAge } from '#kernel/evidence/rules/evd01-age.ts'
import { rowsAs } from '#platform/edge.ts'
import type { FindingSummary } from './finding-model.ts'

type EvidenceSeen = FindingSummary['evidence']

/** For each finding with evidence in this reader's reach: how fresh the freshest is, its day, and how many there are. */
export async function evidenceOf(tx: Tx, findings: readonly string[]): Promise<ReadonlyMap<string, EvidenceSeen>> {
  const rows = rowsAs<{ finding: string; observedOn: CivilDate; keepsDays: number }>(
    await tx.client.query(
      `SELECT record_id AS finding, observed_on::text AS "observedOn", keeps_days AS "keepsDays" FROM evidence
      WHERE record_id = ANY ($1) AND withdrawn_at IS NULL`,
      [findings],
    ),
  )
  const on = today(tx)
  const seen = new Map<string, EvidenceSeen>()
  // Days and lengths come again and again: each pair is reckoned once.
  const known = new Map<string, EvidenceSeen['freshness']>()
  for (const { finding, ...evidence } of rows) {
    const key = `${evidence.observedOn} ${evidence.keepsDays}`
    const freshness = known.get(key) ?? freshnessOf(ageOn({ ...evidence, withdrawnOn: null }, on))
    known.set(key, freshness)
    const before = seen.get(finding)
    const count = (before?.count ?? 0) + 1
    const better = before === undefined || ORDER[freshness] < ORDER[before.freshness]
    const newest = [before?.newest ?? '', evidence.observedOn].sort()[1] ?? null
    seen.set(finding, { freshness: better ? freshness : before.freshness, newest, count })
  }
  return seen
}

const ORDER = { fresh: 0, ageing: 1, stale: 2, none: 3 } as const

function freshnessOf(age: EvidenceAge): EvidenceSeen['freshness'] {
  return age === 'withdrawn' ? 'none' : age
}
