import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { id, text } from '#platform/forms/fields.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { crimeDetail, crimeDetailOf } from '#kernel/occurrences/crime.ts'
import { findForce } from '#kernel/areas/reference/forces.ts'
import { PLACE_PRECISION_WORDS, SOURCES } from '../rules/precision-words.ts'
import { areaKindText, geometryJson } from './model.ts'

const occurrenceModel = z.object({
  id: z.int(),
  kind: z.enum(['crime', 'asb']),
  category: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  precision: z.enum(['minute', 'hour', 'day', 'month']),
  month: z.string(),
  place: z.string(),
  placePrecision: z.enum(keysOf(PLACE_PRECISION_WORDS)),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  cell: z.string().nullable(),
  lsoaCode: z.string().nullable(),
  outcome: z.string().nullable(),
  reference: z.string().nullable(),
  source: z.enum(SOURCES),
  publisher: z.string(),
  comparison: z.boolean(),
  /** How often the file has this very row, and which of them this is. */
  rowNumber: z.int().nullable(),
  knownAt: z.iso.datetime(),
  marking: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']),
  areas: z.array(
    z.object({ id: z.int(), kind: areaKindText, code: z.string(), name: z.string(), schematic: z.boolean() }),
  ),
  /** Of the smallest area that it lies in, for a small map. */
  outline: geometryJson.nullable(),
  import: z.object({ file: z.string(), at: z.string() }).nullable(),
})

export type OccurrenceModel = z.output<typeof occurrenceModel>

const opened = occurrenceModel.extend({ publisherName: z.string() }).extend(crimeDetail.shape)
type Opened = z.output<typeof opened>

/** The occurrence, and every person whom the answer names. */
const subjectsOf = ({ id, roles }: Opened) => [
  { kind: 'occurrence', id },
  ...new Map(roles.map(({ party }) => [party, { kind: 'party', id: party }])).values(),
]

export const openOccurrence = query({
  name: 'occurrence.open',
  summary: 'Everything that is known of one crime or incident',
  input: z.object({ id: id('Occurrence') }),
  output: opened,
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: { event: 'occurrence.opened', subjects: (_, output) => subjectsOf(output) },
  run: (tx, input) => readOccurrence(tx, input.id, String(input.id)),
})

/** The same by the number that the force's records system gives it: whoever has one at hand comes here from there. */
export const openOccurrenceByNumber = query({
  name: 'occurrence.open-by-number',
  summary: 'Everything that is known of the crime or incident with this number in the records system',
  input: z.object({ number: text('Number', 600) }),
  output: opened,
  access: { staff: 'any' },
  purpose: 'crime analysis',
  audit: { event: 'occurrence.opened-by-number', subjects: (_, output) => subjectsOf(output) },
  async run(tx, { number }) {
    const found = rowsAs<{ id: number }>(
      await tx.client.query(
        `SELECT id FROM occurrence WHERE external_reference = $1 AND source IN ('records-extract', 'demonstration')
         ORDER BY source DESC, id LIMIT 1`,
        [number],
      ),
    )[0]
    return readOccurrence(tx, found?.id ?? 0, number)
  },
})

/** Throws NotFound, which names what was asked for. */
async function readOccurrence(tx: Tx, id: number, asked: string): Promise<Opened> {
  const row = rowsAs<OccurrenceRow>(await tx.client.query(SQL, [id, AREA_ORDER]))[0]
  if (row === undefined) throw new NotFound({ kind: 'occurrence', id: asked })
  const { from, to, knownAt, ...rest } = row
  return {
    ...rest,
    ...(await crimeDetailOf(tx, id)),
    from: from.toISOString(),
    to: to.toISOString(),
    knownAt: knownAt.toISOString(),
    publisherName: findForce(row.publisher)?.name ?? row.publisher,
  }
}

type OccurrenceRow = Omit<OccurrenceModel, 'from' | 'to' | 'knownAt'> & {
  readonly from: Date
  readonly to: Date
  readonly knownAt: Date
}

const AREA_ORDER = keysOf(AREA_KINDS)

const SQL = `
  SELECT o.id, o.kind, o.category, o.happened_from AS "from", o.happened_to AS "to", o.precision,
    to_char(o.month, 'YYYY-MM') AS month, o.location_text AS place, o.location_precision AS "placePrecision",
    l.longitude, l.latitude, l.cell9 AS cell, o.lsoa_code AS "lsoaCode", o.outcome, o.external_reference AS reference,
    o.source, o.publisher, o.comparison, o.row_number AS "rowNumber", o.known_at AS "knownAt", o.marking,
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'code', a.code, 'name', a.name,
        'schematic', a.schematic) ORDER BY array_position($2, a.kind)), '[]')
      FROM location_area x JOIN area a ON a.id = x.area_id WHERE x.location_id = o.location_id) AS areas,
    (SELECT a.boundary FROM location_area x JOIN area a ON a.id = x.area_id
      WHERE x.location_id = o.location_id AND a.kind IN ('ward', 'neighbourhood', 'local-authority', 'policing-area')
      ORDER BY array_position($2, a.kind) DESC LIMIT 1) AS outline,
    (SELECT json_build_object('file', s.file_name, 'at', s.imported_at) FROM street_import s
      WHERE s.publisher = o.publisher AND s.imported_at = o.known_at AND o.source = 'street' LIMIT 1) AS import
  FROM occurrence o LEFT JOIN location l ON l.id = o.location_id WHERE o.id = $1`
