import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { categoryWords, whenWords } from '#modules/crime-levels/index.ts'
import { dayAndTime } from '#ui/words/dates.ts'

/** A row of a sample as a visitor is shown it: what it says, and what of it is left out. */
export const rowShown = z.object({
  title: z.string(),
  facts: z.array(z.tuple([z.string(), z.string()])).readonly(),
  /** What a visitor is not shown, in a sentence. */
  leftOut: z.string(),
  marking: z.enum(MARKINGS),
})
export type RowShown = z.output<typeof rowShown>

/** Opens rows of one kind, by id; those that are not open to the reader are not among what it gives. One statement. */
type Opener = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, RowShown>>

interface OccurrenceRow {
  readonly id: string
  readonly kind: 'crime' | 'asb'
  readonly category: string
  readonly from: Date
  readonly to: Date
  readonly precision: 'minute' | 'hour' | 'day' | 'month'
  readonly month: string
  readonly place: string
  readonly placePrecision: 'exact' | 'snapped' | 'none'
  readonly outcome: string | null
  readonly publisher: string
  readonly knownAt: Date
  readonly marking: RowShown['marking']
}

const openOccurrences: Opener = async (tx, ids) => {
  const rows = rowsAs<OccurrenceRow>(
    await tx.client.query(
      `SELECT o.id::text, o.kind, o.category, o.happened_from AS "from", o.happened_to AS "to", o.precision,
        to_char(o.month, 'YYYY-MM') AS month, o.location_text AS place, o.location_precision AS "placePrecision", o.outcome,
        o.publisher, o.known_at AS "knownAt", o.marking
      FROM occurrence o WHERE o.id = ANY ($1::bigint[])`,
      [ids.filter((id) => /^\d{1,15}$/.test(id))],
    ),
  )
  return new Map(rows.map((row) => [row.id, occurrenceShown(row)]))
}

function occurrenceShown(row: OccurrenceRow): RowShown {
  const when = whenWords({ ...row, from: row.from.toISOString(), to: row.to.toISOString() })
  const exact = row.placePrecision === 'exact'
  return {
    title: `${categoryWords(row.category)}, ${when}`,
    facts: [
      ['What', row.kind === 'asb' ? 'an incident of anti-social behaviour, not a crime' : 'a crime'],
      ['When', when],
      ['Where', exact || row.place === '' ? (exact ? 'left out' : 'no place given') : row.place],
      ['Last outcome', row.outcome ?? 'none given'],
      ['Published by', row.publisher],
      ['Came here', instant(row.knownAt)],
    ],
    leftOut: `The point on the map and the publisher’s reference${exact ? ', and the exact place' : ''}.`,
    marking: row.marking,
  }
}

interface DutyRow {
  readonly id: string
  readonly rule: string
  readonly triggeredBy: string
  readonly triggeredAt: Date
  readonly dueAt: Date | null
  readonly metAt: Date | null
  readonly waivedAt: Date | null
  readonly waivedRank: string | null
  readonly marking: RowShown['marking']
}

const openDuties: Opener = async (tx, ids) => {
  const rows = rowsAs<DutyRow>(
    await tx.client.query(
      `SELECT d.id::text, d.rule, d.triggered_by AS "triggeredBy", d.triggered_at AS "triggeredAt", d.due_at AS "dueAt",
        d.met_at AS "metAt", d.waived_at AS "waivedAt", d.waived_rank AS "waivedRank", d.marking
      FROM duty d WHERE d.id::text = ANY ($1)`,
      [ids],
    ),
  )
  return new Map(rows.map((row) => [row.id, dutyShown(row)]))
}

function dutyShown(row: DutyRow): RowShown {
  return {
    title: `Duty under ${row.rule}, started ${instant(row.triggeredAt)}`,
    facts: [
      ['Rule', row.rule],
      ['Started by', `${row.triggeredBy}, ${instant(row.triggeredAt)}`],
      ['Due', row.dueAt === null ? 'no clock' : instant(row.dueAt)],
      ['Met', row.metAt === null ? 'not met' : instant(row.metAt)],
      ['Let go', row.waivedAt === null ? 'no' : `${instant(row.waivedAt)}, by ${row.waivedRank ?? ''}`],
    ],
    leftOut: 'Whom it is about, who owes it, and what anybody wrote about it.',
    marking: row.marking,
  }
}

function instant(at: Date): string {
  return dayAndTime(at.toISOString())
}

const OPENERS: Readonly<Record<string, Opener>> = { occurrence: openOccurrences, duty: openDuties }

/** Rows by their full ids, `occurrence:9`; a kind that nobody can show a visitor yet is not among them. */
export async function openRows(tx: Tx, drawn: readonly string[]): Promise<ReadonlyMap<string, RowShown>> {
  const shown = new Map<string, RowShown>()
  for (const [kind, open] of Object.entries(OPENERS)) {
    const ids = drawn.flatMap((id) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : []))
    if (ids.length === 0) continue
    for (const [id, row] of await open(tx, ids)) shown.set(`${kind}:${id}`, row)
  }
  return shown
}
