import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { readForceSeries } from '#kernel/measures/read.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { about } from '#platform/operations/define.ts'
import { CHART_MONTHS } from '../rules/chart-of.ts'
import { definitionModel, definitionOf, figureModel, figureModelOf, freshnessModel, freshnessOf } from './model.ts'
import { READERS } from './readers.ts'

const measureModel = z.object({
  ...definitionModel.shape,
  freshness: freshnessModel,
  /** Of the whole force, in order of time; at most the last 36 months. */
  figures: z.array(figureModel),
})

export type ListedMeasure = z.output<typeof measureModel>

/** All measures with their latest figures. One statement. */
export const listMeasures = (measures: Measures) =>
  query({
    name: 'measures.list',
    summary: 'What is measured, and what the latest figures are',
    input: z.object({}),
    output: z.object({ measures: z.array(measureModel) }),
    access: READERS,
    purpose: 'effectiveness',
    audit: { event: 'measures.listed', subjects: about.nobody },
    async run(tx) {
      const found = await readForceSeries(tx, measures.all)
      return {
        measures: measures.all.flatMap((measure) => {
          const series = found.get(measure.code)
          if (series === undefined) return []
          const figures = series.figures.slice(-CHART_MONTHS).map(figureModelOf)
          return [{ ...definitionOf(measure), freshness: freshnessOf(series), figures }]
        }),
      }
    },
  })
