import { z } from 'zod'
import { standing } from '#calculations/clocks/standing.ts'
import { RECORD_KINDS } from '../records/record.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { STANDING_CODES } from './standings.ts'

/** A line of a list of duties. */
export const dutyLine = z.object({
  id: z.uuid(),
  title: z.string(),
  rule: z.string(),
  standing: z.enum(STANDING_CODES),
  /** Null: no clock, it is stopped, or its event has no date yet. */
  dueAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  owner: z.string().nullable(),
  unit: z.string().nullable(),
  area: z.string().nullable(),
  /** The record that it is owed about, where the reader may open it. */
  about: z.object({ reference: z.string(), href: z.string() }).nullable(),
  marking: z.enum(MARKINGS),
})
export type DutyLine = z.output<typeof dutyLine>

/** What of a row says how it stands. */
export interface StandingRow {
  readonly dueAt: Date | null
  readonly warnAt: Date | null
  readonly pausedAt: Date | null
  readonly metAt: Date | null
  readonly waivedAt: Date | null
  readonly supersededAt: Date | null
  readonly supersededKind: 'corrected' | 'changed' | 'voided' | null
}

export const STANDING_COLUMNS = `d.due_at AS "dueAt", d.warn_at AS "warnAt", d.paused_at AS "pausedAt", d.met_at AS "metAt",
  d.waived_at AS "waivedAt", d.superseded_at AS "supersededAt",
  d.superseded_kind AS "supersededKind"`

/** What was replaced is that before anything else: its ending went over to what took its place. */
export function standingOf(row: StandingRow, now: Date) {
  const { pausedAt, supersededAt, supersededKind, ...facts } = row
  if (supersededAt !== null) return supersededKind === 'voided' ? 'cancelled' : 'superseded'
  const pauses = pausedAt === null ? [] : [{ from: pausedAt, to: null }]
  return standing({ ...facts, supersededAt, pauses }, now)
}

type Row = Omit<DutyLine, 'standing' | 'dueAt' | 'endedAt' | 'about'> &
  StandingRow & {
    readonly endedAt: Date | null
    readonly record: string | null
    readonly reference: string | null
    readonly kind: keyof typeof RECORD_KINDS | null
  }

/** Reads lines: `chosen` is a statement that gives the ids, in order, under the name `id`; names are looked up after. */
export async function readLines(
  tx: Tx,
  chosen: string,
  order: string,
  values: readonly unknown[],
): Promise<DutyLine[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT d.id, d.title, d.rule, ${STANDING_COLUMNS}, d.ended_at AS "endedAt", d.marking, a.name AS owner,
        u.name AS unit, e.name AS area, r.id AS record, r.reference, r.kind
      FROM (${chosen}) AS d LEFT JOIN account a ON a.id = d.owner_id LEFT JOIN unit u ON u.id = d.unit_id
        LEFT JOIN area e ON e.id = d.area_id LEFT JOIN record r ON r.id = d.record_id
      ORDER BY ${order}`,
      [...values],
    ),
  )
  return rows.map((row) => lineOf(row, tx.now))
}

function lineOf({ record, reference, kind, ...row }: Row, now: Date): DutyLine {
  return {
    id: row.id,
    title: row.title,
    rule: row.rule,
    standing: standingOf(row, now),
    dueAt: row.dueAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    owner: row.owner,
    unit: row.unit,
    area: row.area,
    about:
      record === null || reference === null || kind === null
        ? null
        : { reference, href: `${RECORD_KINDS[kind].href}${record}` },
    marking: row.marking,
  }
}
