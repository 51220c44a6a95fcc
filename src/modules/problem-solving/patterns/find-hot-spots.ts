import { isHexagon, type Hexagon } from '#calculations/hexagons/hexagons.ts'
import { hotSpots } from '#calculations/place-patterns/hot-spots.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PatternSettings } from '../reference/settings.ts'
import { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import { peaksOf, type Peak } from './hot-spot-peaks.ts'
import type { FoundPattern, PatternRow, Search, Window } from './pattern.ts'
import { ON, PLACED, within } from './window.ts'

interface Spot extends Peak {
  readonly policing: number
  readonly category: string
  readonly expected: number
}

/**
 * Cells that have more of a category than chance gives them, within each policing area, so that a village's sergeant sees the
 * village's. Only rows that everybody of the force may see: one row marked higher would hide a whole town from most of it.
 */
export async function findHotSpots(
  tx: Tx,
  publisher: string,
  window: Window,
  settings: PatternSettings,
): Promise<Search> {
  const counts = await readCounts(tx, publisher, window)
  const regions = await readRegions(tx)
  const spots: Spot[] = []
  const refused = new Map<string, { areas: number; words: string }>()
  for (const [policing, region] of regions)
    for (const category of VICTIM_REPORTED) {
      const counted = counts.get(`${policing} ${category}`) ?? new Map<Hexagon, number>()
      const tested = hotSpots(counted, region, { sides: 'hot', falseDiscovery: settings.falseDiscovery })
      if (tested.kind === 'refused') {
        refused.set(category, { areas: (refused.get(category)?.areas ?? 0) + 1, words: tested.words })
        continue
      }
      const mean = tested.events / tested.cells.length
      for (const peak of peaksOf(tested.cells))
        spots.push({ ...peak, policing, category, expected: mean * peak.cells.length })
    }
  const found: FoundPattern[] = []
  for (const policing of regions.keys())
    for (const spot of clearest(spots, policing, settings.most)) {
      const rows = await rowsOf(tx, publisher, window, spot)
      if (rows.length > 0) found.push(patternOf(spot, rows))
    }
  const refusals = [...refused].map(
    ([category, { areas, words }]) =>
      `Hot spots of ${categoryWords(category).toLowerCase()} were not tested in ${areas} policing ${areas === 1 ? 'area' : 'areas'}. ${words}`,
  )
  return { found, refusals }
}

function clearest(spots: readonly Spot[], policing: number, most: number): readonly Spot[] {
  return spots
    .filter((spot) => spot.policing === policing)
    .sort((a, b) => b.z - a.z || (a.cell < b.cell ? -1 : 1))
    .slice(0, most)
}

function patternOf({ category, policing, cell, cells, expected, q }: Spot, rows: readonly PatternRow[]): FoundPattern {
  const key = `hot-spot/${category}/${policing}/${cell}`
  return { kind: 'hot-spot', key, category, cell, cells, location: null, party: null, expected, q, rows }
}

async function readCounts(tx: Tx, publisher: string, window: Window) {
  const rows = rowsAs<{ policing: number; category: string; cell: string; count: number }>(
    await tx.client.query(
      `WITH ${PLACED} SELECT p.policing, o.category, l.cell8 AS cell, count(*)::integer AS count
      FROM occurrence o JOIN placed p ON p.location_id = o.location_id JOIN location l ON l.id = o.location_id
      WHERE ${within(window)} AND o.marking = 'OFFICIAL' AND o.category = ANY ($4) GROUP BY 1, 2, 3`,
      [publisher, window.from, window.to, VICTIM_REPORTED],
    ),
  )
  const counts = new Map<string, Map<Hexagon, number>>()
  for (const { policing, category, cell, count } of rows) {
    if (!isHexagon(cell)) continue
    const key = `${policing} ${category}`
    const known = counts.get(key) ?? new Map<Hexagon, number>()
    counts.set(key, known.set(cell, count))
  }
  return counts
}

/** Every cell with a point in it, by policing area: where something could have been counted. */
async function readRegions(tx: Tx): Promise<ReadonlyMap<number, readonly Hexagon[]>> {
  const rows = rowsAs<{ policing: number; cell: string }>(
    await tx.client.query(
      `WITH ${PLACED} SELECT DISTINCT p.policing, l.cell8 AS cell FROM placed p JOIN location l ON l.id = p.location_id
      ORDER BY 1, 2`,
    ),
  )
  const regions = new Map<number, Hexagon[]>()
  for (const { policing, cell } of rows) {
    if (!isHexagon(cell)) continue
    const known = regions.get(policing)
    if (known) known.push(cell)
    else regions.set(policing, [cell])
  }
  return regions
}

async function rowsOf(tx: Tx, publisher: string, window: Window, { policing, category, cells }: Spot) {
  return rowsAs<PatternRow>(
    await tx.client.query(
      `WITH ${PLACED} SELECT o.id, ${ON} AS on, p.area, o.marking
      FROM occurrence o JOIN placed p ON p.location_id = o.location_id JOIN location l ON l.id = o.location_id
      WHERE ${within(window)} AND o.marking = 'OFFICIAL' AND o.category = $4 AND p.policing = $5 AND l.cell8 = ANY ($6)
      ORDER BY o.id`,
      [publisher, window.from, window.to, category, policing, cells],
    ),
  )
}
