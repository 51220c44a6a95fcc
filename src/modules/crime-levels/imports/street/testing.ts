import { Readable } from 'node:stream'
import { createRandom } from '#calculations/random/random.ts'
import { CRIME_TYPES } from '#kernel/occurrences/crime-types.ts'
import type { ImportFile } from '#platform/imports/context.ts'
import { STREET_COLUMNS } from './header.ts'

/** The cells of a street row by the name of their column; what is left out is filled in. */
export type StreetCells = Partial<Record<(typeof STREET_COLUMNS)[number], string>>

const ORDINARY: Required<StreetCells> = {
  'Crime ID': 'a1',
  Month: '2018-06',
  'Reported by': 'Thames Valley Police',
  'Falls within': 'Thames Valley Police',
  Longitude: '-1.257726',
  Latitude: '51.752022',
  Location: 'On or near High Street',
  'LSOA code': 'E01028521',
  'LSOA name': 'Oxford 008B',
  'Crime type': 'Burglary',
  'Last outcome category': 'Under investigation',
  Context: '',
}

/** One line of a street file, without its end. */
export function streetLine(cells: StreetCells = {}): string {
  const row = { ...ORDINARY, ...cells }
  return STREET_COLUMNS.map((name) => row[name]).join(',')
}

/** A whole street file. */
export function streetFile(name: string, rows: readonly (StreetCells | string)[], end = '\n'): ImportFile {
  const lines = [STREET_COLUMNS.join(','), ...rows.map((row) => (typeof row === 'string' ? row : streetLine(row)))]
  return fileOf(name, lines.map((line) => line + end).join(''))
}

/** A file of these bytes, handed over in pieces that fall anywhere. */
export function fileOf(name: string, content: string | Uint8Array, piece = 1_021): ImportFile {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  )
  return { name, open: () => Readable.from(pieces) }
}

/** Made-up rows of one month, on points that repeat as those of real files do; the same seed gives the same rows. */
export function madeUpRows(seed: string, month: string, count: number, points = 10_000): string[] {
  const random = createRandom(seed)
  const types = CRIME_TYPES.filter(({ to }) => to === null)
  return Array.from({ length: count }, (_, i) => {
    const point = Math.floor(random.next() * points)
    const type = types[Math.floor(random.next() * types.length)]?.name ?? 'Burglary'
    const asb = type === 'Anti-social behaviour'
    return streetLine({
      'Crime ID': asb ? '' : `${seed}${i.toString(16)}`.padEnd(64, '0'),
      Month: month,
      Longitude: (-1.7 + (point % 100) / 83).toFixed(6),
      Latitude: (51.4 + Math.floor(point / 100) / 180).toFixed(6),
      Location: `On or near Street ${point}`,
      'LSOA code': `E010${String(16_000 + (point % 9_000)).padStart(5, '0')}`,
      'LSOA name': `Place ${point % 300}A`,
      'Crime type': type,
      'Last outcome category': asb ? '' : 'Investigation complete; no suspect identified',
    })
  })
}
