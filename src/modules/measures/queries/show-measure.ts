import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import { readSeries, readTable, type Scope, type TableRow } from '#kernel/measures/read.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { optionalId, text } from '#platform/forms/fields.ts'
import { historyOf } from './history.ts'
import {
  definitionModel,
  definitionOf,
  figureModel,
  figureModelOf,
  freshnessModel,
  freshnessOf,
  monthText,
} from './model.ts'
import { namesOf } from './names.ts'
import { READERS } from './readers.ts'

const MONTH_ERROR = 'Month must be a month, such as 2018-06'

/** Nothing said is the latest. */
export const optionalMonth = z
  .union(
    [
      z.literal('').transform(() => null),
      z.null(),
      z.string({ error: MONTH_ERROR }).refine(isMonth, { error: MONTH_ERROR }).transform(monthFrom),
    ],
    { error: MONTH_ERROR },
  )
  .optional()
  .transform((month) => month ?? null)

/** Within what the database holds as a date and anybody could have counted. */
function isMonth(text: string): boolean {
  return isCivilMonth(text) && text >= '1900' && text < '2200'
}

function monthFrom(text: string): CivilMonth | null {
  return isCivilMonth(text) ? text : null
}

const shown = z.object({ ...figureModel.shape, rows: z.string().nullable() })

const output = z.object({
  definition: definitionModel,
  freshness: freshnessModel,
  /** Whose series it is; null for the whole force. */
  scope: z.object({ by: z.enum(['area', 'unit']), id: z.int(), name: z.string() }).nullable(),
  /** In order of time. `rows`: the page with the rows behind a figure; null where it is withheld or opens nothing. */
  figures: z.array(shown),
  /** The tables of one month, by area and by unit, as far as the measure is broken down. */
  month: monthText.nullable(),
  tables: z.array(
    z.object({
      by: z.enum(['area', 'unit']),
      rows: z.array(z.object({ id: z.int().nullable(), name: z.string(), figure: shown })),
    }),
  ),
  versions: z.array(z.object({ version: z.int(), from: monthText, to: monthText })),
  snapshots: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      month: monthText,
      value: z.number().nullable(),
      frozenAt: z.iso.datetime(),
      frozenBy: z.string(),
      purpose: z.string(),
    }),
  ),
})

export type ShownMeasure = z.output<typeof output>
export type ShownFigure = z.output<typeof shown>

/** One measure. Six statements at most. */
export const showMeasure = (measures: Measures) =>
  query({
    name: 'measure.show',
    summary: 'What one measure says, for the force, an area or a unit, and how it is counted',
    input: z.object({
      code: text('Measure', 40),
      month: optionalMonth,
      area: optionalId('Area'),
      unit: optionalId('Unit'),
    }),
    output,
    access: READERS,
    purpose: 'effectiveness',
    audit: {
      event: 'measure.opened',
      subjects: ({ code }) => [{ kind: 'measure', id: code }],
      detail: ({ month, area, unit }) => ({ month, area, unit }),
    },
    async run(tx, input) {
      const measure = measures.get(input.code)
      const scope = scopeOf(measure, input)
      const series = await readSeries(tx, measure, scope)
      const month = input.month ?? series.figures.at(-1)?.month ?? null
      const { versions, snapshots } = await historyOf(tx, measure)
      return {
        definition: definitionOf(measure),
        freshness: freshnessOf(series),
        scope: await scopeModelOf(tx, scope),
        figures: series.figures.map((figure) => withRows(tx, measure, figureModelOf(figure), scope)),
        month,
        tables: month === null ? [] : await tablesOf(tx, measure, month),
        versions: [...versions],
        snapshots: [...snapshots],
      }
    },
  })

/** Throws NotFound where the measure is not broken down so. */
function scopeOf(
  { by, code }: Measure,
  { area, unit }: { readonly area: number | null; readonly unit: number | null },
): Scope {
  if (area === null && unit === null) return { of: 'force' }
  const scope: Scope = area === null ? { of: 'unit', unit: unit ?? 0 } : { of: 'area', area }
  if (!by.includes(scope.of) || (area !== null && unit !== null)) throw new NotFound({ kind: 'measure', id: code })
  return scope
}

async function scopeModelOf(tx: Tx, scope: Scope): Promise<ShownMeasure['scope']> {
  if (scope.of === 'force') return null
  const id = scope.of === 'area' ? scope.area : scope.unit
  const name = (await namesOf(tx, scope.of, [id])).get(id)
  if (name === undefined) throw new NotFound({ kind: scope.of, id: String(id) })
  return { by: scope.of, id, name }
}

function withRows(tx: Tx, measure: Measure, figure: z.output<typeof figureModel>, scope: Scope): ShownFigure {
  const area = scope.of === 'area' ? scope.area : null
  const unit = scope.of === 'unit' ? scope.unit : null
  // A number that is withheld here must not be one step away; and an inspector draws rows, and does not open lists of them.
  const opens = figure.withheld === null && !tx.reader.roles.includes('visiting-inspector')
  return { ...figure, rows: opens ? measure.rowsAt({ month: figure.month, area, unit }) : null }
}

async function tablesOf(tx: Tx, measure: Measure, month: CivilMonth): Promise<ShownMeasure['tables']> {
  const tables: ShownMeasure['tables'] = []
  for (const by of measure.by) {
    const rows = await readTable(tx, measure, by, month)
    const names = await namesOf(
      tx,
      by,
      rows.flatMap(({ id }) => id ?? []),
    )
    tables.push({ by, rows: rows.map((row) => tableRowOf(tx, measure, by, row, names)) })
  }
  return tables
}

function tableRowOf(
  tx: Tx,
  measure: Measure,
  by: 'area' | 'unit',
  { id, figure }: TableRow,
  names: ReadonlyMap<number, string>,
): ShownMeasure['tables'][number]['rows'][number] {
  const model = figureModelOf(figure)
  if (id === null) return { id, name: REST_WORDS[by], figure: { ...model, rows: null } }
  const scope: Scope = by === 'area' ? { of: 'area', area: id } : { of: 'unit', unit: id }
  return { id, name: names.get(id) ?? `No. ${id}`, figure: withRows(tx, measure, model, scope) }
}

export const REST_WORDS = {
  area: 'No place, or outside these areas',
  unit: 'No team, or none of these',
} as const satisfies Record<'area' | 'unit', string>
