import { z } from 'zod'
import {
  countColours,
  COLOURS,
  findingSummary,
  givenGrade,
  judgementModel,
  mayBeGraded,
  questionCode,
  statementModel,
  type FindingSummary,
  type GivenGrade,
  type Question,
} from '#modules/inspections/index.ts'
import { keysOf } from '#platform/edge.ts'
import { THEMES, themesOf, themesOfCode } from '../reference/themes.ts'
import { claimsOn } from '../rules/eff01-claims.ts'
import type { FrameworkFacts } from './framework-facts.ts'
import { measureLine } from './measure-lines.ts'

export const claimModel = z.object({
  kind: z.enum(['judgement', 'strength', 'finding-met']),
  words: z.string(),
  backing: z.enum(['fresh', 'ageing', 'stale', 'none']),
  question: z.string(),
  finding: z.uuid().nullable(),
})

/** How one question of a framework stands, as far as this reader may read. */
export const questionStanding = z.object({
  code: z.string(),
  number: z.int(),
  title: z.string(),
  /** In a word or two, where it is one of the five. */
  short: z.string(),
  gradable: z.boolean(),
  theirs: givenGrade.omit({ narrative: true }).nullable(),
  ours: judgementModel.nullable(),
  measures: z.array(measureLine).readonly(),
  findings: z.array(findingSummary).readonly(),
  /** Of other frameworks' reports on the same matter, which the inspectorate has not closed. */
  earlier: z.array(findingSummary).readonly(),
  /** Of both. */
  standing: z.record(z.enum(keysOf(COLOURS)), z.int()),
  /** Those that stand. */
  statements: z.array(statementModel).readonly(),
  /** On the question and on its findings; `newest` is the day of which the newest tells. */
  evidence: z.object({ fresh: z.int(), ageing: z.int(), stale: z.int(), newest: z.string().nullable() }),
  claims: z.array(claimModel).readonly(),
})
export type QuestionStanding = z.output<typeof questionStanding>

/** Every question of the framework, in its order. Pure. */
export function standingsOf(facts: FrameworkFacts): readonly QuestionStanding[] {
  return facts.framework.questions.map((question) => standingOf(facts, question))
}

export function standingOf(facts: FrameworkFacts, question: Question): QuestionStanding {
  const { framework } = facts
  const code = questionCode(framework, question)
  const themes: readonly string[] = themesOf(framework.code, question.code)
  const findings = facts.findings.filter((finding) => finding.question.code === code)
  const earlier = facts.findings.filter((finding) => isEarlier(finding, framework.code, themes))
  const all = [...findings, ...earlier]
  const held = new Set(all.flatMap((finding) => finding.measures.map((measure) => measure.code)))
  const statements = facts.statements.filter(
    (statement) => isUnder(statement.question, code) && statement.withdrawn === null,
  )
  const ids = new Set(all.map(({ id }) => id))
  const evidence = facts.evidence.filter(
    ({ question: on, record }) => (on !== null && isUnder(on, code)) || (record !== null && ids.has(record.id)),
  )
  const own = evidence.flatMap(({ question: on, age }) =>
    on !== null && isUnder(on, code) && age !== 'withdrawn' ? [age] : [],
  )
  const theirs = facts.theirs.get(code)
  const ours = facts.ours.get(code) ?? null
  return {
    code,
    number: question.number,
    title: question.title,
    short: shortTitle(question, themes),
    gradable: mayBeGraded(question),
    theirs: theirs === undefined ? null : withoutNarrative(theirs),
    ours,
    measures: facts.measures.filter(
      (measure) => themes.includes(facts.themes.get(measure.code) ?? '') || held.has(measure.code),
    ),
    findings,
    earlier,
    standing: countColours(all),
    statements,
    evidence: countAges(evidence),
    claims: claimsOn({ question: code, judgement: ours, statements, findings: all, evidence: own }),
  }
}

/** Whether a code is that of the question or of one of its diagnostics. */
export function isUnder(code: string, question: string): boolean {
  return code === question || code.startsWith(`${question}.`)
}

function isEarlier(finding: FindingSummary, framework: string, themes: readonly string[]): boolean {
  const code = finding.question.code
  if (code === null || code.startsWith(`${framework}/`) || finding.inspectorate === 'complete') return false
  return themesOfCode(code).some((theme) => themes.includes(theme))
}

function shortTitle({ title }: Question, themes: readonly string[]): string {
  const [theme] = keysOf(THEMES).filter((each) => themes.includes(each))
  return theme === undefined || themes.length > 1 ? title : THEMES[theme]
}

function withoutNarrative({ question, inspection, force, year, grade, carriedOverFrom }: GivenGrade) {
  return { question, inspection, force, year, grade, carriedOverFrom }
}

function countAges(evidence: readonly { readonly age: string; readonly observedOn: string }[]) {
  const count = (age: string): number => evidence.filter((each) => each.age === age).length
  const days = evidence.map(({ observedOn }) => observedOn).toSorted()
  return { fresh: count('fresh'), ageing: count('ageing'), stale: count('stale'), newest: days.at(-1) ?? null }
}
