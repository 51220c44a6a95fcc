import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { valueOf } from '#kernel/measures/rules/mea01-value.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { claimMade, claimsMade, FRAMEWORKS } from '#modules/inspections/index.ts'
import { chosenFramework, readFrameworkFacts } from '../facts/framework-facts.ts'
import { questionStanding, standingsOf } from '../facts/question-standing.ts'
import { frameworkModel } from '../queries/show-questions.ts'
import { weakestAndBest } from '../rules/eff02-weakest.ts'
import { findOpenVisit, visitModel } from '../visits/visit-row.ts'
import { PROVERS } from './readers.ts'

const frozenModel = z.object({
  measure: z.string(),
  version: z.int(),
  month: z.string().refine(isCivilMonth),
  numerator: z.number(),
  denominator: z.number().nullable(),
  unknown: z.number(),
  value: z.number().nullable(),
})
export type FrozenFigure = z.output<typeof frozenModel>

/** What an inspector is shown: claims with what they rest on, as the inspector may read it. Fifteen statements at most. */
export const showProof = (measures: Measures) =>
  query({
    name: 'proof.show',
    summary: 'Prove it: each claim with its measure, the weakest area beside the best, overrides, gaps disclosed',
    input: z.object({ framework: optionalText('Framework', 40) }),
    output: z.object({
      framework: frameworkModel,
      frameworks: z.array(frameworkModel.pick({ code: true, name: true })).readonly(),
      /** The reader's own; null for one of the force who looks at what an inspector would be shown. */
      visit: visitModel.nullable(),
      questions: z.array(questionStanding).readonly(),
      /** Codes of two questions; `best` is null where there is only one. */
      shownFirst: z.object({ weakest: z.string(), best: z.string().nullable() }).nullable(),
      /** Every "met" against the measure, taken back or not. */
      overridden: z.array(claimMade).readonly(),
      /** Figures as they were frozen for this visit. */
      frozen: z.array(frozenModel).readonly(),
    }),
    access: { staff: PROVERS },
    purpose: 'inspection visit',
    audit: {
      event: 'proof.shown',
      subjects: (_, { questions }) =>
        questions.flatMap(({ code, findings, earlier }) => [
          { kind: 'question', id: code },
          ...[...findings, ...earlier].map(({ id }) => ({ kind: 'finding', id })),
        ]),
      detail: (_, { framework, visit }) => ({ framework: framework.code, visit: visit?.id ?? null }),
    },
    async run(tx, input) {
      const framework = await chosenFramework(tx, input.framework)
      const facts = await readFrameworkFacts(tx, measures, framework)
      const questions = standingsOf(facts)
      const claims = await claimsMade(tx)
      const visit = await findOpenVisit(tx, tx.reader.account)
      return {
        framework: { code: framework.code, name: framework.name, note: framework.note, mark: framework.mark },
        frameworks: FRAMEWORKS.map(({ code, name }) => ({ code, name })),
        visit,
        questions,
        shownFirst: weakestAndBest(
          questions.map(({ code, ours, theirs, standing, statements }) => ({
            code,
            ours: ours?.grade ?? null,
            theirs: theirs?.grade ?? null,
            standing: {
              red: standing.red ?? 0,
              amber: standing.amber ?? 0,
              grey: standing.grey ?? 0,
              green: standing.green ?? 0,
            },
            gaps: statements.filter(({ kind }) => kind === 'gap').length,
          })),
        ),
        overridden: claims.filter(({ held }) => !held),
        frozen: visit === null || visit.frozenAt === null ? [] : await frozenFor(tx, measures, visit.id),
      }
    },
  })

async function frozenFor(tx: Tx, measures: Measures, visit: string): Promise<readonly FrozenFigure[]> {
  const rows = rowsAs<Omit<FrozenFigure, 'value' | 'month'> & { readonly month: CivilMonth }>(
    await tx.client.query(
      `SELECT measure, version, to_char(month, 'YYYY-MM') AS month, numerator, denominator, unknown FROM measure_snapshot
      WHERE purpose = 'inspection visit' AND subject_id = $1 ORDER BY measure`,
      [visit],
    ),
  )
  return rows.flatMap((row) => {
    const measure = measures.find(row.measure)
    return measure === undefined ? [] : [{ ...row, value: valueOf(measure.unit, row) }]
  })
}
