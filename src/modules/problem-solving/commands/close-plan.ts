import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { choice, flag, text } from '#platform/forms/fields.ts'
import { emit } from '#platform/events/emit.ts'
import { endWork, openChecks } from '../duties/owed.ts'
import { gateFacts } from '../queries/read-plan.ts'
import { OUTCOMES, type Outcome } from '../reference/lists.ts'
import { another, ranked } from '../rules/pop06-who.ts'
import { closing, isCheckedAfter } from '../rules/pop08-closing.ts'
import { DECIDERS } from '../workers.ts'
import { keepLesson } from './keep-lesson.ts'
import { lockPlan, savePlan, stageOrRefused, type LockedPlan } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

async function refuseClosing(tx: Tx, { record, stage, plan }: LockedPlan, outcome: Outcome): Promise<void> {
  const [open] = rowsAs<{ actions: number }>(
    await tx.client.query(
      'SELECT count(*)::integer AS actions FROM action WHERE record_id = $1 AND done_at IS NULL AND dropped_at IS NULL',
      [record.id],
    ),
  )
  refuseOn(closing(outcome, { stage, plan: gateFacts(plan, record.guards.owner), openActions: open?.actions ?? 0 }))
}

export const proposeClosing = command({
  name: 'problem.propose-closing',
  summary: 'Propose how a plan ends, and why; somebody of rank closes it',
  input: z.object({
    ...planSeen,
    outcome: choice('How it ends', keysOf(OUTCOMES)),
    reason: text('Why it ends so', 2000),
    /** Whether the whole force may read what was learnt. */
    share: flag(),
  }),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.closing-proposed', subjects: aboutPlan, detail: ({ outcome }) => ({ outcome }) },
  async run(tx, { id, version, outcome, reason, share }) {
    const locked = await lockPlan(tx, id, version)
    refuseOn(ranked('propose-closing', tx.reader))
    await refuseClosing(tx, locked, outcome)
    const columns = {
      outcome,
      outcome_reason: reason,
      share,
      close_proposed_by: tx.reader.account,
      close_proposed_at: tx.now,
    }
    await savePlan(tx, locked, columns, {
      kind: 'note',
      words: `Proposed to close it: ${OUTCOMES[outcome]}. ${reason}`,
    })
    return { id }
  },
})

export const closePlan = command({
  name: 'problem.close',
  summary: 'Close a plan as proposed: by rank, and by somebody else than whoever proposed it',
  input: z.object(planSeen),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.closed', subjects: aboutPlan },
  async run(tx, { id, version }) {
    const locked = await lockPlan(tx, id, version)
    const { record, plan } = locked
    const { outcome } = plan
    if (outcome === null || plan.closeProposedById === null) throw new Conflict('Nobody has proposed to close it yet.')
    refuseOn(ranked('close', tx.reader), another(plan.closeProposedById, tx.reader, 'You proposed to close it.'))
    await refuseClosing(tx, locked, outcome)
    const stage = stageOrRefused(locked.stage, 'close')
    await savePlan(
      tx,
      locked,
      { closed_by: tx.reader.account, held: 'not-checked', held_stage: null },
      { kind: 'closed', words: `Closed: ${OUTCOMES[outcome]}.`, reason: plan.outcomeReason ?? '' },
      { stage, closedAt: tx.now, words: [plan.place, plan.lessons ?? ''].join(' ') },
    )
    await endWork(tx, record, 'The plan is closed')
    if (isCheckedAfter(outcome)) await openChecks(tx, record)
    if (plan.share) await keepLesson(tx, record, plan)
    await emit(tx, { name: 'problem.closed', payload: { id } })
    return { id }
  },
})

export const keepOpen = command({
  name: 'problem.keep-open',
  summary: 'Send the proposal to close a plan back, with the reason',
  input: z.object({ ...planSeen, reason: text('Reason', 2000) }),
  output: planChanged,
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'problem.kept-open', subjects: aboutPlan },
  async run(tx, { id, version, reason }) {
    const locked = await lockPlan(tx, id, version)
    if (locked.plan.closeProposedById === null || locked.stage === 'closed')
      throw new Conflict('Nobody has proposed to close it.')
    refuseOn(ranked('close', tx.reader))
    const columns = { outcome: null, outcome_reason: null, close_proposed_by: null, close_proposed_at: null }
    await savePlan(tx, locked, columns, { kind: 'note', words: 'Not closed yet.', reason })
    return { id }
  },
})
