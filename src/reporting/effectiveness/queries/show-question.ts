import { z } from 'zod'
import { evidenceView } from '#kernel/evidence/row.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { text } from '#platform/forms/fields.ts'
import {
  getAskedQuestion,
  GRADES,
  judgementHistory,
  judgementModel,
  statementModel,
} from '#modules/inspections/index.ts'
import { readFrameworkFacts } from '../facts/framework-facts.ts'
import { isUnder, questionStanding, standingOf } from '../facts/question-standing.ts'

const diagnosticModel = z.object({
  code: z.string(),
  title: z.string(),
  mark: z.enum(['seen', 'inferred', 'unverified']),
  ours: judgementModel.nullable(),
})

/** One question, with everything that is said about it. Twelve statements. */
export const showQuestion = (measures: Measures) =>
  query({
    name: 'effectiveness.question',
    summary:
      'One question of the inspection: judgement and its versions, strengths, gaps, measures, findings, evidence',
    input: z.object({ framework: text('Framework', 40), code: text('Question', 20) }),
    output: z.object({
      framework: z.object({ code: z.string(), name: z.string(), grades: z.array(z.enum(GRADES)).readonly() }),
      question: questionStanding,
      /** What the inspectorate wrote last, paragraph by paragraph. */
      narrative: z.array(z.string()).readonly(),
      diagnostics: z.array(diagnosticModel).readonly(),
      /** Every judgement on the question and its diagnostics, the newest first. */
      history: z.array(judgementModel).readonly(),
      /** Statements that were taken back. */
      withdrawn: z.array(statementModel).readonly(),
      evidence: z.array(evidenceView).readonly(),
    }),
    access: { staff: 'any' },
    purpose: 'effectiveness',
    audit: {
      event: 'effectiveness.question-opened',
      subjects: ({ framework, code }, { question, evidence }) => [
        { kind: 'question', id: `${framework}/${code}` },
        ...[...question.findings, ...question.earlier].map(({ id }) => ({ kind: 'finding', id })),
        ...evidence.map(({ id }) => ({ kind: 'evidence', id })),
      ],
    },
    async run(tx, input) {
      const asked = getAskedQuestion(`${input.framework}/${input.code}`)
      const { framework, question, code } = getAskedQuestion(`${asked.framework.code}/${asked.question.code}`)
      const facts = await readFrameworkFacts(tx, measures, framework)
      const standing = standingOf(facts, question)
      const ids = new Set([...standing.findings, ...standing.earlier].map(({ id }) => id))
      return {
        framework: { code: framework.code, name: framework.name, grades: framework.grades },
        question: standing,
        narrative: facts.theirs.get(code)?.narrative ?? [],
        diagnostics: question.diagnostics.map((diagnostic) => {
          const full = `${framework.code}/${diagnostic.code}`
          return { ...diagnostic, code: full, ours: facts.ours.get(full) ?? null }
        }),
        history: await judgementHistory(tx, code),
        withdrawn: facts.statements.filter((each) => isUnder(each.question, code) && each.withdrawn !== null),
        evidence: facts.evidence.filter(
          ({ question: on, record }) => (on !== null && isUnder(on, code)) || (record !== null && ids.has(record.id)),
        ),
      }
    },
  })
