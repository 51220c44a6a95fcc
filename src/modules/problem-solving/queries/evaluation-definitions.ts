import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { EvaluationDefinition } from './evaluation-model.ts'

type Area = EvaluationDefinition['treated'][number]
type Row = Omit<EvaluationDefinition, 'treated' | 'comparison' | 'ring' | 'chosenAt'> & {
  readonly treated: readonly number[]
  readonly comparison: readonly number[]
  readonly ring: readonly number[]
  readonly areas: readonly Area[]
  readonly chosenAt: Date
}

/** What a plan is evaluated by, every version, the latest first; none that is out of this reader's reach. One statement. */
export async function evaluationsOf(tx: Tx, plan: string): Promise<readonly EvaluationDefinition[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT e.id, e.version, e.categories, e.treated, e.comparison, e.ring, e.before_from::text AS "beforeFrom",
        e.before_to::text AS "beforeTo", e.after_from::text AS "afterFrom", e.after_to::text AS "afterTo", e.reason,
        a.name AS "chosenBy", e.chosen_at AS "chosenAt",
        (SELECT json_agg(json_build_object('id', r.id, 'name', r.name) ORDER BY r.name, r.id) FROM area r
          WHERE r.id = ANY (e.treated || e.comparison || e.ring)) AS areas
      FROM problem_evaluation e JOIN account a ON a.id = e.chosen_by WHERE e.plan_id = $1 ORDER BY e.version DESC`,
      [plan],
    ),
  )
  return rows.map(({ areas, treated, comparison, ring, ...row }) => {
    const named = (ids: readonly number[]) => areas.filter(({ id }) => ids.includes(id))
    return {
      ...row,
      treated: named(treated),
      comparison: named(comparison),
      ring: named(ring),
      chosenAt: row.chosenAt.toISOString(),
    }
  })
}
