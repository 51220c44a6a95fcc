import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import { civilDate } from '#platform/forms/fields.ts'
import { shorteningProblem } from '../rules/vis01-term.ts'
import { HOSTS } from './hosts.ts'
import { clockTime, momentOf, visitId } from './visit-fields.ts'
import { getVisit } from './visit-row.ts'

export const shortenVisit = command({
  name: 'visit.shorten',
  summary: 'Let an inspector’s visit end earlier',
  input: z.object({ id: visitId, version, to: civilDate('Last day'), toTime: clockTime('Time on the last day') }),
  output: z.object({ id: z.uuid() }),
  access: { staff: HOSTS, stepUp: true },
  purpose: 'inspection visit',
  audit: { event: 'visit.shortened', subjects: ({ id }) => [{ kind: 'inspector-visit', id }] },
  async run(tx, { id, version: seen, to, toTime }) {
    const visit = await getVisit(tx, id, 'FOR UPDATE OF v')
    sameVersion(visit, seen)
    const wanted = momentOf(to, toTime)
    refuseOn(shorteningProblem(new Date(visit.endsAt), wanted, tx.now))
    // A visit that has not begun yet is called off by ending it.
    if (wanted <= new Date(visit.startsAt))
      throw new RuleRefused('VIS02', 'That is before it begins. To call it off, choose “End it now”.')
    await tx.db
      .updateTable('inspector_visit')
      .set({ ends_at: wanted, version: visit.version + 1 })
      .where('id', '=', id)
      .execute()
    return { id }
  },
})

export const endVisit = command({
  name: 'visit.end',
  summary: 'End an inspector’s visit now: their next request is refused',
  input: z.object({ id: visitId, version }),
  output: z.object({ id: z.uuid() }),
  access: { staff: HOSTS, stepUp: true },
  purpose: 'inspection visit',
  audit: { event: 'visit.ended', subjects: ({ id }) => [{ kind: 'inspector-visit', id }] },
  async run(tx, { id, version: seen }) {
    const visit = await getVisit(tx, id, 'FOR UPDATE OF v')
    sameVersion(visit, seen)
    if (visit.state === 'over') throw new RuleRefused('VIS02', 'This visit is over.')
    await tx.db
      .updateTable('inspector_visit')
      .set({ ended_at: tx.now, version: visit.version + 1 })
      .where('id', '=', id)
      .execute()
    return { id }
  },
})
