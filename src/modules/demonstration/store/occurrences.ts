import { createRandom } from '#calculations/random/random.ts'
import { hexagonAt } from '#calculations/hexagons/hexagons.ts'
import { FORCE, type SchematicGeography } from '../geography/schematic-areas.ts'
import { CATEGORIES } from '../occurrences/categories.ts'
import { wardShares } from '../occurrences/expected-counts.ts'
import { monthOfOccurrences } from '../occurrences/month-of-occurrences.ts'
import type { OccurrenceRow } from '../occurrences/occurrence-row.ts'
import { layStreets, type PlacedPoint } from '../occurrences/ward-streets.ts'
import { type AreaIds, outerAreas } from './areas.ts'
import { copyRows, type CopyValue } from './copy-rows.ts'
import type { Making } from './making.ts'
import { setAside } from './set-aside.ts'

export const OCCURRENCE_COLUMNS = `source, publisher, comparison, kind, category, happened_from, happened_to, precision, month,
  location_id, location_precision, location_text, external_reference, outcome, marking, known_at`

/** Stores the street points, the areas around each, and what happened there, month by month. Gives how many of each. */
export async function storeOccurrences(
  making: Making,
  geography: SchematicGeography,
  areaId: AreaIds,
): Promise<{ points: number; occurrences: number }> {
  const { client, digest, months, scale, seed, frozenAt } = making
  const { points, streets } = layStreets(geography.wards)
  await storePoints(making, points, areaId)
  const shares = wardShares(geography.wards)
  const random = createRandom(seed).split('occurrences')
  let occurrences = 0
  let year = ''
  let number = 0
  for (const [index, month] of months.entries()) {
    making.progress(index, `What happened in ${month}`)
    const monthsBefore = months.length - 1 - index
    const rows = monthOfOccurrences({
      month,
      monthsBefore,
      knownBy: frozenAt.getTime(),
      scale,
      shares,
      streets,
      random: random.split(month),
    })
    if (year !== month.slice(2, 4)) [year, number] = [month.slice(2, 4), 0]
    const first = number
    const written = rows.map((row, i) =>
      copyOf(row, points, month, `D${year}-${String(first + i + 1).padStart(7, '0')}`),
    )
    number += rows.length
    occurrences += await copyRows(client, digest, 'occurrence', OCCURRENCE_COLUMNS, written)
  }
  return { points: points.length, occurrences }
}

function copyOf(row: OccurrenceRow, points: readonly PlacedPoint[], month: string, reference: string): CopyValue[] {
  const point = row.point === null ? undefined : points[row.point]
  return [
    'demonstration',
    FORCE.code,
    false,
    CATEGORIES[row.category].kind,
    row.category,
    new Date(row.from).toISOString(),
    new Date(row.to).toISOString(),
    'minute',
    `${month}-01`,
    row.point === null ? null : row.point + 1,
    point === undefined ? 'none' : 'snapped',
    point?.text ?? 'No location',
    reference,
    row.outcome,
    row.sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    new Date(row.knownAt).toISOString(),
  ]
}

async function storePoints({ client, digest }: Making, points: readonly PlacedPoint[], areaId: AreaIds): Promise<void> {
  await copyRows(
    client,
    digest,
    'location',
    'id, longitude, latitude, cell8, cell9',
    points.map(({ longitude, latitude }, i) => [
      i + 1,
      longitude,
      latitude,
      hexagonAt([longitude, latitude], 8),
      hexagonAt([longitude, latitude], 9),
    ]),
  )
  function* areas(): Generator<readonly CopyValue[]> {
    for (const [i, { ward }] of points.entries()) {
      yield [i + 1, areaId('ward', ward.code)]
      for (const [kind, code] of outerAreas(ward.within)) yield [i + 1, areaId(kind, code)]
    }
  }
  await setAside(client, 'location_area', () =>
    copyRows(client, digest, 'location_area', 'location_id, area_id', areas()),
  )
}
