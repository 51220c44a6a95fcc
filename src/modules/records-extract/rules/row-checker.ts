import { hash } from 'node:crypto'
import type { Fault } from '#platform/imports/fault.ts'
import { CellFault } from './cell-fault.ts'
import { Cells } from './cells.ts'
import { EXTRACT_KINDS, type ExtractKind } from './kinds/all.ts'
import type { Kind, RowContext } from './kinds/define.ts'
import type { ExtractMapping } from './mapping.ts'

/** A row that may be staged. */
export interface CheckedRow {
  readonly reference: string
  /** SHA-256 of all that is taken from it, hexadecimal. */
  readonly hash: string
  readonly asOf: string | null
  readonly restricted: boolean
  readonly marking: string
  readonly values: readonly (string | number | boolean | null)[]
}

/** An index entry has to hold it, whatever its letters. */
const MOST_OF_REFERENCE = 600

/**
 * Makes the checker of the rows of one file: reads their cells by the mapping, and gives a row to stage or what is wrong with it.
 * `header` has the headings of the file's own columns.
 */
export function rowChecker(kind: ExtractKind, mapping: ExtractMapping, header: readonly string[], context: RowContext) {
  const definition: Kind = EXTRACT_KINDS[kind]
  const { fields } = definition
  const places = placesOf(kind, mapping, header)
  const cells = new Cells(fields, places, translations(kind, mapping), {
    order: mapping.dates,
    midnightUnknown: mapping.midnightUnknown,
  })
  const [marks, restricts, dates] = ['marking' in fields, 'restricted' in fields, 'asOf' in fields]

  return function checkRow(row: readonly string[]): CheckedRow | Fault {
    cells.take(row)
    try {
      const { reference, values } = definition.row(cells, context)
      if (reference.length > MOST_OF_REFERENCE) throw new CellFault(firstOf(fields), 'The number is too long.')
      const restricted = restricts && cells.code('restricted') === 'yes'
      if (restricted && mapping.restricted === 'reject') throw new CellFault('restricted', RESTRICTED)
      const marking = marks ? cells.code('marking') : 'OFFICIAL'
      const asOf = dates ? (cells.when('asOf')?.from.toISOString() ?? null) : null
      return { reference, hash: hashOf(marking, values), asOf, restricted, marking, values }
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      return { column: (places[error.field] ?? 0) + 1, reason: error.reason }
    }
  }
}

const RESTRICTED =
  'It is restricted in the records system. An extract puts nothing into a compartment: enter it there by hand, or leave such rows out by the mapping.'

/** In which column each field stands, from 0. */
export function placesOf(
  kind: ExtractKind,
  mapping: ExtractMapping,
  header: readonly string[],
): Readonly<Partial<Record<string, number>>> {
  const at = new Map(header.map((name, i) => [name.trim(), i]))
  const places: Partial<Record<string, number>> = {}
  for (const [field, column] of Object.entries(mapping.kinds[kind]?.columns ?? {})) {
    const place = at.get(column)
    if (place !== undefined) places[field] = place
  }
  return places
}

function translations(
  kind: ExtractKind,
  mapping: ExtractMapping,
): Readonly<Record<string, ReadonlyMap<string, string>>> {
  return Object.fromEntries(
    Object.entries(mapping.kinds[kind]?.values ?? {}).map(([field, words]) => [
      field,
      new Map(Object.entries(words).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours])),
    ]),
  )
}

function hashOf(marking: string, values: CheckedRow['values']): string {
  return hash(
    'sha256',
    `${marking}\u001f${values.map((value) => (value === null ? '\u001e' : String(value))).join('\u001f')}`,
    'hex',
  )
}

function firstOf(fields: Kind['fields']): string {
  return Object.keys(fields)[0] ?? ''
}

export function isFault(checked: CheckedRow | Fault): checked is Fault {
  return 'reason' in checked
}
