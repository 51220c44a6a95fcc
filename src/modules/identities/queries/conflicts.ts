import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { differences } from '#kernel/parties/rules/pty01-sources-differ.ts'
import { seenAfterDeath } from '#kernel/parties/rules/pty06-died-before-seen.ts'
import { twoPlacesAtOnce, type Sighting } from '#kernel/parties/rules/pty07-two-places-at-once.ts'
import type { MemberView } from './side.ts'

/** What cannot all be true of one person, and which source says which. Days are civil dates. */
export const conflict = z.object({
  rule: z.string(),
  what: z.string(),
  says: z.array(z.object({ value: z.string(), parties: z.array(z.int()).readonly() })).readonly(),
})
export type Conflict = z.output<typeof conflict>

/** As far as the reader sees: what is hidden contradicts nobody. Few are shown where there are many. */
export async function conflictsOf(tx: Tx, members: readonly MemberView[]): Promise<readonly Conflict[]> {
  const words = members.map(({ id, ...rest }) => ({ party: id, ...rest }))
  const [died] = seenAfterDeath(words)
  const places = twoPlacesAtOnce(await sightingsOf(tx, members))
  return [
    ...differences(words).map(({ what, values }) => ({ rule: 'PTY01', what, says: values })),
    ...(died === undefined
      ? []
      : [
          {
            rule: 'PTY06',
            what: 'seen after their death',
            says: [
              { value: `died ${died.died.on}`, parties: [died.died.party] },
              { value: `seen ${died.seen.on}`, parties: [died.seen.party] },
            ],
          },
        ]),
    ...places.slice(0, 3).map(({ one, other, kilometres, minutes }) => ({
      rule: 'PTY07',
      what: `in two places, ${Math.round(kilometres)} km apart within ${Math.round(minutes)} minutes`,
      says: [one, other].map(({ party, on }) => ({ value: on, parties: [party] })),
    })),
  ]
}

interface DatedSighting extends Sighting {
  readonly on: string
}

/** The latest of which time and place are well known. */
async function sightingsOf(tx: Tx, members: readonly MemberView[]): Promise<readonly DatedSighting[]> {
  if (members.length < 2) return []
  return rowsAs<DatedSighting>(
    await tx.client.query(
      `SELECT r.party_id AS party, (extract(epoch FROM o.happened_from) / 60)::float8 AS minute,
        (o.happened_from AT TIME ZONE 'Europe/London')::date::text AS on, l.longitude, l.latitude
      FROM party_role r JOIN occurrence o ON o.id = r.occurrence_id JOIN location l ON l.id = o.location_id
      WHERE r.party_id = ANY ($1) AND o.precision = 'minute' AND o.location_precision = 'exact'
        AND r.role IN ('victim', 'suspect', 'offender', 'witness', 'subject')
      ORDER BY r.happened_at DESC LIMIT 500`,
      [members.map(({ id }) => id)],
    ),
  )
}
