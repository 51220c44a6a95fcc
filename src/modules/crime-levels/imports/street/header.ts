import type { Fault } from '#platform/imports/fault.ts'

/** The columns of a street file, in its order. Source: data.police.uk, "About the data: columns in the CSVs". */
export const STREET_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
] as const

/** Number of a column in the file, from 1. */
export function columnOf(name: (typeof STREET_COLUMNS)[number]): number {
  return STREET_COLUMNS.indexOf(name) + 1
}

/** What is wrong with the header of what should be a street file, or null. */
export function findHeaderFault(names: readonly string[]): Fault | null {
  const wrong = STREET_COLUMNS.findIndex((name, i) => names[i] !== name)
  if (wrong !== -1) {
    const found = names[wrong] === undefined ? 'the header ends' : `“${names[wrong].slice(0, 60)}” stands`
    return {
      column: wrong + 1,
      reason: `This is not a street file of data.police.uk: ${found} where “${STREET_COLUMNS[wrong] ?? ''}” should be.`,
    }
  }
  if (names.length === STREET_COLUMNS.length) return null
  return {
    column: STREET_COLUMNS.length + 1,
    reason: `The header has ${names.length} columns; a street file has ${STREET_COLUMNS.length}.`,
  }
}
