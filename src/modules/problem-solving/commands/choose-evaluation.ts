import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { refusePeriods } from '#calculations/evaluation/periods.ts'
import { getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { coverageOf, ownRows, sourceOf } from '../queries/evaluation-data.ts'
import { periodsOf } from '../queries/evaluate-plan.ts'
import { evaluable } from '../rules/pop15-evaluable.ts'
import { areasProblem, type ChosenArea } from '../rules/pop16-areas.ts'
import { firstDayOf, lastDayOf, type Times } from '../rules/pop17-times.ts'
import { WORKERS } from '../workers.ts'
import { areaIds, countedCategories, timeFields } from './evaluation-fields.ts'
import { lockPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

export const chooseEvaluation = command({
  name: 'problem.choose-evaluation',
  summary:
    'Choose what a plan is evaluated by: what, where, which times, beside which areas; the counts follow by themselves',
  input: z.object({
    ...planSeen,
    categories: countedCategories,
    treated: areaIds('Where it was done'),
    ...timeFields,
    comparison: areaIds('Areas to compare with'),
    ring: areaIds('Areas around'),
    reason: text('Why these areas and times', 2000),
  }),
  /** With the number of the choice within its plan. */
  output: planChanged.extend({ number: z.int() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: {
    event: 'problem.evaluation-chosen',
    subjects: aboutPlan,
    detail: ({ treated, comparison, ring }, { number }) => ({ number, treated, comparison, ring }),
  },
  async run(tx, { id, version, reason, categories, treated, comparison, ring, ...days }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockPlan(tx, id, version)
    refuseOn(evaluable(locked.stage))
    if (categories.length === 0) throw new Invalid({ categories: 'Choose what is counted' })
    const areas = { treated, comparison, ring }
    const wrong =
      areasProblem(areas, await areasOf(tx, Object.values(areas).flat())) ?? (await timesProblem(tx, timesOf(days)))
    if (wrong !== null) throw new Invalid(wrong)
    const [last] = rowsAs<{ id: string; version: number }>(
      await tx.client.query(
        'SELECT id, version FROM problem_evaluation WHERE plan_id = $1 ORDER BY version DESC LIMIT 1',
        [id],
      ),
    )
    const number = (last?.version ?? 0) + 1
    await tx.db
      .insertInto('problem_evaluation')
      .values({
        id: randomUUID(),
        plan_id: id,
        version: number,
        previous_id: last?.id ?? null,
        categories,
        ...areas,
        before_from: days.beforeFrom,
        before_to: days.beforeTo,
        after_from: days.afterFrom,
        after_to: days.afterTo,
        reason,
        chosen_by: account,
        chosen_at: tx.now,
        ...guardColumns(locked.record.guards),
      })
      .execute()
    const words =
      number === 1 ? 'Chose what it is evaluated by.' : `Chose anew what it is evaluated by: number ${number}.`
    await savePlan(tx, locked, {}, { kind: 'change', words, reason })
    return { id, number }
  },
})

type Days = Readonly<Record<keyof Times, string>>

function timesOf({ beforeFrom, beforeTo, afterFrom, afterTo }: Days): Times {
  return {
    beforeFrom: getCivilDate(beforeFrom),
    beforeTo: getCivilDate(beforeTo),
    afterFrom: getCivilDate(afterFrom),
    afterTo: getCivilDate(afterTo),
  }
}

async function areasOf(tx: Tx, ids: readonly number[]) {
  return rowsAs<ChosenArea>(
    await tx.client.query('SELECT id, kind FROM area WHERE id = ANY ($1::bigint[]) AND valid_to IS NULL', [ids]),
  )
}

const FIELD = { overlapping: 'afterFrom', 'unlike-lengths': 'afterTo', 'month-precise': 'beforeFrom' } as const

/** By the rows that are there; where none are yet, whole months are taken for what they are. */
async function timesProblem(tx: Tx, times: Times): Promise<Readonly<Record<string, string>> | null> {
  const own = await ownRows(tx)
  const source = sourceOf(await coverageOf(tx, own, monthOf(times.beforeFrom)), times.beforeFrom, times.afterTo)
  const whole = (from: Times['afterFrom'], to: Times['afterTo']) =>
    from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
  const months = whole(times.beforeFrom, times.beforeTo) && whole(times.afterFrom, times.afterTo)
  const precision = source.kind === 'source' ? source.precision : months ? 'month' : 'day'
  const refusal = refusePeriods(...periodsOf(times), precision)
  return refusal === undefined ? null : { [FIELD[refusal.reason]]: refusal.words }
}
