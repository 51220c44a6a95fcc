import type { Pause } from '#calculations/clocks/pauses.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { DutyRules } from './registry.ts'
import type { Limit } from './times.ts'

/** The little of a duty that its time is reckoned from. */
export interface Head {
  readonly id: string
  readonly rule: string
  readonly ruleFrom: string
  readonly countsFrom: Date | null
}

/** What binds a duty, and what stopped its clock, the duties whose place it took included. */
export interface DutyCourse {
  /** Its own limit first. Empty where this release has no such rule any more: then nothing is reckoned. */
  readonly limits: readonly Limit[]
  readonly pauses: readonly DutyPause[]
}

export interface DutyPause extends Pause {
  readonly duty: string
}

interface EarlierRow extends Head {
  readonly by: string
  readonly kind: 'corrected' | 'changed'
}

/** Reads the courses of many duties at once: two statements, and one more for each generation of replaced duties. */
export async function readCourses(
  tx: Pick<Tx, 'client'>,
  rules: DutyRules,
  heads: readonly Head[],
): Promise<ReadonlyMap<string, DutyCourse>> {
  const headOf = new Map(heads.map(({ id }) => [id, id]))
  const limits = new Map<string, Limit[]>(heads.map((head) => [head.id, limitOf(rules, head)]))
  for (let ids: readonly string[] = heads.map(({ id }) => id); ids.length > 0;) {
    const rows = await readEarlier(tx, ids)
    for (const row of rows) {
      const head = headOf.get(row.by) ?? row.by
      headOf.set(row.id, head)
      // What was corrected binds no more; what stood in its place was changed, not lifted.
      if (row.kind === 'changed') limits.get(head)?.push(...limitOf(rules, row))
    }
    ids = rows.map(({ id }) => id)
  }
  const pauses = await readPauses(tx, headOf)
  return new Map(heads.map(({ id }) => [id, { limits: limits.get(id) ?? [], pauses: pauses.get(id) ?? [] }]))
}

function limitOf(rules: DutyRules, { rule: code, ruleFrom, countsFrom }: Head): Limit[] {
  const rule = rules.find(code, ruleFrom)
  return rule === undefined ? [] : [{ rule, countsFrom }]
}

async function readEarlier(tx: Pick<Tx, 'client'>, ids: readonly string[]): Promise<readonly EarlierRow[]> {
  return rowsAs<EarlierRow>(
    await tx.client.query(
      `SELECT id, superseded_by AS by, superseded_kind AS kind, rule, rule_from AS "ruleFrom", counts_from AS "countsFrom"
      FROM duty WHERE superseded_by = ANY ($1::uuid[])`,
      [ids],
    ),
  )
}

async function readPauses(tx: Pick<Tx, 'client'>, headOf: ReadonlyMap<string, string>) {
  const rows = rowsAs<DutyPause>(
    await tx.client.query(
      `SELECT duty_id AS duty, starts_at AS "from", ends_at AS "to" FROM duty_pause WHERE duty_id = ANY ($1::uuid[])
      ORDER BY starts_at`,
      [[...headOf.keys()]],
    ),
  )
  const byHead = new Map<string, DutyPause[]>()
  for (const row of rows) {
    const head = headOf.get(row.duty) ?? row.duty
    byHead.set(head, [...(byHead.get(head) ?? []), row])
  }
  return byHead
}
