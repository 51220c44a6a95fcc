import { z } from 'zod'
import { keysOf } from '#platform/edge.ts'
import { VERDICT_WORDS } from '../rules/evaluation-words.ts'

const area = z.object({ id: z.int(), name: z.string() })

/** What a plan is evaluated by, as it was chosen. Days are civil dates, both ends included. */
export const evaluationDefinition = z.object({
  id: z.uuid(),
  version: z.int(),
  categories: z.array(z.string()),
  treated: z.array(area),
  comparison: z.array(area),
  ring: z.array(area),
  beforeFrom: z.string(),
  beforeTo: z.string(),
  afterFrom: z.string(),
  afterTo: z.string(),
  reason: z.string(),
  chosenBy: z.string(),
  chosenAt: z.iso.datetime(),
})
export type EvaluationDefinition = z.output<typeof evaluationDefinition>

const verdict = z.enum(keysOf(VERDICT_WORDS))

/** Counts of the rows that the reader may open, in the areas of a group together. */
const group = z.object({ before: z.int(), after: z.int(), areas: z.array(z.string()) })

/** What it shows, counted as its reader. */
export const evaluationResult = z.object({
  /** Whether the events are known by day, or by month only. */
  precision: z.enum(['day', 'month']),
  treated: group,
  comparison: group.nullable(),
  ring: group.nullable(),
  verdict,
  /** Each in words, with its numbers or why there are none. */
  effect: z.string(),
  displacement: z.string(),
  series: z.string(),
  harm: z.string(),
  harmVerdict: verdict,
  /** The interval of the relative effect, for the picture. */
  interval: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** What to bear in mind: seasons, a peak before, months that vary. */
  cautions: z.array(z.string()),
  /** Months on end, with what the model expects had nothing been done; null where there is no model. */
  months: z.array(
    z.object({ month: z.string(), treated: z.int(), comparison: z.int(), expected: z.number().nullable() }),
  ),
})
export type EvaluationResult = z.output<typeof evaluationResult>

/** What it shows, or why nothing can be counted. */
export const evaluationFound = z.union([
  z.object({ kind: z.literal('counted'), result: evaluationResult }),
  z.object({ kind: z.literal('refused'), words: z.string() }),
])
export type EvaluationFound = z.output<typeof evaluationFound>
