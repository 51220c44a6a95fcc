import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { Conflict, Invalid } from '#platform/errors/errors.ts'
import { civilDate, text } from '#platform/forms/fields.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { letClocksRun, stopClocks } from '../duties/hold-clocks.ts'
import { meetHold, meetStage, openHold, openStage } from '../duties/owed.ts'
import { gateFacts } from '../queries/read-plan.ts'
import { gate } from '../rules/pop04-gates.ts'
import { isStage, isWorked, STAGES } from '../rules/pop05-stages.ts'
import { WORKERS } from '../workers.ts'
import { lockPlan, lockWorkedPlan, savePlan, stageOrRefused } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

export const advancePlan = command({
  name: 'problem.advance',
  summary: 'Go on to the next stage of a plan, through the gate of this one',
  input: z.object(planSeen),
  output: planChanged.extend({ stage: z.string() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.advanced', subjects: aboutPlan, detail: (_, { stage }) => ({ stage }) },
  async run(tx, { id, version }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const { record, stage, plan } = locked
    const next = stageOrRefused(stage, 'advance')
    if (!isWorked(stage) || !isWorked(next)) throw new Conflict('There is no next stage from here.')
    refuseOn(gate(stage, gateFacts(plan, record.guards.owner)))
    await savePlan(
      tx,
      locked,
      {},
      { kind: 'stage', words: `${STAGES[stage]} done; now: ${STAGES[next]}.` },
      { stage: next },
    )
    await meetStage(tx, record, stage, `Done: ${STAGES[stage]}`)
    await openStage(tx, record, next, 'problem.advanced')
    return { id, stage: next }
  },
})

export const backToAnalysis = command({
  name: 'problem.go-back',
  summary: 'Go back from the assessment to the analysis: the response did not work',
  input: z.object({ ...planSeen, reason: text('Reason', 2000) }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.went-back', subjects: aboutPlan },
  async run(tx, { id, version, reason }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const stage = stageOrRefused(locked.stage, 'back')
    const unapproved = {
      approved_by: null,
      approved_at: null,
      verdict: null,
      close_proposed_by: null,
      close_proposed_at: null,
    }
    await savePlan(tx, locked, unapproved, { kind: 'stage', words: 'Back to the analysis.', reason }, { stage })
    await meetStage(tx, locked.record, 'assessment', 'Back to the analysis')
    await openStage(tx, locked.record, 'analysis', 'problem.went-back')
    return { id }
  },
})

export const holdPlan = command({
  name: 'problem.hold',
  summary: 'Put a plan on hold until a day, with the reason; its clocks stop',
  input: z.object({ ...planSeen, reason: text('Reason', 2000), until: civilDate('The day') }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.held', subjects: aboutPlan, detail: ({ until }) => ({ until }) },
  async run(tx, { id, version, reason, until }) {
    if (until <= today(tx)) throw new Invalid({ until: 'Choose a day to come' })
    const locked = await lockWorkedPlan(tx, id, version)
    const stage = stageOrRefused(locked.stage, 'hold')
    const words = `On hold until ${dayWithYear(until)}.`
    await savePlan(tx, locked, { held_stage: locked.stage }, { kind: 'stage', words, reason }, { stage })
    await stopClocks(tx, id)
    await openHold(tx, locked.record, getCivilDate(until))
    return { id }
  },
})

export const resumePlan = command({
  name: 'problem.resume',
  summary: 'Let a plan that was on hold go on where it was',
  input: z.object(planSeen),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.resumed', subjects: aboutPlan },
  async run(tx, { id, version }) {
    const locked = await lockPlan(tx, id, version)
    const { heldStage } = locked.plan
    if (locked.stage !== 'on-hold' || heldStage === null || !isStage(heldStage))
      throw new Conflict('It is not on hold: nothing has to go on.')
    const words = `Goes on where it was: ${STAGES[heldStage]}.`
    await savePlan(tx, locked, { held_stage: null }, { kind: 'stage', words }, { stage: heldStage })
    await letClocksRun(tx, id)
    await meetHold(tx, locked.record, 'The plan goes on')
    return { id }
  },
})
