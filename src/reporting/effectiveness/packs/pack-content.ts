import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf } from '#platform/edge.ts'
import {
  claimMade,
  COLOURS,
  findingSummary,
  FRESHNESS,
  givenGrade,
  judgementModel,
  statementModel,
} from '#modules/inspections/index.ts'
import { measureLine } from '../facts/measure-lines.ts'

const packedFinding = findingSummary.pick({
  reference: true,
  title: true,
  text: true,
  kind: true,
  due: true,
  stage: true,
  inspectorate: true,
  reasons: true,
  measures: true,
  claim: true,
  everOverridden: true,
  marking: true,
})

const packedEvidence = z.object({
  title: z.string(),
  kind: z.string(),
  words: z.string(),
  observedOn: z.string(),
  age: z.string(),
  addedBy: z.string(),
  marking: z.enum(MARKINGS),
  /** Of the finding that it is evidence for; null where it is for the question. */
  reference: z.string().nullable(),
})

const packedQuestion = z.object({
  code: z.string(),
  number: z.int(),
  title: z.string(),
  gradable: z.boolean(),
  theirs: givenGrade.omit({ narrative: true }).nullable(),
  /** Every version of the judgement on the question and its diagnostics, the newest first. */
  judgements: z.array(judgementModel).readonly(),
  strengths: z.array(statementModel).readonly(),
  gaps: z.array(statementModel).readonly(),
  findings: z
    .array(
      packedFinding.extend({
        colour: z.enum(keysOf(COLOURS)),
        freshness: z.enum(keysOf(FRESHNESS)),
        owner: z.string().nullable(),
        year: z.int(),
      }),
    )
    .readonly(),
  /** Codes of the measures that speak to it. */
  measures: z.array(z.string()).readonly(),
  evidence: z.array(packedEvidence).readonly(),
})
export type PackedQuestion = z.output<typeof packedQuestion>

/** A measure with the figure that was frozen of it; null where there was none to freeze. */
const packedMeasure = measureLine.extend({ snapshot: z.uuid().nullable() })
export type PackedMeasure = z.output<typeof packedMeasure>

/** All that an evidence pack says, in words and numbers decided when it was frozen. */
export const packContent = z.object({
  force: z.string(),
  framework: z.object({ code: z.string(), name: z.string() }),
  madeBy: z.object({ name: z.string(), post: z.string(), clearance: z.enum(MARKINGS) }),
  frozenAt: z.iso.datetime(),
  marking: z.enum(MARKINGS),
  questions: z.array(packedQuestion).readonly(),
  measures: z.array(packedMeasure).readonly(),
  /** Every "met" that was claimed against the measure, taken back or not. */
  overridden: z.array(claimMade).readonly(),
  /** Where all of it comes from, a sentence each. */
  sources: z.array(z.string()).readonly(),
})
export type PackContent = z.output<typeof packContent>
