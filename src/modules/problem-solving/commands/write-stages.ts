import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choices, optionalCivilDate, optionalText } from '#platform/forms/fields.ts'
import { CHEERS, DATA_SOURCES } from '../reference/lists.ts'
import { aimStands } from '../rules/pop13-worked-on.ts'
import { WORKERS } from '../workers.ts'
import { lockWorkedPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, optionalCount, planChanged, planSeen } from './plan-fields.ts'

export const setObjective = command({
  name: 'problem.set-objective',
  summary: 'Write the objective of a plan: reduce what, by how much, where, by when, set against what',
  input: z.object({
    ...planSeen,
    objective: optionalText('Objective', 1000),
    measure: optionalText('Measure', 300),
    baselineFrom: optionalCivilDate('First day of the time before'),
    baselineTo: optionalCivilDate('Last day of the time before'),
    baselineCount: optionalCount('The count before'),
    targetPercent: optionalCount('The aim'),
    targetOn: optionalCivilDate('By which day'),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.objective-set', subjects: aboutPlan },
  async run(tx, { id, version, ...given }) {
    const { baselineFrom, baselineTo, targetPercent } = given
    if (baselineFrom !== null && baselineTo !== null && baselineTo < baselineFrom)
      throw new Invalid({ baselineTo: 'The time before ends no earlier than it starts' })
    if (targetPercent !== null && (targetPercent < 1 || targetPercent > 100))
      throw new Invalid({ targetPercent: 'The aim must be from 1 to 100 in a hundred' })
    const locked = await lockWorkedPlan(tx, id, version)
    refuseOn(aimStands(locked.stage, locked.plan.approvedBy !== null))
    const columns = {
      objective: given.objective,
      measure: given.measure,
      baseline_from: baselineFrom,
      baseline_to: baselineTo,
      baseline_count: given.baselineCount,
      target_percent: targetPercent,
      target_on: given.targetOn,
    }
    await savePlan(tx, locked, columns, { kind: 'change', words: `Objective: ${given.objective ?? 'not said yet'}` })
    return { id }
  },
})

export const writeScanning = command({
  name: 'problem.write-scanning',
  summary: 'Write the scanning of a plan: who is harmed, by what, when, where, how often',
  input: z.object({
    ...planSeen,
    whoHarmed: optionalText('Who is harmed', 2000),
    events: optionalText('What happens', 2000),
    whenWhere: optionalText('When and where', 2000),
    inYear: optionalCount('How many in twelve months'),
    cheers: choices('what is so', keysOf(CHEERS)),
    cheersReason: optionalText('Why it is a problem without', 1000),
    dataSources: choices('the sources', keysOf(DATA_SOURCES)),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.scanned', subjects: aboutPlan },
  async run(tx, { id, version, ...given }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const columns = {
      who_harmed: given.whoHarmed,
      events: given.events,
      when_where: given.whenWhere,
      in_year: given.inYear,
      cheers: given.cheers,
      cheers_reason: given.cheersReason,
      data_sources: given.dataSources,
    }
    await savePlan(tx, locked, columns, { kind: 'change', words: 'Wrote down the scanning.' })
    return { id }
  },
})

export const writeAnalysis = command({
  name: 'problem.write-analysis',
  summary: 'Write the sides of the problem analysis triangle, what was tried before and what is not known',
  input: z.object({
    ...planSeen,
    sideVictim: optionalText('Victim or target', 4000),
    sideOffender: optionalText('Offender', 4000),
    sidePlace: optionalText('Place', 4000),
    triedBefore: optionalText('What was tried before', 2000),
    dataGaps: optionalText('What is not known', 2000),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.analysed', subjects: aboutPlan },
  async run(tx, { id, version, ...given }) {
    const locked = await lockWorkedPlan(tx, id, version)
    const columns = {
      side_victim: given.sideVictim,
      side_offender: given.sideOffender,
      side_place: given.sidePlace,
      tried_before: given.triedBefore,
      data_gaps: given.dataGaps,
    }
    await savePlan(tx, locked, columns, { kind: 'change', words: 'Wrote down the analysis.' })
    return { id }
  },
})
