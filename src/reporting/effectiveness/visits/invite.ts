import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { freezeMeasure } from '#kernel/measures/freeze.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { readForceSeries } from '#kernel/measures/read.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import { civilDate, flag, text } from '#platform/forms/fields.ts'
import { guestProblem } from '../rules/vis03-guest.ts'
import { termProblem } from '../rules/vis01-term.ts'
import { clockTime, momentOf } from './visit-fields.ts'
import { HOSTS } from './hosts.ts'

/** The invitation opens the inspector's posting, and its end closes it, to the minute. */
export const inviteInspector = (measures: Measures) =>
  command({
    name: 'visit.invite',
    summary: 'Ask an inspector in, from when to when, to the minute',
    input: z.object({
      account: z.uuid({ error: 'Choose the inspector from the list' }),
      from: civilDate('First day'),
      fromTime: clockTime('Time on the first day'),
      to: civilDate('Last day'),
      toTime: clockTime('Time on the last day'),
      purpose: text('What the visit is for', 300),
      freeze: flag(),
    }),
    output: z.object({ id: z.uuid() }),
    access: { staff: HOSTS, stepUp: true },
    purpose: 'inspection visit',
    audit: {
      event: 'visit.invited',
      subjects: ({ account }, { id }) => [
        { kind: 'inspector-visit', id },
        { kind: 'account', id: account },
      ],
      detail: ({ freeze }) => ({ freeze }),
    },
    async run(tx, { account, from, fromTime, to, toTime, purpose, freeze }) {
      if (tx.reader.account === null) throw new Forbidden()
      const term = { from: momentOf(from, fromTime), to: momentOf(to, toTime) }
      refuseOn(termProblem(term, tx.now), guestProblem(await getGuest(tx, account), tx.reader.account))
      const id = randomUUID()
      await tx.db
        .insertInto('inspector_visit')
        .values({
          id,
          account_id: account,
          starts_at: term.from,
          ends_at: term.to,
          purpose,
          frozen_at: freeze ? tx.now : null,
          invited_by: tx.reader.account,
          invited_at: tx.now,
        })
        .execute()
      if (freeze) await freezeAll(tx, measures, id)
      return { id }
    },
  })

/** Locked, so that two invitations at once cannot both find no visit. Throws NotFound. */
async function getGuest(tx: Tx, account: string) {
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`visit ${account}`])
  const [row] = rowsAs<{ account: string; roles: readonly string[]; left: boolean; visiting: boolean }>(
    await tx.client.query(
      `SELECT a.id AS account, coalesce(a.left_at <= $2, false) AS left,
        coalesce((SELECT array_agg(DISTINCT role) FROM posting p, unnest(p.roles) AS role
          WHERE p.account_id = a.id AND coalesce(p.ends, 'infinity') >= $3::date), '{}') AS roles,
        EXISTS (SELECT FROM inspector_visit v WHERE v.account_id = a.id AND least(v.ends_at, v.ended_at) > $2) AS visiting
      FROM account a WHERE a.id = $1`,
      [account, tx.now, today(tx)],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'account', id: account })
  return row
}

/** Freezes the last figure of every measure that has one, for this visit. */
async function freezeAll(tx: Tx, measures: Measures, visit: string): Promise<void> {
  const series = await readForceSeries(tx, measures.all)
  for (const measure of measures.all) {
    const month = series.get(measure.code)?.figures.at(-1)?.month
    if (month !== undefined) await freezeMeasure(tx, measure, { month, purpose: 'inspection visit', subject: visit })
  }
}
