import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { lockRecord, type RecordRow } from '#kernel/records/record.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { owes, type OwedOn } from '../duties/owed.ts'
import type { InspectorateStatus } from '../rules/fnd05-inspectorate.ts'
import type { Answer } from '../rules/fnd06-answer.ts'
import type { PlannedFinding } from '../rules/fnd09-choices.ts'
import { isStage, stageAfter, type Act, type Stage } from '../rules/fnd04-stages.ts'

export interface LockedFinding {
  readonly record: RecordRow
  readonly stage: Stage
  readonly due: CivilDate | null
  readonly answer: Answer | null
  /** Something is owed on it by a time: its report asks for it, and the inspectorate has not completed it. */
  readonly owes: boolean
  /** It would owe, but that the inspectorate has completed it. */
  readonly reopens: boolean
}

/** The finding, locked and not changed since `seen`. Throws NotFound and Conflict. */
export async function lockFinding(tx: Tx, id: string, seen: number): Promise<LockedFinding> {
  const record = await lockRecord(tx, 'finding', id, seen)
  const [row] = rowsAs<{
    due: CivilDate | null
    answer: Answer | null
    kind: PlannedFinding['kind']
    status: InspectorateStatus
  }>(
    await tx.client.query('SELECT due::text, answer, kind, inspectorate_status AS status FROM finding WHERE id = $1', [
      id,
    ]),
  )
  if (row === undefined) throw new NotFound({ kind: 'finding', id })
  return {
    record,
    stage: isStage(record.stage) ? record.stage : 'not-started',
    due: row.due,
    answer: row.answer,
    owes: owes(row.kind) && row.status !== 'complete',
    reopens: owes(row.kind) && row.status === 'complete',
  }
}

export function owedOn({ record }: LockedFinding): OwedOn {
  return { id: record.id, title: record.title, guards: record.guards }
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
