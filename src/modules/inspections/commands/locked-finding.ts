import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { lockRecord, type RecordRow } from '#kernel/records/record.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound, RuleRefused } from '#platform/errors/errors.ts'
import type { Answer } from '../rules/fnd06-answer.ts'
import { isStage, stageAfter, type Act, type Stage } from '../rules/fnd04-stages.ts'

export interface LockedFinding {
  readonly record: RecordRow
  readonly stage: Stage
  readonly due: CivilDate | null
  readonly answer: Answer | null
}

/** The finding, locked and not changed since `seen`. Throws NotFound and Conflict. */
export async function lockFinding(tx: Tx, id: string, seen: number): Promise<LockedFinding> {
  const record = await lockRecord(tx, 'finding', id, seen)
  const [row] = rowsAs<{ due: CivilDate | null; answer: Answer | null }>(
    await tx.client.query('SELECT due::text, answer FROM finding WHERE id = $1', [id]),
  )
  if (row === undefined) throw new NotFound({ kind: 'finding', id })
  return { record, stage: isStage(record.stage) ? record.stage : 'not-started', ...row }
}

/** The stage that the act leads to. Throws RuleRefused (FND04) where it cannot be done. */
export function stageOrRefused(stage: Stage, act: Act): Stage {
  const next = stageAfter(stage, act)
  if (typeof next === 'string') return next
  throw refused(next)
}

export function refused({ rule, message }: Refusal): RuleRefused {
  return new RuleRefused(rule, message)
}
