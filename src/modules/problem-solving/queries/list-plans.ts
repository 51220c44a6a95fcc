import { z } from 'zod'
import { findCivilMonth } from '#calculations/calendar/civil-month.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, pageNumber } from '#kernel/organisation/paging.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { optionalId, optionalText } from '#platform/forms/fields.ts'
import { PROBLEM_TYPES } from '../reference/lists.ts'
import { STAGES } from '../rules/pop05-stages.ts'
import { COUNTED, countStages, findPlans, SCOPES, type PlansWanted } from './plan-rows.ts'
import { planSummary } from './plan-summary.ts'

const AT = ['open', ...keysOf(STAGES)] as const

export const listPlans = query({
  name: 'problem.list',
  summary: 'List the problem plans in your reach: yours, your teams’, or all',
  input: z.object({
    of: optionalChoice('whose', keysOf(SCOPES)),
    stage: optionalChoice('the stage', AT),
    type: optionalChoice('the sort of problem', keysOf(PROBLEM_TYPES)),
    area: optionalId('Area'),
    /** The rows behind a figure: what it counted, and in which month (`2026-11`); without one, in the last twelve months. */
    counted: optionalChoice('what was counted', keysOf(COUNTED)),
    month: optionalText('Month', 7),
    page: pageNumber,
  }),
  output: z.object({
    plans: z.array(planSummary).readonly(),
    total: z.int(),
    /** By stage, of all that were asked for but for the stage. */
    stages: z.record(z.string(), z.int()),
    areas: z.array(z.object({ value: z.string(), text: z.string() })).readonly(),
    page: z.int(),
    filter: z.object({
      of: z.enum(keysOf(SCOPES)),
      stage: z.enum(AT).nullable(),
      type: z.string().nullable(),
      area: z.int().nullable(),
      counted: z.enum(keysOf(COUNTED)).nullable(),
      month: z.string().nullable(),
    }),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: {
    event: 'problem.listed',
    subjects: (_, { plans }) => plans.map(({ id }) => ({ kind: 'problem-plan', id })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, ...asked }) {
    const month = asked.month === null ? null : (findCivilMonth(asked.month) ?? null)
    const { counted } = asked
    const wanted: PlansWanted = {
      of: asked.of ?? 'all',
      stage: asked.stage ?? (counted === null ? 'open' : null),
      type: asked.type,
      area: asked.area,
      counted,
      month,
    }
    return {
      ...(await findPlans(tx, wanted, page)),
      stages: await countStages(tx, wanted),
      areas: await areasWithPlans(tx),
      page,
      filter: wanted,
    }
  },
})

/** Made of what is in reach only, so that no filter tells of a plan that is hidden. */
async function areasWithPlans(tx: Tx) {
  return rowsAs<{ value: string; text: string }>(
    await tx.client.query(
      `SELECT a.id::text AS value, a.name AS text FROM area a
      WHERE a.id IN (SELECT area_id FROM record WHERE kind = 'problem-plan') ORDER BY a.name, a.id`,
    ),
  )
}
