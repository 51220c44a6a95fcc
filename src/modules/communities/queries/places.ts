import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { WRITERS } from '../writers.ts'

export const PLACE_KINDS = { group: 'Group', place: 'Place' } as const
export const PLACE_KIND_NAMES = keysOf(PLACE_KINDS)

export const placeId = z.uuid({ error: 'This is not the reference of a group or place' })

export const meetingPlace = z.object({
  id: z.uuid(),
  area: z.int(),
  kind: z.enum(PLACE_KIND_NAMES),
  name: z.string(),
  groups: z.array(z.string()),
  words: z.string(),
  ended: z.boolean(),
  version: z.int(),
})
export type MeetingPlace = z.output<typeof meetingPlace>

const SQL = `SELECT m.id, m.area_id AS area, m.kind, m.name, m.groups, m.words, m.ended_at IS NOT NULL AS ended, m.version
  FROM meeting_place m`

export async function placesOf(tx: Tx, area: number): Promise<MeetingPlace[]> {
  return [
    ...rowsAs<MeetingPlace>(
      await tx.client.query(
        `${SQL} WHERE m.area_id = $1 AND m.ended_at IS NULL ORDER BY m.kind, m.name, m.id LIMIT 100`,
        [area],
      ),
    ),
  ]
}

/** Throws NotFound. */
export async function getPlace(tx: Tx, wanted: string, lock: '' | 'FOR UPDATE OF m' = ''): Promise<MeetingPlace> {
  // Locked, it is asked for under the policy of whoever changes: what lies out of their area is then not there.
  const [row] = rowsAs<MeetingPlace>(await tx.client.query(`${SQL} WHERE m.id = $1 ${lock}`, [wanted]))
  if (row === undefined) throw new NotFound({ kind: 'meeting-place', id: wanted })
  return row
}

export const placeForm = query({
  name: 'meeting-place.form',
  summary: 'Begin to take a group or place off the list',
  input: z.object({ id: placeId }),
  output: meetingPlace,
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: { event: 'community-profile.form-opened', subjects: (_input, { area }) => [{ kind: 'area', id: area }] },
  run: (tx, input) => getPlace(tx, input.id),
})
