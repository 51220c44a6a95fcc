import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import { rowsAs } from '#platform/edge.ts'
import { WATCHERS } from './hosts.ts'
import { findVisits, visitModel } from './visit-row.ts'

export const listVisits = query({
  name: 'visit.list',
  summary: 'The visits of inspectors, the newest first, and who could be asked in',
  input: z.object({ page: pageNumber }),
  output: z.object({
    visits: z.array(visitModel).readonly(),
    more: z.boolean(),
    page: z.int(),
    /** Whoever has a posting as a visiting inspector. */
    inspectors: z.array(z.object({ id: z.uuid(), name: z.string() })).readonly(),
    now: z.iso.datetime(),
  }),
  access: { staff: WATCHERS },
  purpose: 'inspection visit',
  audit: {
    event: 'visit.listed',
    subjects: (_, { visits }) => visits.map(({ id }) => ({ kind: 'inspector-visit', id })),
  },
  async run(tx, { page }) {
    const found = await findVisits(tx, (page - 1) * PAGE_SIZE, PAGE_SIZE + 1)
    const inspectors = rowsAs<{ id: string; name: string }>(
      await tx.client.query(
        `SELECT DISTINCT a.id, a.name FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL
        WHERE 'visiting-inspector' = ANY (p.roles) AND coalesce(p.ends, 'infinity') >= $1::date ORDER BY a.name LIMIT 200`,
        [today(tx)],
      ),
    )
    return {
      visits: found.slice(0, PAGE_SIZE),
      more: found.length > PAGE_SIZE,
      page,
      inspectors,
      now: tx.now.toISOString(),
    }
  },
})
