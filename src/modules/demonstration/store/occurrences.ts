import { createRandom } from '#calculations/random/random.ts'
import { hexagonAt } from '#calculations/hexagons/hexagons.ts'
import { FORCE, type SchematicGeography } from '../geography/schematic-areas.ts'
import { CATEGORIES } from '../occurrences/categories.ts'
import { wardShares } from '../occurrences/expected-counts.ts'
import { monthOfOccurrences } from '../occurrences/month-of-occurrences.ts'
import type { OccurrenceRow } from '../occurrences/occurrence-row.ts'
import { layStreets, type PlacedPoint, type WardStreets } from '../occurrences/ward-streets.ts'
import { type AreaIds, outerAreas } from './areas.ts'
import { copyRows, type CopyValue } from './copy-rows.ts'
import type { Making } from './making.ts'
import { momentText } from './moment-text.ts'
import type { Roles } from './roles.ts'
import { setAside } from './set-aside.ts'

export const OCCURRENCE_COLUMNS = `id, source, publisher, comparison, kind, category, happened_from, happened_to, precision, month,
  location_id, location_precision, location_text, external_reference, outcome, marking, known_at`

/** The streets of the force, laid and stored. */
export interface Streets {
  readonly points: readonly PlacedPoint[]
  readonly streets: readonly WardStreets[]
}

/** Stores the street points and the areas around each. */
export async function storeStreets(making: Making, geography: SchematicGeography, areaId: AreaIds): Promise<Streets> {
  const laid = layStreets(geography.wards)
  await storePoints(making, laid.points, areaId)
  return laid
}

/** Stores what happened, month by month, and who was in it. Gives how many occurrences there are; their ids are 1 and on. */
export async function storeOccurrences(
  making: Making,
  geography: SchematicGeography,
  { points, streets }: Streets,
  roles: Roles,
): Promise<number> {
  const { client, digest, months, scale, seed, frozenAt } = making
  const shares = wardShares(geography.wards)
  const random = createRandom(seed).split('occurrences')
  const involved = createRandom(seed).split('roles')
  let occurrences = 0
  let year = ''
  let number = 0
  for (const [index, month] of months.entries()) {
    making.step(`What happened in ${month}`)
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
    const [first, firstId] = [number, occurrences + 1]
    number += rows.length
    occurrences += await copyRows(
      client,
      digest,
      'occurrence',
      OCCURRENCE_COLUMNS,
      copiesOf(rows, points, { month, firstId, year, first }),
    )
    await roles.store(making, involved.split(month), rows, firstId)
  }
  return occurrences
}

function* copiesOf(
  rows: readonly OccurrenceRow[],
  points: readonly PlacedPoint[],
  { month, firstId, year, first }: { month: string; firstId: number; year: string; first: number },
): Generator<readonly CopyValue[]> {
  for (const [i, row] of rows.entries())
    yield copyOf(firstId + i, row, points, month, `D${year}-${String(first + i + 1).padStart(7, '0')}`)
}

function copyOf(
  id: number,
  row: OccurrenceRow,
  points: readonly PlacedPoint[],
  month: string,
  reference: string,
): CopyValue[] {
  const point = row.point === null ? undefined : points[row.point]
  return [
    id,
    'demonstration',
    FORCE.code,
    false,
    CATEGORIES[row.category].kind,
    row.category,
    momentText(row.from),
    momentText(row.to),
    'minute',
    `${month}-01`,
    row.point === null ? null : row.point + 1,
    point === undefined ? 'none' : 'snapped',
    point?.text ?? 'No location',
    reference,
    row.outcome,
    row.sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    momentText(row.knownAt),
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
