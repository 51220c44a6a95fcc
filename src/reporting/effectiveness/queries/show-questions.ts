import { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { FRAMEWORKS } from '#modules/inspections/index.ts'
import { chosenFramework, readFrameworkFacts } from '../facts/framework-facts.ts'
import { questionStanding, standingsOf } from '../facts/question-standing.ts'

export const frameworkModel = z.object({
  code: z.string(),
  name: z.string(),
  note: z.string(),
  mark: z.enum(['seen', 'inferred', 'unverified']),
})

/** The questions of one framework on one page. Twelve statements at most. */
export const showQuestions = (measures: Measures) =>
  query({
    name: 'effectiveness.show',
    summary: 'How the force stands on each question of the inspection, as far as you may read',
    input: z.object({ framework: optionalText('Framework', 40) }),
    output: z.object({
      framework: frameworkModel,
      frameworks: z.array(frameworkModel.pick({ code: true, name: true })).readonly(),
      questions: z.array(questionStanding).readonly(),
    }),
    access: { staff: 'any' },
    purpose: 'effectiveness',
    audit: {
      event: 'effectiveness.shown',
      subjects: (_, { questions }) =>
        questions.flatMap(({ findings, earlier }) =>
          [...findings, ...earlier].map(({ id }) => ({ kind: 'finding', id })),
        ),
      detail: (_, { framework }) => ({ framework: framework.code }),
    },
    async run(tx, input) {
      const { code, name, note, mark, ...rest } = await chosenFramework(tx, input.framework)
      const facts = await readFrameworkFacts(tx, measures, { code, name, note, mark, ...rest })
      return {
        framework: { code, name, note, mark },
        frameworks: FRAMEWORKS.map((each) => ({ code: each.code, name: each.name })),
        questions: standingsOf(facts),
      }
    },
  })
