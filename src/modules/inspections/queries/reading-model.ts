import { z } from 'zod'
import { FINDING_KINDS } from '../report/model.ts'
import { GRADES, PILLARS } from '../reference/framework.ts'
import { keysOf } from '#platform/edge.ts'
import { REPORT_RULES } from '../report/rules.ts'

const grade = z.enum(GRADES).nullable()

const finding = z.object({
  kind: z.enum(FINDING_KINDS),
  text: z.string(),
  due: z.string().nullable(),
  dueWords: z.string().nullable(),
  leadIn: z.string().nullable(),
  /** Which of its part's findings is its cause of concern, from 0. */
  parent: z.int().nullable(),
  urgent: z.boolean(),
  line: z.int(),
})

const part = z.object({
  title: z.string().nullable(),
  line: z.int().nullable(),
  grade,
  narrative: z.array(z.string()).readonly(),
  findings: z.array(finding).readonly(),
  standing: z.object({ text: z.string(), line: z.int() }).nullable(),
})

/** A report as it was read, to be shown before anything is saved of it. */
export const readingModel = z.object({
  force: z.string(),
  year: z.int(),
  period: z.string(),
  pillar: z.enum(PILLARS).nullable(),
  framework: z.string().nullable(),
  published: z.object({ date: z.string(), says: z.enum(['published', 'last updated']), line: z.int() }).nullable(),
  overall: part,
  questions: z
    .array(part.extend({ title: z.string(), line: z.int(), number: z.int(), code: z.string().nullable() }))
    .readonly(),
  candidates: z
    .array(
      z.object({
        kind: z.enum(['observation', 'assertion', 'grade']),
        question: z.int().nullable(),
        text: z.string(),
        why: z.string(),
        grade,
        line: z.int(),
      }),
    )
    .readonly(),
  warnings: z
    .array(z.object({ rule: z.enum(keysOf(REPORT_RULES)), line: z.int(), text: z.string(), advice: z.string() }))
    .readonly(),
})
export type Reading = z.output<typeof readingModel>

const placed = z.array(z.object({ question: z.int().nullable(), index: z.int(), finding })).readonly()

/** What a mended copy differs in from the copy before. */
export const differencesModel = z.object({
  added: placed,
  gone: placed,
  grades: z.array(z.object({ question: z.int().nullable(), before: grade, now: grade })).readonly(),
  questionsAdded: z.array(z.int()).readonly(),
  questionsGone: z.array(z.int()).readonly(),
  /** Places among the candidates of those that are new. */
  candidates: z.array(z.int()).readonly(),
  narratives: z.array(z.int().nullable()).readonly(),
})
