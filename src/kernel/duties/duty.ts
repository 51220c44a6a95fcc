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
  const [duty] = await lockDuties(tx, [id])
  if (duty === undefined) throw new NotFound({ kind: 'duty', id })
  if (seen !== undefined) sameVersion(duty, seen)
  return duty
}

/** Those of these duties that are within reach, locked in order of id until the transaction ends. */
export async function lockDuties(tx: Tx, ids: readonly string[]): Promise<readonly Duty[]> {
  const rows = rowsAs<DutyRow>(
    await tx.client.query(`SELECT ${COLUMNS} FROM duty WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [ids]),
  )
  return rows.map(({ area, unit, owner, marking, compartment, subjectKind, subjectId, ...rest }) => ({
    ...rest,
    subject: { kind: subjectKind, id: subjectId },
    guards: { area, unit, owner, marking, compartment },
  }))
}

/** Whether it is still owed. */
export function isOpen({ metAt, waivedAt, supersededAt }: Pick<Duty, 'metAt' | 'waivedAt' | 'supersededAt'>): boolean {
  return metAt === null && waivedAt === null && supersededAt === null
}

/** The new times of a locked duty, and since when its clock is stopped. */
export interface NewTimes {
  readonly id: string
  readonly times: Times
  readonly pausedAt: Date | null
}

/** Keeps the new times of locked duties, as their next version, in one statement. */
export async function saveTimes(tx: Tx, changes: readonly NewTimes[]): Promise<void> {
  if (changes.length === 0) return
  await tx.client.query(
    `UPDATE duty d SET due_at = c.due, paused_at = c.paused, warn_at = c.warn, next_look_at = c.look, crossed = c.crossed,
      version = version + 1
    FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::integer[])
      AS c (id, due, paused, warn, look, crossed)
    WHERE d.id = c.id`,
    [
      changes.map(({ id }) => id),
      changes.map(({ times }) => times.dueAt),
      changes.map(({ pausedAt }) => pausedAt),
      changes.map(({ times }) => times.warnAt),
      changes.map(({ times }) => times.nextLookAt),
      changes.map(({ times }) => times.crossed),
    ],
  )
}
