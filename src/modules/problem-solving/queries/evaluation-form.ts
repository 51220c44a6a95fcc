import { z } from 'zod'
import { getCivilDate, londonDateAt, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { query } from '#kernel/operations.ts'
import { readHead, recordHead, type RecordHead } from '#kernel/records/head.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { optionalCivilDate } from '#platform/forms/fields.ts'
import { areaIds, countedCategories } from '../commands/evaluation-fields.ts'
import { planId } from '../commands/plan-fields.ts'
import { TYPE_OF_CATEGORY } from '../reference/lists.ts'
import { EVALUATED_KINDS } from '../rules/pop16-areas.ts'
import { proposedTimes, type Times } from '../rules/pop17-times.ts'
import { isVictimReported, VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'
import { WORKERS } from '../workers.ts'
import { ownRows } from './evaluation-data.ts'
import { evaluationsOf } from './evaluation-definitions.ts'
import { evaluationDefinition } from './evaluation-model.ts'
import { areaProposals, proposeAreas } from './propose-areas.ts'

const option = z.object({ id: z.int(), name: z.string(), kind: z.enum(EVALUATED_KINDS) })
type AreaOption = z.output<typeof option>

export const evaluationForm = query({
  name: 'problem.evaluation-form',
  summary: 'Begin to choose what a plan is evaluated by: proposed from the plan, with areas like it and around it',
  input: z.object({
    id: planId,
    /** What was chosen so far; what is not, is proposed. */
    treated: areaIds('Where it was done'),
    categories: countedCategories,
    beforeFrom: optionalCivilDate('The first day before'),
    beforeTo: optionalCivilDate('The last day before'),
    afterFrom: optionalCivilDate('The first day after'),
    afterTo: optionalCivilDate('The last day after'),
  }),
  output: z.object({
    head: recordHead,
    /** The choice before this one. */
    before: evaluationDefinition.nullable(),
    treated: z.array(z.int()),
    categories: z.array(z.enum(VICTIM_REPORTED)),
    times: z.object({ beforeFrom: z.string(), beforeTo: z.string(), afterFrom: z.string(), afterTo: z.string() }),
    /** The last day that the data can have. */
    lastDay: z.string(),
    /** Where it can have been done: the plan’s area, those within and around it. */
    areas: z.array(option),
    proposals: areaProposals,
  }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.evaluation-begun', subjects: ({ id }) => [{ kind: 'problem-plan', id }] },
  async run(tx, { id, ...asked }) {
    const head = await readHead(tx, 'problem-plan', id)
    const own = await ownRows(tx)
    const [before] = await evaluationsOf(tx, id)
    const facts = await factsOf(tx, id)
    const areas = await areasAround(tx, head.area)
    const categories = first(asked.categories, before?.categories.filter(isVictimReported), categoriesOf(facts))
    const treated = first(
      asked.treated,
      before?.treated.map((area) => area.id),
      treatedOf(facts, head, areas),
    )
    const times = { ...proposedTimes(approvedOn(facts, own.lastDay), own.lastDay), ...daysAsked(asked) }
    const kind = areas.find((area) => area.id === treated[0])?.kind ?? ''
    return {
      head,
      before: before ?? null,
      treated: [...treated],
      categories: VICTIM_REPORTED.filter((one) => categories.includes(one)),
      times,
      lastDay: own.lastDay,
      areas: [...areas],
      proposals: await proposeAreas(tx, own, { treated, kind, categories, times }),
    }
  },
})

interface Facts {
  readonly problemType: string
  readonly approvedAt: Date | null
  readonly patterns: readonly { readonly area: number; readonly category: string | null }[]
}

async function factsOf(tx: Tx, plan: string): Promise<Facts> {
  const [row] = rowsAs<Facts>(
    await tx.client.query(
      `SELECT p.problem_type AS "problemType", p.approved_at AS "approvedAt", (SELECT coalesce(json_agg(
          json_build_object('area', c.area_id, 'category', c.category) ORDER BY c.found_at, c.id), '[]')
        FROM problem_candidate c WHERE c.plan_id = p.id) AS patterns
      FROM problem_plan p WHERE p.id = $1`,
      [plan],
    ),
  )
  return row ?? { problemType: 'other', approvedAt: null, patterns: [] }
}

/** The first of the lists that has anything. */
function first<T>(...lists: readonly (readonly T[] | undefined)[]): readonly T[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? []
}

function categoriesOf({ problemType, patterns }: Facts): readonly string[] {
  const found = patterns.flatMap(({ category }) => (category === null || !isVictimReported(category) ? [] : [category]))
  return first(
    [...new Set(found)],
    VICTIM_REPORTED.filter((category) => TYPE_OF_CATEGORY[category] === problemType),
  )
}

/** Where its patterns lie, of one kind; else its own area. */
function treatedOf({ patterns }: Facts, head: RecordHead, areas: readonly AreaOption[]): readonly number[] {
  const listed = [...new Set(patterns.map(({ area }) => area))].flatMap((id) => areas.filter((area) => area.id === id))
  const alike = listed.filter(({ kind }) => kind === listed[0]?.kind).map(({ id }) => id)
  return first(
    alike,
    areas.filter(({ id }) => id === head.area).map(({ id }) => id),
  )
}

function approvedOn({ approvedAt }: Facts, lastDay: CivilDate): CivilDate {
  return approvedAt === null ? lastDay : londonDateAt(approvedAt)
}

function daysAsked(asked: Readonly<Record<keyof Times, string | null>>): Partial<Times> {
  const { beforeFrom, beforeTo, afterFrom, afterTo } = asked
  return {
    ...(beforeFrom !== null && { beforeFrom: getCivilDate(beforeFrom) }),
    ...(beforeTo !== null && { beforeTo: getCivilDate(beforeTo) }),
    ...(afterFrom !== null && { afterFrom: getCivilDate(afterFrom) }),
    ...(afterTo !== null && { afterTo: getCivilDate(afterTo) }),
  }
}

const MOST = 200

async function areasAround(tx: Tx, area: number | null): Promise<readonly AreaOption[]> {
  return rowsAs<AreaOption>(
    await tx.client.query(
      `SELECT a.id, a.name, a.kind FROM area a WHERE a.kind = ANY ($2) AND a.valid_to IS NULL AND ($1::bigint IS NULL OR a.id = $1
        OR a.id IN (SELECT inner_area FROM area_nesting WHERE outer_area = $1)
        OR a.id IN (SELECT outer_area FROM area_nesting WHERE inner_area = $1))
      ORDER BY array_position($2, a.kind), a.name, a.id LIMIT ${MOST}`,
      [area, EVALUATED_KINDS],
    ),
  )
}

export type EvaluationFormModel = z.output<typeof evaluationForm.output>
