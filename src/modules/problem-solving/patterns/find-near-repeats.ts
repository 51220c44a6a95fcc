import { addDays } from '#calculations/calendar/civil-date.ts'
import { dayNumberOf } from '#calculations/calendar/day-number.ts'
import type { LngLat } from '#calculations/geometry/shapes.ts'
import { flattenPoints } from '#calculations/place-patterns/flat-points.ts'
import { nearRepeat } from '#calculations/place-patterns/near-repeat.ts'
import { categoryWords, type Category } from '#kernel/occurrences/crime-types.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PatternSettings } from '../reference/settings.ts'
import { chainsOf } from './chains.ts'
import { grouped } from '#calculations/grouping/grouped.ts'
import type { FoundPattern, PatternRow, Search, Window } from './pattern.ts'
import { ON, PLACED, within } from './window.ts'

/** Crimes of which it is known that they follow one another [default]. */
const FOLLOWING = ['burglary', 'vehicle-crime'] as const satisfies readonly Category[]

type Row = PatternRow & { readonly policing: number; readonly longitude: number; readonly latitude: number }

/**
 * Where crimes follow one another near by and soon more often than by chance (Knox's test, over a year and a policing area),
 * the chains of late that hang together. Where the test shows nothing, a chain is a coincidence, and is not proposed.
 */
export async function findNearRepeats(
  tx: Tx,
  publisher: string,
  window: Window,
  settings: PatternSettings,
): Promise<Search> {
  const found: FoundPattern[] = []
  const refusals: string[] = []
  for (const category of FOLLOWING) {
    const rows = await readRows(tx, publisher, window, category)
    let [refused, words] = [0, '']
    for (const [policing, inArea] of grouped(rows, (row) => row.policing)) {
      const tested = searchArea(inArea, category, policing, window, settings)
      if (typeof tested === 'string') [refused, words] = [refused + 1, tested]
      else found.push(...tested)
    }
    if (refused > 0)
      refusals.push(
        `Whether ${categoryWords(category).toLowerCase()} follows near by was not tested in ${refused} policing ${refused === 1 ? 'area' : 'areas'}. ${words}`,
      )
  }
  return { found, refusals }
}

/** The chains; or why it was not tested. */
function searchArea(
  rows: readonly Row[],
  category: string,
  policing: number,
  window: Window,
  { near, most }: PatternSettings,
): readonly FoundPattern[] | string {
  const tested = nearRepeat(
    {
      points: flat(rows),
      day: rows.map(({ on }) => dayNumberOf(on)),
      precision: { time: 'day', place: 'exact' },
    },
    { metres: [near.metres], days: [near.days], seed: `near repeats ${policing} ${category} ${window.to}` },
  )
  if (tested.kind === 'refused') return tested.words
  const [band] = tested.bands
  if (band === undefined || !band.shown) return []
  const since = addDays(window.to, 1 - near.sinceDays)
  const late = rows.filter(({ on }) => on >= since)
  const chains = chainsOf(
    flat(late),
    late.map(({ on }) => dayNumberOf(on)),
    near,
  )
  return chains
    .map((chain) => chain.flatMap((at) => late[at] ?? []))
    .filter((chain) => chain.length >= near.least)
    .sort((a, b) => b.length - a.length || (a[0]?.id ?? 0) - (b[0]?.id ?? 0))
    .slice(0, most)
    .map((chain) => ({
      kind: 'near-repeat',
      key: `near-repeat/${category}/${Math.min(...chain.map(({ id }) => id))}`,
      category,
      cell: null,
      cells: [],
      location: null,
      party: null,
      expected: null,
      q: band.q,
      rows: chain,
    }))
}

function flat(rows: readonly Row[]) {
  const points = rows.map(({ longitude, latitude }): LngLat => [longitude, latitude])
  return flattenPoints(points, points[0] ?? [0, 0])
}

async function readRows(tx: Tx, publisher: string, window: Window, category: string): Promise<readonly Row[]> {
  return rowsAs<Row>(
    await tx.client.query(
      `WITH ${PLACED} SELECT o.id, ${ON} AS on, p.area, p.policing, o.marking, l.longitude, l.latitude
      FROM occurrence o JOIN placed p ON p.location_id = o.location_id JOIN location l ON l.id = o.location_id
      WHERE ${within(window)} AND o.marking = 'OFFICIAL' AND o.location_precision = 'exact' AND o.category = $4
      ORDER BY o.happened_from, o.id`,
      [publisher, window.from, window.to, category],
    ),
  )
}
