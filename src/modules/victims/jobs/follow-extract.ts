import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import { defineJob } from '#platform/jobs/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { followCrimes } from '../extract/follow-crimes.ts'

const BATCH = 200

/** After an extract brought crimes, who had which part in them, or what happened on them: the event `crimes.stored`, with its run. */
export const followExtractJob = defineJob({
  name: 'victims.follow-extract',
  input: z.object({ run: z.uuid() }),
  as: 'system:victims',
  purpose: 'victims of crime',
  retries: 3,
  expireAfter: 6 * 3_600,
  title: () => 'Victims of the crimes that an extract brought, and what they are owed',
  async run(context, { run }) {
    const all = { crimes: 0, victims: 0 }
    for (let after = 0, more = true; more;) {
      const done = await context.transaction(async (tx) => {
        const ids = await crimesOf(tx, run, after)
        const { victims } = await followCrimes(tx, ids)
        const subjects = victims.map((id) => ({ kind: 'victim', id }))
        const audit =
          victims.length === 0 ? [] : [{ event: 'victim.opened-by-extract', outcome: 'done' as const, subjects }]
        return { value: { ids, victims: victims.length }, audit }
      })
      all.crimes += done.ids.length
      all.victims += done.victims
      after = done.ids.at(-1) ?? after
      more = done.ids.length === BATCH
      await context.progress(all.crimes, null, `${all.victims} victims opened so far`)
    }
    return all
  },
})

/** The next crimes, in order of id, that the run stored or changed, themselves, somebody's part in them or what happened on them. */
async function crimesOf(tx: Tx, run: string, after: number): Promise<readonly number[]> {
  const rows = rowsAs<{ id: number }>(
    await tx.client.query(
      `SELECT id FROM (SELECT target AS id FROM extract_row WHERE run_id = $1 AND kind = 'crimes'
        UNION SELECT r.occurrence_id FROM extract_row x JOIN party_role r ON r.id = x.target
        WHERE x.run_id = $1 AND x.kind = 'roles'
        UNION SELECT e.occurrence_id FROM extract_row x JOIN occurrence_event e ON e.id = x.target
        WHERE x.run_id = $1 AND x.kind = 'events') AS brought
      WHERE id > $2 ORDER BY id LIMIT ${BATCH}`,
      [run, after],
    ),
  )
  return rows.map(({ id }) => id)
}
