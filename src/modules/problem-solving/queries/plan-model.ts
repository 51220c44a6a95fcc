import { z } from 'zod'
import { keysOf } from '#platform/edge.ts'
import { HELD, OUTCOMES, PLACE_TYPES, PROBLEM_TYPES, SIDES, SOURCES, VERDICTS } from '../reference/lists.ts'
import { TECHNIQUES } from '../reference/techniques.ts'

export const HYPOTHESIS_STANDINGS = {
  unknown: 'not known yet',
  supported: 'supported by what was found',
  refuted: 'refuted by what was found',
} as const

export const hypothesisView = z.object({
  id: z.string(),
  words: z.string(),
  test: z.string(),
  standing: z.enum(keysOf(HYPOTHESIS_STANDINGS)),
  shownBy: z.string().nullable(),
})

export const responseView = z.object({
  /** Of its action. */
  id: z.string(),
  title: z.string(),
  side: z.enum(keysOf(SIDES)),
  technique: z.enum(keysOf(TECHNIQUES)),
  mechanism: z.string(),
  evidenceLink: z.string().nullable(),
  noEvidenceReason: z.string().nullable(),
  /** Of the library, by its code; where it is known to fail, why it was chosen all the same, and by whom. */
  tactic: z.string().nullable(),
  failingReason: z.string().nullable(),
  addedBy: z.string(),
  assignee: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(['open', 'done', 'dropped']),
})

export const checkView = z.object({
  months: z.int(),
  held: z.enum(keysOf(HELD)),
  words: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})

const text = z.string().nullable()
const count = z.int().nullable()

/** What a plan has beyond its record. Dates are civil dates; times are instants. */
export const planDetail = z.object({
  problemType: z.enum(keysOf(PROBLEM_TYPES)),
  placeType: z.enum(keysOf(PLACE_TYPES)),
  place: z.string(),
  source: z.enum(keysOf(SOURCES)),
  heldStage: text,
  objective: text,
  measure: text,
  baselineFrom: text,
  baselineTo: text,
  baselineCount: count,
  targetPercent: count,
  targetOn: text,
  whoHarmed: text,
  events: text,
  whenWhere: text,
  inYear: count,
  cheers: z.array(z.string()),
  cheersReason: text,
  dataSources: z.array(z.string()),
  sideVictim: text,
  sideOffender: text,
  sidePlace: text,
  triedBefore: text,
  dataGaps: text,
  approvedBy: text,
  approvedAt: z.iso.datetime().nullable(),
  delivered: text,
  treatedBefore: count,
  treatedAfter: count,
  comparisonBefore: count,
  comparisonAfter: count,
  countedFrom: text,
  displacement: text,
  publicView: text,
  cost: text,
  verdict: z.enum(keysOf(VERDICTS)).nullable(),
  lessons: text,
  outcome: z.enum(keysOf(OUTCOMES)).nullable(),
  outcomeReason: text,
  share: z.boolean(),
  closeProposedBy: text,
  closeProposedById: text,
  held: z.enum(keysOf(HELD)),
  timesReopened: z.int(),
  hypotheses: z.array(hypothesisView),
  responses: z.array(responseView),
  checks: z.array(checkView),
})
export type PlanDetail = z.output<typeof planDetail>
