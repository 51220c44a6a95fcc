import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, RuleRefused } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { CHECK_RULES } from '../duties/duty-rules.ts'
import { meetCheck, openReviews, openStage } from '../duties/owed.ts'
import { HELD } from '../reference/lists.ts'
import { reopening } from '../rules/pop10-reopening.ts'
import { CHECK_MONTHS, heldAfter, type CheckMonths } from '../rules/pop12-checks.ts'
import { DECIDERS, WORKERS } from '../workers.ts'
import { lockPlan, savePlan, stageOrRefused } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

const SAYS = keysOf(HELD).filter((held) => held !== 'not-checked')

/** The checks that are still owed, the first first. */
async function checksOwed(tx: Tx, plan: string): Promise<readonly CheckMonths[]> {
  const rows = rowsAs<{ rule: string }>(
    await tx.client.query('SELECT rule FROM duty WHERE record_id = $1 AND rule = ANY ($2) AND ended_at IS NULL', [
      plan,
      Object.values(CHECK_RULES),
    ]),
  )
  return CHECK_MONTHS.filter((months) => rows.some(({ rule }) => rule === CHECK_RULES[months]))
}

export const checkPlan = command({
  name: 'problem.check',
  summary: 'Check after a plan was closed whether what it did held',
  input: z.object({ ...planSeen, held: choice('Whether it held', SAYS), words: text('What was seen', 2000) }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.checked', subjects: aboutPlan, detail: ({ held }) => ({ held }) },
  async run(tx, { id, version, held, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockPlan(tx, id, version)
    const [months] = await checksOwed(tx, id)
    if (locked.stage !== 'closed' || months === undefined)
      throw new RuleRefused('POP12', 'No check is owed on it: they follow what was closed as gone or smaller.')
    await tx.db
      .insertInto('problem_check')
      .values({
        id: randomUUID(),
        plan_id: id,
        months,
        held,
        words,
        checked_by: account,
        checked_at: tx.now,
        ...guardColumns(locked.record.guards),
      })
      .execute()
    const stands = heldAfter([...locked.plan.checks, { months, held }])
    await tx.db.updateTable('problem_lesson').set({ held: stands }).where('plan_id', '=', id).execute()
    const said = `Checked ${months} months on: ${HELD[held]}. ${words}`
    await savePlan(tx, locked, { held: stands }, { kind: 'note', words: said })
    await meetCheck(tx, locked.record, months, HELD[held])
    return { id }
  },
})

export const reopenPlan = command({
  name: 'problem.reopen',
  summary: 'Open a closed plan again within six months: the same problem at the same place is back',
  input: z.object({ ...planSeen, reason: text('Reason', 2000) }),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.reopened', subjects: aboutPlan },
  async run(tx, { id, version, reason }) {
    const locked = await lockPlan(tx, id, version)
    const { record, plan } = locked
    const stage = stageOrRefused(locked.stage, 'reopen')
    if (record.closedAt !== null) refuseOn(reopening(londonDateAt(record.closedAt), today(tx)))
    const columns = {
      approved_by: null,
      approved_at: null,
      verdict: null,
      outcome: null,
      outcome_reason: null,
      close_proposed_by: null,
      close_proposed_at: null,
      closed_by: null,
      times_reopened: plan.timesReopened + 1,
    }
    const words = `Opened again. It had been closed: ${plan.outcome ?? 'no outcome'}.`
    await savePlan(tx, locked, columns, { kind: 'stage', words, reason }, { stage, closedAt: null })
    // Whoever learns from it must know that it came back.
    await tx.db.updateTable('problem_lesson').set({ held: 'not-held' }).where('plan_id', '=', id).execute()
    for (const months of await checksOwed(tx, id)) await meetCheck(tx, record, months, 'Opened again')
    await openStage(tx, record, 'analysis', 'problem.reopened')
    await openReviews(tx, record, 'problem.reopened')
    return { id }
  },
})
