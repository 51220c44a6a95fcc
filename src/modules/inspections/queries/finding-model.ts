import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf } from '#platform/edge.ts'
import { ANSWERS } from '../rules/fnd06-answer.ts'
import { COLOURS } from '../rules/fnd01-colour.ts'
import { DIRECTIONS, MEASURE_STATES } from '../rules/fnd07-linked-measure.ts'
import { INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { STAGES } from '../rules/fnd04-stages.ts'

/** Every kind of finding, in words. The last two a person made of a candidate. */
export const KINDS = {
  'cause-of-concern': 'Cause of concern',
  recommendation: 'Recommendation',
  afi: 'Area for improvement',
  observation: 'Observation',
  assertion: 'Assertion to be evidenced',
} as const

export const FRESHNESS = { fresh: 'fresh', ageing: 'ageing', stale: 'stale', none: 'none yet' } as const

export const linkedMeasureModel = z.object({
  code: z.string(),
  name: z.string(),
  target: z.number(),
  direction: z.enum(keysOf(DIRECTIONS)),
  holdMonths: z.int(),
  state: z.enum(keysOf(MEASURE_STATES)),
  /** How it stands, as a sentence. */
  words: z.string(),
})

/** A finding as a list and a pack have it. Days are civil dates. */
export const findingSummary = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  /** The report's own words. */
  text: z.string(),
  kind: z.enum(keysOf(KINDS)),
  urgent: z.boolean(),
  due: z.string().nullable(),
  inspection: z.object({ id: z.uuid(), force: z.string(), year: z.int(), pillar: z.string() }),
  /** Of the report: `code` is the framework's (`PEEL2016/E1`), where it is one of its questions. */
  question: z.object({ number: z.int(), code: z.string().nullable(), title: z.string() }),
  stage: z.enum(keysOf(STAGES)),
  inspectorate: z.enum(keysOf(INSPECTORATE_STATUSES)),
  answer: z.enum(keysOf(ANSWERS)).nullable(),
  colour: z.enum(keysOf(COLOURS)),
  /** Why it has that colour, the worst first. */
  reasons: z.array(z.string()).readonly(),
  measures: z.array(linkedMeasureModel).readonly(),
  evidence: z.object({
    freshness: z.enum(keysOf(FRESHNESS)),
    /** The day of which the freshest tells; null where there is none. */
    newest: z.string().nullable(),
    count: z.int(),
  }),
  /** A claim that stands: `held` by the measures, or `overridden`: against them. */
  claim: z.enum(['none', 'held', 'overridden']),
  /** It was once claimed against the measure: this shows for ever. */
  everOverridden: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  team: z.object({ id: z.int(), name: z.string() }).nullable(),
  marking: z.enum(MARKINGS),
  version: z.int(),
})
export type FindingSummary = z.output<typeof findingSummary>
