import { repeatCandidates } from '#calculations/place-patterns/candidates.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PatternSettings } from '../reference/settings.ts'
import { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import { clearest, NOTHING } from './find-repeat-places.ts'
import { grouped } from '#calculations/grouping/grouped.ts'
import { areaOf, type FoundPattern, type PatternRow, type Window } from './pattern.ts'
import { ON, PLACED, within } from './window.ts'

/** Who or what, in which role, of which occurrences. Never by who did it: nothing here is about offenders. */
const HIT = {
  'repeat-victim': { party: 'person', of: `r.role = 'victim'` },
  'repeat-caller': { party: 'person', of: `r.role = 'caller' AND o.kind = 'asb'` },
  'repeat-place': { party: 'address', of: `r.role = 'scene' AND o.kind = 'crime'` },
  'repeat-asb-place': { party: 'address', of: `r.role = 'scene' AND o.kind = 'asb'` },
} as const

/**
 * People and addresses that were hit, or called about anti-social behaviour, more often than chance gives to any of all that
 * are known; in the area in which most of it happened. What has no place on the map is left to whoever records it.
 */
export async function findRepeatParties(
  tx: Tx,
  publisher: string,
  window: Window,
  { most, leastOfPerson, falseDiscovery }: PatternSettings,
  kind: keyof typeof HIT,
): Promise<readonly FoundPattern[]> {
  const { party: partyKind, of } = HIT[kind]
  const rows = rowsAs<PatternRow & { readonly target: string; readonly party: number; readonly policing: number }>(
    await tx.client.query(
      `WITH ${PLACED} SELECT DISTINCT ON (t.identity_id, o.id) t.identity_id::text AS target, t.id AS party, o.id, ${ON} AS on,
        p.area, p.policing, greatest(o.marking, r.marking, t.marking) AS marking
      FROM party_role r JOIN party t ON t.id = r.party_id AND t.kind = $5 JOIN occurrence o ON o.id = r.occurrence_id
        JOIN placed p ON p.location_id = o.location_id
      WHERE ${within(window)} AND ${of} AND o.category = ANY ($4) ORDER BY t.identity_id, o.id, t.id`,
      [publisher, window.from, window.to, VICTIM_REPORTED, partyKind],
    ),
  )
  const [known] = rowsAs<{ targets: number }>(
    await tx.client.query('SELECT count(DISTINCT identity_id)::integer AS targets FROM party WHERE kind = $1', [
      partyKind,
    ]),
  )
  const byTarget = grouped(rows, ({ target }) => target)
  const counts = new Map([...byTarget].map(([target, hits]) => [target, hits.length]))
  const population = Math.max(known?.targets ?? 0, counts.size)
  if (population === 0) return []
  const { candidates } = repeatCandidates(counts, { population, least: leastOfPerson, falseDiscovery })
  const patterns = candidates.map((one) => ({ ...one, hits: byTarget.get(one.target) ?? [] }))
  const byArea = grouped(patterns, ({ hits }) => areaOf(hits.map((hit) => ({ ...hit, area: hit.policing }))))
  return [...byArea.values()].flatMap((inArea) =>
    clearest(inArea, most).map(({ expected, q, hits }): FoundPattern => {
      const party = Math.min(...hits.map((hit) => hit.party))
      return { ...NOTHING, kind, key: `${kind}/party/${party}`, party, expected, q, rows: hits }
    }),
  )
}
