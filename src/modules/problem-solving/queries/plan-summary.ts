import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf } from '#platform/edge.ts'
import { HELD, OUTCOMES, PROBLEM_TYPES } from '../reference/lists.ts'
import { STAGES } from '../rules/pop05-stages.ts'
import { STANDINGS } from '../rules/pop14-standing.ts'

/** A plan as a line of a list. */
export const planSummary = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  stage: z.enum(keysOf(STAGES)),
  problemType: z.enum(keysOf(PROBLEM_TYPES)),
  place: z.string(),
  areaName: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** When the stage and the next review are due. */
  stageDue: z.iso.datetime().nullable(),
  reviewDue: z.iso.datetime().nullable(),
  standing: z.enum(keysOf(STANDINGS)),
  targetOn: z.string().nullable(),
  openActions: z.int(),
  closedAt: z.iso.datetime().nullable(),
  outcome: z.enum(keysOf(OUTCOMES)).nullable(),
  held: z.enum(keysOf(HELD)),
  marking: z.enum(MARKINGS),
})
export type PlanSummary = z.output<typeof planSummary>
