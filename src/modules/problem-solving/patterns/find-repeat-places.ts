import { repeatCandidates, type RepeatCandidate } from '#calculations/place-patterns/candidates.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PatternSettings } from '../reference/settings.ts'
import { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import type { FoundPattern, PatternKind, PatternRow, Window } from './pattern.ts'
import { ON, PLACED, within } from './window.ts'

type Repeat = RepeatCandidate & { readonly category: string; readonly policing: number }

/** Places that were hit more often than places differ anyway: one category at one point, within a policing area. */
export async function findRepeatPlaces(
  tx: Tx,
  publisher: string,
  window: Window,
  { most, least, falseDiscovery }: PatternSettings,
): Promise<readonly FoundPattern[]> {
  const counted = rowsAs<{ policing: number; category: string; target: string; count: number }>(
    await tx.client.query(
      `WITH ${PLACED} SELECT p.policing, o.category, o.location_id::text AS target, count(*)::integer AS count
      FROM occurrence o JOIN placed p ON p.location_id = o.location_id
      WHERE ${within(window)} AND o.location_precision = 'exact' AND o.category = ANY ($4) GROUP BY 1, 2, 3`,
      [publisher, window.from, window.to, VICTIM_REPORTED],
    ),
  )
  const sizes = rowsAs<{ policing: number; places: number }>(
    await tx.client.query(
      `WITH ${PLACED} SELECT policing, count(*)::integer AS places FROM placed GROUP BY 1 ORDER BY 1`,
    ),
  )
  const found: FoundPattern[] = []
  for (const { policing, places } of sizes) {
    const repeats: Repeat[] = VICTIM_REPORTED.flatMap((category) => {
      const rows = counted.filter((row) => row.policing === policing && row.category === category)
      const counts = new Map(rows.map(({ target, count }) => [target, count]))
      const options = { population: places, risk: 'differing', least, falseDiscovery } as const
      return repeatCandidates(counts, options).candidates.map((one) => ({ ...one, category, policing }))
    })
    for (const isAsb of [false, true])
      for (const repeat of clearest(
        repeats.filter(({ category }) => (category === ASB) === isAsb),
        most,
      )) {
        const kind: PatternKind = isAsb ? 'repeat-asb-place' : 'repeat-place'
        found.push({
          ...NOTHING,
          kind,
          key: `${kind}/${repeat.category}/${repeat.target}`,
          category: repeat.category,
          location: Number(repeat.target),
          expected: repeat.expected,
          q: repeat.q,
          rows: await rowsAt(tx, publisher, window, repeat),
        })
      }
  }
  return found
}

export const NOTHING = { cell: null, cells: [], location: null, party: null, category: null } as const

export function clearest<One extends RepeatCandidate>(repeats: readonly One[], most: number): readonly One[] {
  return repeats.toSorted((a, b) => a.q - b.q || b.count - a.count || (a.target < b.target ? -1 : 1)).slice(0, most)
}

async function rowsAt(tx: Tx, publisher: string, window: Window, { target, category }: Repeat) {
  return rowsAs<PatternRow>(
    await tx.client.query(
      `WITH ${PLACED} SELECT o.id, ${ON} AS on, p.area, o.marking FROM occurrence o JOIN placed p ON p.location_id = o.location_id
      WHERE ${within(window)} AND o.location_precision = 'exact' AND o.category = $4 AND o.location_id = $5 ORDER BY o.id`,
      [publisher, window.from, window.to, category, target],
    ),
  )
}
