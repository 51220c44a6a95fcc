import { z } from 'zod'
import { formatMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { wholeNumber } from '#platform/forms/fields.ts'
import { PROVERS } from './readers.ts'
import { openRows, rowShown } from './row-openers.ts'

export const sampleModel = z.object({
  id: z.uuid(),
  measure: z.string(),
  measureName: z.string(),
  version: z.int(),
  month: z.string(),
  inspectorSeed: z.string(),
  forceSeed: z.string(),
  /** Rows that were open to whoever drew it, and those that count besides. */
  population: z.int(),
  beyond: z.int(),
  sha256: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Sample = z.output<typeof sampleModel>

interface Row extends Omit<Sample, 'at' | 'measureName'> {
  readonly at: Date
  readonly month: CivilMonth
  readonly drawn: readonly string[]
}

const sampleId = z.uuid({ error: 'This is not the reference of a sample' })
const drawnRow = z.object({ number: z.int(), shown: rowShown.nullable() })

/** A sample as it was drawn: how, and its rows as this reader may open them now. */
export const openSample = (measures: Measures) =>
  query({
    name: 'sample.open',
    summary: 'A sample as it was drawn, with its rows as you may open them',
    input: z.object({ id: sampleId }),
    output: z.object({ sample: sampleModel, rows: z.array(drawnRow).readonly() }),
    access: { staff: PROVERS },
    purpose: 'inspection visit',
    audit: {
      event: 'sample.opened',
      subjects: ({ id }, { sample }) => [
        { kind: 'inspector-sample', id },
        { kind: 'measure', id: sample.measure },
      ],
    },
    async run(tx, { id }) {
      const { sample, drawn } = await getSample(tx, measures, id)
      const shown = await openRows(tx, drawn)
      return { sample, rows: drawn.map((row, at) => ({ number: at + 1, shown: shown.get(row) ?? null })) }
    },
  })

const trailLine = z.object({ at: z.iso.datetime(), event: z.string(), by: z.string() })

/** One row of a sample, and its trail: who opened or changed it, as the audit has it. */
export const openSampleRow = (measures: Measures) =>
  query({
    name: 'sample.row',
    summary: 'A row of a sample, as you may see it, with its trail',
    input: z.object({ id: sampleId, number: wholeNumber('Row', { min: 1, max: 50 }) }),
    output: z.object({
      sample: sampleModel,
      number: z.int(),
      /** `occurrence:9` */
      row: z.string(),
      shown: rowShown,
      trail: z.array(trailLine).readonly(),
    }),
    access: { staff: PROVERS },
    purpose: 'inspection visit',
    audit: {
      event: 'sample.row-opened',
      subjects: ({ id }, { row }) => [{ kind: 'inspector-sample', id }, subjectOf(row)],
    },
    async run(tx, { id, number }) {
      const { sample, drawn } = await getSample(tx, measures, id)
      const row = drawn[number - 1]
      const shown = row === undefined ? undefined : (await openRows(tx, [row])).get(row)
      if (row === undefined || shown === undefined) throw new NotFound({ kind: 'inspector-sample', id })
      return { sample, number, row, shown, trail: await trailOf(tx, row) }
    },
  })

function subjectOf(row: string): { readonly kind: string; readonly id: string } {
  const [kind = '', id = ''] = row.split(':')
  return { kind, id }
}

const TRAIL = 50

/** Who opened or changed a row that this reader may open themselves, the newest first. */
async function trailOf(tx: Tx, row: string): Promise<readonly z.output<typeof trailLine>[]> {
  const { kind, id } = subjectOf(row)
  const rows = await asService(tx, async () =>
    rowsAs<{ at: Date; event: string; by: string }>(
      await tx.client.query(
        `SELECT e.at, e.event, coalesce(a.name, e.system_name, 'the system') AS by
        FROM audit_subject s JOIN audit_event e ON e.at = s.at AND e.id = s.audit_id
          LEFT JOIN account a ON a.id = e.account_id
        WHERE s.kind = $1 AND s.subject = $2 AND e.outcome IN ('done', 'intended')
        ORDER BY s.at DESC, s.audit_id DESC LIMIT ${TRAIL}`,
        [kind, id],
      ),
    ),
  )
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
}

async function getSample(
  tx: Tx,
  measures: Measures,
  id: string,
): Promise<{ readonly sample: Sample; readonly drawn: readonly string[] }> {
  const [row] = rowsAs<Row>(
    await tx.client.query(
      `SELECT s.id, s.measure, s.measure_version AS version, to_char(s.month, 'YYYY-MM') AS month,
        s.seed::text AS "inspectorSeed", s.force_seed::text AS "forceSeed", s.population, s.beyond,
        s.population_sha256 AS sha256, a.name AS by, s.drawn_at AS at, s.drawn
      FROM inspector_sample s JOIN account a ON a.id = s.drawn_by WHERE s.id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'inspector-sample', id })
  const { drawn, at, ...rest } = row
  const measureName = measures.find(row.measure)?.name ?? row.measure
  return { sample: { ...rest, measureName, month: formatMonth(row.month), at: at.toISOString() }, drawn }
}
