import { z } from 'zod'
import { download } from '#kernel/operations.ts'
import { bodyWithin, EXPORT_FORMATS, exportBody, exportHead } from '#platform/exports/export-file.ts'
import type { Cell } from '#platform/exports/rows.ts'
import { about } from '#platform/operations/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { optionalChoice } from '../queries/filters.ts'
import {
  countIncidents,
  incidentsWhere,
  INCIDENT_COLUMNS,
  type IncidentRow,
  type IncidentsWanted,
} from '../queries/incident-rows.ts'
import { incidentFilters, incidentsAsked } from '../queries/incidents-asked.ts'
import { PLACE_PRECISION_WORDS, SOURCE_WORDS, whenPrecisionWords } from '../rules/precision-words.ts'
import { whatWords } from '../rules/what.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { nothingToExport } from './nothing-to-export.ts'

/**
 * The rows behind a number, however many: read by a cursor while they are sent, in a transaction of their own as the same
 * reader, so that only a batch of them is ever in memory.
 */
export const exportIncidents = download({
  name: 'incidents.export',
  summary: 'Download the crimes and incidents behind a number',
  input: z.object({ ...incidentFilters, format: optionalChoice('Format', EXPORT_FORMATS) }),
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: {
    event: 'incidents.exported',
    subjects: about.nobody,
    detail: ({ format, ...filters }, { rows, fileName }) => ({ ...filters, format, rows, fileName }),
  },
  async run(tx, input, later) {
    const { found, area, publisherName } = await incidentsAsked(tx, input)
    if (found === null) throw nothingToExport()
    const { shown, wanted } = found
    const rows = await countIncidents(tx, wanted)
    const where = area?.name ?? publisherName
    // The highest that the reader may open: which rows are marked so is not known before they are read.
    const marking = tx.reader.clearance
    const file = {
      format: input.format ?? 'csv',
      marking,
      name: `${whatWords(shown.what).toLowerCase()}, ${where}, ${shown.from} to ${shown.to}`,
      rows,
    } as const
    const notes = [
      `${whatWords(shown.what)}: ${where}, ${shown.from} to ${shown.to}`,
      `Source: ${SOURCE_WORDS[shown.source]}, published by ${publisherName}. Months counted: ${shown.counted.join(' ')}`,
    ]
    const body = bodyWithin((send) =>
      later(async (own) => send(exportBody(file, { notes, columns: COLUMNS, rows: batchesOf(own, wanted) }))),
    )
    return { ...exportHead(file), body }
  },
})

const COLUMNS = [
  'Number',
  'Category',
  'Month',
  'From',
  'To (not included)',
  'Known to',
  'Place',
  'How exact the place is',
  'Latitude',
  'Longitude',
  'Last outcome',
  'Publisher’s reference',
  'Source',
] as const

const BATCH = 2_000

type ExportRow = IncidentRow & { readonly latitude: number | null; readonly longitude: number | null }

async function* batchesOf(tx: Tx, wanted: IncidentsWanted): AsyncGenerator<readonly (readonly Cell[])[]> {
  const { sql, values } = incidentsWhere(wanted)
  await tx.client.query(
    `DECLARE incidents NO SCROLL CURSOR FOR SELECT ${INCIDENT_COLUMNS}, l.latitude, l.longitude
     FROM occurrence o LEFT JOIN location l ON l.id = o.location_id WHERE ${sql} ORDER BY o.month DESC, o.id DESC`,
    [...values],
  )
  for (;;) {
    const rows = rowsAs<ExportRow>(await tx.client.query(`FETCH ${BATCH} FROM incidents`))
    if (rows.length === 0) return
    yield rows.map(cellsOf)
  }
}

function cellsOf(row: ExportRow): readonly Cell[] {
  const [from, to] = [row.from.toISOString(), row.to.toISOString()]
  return [
    row.id,
    categoryWords(row.category),
    row.month,
    from,
    to,
    whenPrecisionWords({ from, to, precision: row.precision, month: row.month }),
    row.place,
    PLACE_PRECISION_WORDS[row.placePrecision],
    row.latitude,
    row.longitude,
    row.outcome,
    row.reference,
    SOURCE_WORDS[row.source],
  ]
}
