import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LEAST_BITS } from '#kernel/parties/matching/mappings.ts'
import { rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '#kernel/parties/identities/proposal.ts'
import type { Store } from '#platform/db/transaction.ts'
import { figure, type Figure } from './figure.ts'

/** Bits beyond the least from which proposals are looked at as well, to see what another threshold would do. */
const HIGHER = [0, 1, 2, 3, 4, 5, 7, 10]

const lines = z.array(z.object({ kind: z.string(), reference: z.string(), truth: z.string() }))

/**
 * What of a kind is put before the reviewers beside what the generator knows (`truth.csv` of this folder): the share of the
 * proposals that are right, and the share of all pairs of records of one person or place that are proposed, at several thresholds.
 * Records under a false name, which nothing shows to be of their person, are among what is missed.
 */
export async function proposalFigures(
  owner: Store,
  truthFolder: string,
  of: Extract<MatchedKind, 'person' | 'address'>,
  storeBytes: number,
): Promise<Figure[]> {
  const truth = new Map(
    lines
      .parse(parse(readFileSync(join(truthFolder, 'truth.csv'), 'utf8'), { columns: true }))
      .filter(({ kind }) => kind === of)
      .map(({ reference, truth: whose }) => [reference, whose]),
  )
  // Of an address the truth is the reference of the record that was there first, which has no line of its own.
  if (of === 'address') for (const first of new Set(truth.values())) truth.set(first, first)
  const counts = new Map<string, number>()
  for (const whose of truth.values()) counts.set(whose, (counts.get(whose) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const proposals = rowsAs<{ weight: number; left: string; right: string }>(
    await owner.pool.query(
      `SELECT m.weight, a.source_reference AS "left", b.source_reference AS "right"
      FROM match_proposal m JOIN party a ON a.id = m.left_party JOIN party b ON b.id = m.right_party WHERE m.kind = $1`,
      [of],
    ),
  ).map(({ weight, left, right }) => ({ weight, same: (truth.get(left) ?? left) === (truth.get(right) ?? right) }))
  const at = (bits: number) => {
    const some = proposals.filter(({ weight }) => weight >= bits)
    const right = some.filter(({ same }) => same).length
    return { count: some.length, precision: right / Math.max(1, some.length), recall: right / Math.max(1, all) }
  }
  const curve = HIGHER.map((more) => {
    const { count, precision, recall } = at(LEAST_BITS + more)
    return `${LEAST_BITS + more} bits: ${count} proposed, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
  }).join('; ')
  const { precision, recall } = at(LEAST_BITS)
  const [stored] = rowsAs<{ parties: number }>(
    await owner.pool.query('SELECT count(*)::integer AS parties FROM party WHERE kind = $1', [of]),
  )
  const common = { part: 'matching', role: 'fp_matcher', rows: stored?.parties ?? 0, storeBytes, unit: 'share' }
  return [
    figure({ ...common, name: `Proposed pairs that are of one ${of}`, value: precision, note: curve }),
    figure({
      ...common,
      name: `Pairs of one ${of} that are proposed`,
      value: recall,
      note: `of ${all} pairs that the generator knows`,
    }),
  ]
}
