import { z } from 'zod'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { covers } from '#kernel/areas/covers.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { about } from '#platform/operations/define.ts'
import { rowsAs } from '#platform/edge.ts'
import { coverageSince } from '../rules/cov01-coverage.ts'
import { areaHead, ownPatch, patches } from './area.ts'

interface Counted {
  readonly area: number
  readonly engagements: number
  readonly last: Date | null
  readonly owed: number
}

/** Every patch of the force. Counts stand at those that the reader's posting covers, and nowhere else. */
export const listCommunities = query({
  name: 'community.list',
  summary: 'The communities of the force: their profiles, and of those I cover when somebody was last heard',
  input: z.object({}),
  output: z.object({
    own: z.int().nullable(),
    rows: z.array(
      z.object({
        area: areaHead,
        covered: z.boolean(),
        reviewedAt: z.iso.datetime().nullable(),
        engagements: z.int().nullable(),
        last: z.iso.datetime().nullable(),
        owed: z.int().nullable(),
      }),
    ),
  }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: { event: 'community.listed', subjects: about.nobody },
  async run(tx) {
    const [own, areas] = [await ownPatch(tx), await patches(tx)]
    const ids = areas.map(({ id }) => id)
    const reviewed = new Map(
      rowsAs<{ area: number; at: Date }>(
        await tx.client.query(
          'SELECT area_id AS area, reviewed_at AS at FROM community_profile WHERE area_id = ANY ($1::bigint[])',
          [ids],
        ),
      ).map(({ area, at }) => [area, at.toISOString()]),
    )
    const since = startOfLondonDay(coverageSince(today(tx)))
    const counts = new Map(
      rowsAs<Counted>(await tx.client.query(SQL, [ids.filter((id) => covers(tx.reader, id)), since])).map((row) => [
        row.area,
        row,
      ]),
    )
    return {
      own: own?.id ?? null,
      rows: areas.map((area) => {
        const counted = counts.get(area.id)
        return {
          area,
          covered: counted !== undefined,
          reviewedAt: reviewed.get(area.id) ?? null,
          engagements: counted?.engagements ?? null,
          last: counted?.last?.toISOString() ?? null,
          owed: counted?.owed ?? null,
        }
      }),
    }
  },
})

const SQL = `SELECT a.id AS area, e.engagements, e.last, i.owed
  FROM unnest($1::bigint[]) AS a (id)
    CROSS JOIN LATERAL (SELECT count(*)::integer AS engagements, max(happened_at) AS last FROM engagement
      WHERE area_id = a.id AND happened_at >= $2) e
    CROSS JOIN LATERAL (SELECT count(*)::integer AS owed FROM engagement_issue
      WHERE area_id = a.id AND wants_answer AND answered_at IS NULL) i`
