import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { HYPOTHESIS_STANDINGS } from '../queries/plan-model.ts'
import { WORKERS } from '../workers.ts'
import { lockWorkedPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

export const addHypothesis = command({
  name: 'problem.add-hypothesis',
  summary: 'Add a hypothesis to a plan: why it happens, and what would be seen if that were so',
  input: z.object({ ...planSeen, words: text('Hypothesis', 1000), test: text('Test', 1000) }),
  /** With the id of what was added. */
  output: planChanged.extend({ hypothesis: z.uuid() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.hypothesis-added', subjects: aboutPlan },
  async run(tx, { id, version, words, test }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockWorkedPlan(tx, id, version)
    const hypothesis = randomUUID()
    await tx.db
      .insertInto('problem_hypothesis')
      .values({
        id: hypothesis,
        plan_id: id,
        words,
        test,
        written_by: account,
        written_at: tx.now,
        ...guardColumns(locked.record.guards),
      })
      .execute()
    await savePlan(tx, locked, {}, { kind: 'change', words: `Hypothesis: ${words}` })
    return { id, hypothesis }
  },
})

const JUDGED = keysOf(HYPOTHESIS_STANDINGS).filter((standing) => standing !== 'unknown')

export const judgeHypothesis = command({
  name: 'problem.judge-hypothesis',
  summary: 'Say whether what was found supports a hypothesis or refutes it, and what that was',
  input: z.object({
    ...planSeen,
    hypothesis: z.uuid({ error: 'Choose the hypothesis from the list' }),
    standing: choice('How it stands', JUDGED),
    shownBy: text('What was found', 2000),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.hypothesis-judged', subjects: aboutPlan, detail: ({ standing }) => ({ standing }) },
  async run(tx, { id, version, hypothesis, standing, shownBy }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const judged = locked.plan.hypotheses.find((one) => one.id === hypothesis)
    if (judged === undefined) throw new Invalid({ hypothesis: 'Choose the hypothesis from the list' })
    await tx.db
      .updateTable('problem_hypothesis')
      .set({ standing, shown_by: shownBy, judged_at: tx.now })
      .where('id', '=', hypothesis)
      .execute()
    const words = `“${judged.words}” is ${HYPOTHESIS_STANDINGS[standing]}: ${shownBy}`
    await savePlan(tx, locked, {}, { kind: 'change', words })
    return { id }
  },
})
