import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { sameVersion } from '../organisation/versions.ts'
import type { Guards } from '../records/guards.ts'
import type { Head } from './courses.ts'
import type { Times } from './times.ts'

/** What a duty is owed about. */
export interface DutySubject {
  readonly kind: string
  readonly id: string
}

/** A duty as it is kept. Times are instants. */
export interface Duty extends Head {
  readonly record: string | null
  readonly subject: DutySubject
  readonly title: string
  readonly triggeredBy: string
  readonly triggeredAt: Date
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
  readonly crossed: number
  readonly guards: Guards
  readonly metAt: Date | null
  readonly waivedAt: Date | null
  readonly supersededAt: Date | null
  readonly version: number
}

type DutyRow = Omit<Duty, 'guards' | 'subject'> & Guards & { readonly subjectKind: string; readonly subjectId: string }

const COLUMNS = `id, rule, rule_from AS "ruleFrom", counts_from AS "countsFrom", record_id AS record,
  subject_kind AS "subjectKind", subject_id AS "subjectId", title, triggered_by AS "triggeredBy",
  triggered_at AS "triggeredAt", due_at AS "dueAt", paused_at AS "pausedAt", crossed, area_id AS area, unit_id AS unit, owner_id AS owner,
  marking, compartment_id AS compartment, met_at AS "metAt", waived_at AS "waivedAt", superseded_at AS "supersededAt",
  version`

/**
 * The duty, locked until the transaction ends. Throws NotFound, whether there is none or it is out of reach, and Conflict
 * when it was saved since `seen`.
 */
export async function lockDuty(tx: Tx, id: string, seen?: number): Promise<Duty> {
  const [row] = rowsAs<DutyRow>(await tx.client.query(`SELECT ${COLUMNS} FROM duty WHERE id = $1 FOR UPDATE`, [id]))
  if (row === undefined) throw new NotFound({ kind: 'duty', id })
  if (seen !== undefined) sameVersion(row, seen)
  const { area, unit, owner, marking, compartment, subjectKind, subjectId, ...rest } = row
  return { ...rest, subject: { kind: subjectKind, id: subjectId }, guards: { area, unit, owner, marking, compartment } }
}

/** Whether it is still owed. */
export function isOpen({ metAt, waivedAt, supersededAt }: Pick<Duty, 'metAt' | 'waivedAt' | 'supersededAt'>): boolean {
  return metAt === null && waivedAt === null && supersededAt === null
}

/** Keeps the new times of a duty, and since when its clock is stopped, as its next version. */
export async function saveTimes(
  tx: Tx,
  duty: Pick<Duty, 'id' | 'version'>,
  times: Times,
  pausedAt: Date | null,
): Promise<void> {
  await tx.db
    .updateTable('duty')
    .set({
      due_at: times.dueAt,
      paused_at: pausedAt,
      warn_at: times.warnAt,
      next_look_at: times.nextLookAt,
      crossed: times.crossed,
      version: duty.version + 1,
    })
    .where('id', '=', duty.id)
    .execute()
}
