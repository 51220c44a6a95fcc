import { z } from 'zod'
import { readTables, type TableRow } from '#kernel/measures/read.ts'
import type { Figure } from '#kernel/measures/figure.ts'
import type { Measure } from '#kernel/measures/define.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { download } from '#kernel/operations.ts'
import { batchOf, EXPORT_FORMATS, exportBody, exportHead } from '#platform/exports/export-file.ts'
import type { Cell } from '#platform/exports/rows.ts'
import { choice, text } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { namesOf } from './names.ts'
import { REST_WORDS } from './show-measure.ts'

const MARKING = 'OFFICIAL'

/** Published figures, small numbers withheld as on the page, so that no fresh proof of identity is asked for. */
export const exportMeasure = (measures: Measures) =>
  download({
    name: 'measure.export',
    summary: 'Download every figure of a measure, by month and area or unit',
    input: z.object({ code: text('Measure', 40), format: choice('Format', EXPORT_FORMATS).optional() }),
    access: { staff: 'any' },
    purpose: 'effectiveness',
    audit: {
      event: 'measure.exported',
      subjects: ({ code }) => [{ kind: 'measure', id: code }],
      detail: ({ format }, { rows, fileName }) => ({ format, rows, fileName }),
    },
    async run(tx, input) {
      const measure = measures.get(input.code)
      const rows = await rowsOf(tx, measure)
      const file = {
        format: input.format ?? 'csv',
        marking: MARKING,
        name: `${measure.code} ${measure.name.toLowerCase()}`,
        rows: rows.length,
      } as const
      const notes = [
        `${measure.code}, version ${measure.version}: ${measure.name}, ${measure.unit}`,
        measure.definition,
        `Above the line: ${measure.numerator}${measure.denominator === null ? '' : ` Below it: ${measure.denominator}`} Unknown: ${measure.unknown}`,
        `Source: ${measure.source} Authority: ${measure.authority}.`,
        'Intervals are 95%. Counts from 1 to 4 by area or team are given as “fewer than 5”, and others withheld with them.',
      ]
      return { ...exportHead(file), body: exportBody(file, { notes, columns: COLUMNS, rows: batchOf(rows) }) }
    },
  })

const COLUMNS = [
  'Measure',
  'Version',
  'Month',
  'By',
  'Name',
  'Numerator',
  'Denominator',
  'Unknown',
  'Value',
  'Unit',
  'Interval low',
  'Interval high',
] as const

async function rowsOf(tx: Tx, measure: Measure): Promise<Cell[][]> {
  const { force, tables } = await readTables(tx, measure)
  const rows = force.map((figure) => cellsOf(measure, 'force', 'Whole force', figure))
  for (const { by, months } of tables) {
    const flat = months.flat()
    const names = await namesOf(
      tx,
      by,
      flat.flatMap(({ id }) => id ?? []),
    )
    const nameOf = ({ id }: TableRow): string => (id === null ? REST_WORDS[by] : (names.get(id) ?? `No. ${id}`))
    rows.push(...flat.map((row) => cellsOf(measure, by, nameOf(row), row.figure)))
  }
  return rows
}

function cellsOf(measure: Measure, by: 'force' | 'area' | 'unit', name: string, figure: Figure): Cell[] {
  const { month, numerator, denominator, unknown, value, interval, withheld } = figure
  const rounded = (number: number | null | undefined): number | null =>
    number === null || number === undefined ? null : Number(number.toFixed(4))
  return [
    measure.code,
    measure.version,
    month,
    by === 'unit' ? 'team' : by,
    name,
    withheld?.numerator ?? numerator,
    withheld?.denominator ?? denominator,
    unknown,
    rounded(value),
    measure.unit,
    rounded(interval?.low),
    rounded(interval?.high),
  ]
}
