import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { measureLine, readMeasureLines } from '../facts/measure-lines.ts'
import { findOpenVisit, visitModel } from '../visits/visit-row.ts'
import { PROVERS } from './readers.ts'

const drawnBefore = z.object({
  id: z.uuid(),
  month: z.string(),
  size: z.int(),
  inspectorSeed: z.string(),
  forceSeed: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})

/** What a sample can be drawn from: a measure, its months, and the samples that were drawn of it. Three statements. */
export const showDrawing = (measures: Measures) =>
  query({
    name: 'sample.begin',
    summary: 'A measure whose rows can be drawn, and what was drawn before',
    input: z.object({ measure: text('Measure', 40) }),
    output: z.object({
      measure: measureLine,
      visit: visitModel.nullable(),
      before: z.array(drawnBefore).readonly(),
    }),
    access: { staff: PROVERS },
    purpose: 'inspection visit',
    audit: { event: 'sample.begun', subjects: ({ measure }) => [{ kind: 'measure', id: measure }] },
    async run(tx, { measure: code }) {
      const [measure] = await readMeasureLines(tx, [measures.get(code)])
      if (measure === undefined) throw new NotFound({ kind: 'measure', id: code })
      const before = rowsAs<Omit<z.output<typeof drawnBefore>, 'at'> & { readonly at: Date }>(
        await tx.client.query(
          `SELECT s.id, to_char(s.month, 'YYYY-MM') AS month, cardinality(s.drawn) AS size, s.seed::text AS "inspectorSeed",
            s.force_seed::text AS "forceSeed", a.name AS by, s.drawn_at AS at
          FROM inspector_sample s JOIN account a ON a.id = s.drawn_by WHERE s.measure = $1 ORDER BY s.drawn_at DESC LIMIT 20`,
          [code],
        ),
      )
      return {
        measure,
        visit: await findOpenVisit(tx, tx.reader.account),
        before: before.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      }
    },
  })
