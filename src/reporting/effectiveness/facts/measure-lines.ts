import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import type { Series } from '#kernel/measures/figure.ts'
import { readForceSeries } from '#kernel/measures/read.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { CHART_MONTHS } from '#modules/measures/index.ts'

const month = z
  .custom<CivilMonth>((value) => typeof value === 'string' && isCivilMonth(value))
  .meta({ description: 'A month: 2018-06', type: 'string' })

const figureLine = z.object({
  month,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unknown: z.number().nullable(),
  value: z.number().nullable(),
})

/** A measure of the whole force as these pages have it: how it is counted, and its last figures in order of time. */
export const measureLine = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string().nullable(),
  unknown: z.string(),
  unit: z.enum(['per cent', 'per 1,000 people', 'count', 'days']),
  direction: z.enum(['higher', 'lower', 'neither']),
  source: z.string(),
  authority: z.string(),
  /** Diagnostic of its question that it speaks to: `E1.2`. */
  diagnostic: z.string().nullish(),
  /** Its rows can be drawn from. */
  sampled: z.boolean(),
  figures: z.array(figureLine).readonly(),
  /** Why it is older than is to be expected; null while it is not. */
  late: z.string().nullable(),
  sourceAt: z.iso.datetime().nullable(),
  computedAt: z.iso.datetime().nullable(),
  /** The page with the rows behind the last figure. */
  rowsAt: z.string().nullable(),
})
export type MeasureLine = z.output<typeof measureLine>

/** The lines of these measures, in their order. One statement; none where there are no measures. */
export async function readMeasureLines(tx: Tx, measures: readonly Measure[]): Promise<readonly MeasureLine[]> {
  if (measures.length === 0) return []
  const series = await readForceSeries(tx, measures)
  return measures.flatMap(({ code }) => {
    const found = series.get(code)
    return found === undefined ? [] : [lineOf(found)]
  })
}

function lineOf({ measure, figures, freshness }: Series): MeasureLine {
  const { code, version, name, definition, numerator, denominator, unknown, unit } = measure
  const last = figures.at(-1)
  return {
    code,
    version,
    name,
    definition,
    numerator,
    denominator,
    unknown,
    unit,
    direction: measure.direction,
    source: measure.source,
    authority: measure.authority,
    diagnostic: measure.diagnostic ?? null,
    sampled: measure.population !== undefined,
    figures: figures
      .slice(-CHART_MONTHS)
      .map(({ month: of, numerator: above, denominator: below, unknown: unsaid, value }) => ({
        month: of,
        numerator: above,
        denominator: below,
        unknown: unsaid,
        value,
      })),
    late: freshness.late,
    sourceAt: freshness.sourceAt?.toISOString() ?? null,
    computedAt: freshness.computedAt?.toISOString() ?? null,
    rowsAt: last === undefined ? null : measure.rowsAt({ month: last.month, area: null, unit: null }),
  }
}
