import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import type { Figure, Series } from '#kernel/measures/figure.ts'

/** Parts of the answers of this module's queries, as the JSON API describes them. */

export const monthText = z
  .custom<CivilMonth>((value) => typeof value === 'string' && isCivilMonth(value))
  .meta({ description: 'A month: 2018-06', type: 'string' })

const withheldWords = z.enum(['fewer than 5', 'withheld']).nullable()

export const figureModel = z.object({
  month: monthText,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unknown: z.number().nullable(),
  value: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().meta({ description: '95%' }),
  withheld: z
    .object({ numerator: withheldWords, denominator: withheldWords })
    .nullable()
    .meta({ description: 'What stands in place of a number that would tell of somebody' }),
})

export const definitionModel = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string().nullable(),
  unknown: z.string(),
  unit: z.enum(['per cent', 'per 1,000 people', 'count', 'days']),
  direction: z.enum(['higher', 'lower', 'neither']),
  question: z.string(),
  source: z.string(),
  authority: z.string(),
})

export const freshnessModel = z.object({
  lastMonth: monthText.nullable(),
  sourceAt: z.string().nullable(),
  computedAt: z.string().nullable(),
  late: z.string().nullable(),
})

export type FigureModel = z.output<typeof figureModel>
export type DefinitionModel = z.output<typeof definitionModel>
export type FreshnessModel = z.output<typeof freshnessModel>

export function definitionOf(measure: Measure): DefinitionModel {
  const { code, version, name, definition, numerator, denominator, unknown, unit } = measure
  const { direction, question, source, authority } = measure
  return {
    code,
    version,
    name,
    definition,
    numerator,
    denominator,
    unknown,
    unit,
    direction,
    question,
    source,
    authority,
  }
}

export function figureModelOf(figure: Figure): FigureModel {
  const { month, numerator, denominator, unknown, value, interval, withheld } = figure
  return { month, numerator, denominator, unknown, value, interval, withheld }
}

export function freshnessOf({ freshness }: Series): FreshnessModel {
  const { lastMonth, sourceAt, computedAt, late } = freshness
  return {
    lastMonth,
    sourceAt: sourceAt?.toISOString() ?? null,
    computedAt: computedAt?.toISOString() ?? null,
    late,
  }
}
