import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { RECORD_KINDS, recordKind } from '../records/record.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { sameVersion } from '../organisation/versions.ts'
import type { Guards } from '../records/guards.ts'
import { ASSIGNEE_KINDS, type Assignee } from './rules/act05-one-assignee.ts'

/** An action as it is read. `dueOn` is a civil date; times are instants. */
export const actionView = z.object({
  id: z.string(),
  title: z.string(),
  assignee: z.object({ kind: z.enum(ASSIGNEE_KINDS), name: z.string() }),
  dueOn: z.string().nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  endedAt: z.iso.datetime().nullable(),
  /** The outcome of one that is done, the reason of one that was dropped. */
  words: z.string().nullable(),
  marking: z.enum(MARKINGS),
  /** It is the reader's own to do, or their team's. */
  yours: z.boolean(),
  /** Its record; null where that is out of the reader's reach. */
  record: z.object({ id: z.string(), kind: recordKind, reference: z.string(), title: z.string() }).nullable(),
  version: z.int(),
})
export type ActionView = z.output<typeof actionView>

/** What guards an action stands on its row, and reads from the record only what the reader may. */
export interface ActionRow {
  readonly id: string
  readonly recordId: string
  readonly reference: string | null
  readonly recordKind: keyof typeof RECORD_KINDS | null
  readonly recordTitle: string | null
  readonly title: string
  readonly person: string | null
  readonly personName: string | null
  readonly unitId: number | null
  readonly unitName: string | null
  readonly agencyId: number | null
  readonly agencyName: string | null
  readonly dueOn: string | null
  readonly doneAt: Date | null
  readonly outcome: string | null
  readonly droppedAt: Date | null
  readonly droppedReason: string | null
  readonly marking: Guards['marking']
  readonly area: number | null
  readonly unit: number | null
  readonly owner: string | null
  readonly compartment: number | null
  readonly version: number
}

export const ACTION_COLUMNS = `t.id, t.record_id AS "recordId", r.reference, r.kind AS "recordKind", r.title AS "recordTitle",
  t.title, t.assignee_id AS person, p.name AS "personName", t.assignee_unit_id AS "unitId", u.name AS "unitName",
  t.assignee_agency_id AS "agencyId", g.name AS "agencyName", t.due_on::text AS "dueOn", t.done_at AS "doneAt", t.outcome,
  t.dropped_at AS "droppedAt", t.dropped_reason AS "droppedReason", t.marking, t.area_id AS area, t.unit_id AS unit,
  t.owner_id AS owner, t.compartment_id AS compartment, t.version`
/** The record comes in by a left join: whoever must do an action may see it without its record. */
export const ACTION_JOINS = `LEFT JOIN record r ON r.id = t.record_id LEFT JOIN account p ON p.id = t.assignee_id
  LEFT JOIN unit u ON u.id = t.assignee_unit_id LEFT JOIN agency g ON g.id = t.assignee_agency_id`

export function actionViewOf(row: ActionRow, reader: Tx['reader']): ActionView {
  return {
    id: row.id,
    title: row.title,
    assignee: { kind: assigneeOf(row).kind, name: row.personName ?? row.unitName ?? row.agencyName ?? '' },
    dueOn: row.dueOn,
    state: row.doneAt !== null ? 'done' : row.droppedAt !== null ? 'dropped' : 'open',
    endedAt: (row.doneAt ?? row.droppedAt)?.toISOString() ?? null,
    words: row.outcome ?? row.droppedReason,
    marking: row.marking,
    yours: isAssignee(row, reader),
    record:
      row.reference === null || row.recordKind === null || row.recordTitle === null
        ? null
        : { id: row.recordId, kind: row.recordKind, reference: row.reference, title: row.recordTitle },
    version: row.version,
  }
}

function assigneeOf({ person, unitId, agencyId }: ActionRow): Assignee {
  if (person !== null) return { kind: 'person', id: person }
  return unitId === null ? { kind: 'agency', id: agencyId ?? 0 } : { kind: 'team', id: unitId }
}

export function isAssignee({ person, unitId }: ActionRow, { account, units }: Tx['reader']): boolean {
  return (person !== null && person === account) || (unitId !== null && units.includes(unitId))
}

export function guardsOf({ area, unit, owner, marking, compartment }: ActionRow): Guards {
  return { area, unit, owner, marking, compartment }
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getAction(tx: Tx, id: string): Promise<ActionRow> {
  const [row] = rowsAs<ActionRow>(
    await tx.client.query(`SELECT ${ACTION_COLUMNS} FROM action t ${ACTION_JOINS} WHERE t.id = $1`, [id]),
  )
  if (row === undefined) throw new NotFound({ kind: 'action', id })
  return row
}

/** The same, locked until the transaction ends, to be changed. Throws Conflict when it was saved since `seen`. */
export async function lockAction(tx: Tx, id: string, seen: number): Promise<ActionRow> {
  await tx.client.query('SELECT FROM action WHERE id = $1 FOR UPDATE', [id])
  const row = await getAction(tx, id)
  sameVersion(row, seen)
  return row
}

export const actionId = z.uuid({ error: 'This is not the reference of an action' })
